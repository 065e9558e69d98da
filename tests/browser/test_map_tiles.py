"""The detailed map: asked of its server only after the visitor asked for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import Site, open_context
from tests.browser.test_maps import open_map

SERVER = "https://tile.openstreetmap.org/**"
PICTURE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256">'
    b'<rect width="256" height="256" fill="#dddddd"/></svg>'
)
NAMES = ".name:not(.name-pin)"


@pytest.fixture
def visitor(browser: Browser, site: Site) -> Iterator[Page]:
    """Open a page that may ask other hosts, which the pages of all other tests may not."""
    context = open_context(browser, site, {})
    yield context.new_page()
    context.close()


@pytest.fixture
def asked(visitor: Page) -> list[dict[str, str]]:
    """Answer for the tile server; return the headers of what it was asked."""
    headers: list[dict[str, str]] = []

    def answer(route: Route) -> None:
        headers.append(route.request.headers)
        route.fulfill(content_type="image/svg+xml", body=PICTURE)

    visitor.route(SERVER, answer)
    return headers


def test_tiles_come_when_asked_for_and_the_choice_is_kept(
    visitor: Page, asked: list[dict[str, str]], site: Site
) -> None:
    others: list[str] = []
    visitor.on("request", lambda one: others.append(one.url) if site.url not in one.url else None)
    drawn = open_map(visitor, "place")
    button = visitor.locator(".map-detail")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(visitor.locator(".map-tools")).to_contain_text("OpenStreetMap серверінен")
    assert not [url for url in others if url.startswith("http")]

    button.click()
    expect(drawn.locator(".leaflet-tile-loaded").first).to_be_visible()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert {headers["referer"] for headers in asked} == {f"{site.url}/"}
    expect(drawn.locator(NAMES).first).to_be_hidden()
    expect(drawn.locator(".name-pin")).to_be_visible()

    asked.clear()
    drawn = open_map(visitor, "route")
    expect(drawn.locator(".leaflet-tile-loaded").first).to_be_visible()
    assert asked

    visitor.locator(".map-detail").click()
    expect(drawn.locator(".leaflet-tile")).to_have_count(0)
    expect(drawn.locator(NAMES).first).to_be_visible()
    asked.clear()
    open_map(visitor, "place")
    visitor.wait_for_load_state("networkidle")
    assert not asked


def test_the_base_layer_stays_where_no_tile_comes(visitor: Page) -> None:
    failed: list[str] = []
    visitor.on("requestfailed", lambda request: failed.append(request.url))
    visitor.route(SERVER, lambda route: route.abort())
    drawn = open_map(visitor, "places")
    pins = drawn.locator(".pin").count()
    visitor.locator(".map-detail").click()
    expect(drawn.locator(".leaflet-tile-loaded").first).to_be_attached()
    visitor.wait_for_load_state("networkidle")
    assert failed
    assert drawn.locator("path").count() >= 20
    assert drawn.locator(".pin").count() == pins > 20
    expect(drawn.locator(NAMES).first).to_be_visible()


def test_names_come_back_when_the_signal_is_lost(
    visitor: Page, asked: list[dict[str, str]]
) -> None:
    drawn = open_map(visitor, "place")
    visitor.locator(".map-detail").click()
    expect(drawn.locator(NAMES).first).to_be_hidden()
    assert asked
    visitor.unroute(SERVER)
    visitor.route(SERVER, lambda route: route.abort())
    visitor.get_by_role("button", name="Алыстату").click()
    expect(drawn.locator(NAMES).first).to_be_visible()


def test_tiles_are_dark_in_the_dark(visitor: Page, asked: list[dict[str, str]]) -> None:
    visitor.emulate_media(color_scheme="dark")
    drawn = open_map(visitor, "place")
    visitor.locator(".map-detail").click()
    expect(drawn.locator(".leaflet-tile-loaded").first).to_be_visible()
    assert asked
    filter_ = drawn.locator(".leaflet-tile-pane").evaluate("pane => getComputedStyle(pane).filter")
    assert "invert(1)" in filter_


def test_the_credit_is_seen_on_the_narrowest_phone(
    visitor: Page, asked: list[dict[str, str]]
) -> None:
    visitor.set_viewport_size({"width": 320, "height": 640})
    drawn = open_map(visitor, "place")
    visitor.locator(".map-detail").click()
    expect(drawn.locator(".leaflet-tile-loaded").first).to_be_visible()
    assert asked
    credits_ = drawn.locator(".leaflet-control-attribution a")
    expect(credits_).to_have_text(
        ["Leaflet", "© OpenStreetMap қатысушылары", "Natural Earth", "GeoNames"]
    )
    credits_.first.scroll_into_view_if_needed()
    covered = credits_.evaluate_all(
        """links => links.filter(link => [...link.getClientRects()].some(box => {
            const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
            return document.elementFromPoint(x, y) !== link || x > 320;
        })).map(link => link.textContent)"""
    )
    assert covered == []


def test_the_scale_stands_above_the_credit(shared_page: Callable[..., Page]) -> None:
    drawn = open_map(shared_page(viewport={"width": 320, "height": 640}), "places")
    scale = drawn.locator(".leaflet-control-scale-line").bounding_box()
    credit = drawn.locator(".leaflet-control-attribution").bounding_box()
    assert scale
    assert credit
    assert scale["y"] + scale["height"] <= credit["y"] + 1
    expect(drawn.locator(".leaflet-control-scale-line")).to_contain_text(" км")
