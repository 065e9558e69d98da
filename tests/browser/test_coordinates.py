"""Coordinates: buttons copy both forms; Android alone is offered its own choice of apps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import TEMPLATES

ANDROID = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36"


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_buttons_copy_the_coordinates(language: str, new_page: Callable[..., Page]) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"/{language}/{TEMPLATES['place']}")
    forms = page.locator(".position dd:has(.copy)")
    expect(forms).to_have_count(2)
    for form in forms.all():
        form.locator(".copy").click()
        expect(form.locator(".copy")).to_have_text(
            {"kk": "Көшірілді", "ru": "Скопировано"}[language]
        )
        expect(form.locator("span").first).to_have_text(
            page.evaluate("navigator.clipboard.readText()")
        )


@pytest.mark.parametrize(("agent", "shown"), [(ANDROID, True), (None, False)])
def test_only_android_is_asked_for_its_apps(
    agent: str | None, shown: bool, new_page: Callable[..., Page]
) -> None:
    page = new_page(user_agent=agent) if agent else new_page()
    page.goto(f"/ru/{TEMPLATES['place']}")
    link = page.locator("a[href^='geo:']")
    expect(link).to_have_count(1)
    expect(link).to_be_visible(visible=shown)
