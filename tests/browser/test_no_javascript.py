"""Without JavaScript everything is there as text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import LANGUAGES, TEMPLATES


@pytest.fixture
def plain_page(new_page: Callable[..., Page]) -> Page:
    return new_page(java_script_enabled=False)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", ["home", "holidays", "people", "places"])
def test_lists_are_readable(template: str, language: str, plain_page: Page) -> None:
    plain_page.goto(f"/{language}/{TEMPLATES[template]}")
    cards = plain_page.locator(".card")
    assert cards.count() >= 3
    expect(cards.first).to_be_visible()
    cards.first.get_by_role("link").click()
    plain_page.wait_for_url(f"**/{language}/*/*/")
    expect(plain_page.locator("h1")).to_be_visible()
    expect(plain_page.locator(".lead")).to_be_visible()


@pytest.mark.parametrize(
    ("template", "base"), [("places", "delta"), ("place", "delta"), ("route", "delta")]
)
def test_map_is_drawn_and_points_are_text(template: str, base: str, plain_page: Page) -> None:
    bases: list[str] = []
    plain_page.on(
        "response", lambda answer: bases.append(answer.url) if "/maps/" in answer.url else None
    )
    plain_page.goto(f"/ru/{TEMPLATES[template]}", wait_until="networkidle")
    drawing = plain_page.locator(".map-drawing")
    expect(drawing).to_be_visible()
    expect(drawing.locator(".mark").first).to_be_visible()
    expect(plain_page.locator(".map-frame + noscript + .map-note")).to_be_visible()
    expect(plain_page.locator(".map")).to_be_hidden()
    expect(plain_page.locator(".map-tools")).to_be_hidden()
    assert [url.rpartition("/")[2] for url in bases] == [f"{base}.svg"]
    point = plain_page.locator("[data-lat] .point").first
    expect(point).to_be_visible()
    expect(point).to_contain_text("46.")


def test_a_mark_among_many_leads_to_the_place_on_the_list(plain_page: Page) -> None:
    plain_page.goto(f"/ru/{TEMPLATES['places']}")
    plain_page.locator(".map-drawing a[href='#places-kurmangazy-mausoleum'] .mark").click()
    plain_page.wait_for_url("**/ru/places/#places-kurmangazy-mausoleum")
    expect(plain_page.locator("#places-kurmangazy-mausoleum")).to_be_in_viewport()


def test_menu_opens_on_a_phone(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": 360, "height": 700})
    page.goto("/kk/")
    page.locator("label.md-header__button[for=__drawer]").click()
    link = page.locator(".md-nav--primary a[href='places/']")
    expect(link).to_be_in_viewport()
    link.click()
    page.wait_for_url("**/kk/places/")
