"""Search: finds words of the page's language, in that language's pages only."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

WORDS = [("kk", "Құрманғазы"), ("kk", "наурыз"), ("ru", "Курмангазы"), ("ru", "домбра")]


@pytest.mark.parametrize(("language", "word"), WORDS)
def test_search_stays_in_the_language(language: str, word: str, page: Page) -> None:
    page.goto(f"/{language}/people/dina/")
    field = page.locator(".md-search__input")
    field.click()
    field.type(word)
    # Typing Cyrillic makes no key events, and the search listens to them.
    field.press("End")
    results = page.locator(".md-search-result__link")
    expect(results.first).to_be_visible()
    links = results.evaluate_all("all => all.map(a => new URL(a.href).pathname)")
    assert links
    assert all(link.startswith(f"/{language}/") for link in links)
    expect(page.locator(".md-search-result__item").first).to_contain_text(word, ignore_case=True)
    results.first.click()
    page.wait_for_url(f"**{links[0]}**")
    expect(page.locator("h1")).to_be_visible()
