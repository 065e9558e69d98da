"""The home page: what most visitors come for is one tap away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import LANGUAGES

MAUSOLEUMS = ("kurmangazy-mausoleum", "bukey-mausoleum")
BUILD_DAY = "2026-11-23"
"""The day of the site that the tests build."""
DATES = """() => [...document.querySelectorAll('.part-date time')].map(e => [e.dateTime, e.textContent])"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mausoleum", MAUSOLEUMS)
def test_pilgrim_finds_the_way_in_two_taps(
    mausoleum: str, language: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(viewport={"width": 390, "height": 760}, has_touch=True)
    page.goto("/")
    page.locator(f"a[hreflang={language}]").tap()
    page.wait_for_url(f"**/{language}/")
    way = page.locator(f"a[href$='{mausoleum}/#getting-there']").first
    expect(way).to_be_in_viewport()
    way.tap()
    page.wait_for_url(f"**/{language}/places/{mausoleum}/#getting-there")
    expect(page.locator("h2#getting-there")).to_be_in_viewport()
    expect(page.locator("section:has(> #getting-there) .statement").first).to_be_in_viewport()


@pytest.mark.parametrize("language", LANGUAGES)
def test_next_ait_stands_on_it_without_javascript(
    language: str, new_page: Callable[..., Page]
) -> None:
    with_script, plain = new_page(), new_page(java_script_enabled=False)
    coming: list[tuple[str, str, str]] = []
    for holiday in ("oraza-ait", "kurban-ait"):
        with_script.goto(f"/{language}/holidays/{holiday}/")
        dates: list[tuple[str, str]] = with_script.evaluate(DATES)
        assert dates
        coming += [(day, words, holiday) for day, words in dates if day >= BUILD_DAY]
    _, words, holiday = min(coming)
    plain.goto(f"/{language}/")
    way = plain.locator(f".ways a[href='holidays/{holiday}/']")
    expect(way).to_be_in_viewport()
    expect(way).to_contain_text(words)
    way.click()
    plain.wait_for_url(f"**/{language}/holidays/{holiday}/")
