"""The light and the dark theme: chosen by a button that says what it does, and kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

LABELS = {
    "kk": ("Қараңғы түс режиміне ауысу", "Жарық түс режиміне ауысу"),
    "ru": ("Переключить на тёмную тему", "Переключить на светлую тему"),
}


@pytest.mark.parametrize("language", LABELS)
def test_toggle_is_labelled_and_remembered(language: str, page: Page) -> None:
    to_dark, to_light = LABELS[language]
    body = page.locator("body")
    page.goto(f"/{language}/holidays/")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    expect(page.get_by_role("radio", name=to_dark)).to_have_count(1)
    page.get_by_title(to_dark).click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.get_by_title(to_light)).to_be_visible()
    page.goto(f"/{language}/people/dina/")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_title(to_light).click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")


def test_theme_stays_when_the_language_changes(page: Page) -> None:
    page.goto("/kk/holidays/")
    page.get_by_title(LABELS["kk"][0]).click()
    page.locator(".language-switch").click()
    page.wait_for_url("**/ru/holidays/")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
