"""The drawn map and the other one in the same frame: one at a time, without a jump; on paper the drawing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import TEMPLATES

PLACE = f"/kk/{TEMPLATES['place']}"


@pytest.mark.parametrize("width", [360, 1280])
def test_the_other_map_takes_the_place_of_the_drawing_without_a_jump(
    width: int, new_page: Callable[..., Page]
) -> None:
    page = new_page(viewport={"width": width, "height": 640})
    page.route("**/map.js", lambda route: route.abort())
    page.goto(PLACE)
    frame, drawing, below = (
        page.locator(query) for query in (".map-frame", ".map-drawing", ".map-note")
    )
    frame.scroll_into_view_if_needed()
    expect(drawing).to_be_visible()
    before = frame.bounding_box(), below.bounding_box()
    assert before[0]
    assert before[0]["height"] <= 0.6 * 640
    page.unroute("**/map.js")
    page.reload()
    frame.scroll_into_view_if_needed()
    expect(page.locator(".map-drawn")).to_be_visible()
    expect(drawing).to_be_hidden()
    map_box, frame_box = page.locator(".map").bounding_box(), frame.bounding_box()
    assert map_box
    assert frame_box
    assert frame_box["height"] == before[0]["height"]
    assert map_box["width"] == pytest.approx(frame_box["width"], abs=2)
    assert map_box["height"] == pytest.approx(frame_box["height"], abs=2)
    assert before[1]
    after = below.bounding_box()
    assert after
    assert after["y"] - frame_box["y"] == before[1]["y"] - before[0]["y"]


@pytest.mark.parametrize("template", ["place", "route", "places"])
def test_paper_shows_the_drawing(template: str, page: Page) -> None:
    page.goto(f"/ru/{TEMPLATES[template]}")
    page.locator(".map-frame").scroll_into_view_if_needed()
    expect(page.locator(".map-drawn")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".map")).to_be_hidden()
    drawing = page.locator(".map-drawing")
    expect(drawing).to_be_visible()
    expect(page.locator(".map-note")).to_be_visible()
    expect(page.locator(".map-tools")).to_be_hidden()
    box = drawing.bounding_box()
    assert box
    assert box["height"] >= 300
    expect(drawing.locator("text").first).to_have_css("fill", "rgb(0, 0, 0)")


def test_the_drawing_keeps_to_the_colours_of_the_reader(new_page: Callable[..., Page]) -> None:
    page = new_page(color_scheme="dark", java_script_enabled=True)
    page.route("**/map.js", lambda route: route.abort())
    page.goto(PLACE)
    base = page.locator(".map-base")
    assert "invert" in base.evaluate("e => getComputedStyle(e).filter")
    expect(page.locator(".map-drawing .title")).to_have_css("fill", "rgb(230, 236, 238)")
    page.emulate_media(media="print")
    assert base.evaluate("e => getComputedStyle(e).filter") == "none"
    expect(page.locator(".map-drawing .title")).to_have_css("fill", "rgb(0, 0, 0)")
