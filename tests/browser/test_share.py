"""Sharing: a message in both languages, with the clipboard, the system's sheet, or links alone."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import LANGUAGES

EVENT = "events/2018-zhailau/"
COPIED = {"kk": "Көшірілді", "ru": "Скопировано"}
CLOCKS = (
    "(Астрахан уақыты, UTC+4)",
    "(Атырау, Ақтау, Орал уақыты, UTC+5)",
    "по Астрахани (UTC+4)",
    "в Атырау, Актау и Уральске (UTC+5)",
)
SHEET = """Object.defineProperty(Navigator.prototype, 'share', {
  configurable: true, value: data => { window.shared = data; return Promise.resolve(); } });"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_tap_copies_both_languages_and_both_clocks(
    language: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"/{language}/{EVENT}")
    page.locator(".share .copy").click()
    expect(page.locator(".share .copy")).to_have_text(COPIED[language])
    message = page.evaluate("navigator.clipboard.readText()")
    assert [words for words in CLOCKS if words not in message] == []
    assert message.splitlines()[0] == page.locator("h1").inner_text()
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert message.splitlines()[-1] == canonical


def test_system_sheet_gets_the_message(new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.add_init_script(SHEET)
    page.goto(f"/kk/{EVENT}")
    page.locator(".share .system").click()
    shared = page.evaluate("window.shared")
    assert shared["text"] == page.locator(".share .copy").get_attribute("data-copy")
    assert shared["title"] == page.title()


def test_no_button_for_a_sheet_that_is_not_there(new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.add_init_script("delete Navigator.prototype.share;")
    page.goto(f"/kk/{EVENT}")
    expect(page.locator(".share .copy")).to_be_visible()
    expect(page.locator(".share .system")).to_be_hidden()


def test_messengers_and_calendars_need_no_javascript(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/ru/holidays/nauryz/")
    links = page.locator(".actions a:visible").evaluate_all("all => all.map(a => a.href)")
    assert {urlsplit(link).netloc for link in links} >= {
        "wa.me",
        "t.me",
        "calendar.google.com",
        "outlook.live.com",
    }
    (message,) = parse_qs(urlsplit(next(x for x in links if "wa.me" in x)).query)["text"]
    assert "21–23\u00a0марта" in message
    assert "21–23\u00a0наурыз" in message
    expect(page.locator(".share button:visible")).to_have_count(0)
    answer = page.request.get(next(link for link in links if link.endswith(".ics")))
    assert answer.body().startswith(b"BEGIN:VCALENDAR\r\n")


def test_paper_has_no_buttons(new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto("/ru/holidays/nauryz/")
    expect(page.locator(".actions")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".actions")).to_be_hidden()
