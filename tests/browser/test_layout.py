"""Narrow screens and large letters: nothing runs out of the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Faults
from tests.browser.pages import ALL_PATHS, LANGUAGES, NOT_FOUND, TEMPLATES

OVERFLOWING = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) { return []; }
  return [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > width + 1)
    .map(e => e.tagName + '.' + e.className);
}"""

# Twice the size that the page's own styles make of the browser's 16 pixels.
DOUBLE_LETTERS = """() => {
  const style = document.documentElement.style;
  style.fontSize = 2 * parseFloat(getComputedStyle(document.documentElement).fontSize) + 'px';
}"""


@pytest.fixture(params=ALL_PATHS)
def path(request: pytest.FixtureRequest, faults: Faults) -> str:
    found: str = request.param
    if found == NOT_FOUND:
        faults.missing_document = faults.site.url + found
    return found


def test_no_sideways_scrolling(path: str, shared_page: Callable[..., Page]) -> None:
    page = shared_page(viewport={"width": 320, "height": 640}, has_touch=True)
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(path)
    if page.locator(".map").count():
        page.locator(".map").scroll_into_view_if_needed()
        expect(page.locator(".map-drawn")).to_be_visible()
    assert page.evaluate(OVERFLOWING) == [], "on a small phone"
    page.set_viewport_size({"width": 640, "height": 800})
    page.evaluate(DOUBLE_LETTERS)
    assert page.evaluate(OVERFLOWING) == [], "with letters of 200 %"


@pytest.mark.parametrize("language", LANGUAGES)
def test_header_shows_name_and_switch_on_a_small_phone(
    language: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(f"/{language}/{TEMPLATES['place']}")
    name = page.locator(".md-header__topic .md-ellipsis").first
    cut = name.evaluate(
        "e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1"
    )
    assert not cut, "the site's name is cut"
    box, switch = name.bounding_box(), page.locator(".language-switch").bounding_box()
    assert box
    assert switch
    assert box["x"] + box["width"] <= switch["x"]
    assert switch["height"] >= 44
    assert switch["x"] + switch["width"] <= 320


@pytest.mark.parametrize("template", ["home", "places", "place"])
def test_links_are_large_enough_to_touch(template: str, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 360, "height": 700}, has_touch=True)
    page.goto(f"/kk/{TEMPLATES[template]}")
    small = page.locator(
        ".card, .more a, .breadcrumbs a, .language-switch, label.md-header__button"
    ).evaluate_all(
        """all => all.filter(e => e.offsetParent).map(e => [e, e.getBoundingClientRect()])
        .filter(([e, box]) => Math.min(box.width, box.height) < 44)
        .map(([e, box]) => `${e.className || e.textContent} ${box.width}x${box.height}`)"""
    )
    assert small == []


def test_whole_card_leads_to_its_page(page: Page) -> None:
    page.goto("/ru/holidays/")
    line = page.locator(".card p").last
    line.scroll_into_view_if_needed()
    box = line.bounding_box()
    assert box
    page.mouse.click(box["x"] + 2, box["y"] + 2)
    page.wait_for_url("**/ru/holidays/*/")
