"""Search: finds words of the page's language, in that language's pages only."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Faults
from tests.browser.pages import NOT_FOUND

WORDS = [("kk", "Құрманғазы"), ("kk", "наурыз"), ("ru", "Курмангазы"), ("ru", "домбра")]

INDEX = "search_index.json"


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


def test_index_loads_when_the_search_is_used(page: Page) -> None:
    page.goto("/kk/people/dina/", wait_until="networkidle")
    loaded = "performance.getEntriesByType('resource').map(entry => entry.name)"
    assert not [url for url in page.evaluate(loaded) if url.endswith(INDEX)]
    with page.expect_response(f"**/kk/search/{INDEX}"):
        page.locator(".md-search__input").focus()


def test_search_opens_on_a_phone(new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 360, "height": 640}, has_touch=True)
    page.goto("/ru/")
    page.locator("label.md-header__button[for=__search]").tap()
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.insert_text("домбра")
    page.keyboard.press("End")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_search_works_on_the_page_of_lost_addresses(page: Page, faults: Faults) -> None:
    faults.missing_document = faults.site.url + NOT_FOUND
    page.goto(NOT_FOUND)
    field = page.locator(".md-search__input")
    field.click()
    field.type("наурыз")
    field.press("End")
    link = page.locator(".md-search-result__link").first
    expect(link).to_be_visible()
    link.click()
    page.wait_for_url("**/kk/**")
    expect(page.locator("h1")).to_be_visible()
