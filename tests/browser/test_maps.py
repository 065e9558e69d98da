"""Maps: drawn when they come near, and usable with a keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.pages import TEMPLATES

MAPS = ("places", "place", "route")


def open_map(page: Page, template: str) -> Locator:
    """Open a page of a template and return its map once it is drawn."""
    page.goto(f"/kk/{TEMPLATES[template]}")
    page.locator(".map").scroll_into_view_if_needed()
    drawn = page.locator(".map.map-drawn")
    expect(drawn).to_be_visible()
    return drawn


def requested(page: Page) -> list[str]:
    """Return the addresses of all that the page has loaded."""
    found: list[str] = page.evaluate(
        "performance.getEntriesByType('resource').map(entry => entry.name)"
    )
    return found


@pytest.mark.parametrize("template", MAPS)
def test_map_is_drawn(template: str, page: Page) -> None:
    drawn = open_map(page, template)
    assert "leaflet-container" in (drawn.get_attribute("class") or "").split()
    assert drawn.locator("svg path").count() >= 20
    points = page.locator("[data-lat]").evaluate_all(
        "all => new Set(all.map(a => a.dataset.lat + ' ' + a.dataset.lon)).size"
    )
    assert points >= 1
    expect(drawn.locator(".pin")).to_have_count(points)
    box, frame = drawn.locator(".pin").first.bounding_box(), drawn.bounding_box()
    assert box
    assert frame
    assert min(box["width"], box["height"]) >= 44
    assert frame["x"] <= box["x"] <= frame["x"] + frame["width"]
    assert frame["y"] <= box["y"] <= frame["y"] + frame["height"]


@pytest.mark.parametrize("template", MAPS)
def test_pins_work_with_a_keyboard(template: str, page: Page) -> None:
    drawn = open_map(page, template)
    drawn.focus()
    page.keyboard.press("Tab")
    pin = page.locator(".pin:focus")
    expect(pin).to_have_attribute("role", "button")
    name = pin.get_attribute("title")
    page.keyboard.press("Enter")
    popup = page.get_by_role("dialog", name=name)
    expect(popup).to_be_visible()
    expect(popup).to_contain_text((name or "").split(",")[0])
    expect(popup.locator(":focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(popup).to_have_count(0)
    expect(page.locator(".pin:focus")).to_have_attribute("title", name or "")


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_popup_leads_to_the_place(language: str, page: Page) -> None:
    page.goto(f"/{language}/{TEMPLATES['places']}")
    page.locator(".map-drawn .pin").first.click()
    link = page.locator(".leaflet-popup-content a").first
    expect(link).to_be_focused()
    link.press("Enter")
    page.wait_for_url(f"**/{language}/places/*/")


def test_buttons_are_named_in_the_page_language(page: Page) -> None:
    drawn = open_map(page, "places")
    names = drawn.locator(".leaflet-control-zoom a").evaluate_all(
        "all => all.map(a => a.getAttribute('aria-label'))"
    )
    assert names == ["Жақындату", "Алыстату"]
    box = drawn.locator(".leaflet-control-zoom a").first.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44


def test_nothing_of_maps_loads_without_a_map(page: Page) -> None:
    page.goto(f"/kk/{TEMPLATES['glossary']}", wait_until="networkidle")
    assert not [url for url in requested(page) if "leaflet" in url or "map.js" in url]


def test_nothing_of_maps_loads_before_the_map_is_near(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 500})
    page.goto(f"/ru/{TEMPLATES['place']}", wait_until="networkidle")
    near = [url.rpartition("/")[2] for url in requested(page) if "leaflet" in url or "/map" in url]
    assert sorted(near) == ["delta.svg", "map.css"]  # what the drawing needs
    page.locator(".map").scroll_into_view_if_needed()
    expect(page.locator(".map-drawn")).to_be_visible()
    assert [url for url in requested(page) if "leaflet" in url]


def test_wheel_scrolls_the_page_until_the_map_is_used(page: Page) -> None:
    drawn = open_map(page, "places")
    before = drawn.locator(".pin").first.get_attribute("style")
    drawn.hover(position={"x": 200, "y": 20})
    scrolled = page.evaluate("scrollY")
    page.mouse.wheel(0, 120)
    page.wait_for_function("before => scrollY > before", arg=scrolled)
    assert drawn.locator(".pin").first.get_attribute("style") == before
