"""Printed pages: the text, black on white, without what paper cannot do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.contrast import low_contrast
from tests.browser.pages import TEMPLATES

# On paper there is nothing to press, to search or to unfold, and no other pages to go to.
ONLY_ON_SCREENS = """() => [...document.querySelectorAll(
  'button, input, .map, .md-header, .md-tabs, .md-sidebar, .md-footer, .md-top, .breadcrumbs, '
  + '.ways, .vision-panel, .side-by-side, .record-foot, .report'
)].filter(e => e.checkVisibility()).map(e => e.tagName + '.' + e.className)"""


@pytest.mark.parametrize("template", ["home", "place", "holiday", "community", "guide", "person"])
def test_paper_has_the_text_alone(template: str, shared_page: Callable[..., Page]) -> None:
    page = shared_page()
    page.goto(f"/ru/{TEMPLATES[template]}")
    assert len(page.evaluate(ONLY_ON_SCREENS)) >= 4
    page.emulate_media(media="print")
    try:
        assert page.evaluate(ONLY_ON_SCREENS) == []
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator(".lead")).to_be_visible()
        expect(page.locator(".sources").first).to_be_visible()
    finally:
        page.emulate_media(media="null")


@pytest.mark.parametrize("mode", ["light", "dark", "white-on-black"])
def test_text_is_black_on_white(
    mode: Literal["light", "dark", "white-on-black"], new_page: Callable[..., Page]
) -> None:
    page = new_page(color_scheme="dark" if mode == "dark" else "light")
    page.goto("/ru/")
    if mode == "white-on-black":
        page.locator(".vision-open").click()
        page.locator(f".vision-panel button[data-value={mode}]").click()
    for template in ("home", "place", "holiday", "community", "guide", "person"):
        page.goto(f"/ru/{TEMPLATES[template]}")
        page.emulate_media(media="print")
        for query in ("h1", ".lead", "article h2", "article a:visible"):
            expect(page.locator(query).first).to_have_css("color", "rgb(0, 0, 0)")
        grounds = page.locator("html, body, .md-container, .md-main").evaluate_all(
            "all => all.map(e => getComputedStyle(e).backgroundColor)"
        )
        assert set(grounds) <= {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}
        assert low_contrast(page, 7, paper=True) == [], template
        page.emulate_media(media="null")


def test_letters_are_of_a_size_for_paper_whatever_the_screen_has(page: Page) -> None:
    page.goto(f"/ru/{TEMPLATES['place']}")
    page.locator(".vision-open").click()
    page.locator(".vision-panel button[data-value=larger]").click()
    expect(page.locator("html")).to_have_css("font-size", "40px")
    page.emulate_media(media="print")
    expect(page.locator("html")).to_have_css("font-size", "16px")  # 12 points
    expect(page.locator(".lead")).to_have_css("letter-spacing", "normal")


def test_addresses_of_sources_stand_in_words(page: Page) -> None:
    page.goto(f"/ru/{TEMPLATES['place']}")
    link = page.locator(".sources a[href^=http]").first
    content = "e => getComputedStyle(e, '::after').content"
    assert link.evaluate(content) == "none"
    page.emulate_media(media="print")
    assert (link.get_attribute("href") or "x") in link.evaluate(content)
