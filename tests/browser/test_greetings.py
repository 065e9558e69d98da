"""Greetings: a button copies the words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

WORDS = {"kk": ("Көшіріп алу", "Көшірілді"), "ru": ("Скопировать", "Скопировано")}


@pytest.mark.parametrize("language", WORDS)
def test_button_copies_the_words(language: str, new_page: Callable[..., Page]) -> None:
    copy, copied = WORDS[language]
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"/{language}/holidays/nauryz/")
    greetings = page.locator(".greeting")
    assert greetings.count() >= 2
    for greeting in greetings.all():
        button = greeting.get_by_role("button", name=copy)
        button.click()
        said = greeting.get_by_role("button", name=copied)
        expect(said).to_have_attribute("aria-live", "polite")
        words = greeting.locator(".words").inner_text()
        assert words
        assert page.evaluate("navigator.clipboard.readText()") == words
        expect(button).to_be_visible()


def test_no_button_without_javascript(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/ru/holidays/nauryz/")
    expect(page.locator(".greeting .words").first).to_be_visible()
    expect(page.locator(".copy").first).to_be_hidden()
