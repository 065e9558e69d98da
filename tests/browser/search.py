"""The search, as tests use it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

__all__ = ["FIELD", "META", "RESULTS", "kinds", "look_for", "open_search", "shown_kinds"]

FIELD = ".md-search__input"
META = ".md-search-result__meta"
RESULTS = ".md-search-result__item > a:first-child"


def open_search(page: Page, path: str) -> Locator:
    """Open a page and go to its search field; return the field."""
    page.goto(path)
    field = page.locator(FIELD)
    # On a phone the field is behind a button.
    opener = page.locator("label.md-header__button[for=__search]")
    (opener if opener.is_visible() else field).click()
    expect(field).to_be_focused()
    return field


def look_for(page: Page, words: str) -> None:
    """Put words into the field without any key, as dictation does, and wait for the results."""
    page.keyboard.insert_text(words)
    expect(page.locator(RESULTS).first).to_be_visible()


def kinds(page: Page) -> Locator:
    """Return the buttons that narrow the results, as far as they are shown."""
    return page.locator(".search-kinds button:visible")


def shown_kinds(page: Page) -> dict[str, int]:
    """Return how many results each of these buttons promises."""
    pairs = kinds(page).evaluate_all("all => all.map(e => [e.dataset.kind, e.textContent])")
    return {kind: int(text.split()[-1]) for kind, text in pairs}
