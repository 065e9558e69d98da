"""The drawn map and the other one in the same frame: one at a time, without a jump; on paper the drawing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.pages import TEMPLATES

PLACE = f"/kk/{TEMPLATES['place']}"
LENGTH = "document.documentElement.scrollHeight"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("template", ["place", "route", "places"])
def test_the_other_map_takes_the_place_of_the_drawing_without_a_jump(
    template: str, width: int, new_page: Callable[..., Page]
) -> None:
    page = new_page(viewport={"width": width, "height": 640})
    held: list[Route] = []
    page.route("**/map.js", lambda route: held.append(route))  # noqa: PLW0108
    frame, drawing = page.locator(".map-frame"), page.locator(".map-drawing")
    with page.expect_request("**/map.js"):
        page.goto(f"/ru/{TEMPLATES[template]}", wait_until="domcontentloaded")
        frame.scroll_into_view_if_needed()
    page.evaluate("document.fonts.ready")
    expect(drawing).to_be_visible()
    expect(page.locator(".map-tools")).to_be_visible()
    before, length = frame.bounding_box(), page.evaluate(LENGTH)
    assert before
    assert before["height"] <= 0.6 * 640
    held[0].continue_()
    expect(page.locator(".map-drawn")).to_be_visible()
    expect(drawing).to_be_hidden()
    map_box, after = page.locator(".map").bounding_box(), frame.bounding_box()
    assert map_box
    assert after
    assert after["height"] == before["height"]
    assert map_box["width"] == pytest.approx(after["width"], abs=2)
    assert map_box["height"] == pytest.approx(after["height"], abs=2)
    assert page.evaluate(LENGTH) == length


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
