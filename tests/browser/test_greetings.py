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
    lines = page.locator(".greeting p:has(.copy)")
    assert lines.count() >= 4, "greetings in both languages"
    for line in lines.all():
        button = line.locator(".copy")
        expect(button).to_have_text(copy)
        button.click()
        expect(button).to_have_text(copied)
        copied_words = page.evaluate("navigator.clipboard.readText()")
        expect(line.locator(".words")).to_have_text(copied_words)
        expect(page.get_by_role("button", name=f"{copy}: {copied_words}")).to_have_count(1)
        expect(button).to_have_text(copy)


def test_no_button_without_javascript(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/ru/holidays/nauryz/")
    expect(page.locator(".greeting .words").first).to_be_visible()
    expect(page.locator(".copy").first).to_be_hidden()
