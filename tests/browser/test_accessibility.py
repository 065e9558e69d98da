"""axe finds nothing serious on any template, in both languages and both themes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Faults
from tests.browser.pages import ALL_PATHS, LANGUAGES, NOT_FOUND

Scheme = Literal["light", "dark"]


def findings(page: Page, **options: Any) -> list[str]:
    """Return the serious and critical findings of axe, one line each."""
    # Text that is still fading in has too little contrast for a moment.
    page.add_style_tag(content="*, ::before, ::after { transition: none !important; }")
    answer = Axe().run(page, options={"resultTypes": ["violations"], **options}).response
    return [
        f"{found['id']}: {node['target']} {node['html'][:150]} {node.get('failureSummary', '')}"
        for found in answer["violations"]
        if found["impact"] in {"serious", "critical"}
        for node in found["nodes"]
    ]


@pytest.mark.parametrize("path", ALL_PATHS)
def test_nothing_serious(path: str, shared_page: Callable[..., Page], faults: Faults) -> None:
    if path == NOT_FOUND:
        faults.missing_document = faults.site.url + path
    page = shared_page()
    page.goto(path)
    if page.locator(".map").count():
        page.locator(".map").scroll_into_view_if_needed()
        page.locator(".map-drawn .pin").first.click()
        expect(page.locator(".leaflet-popup")).to_be_visible()
    assert findings(page) == []
    # The dark theme differs in colours only; the toggle's own test is elsewhere.
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    assert findings(page, runOnly=["color-contrast"]) == [], "in the dark theme"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_serious_in_the_search(
    language: str, scheme: Scheme, width: int, new_page: Callable[..., Page]
) -> None:
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto(f"/{language}/people/dina/")
    if width < 500:
        page.locator("label.md-header__button[for=__search]").click()
    field = page.locator(".md-search__input")
    field.click()
    field.type({"kk": "наурыз", "ru": "Наурыз"}[language])
    field.press("End")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert findings(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_in_the_menu_of_a_phone(
    scheme: Scheme, new_page: Callable[..., Page]
) -> None:
    page = new_page(color_scheme=scheme, viewport={"width": 360, "height": 700})
    page.goto("/ru/people/dina/")
    page.locator("label.md-header__button[for=__drawer]").click()
    expect(page.locator(".md-nav--primary a[href='../../places/']")).to_be_in_viewport()
    assert findings(page) == []


@pytest.mark.parametrize("colours", ["black-on-white", "white-on-black", "blue"])
def test_nothing_serious_in_the_mode_for_low_vision(
    colours: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(viewport={"width": 360, "height": 700})
    page.goto("/ru/")
    page.locator(".vision-open").click()
    page.locator(f".vision-panel button[data-value={colours}]").click()
    for path in ("", "places/kurmangazy-mausoleum/", "stories/astrakhan-kazakhs/"):
        page.goto(f"/ru/{path}")
        expect(page.locator(".vision-panel")).to_be_visible()
        assert findings(page) == [], path


def test_nothing_serious_in_an_explanation(new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto("/ru/places/kurmangazy-mausoleum/")
    page.locator("a.term").first.click()
    expect(page.locator(".term-box")).to_be_visible()
    assert findings(page) == []
