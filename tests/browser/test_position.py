"""My position: only when asked, right to the kilometre, and nothing of it leaves the phone."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from site_builder.geodesy import bearing, compass_point, distance_km
from site_builder.languages import Language
from site_builder.ui_strings import load_strings
from tests.browser.conftest import Site
from tests.browser.pages import LANGUAGES, TEMPLATES
from tests.browser.test_maps import open_map

DELTA = {"latitude": 46.4, "longitude": 48.3, "accuracy": 40}
COUNT_REQUESTS = """
window.asked = 0;
const watch = navigator.geolocation.watchPosition.bind(navigator.geolocation);
navigator.geolocation.watchPosition = (...rest) => { window.asked += 1; return watch(...rest); };
"""


def button(page: Page) -> Locator:
    return page.locator(".map .locate")


def lines(page: Page) -> list[tuple[float, float, float, str]]:
    """Return latitude, longitude, radius in metres and the line of each place on the page."""
    found: list[tuple[float, float, float, str]] = page.locator("[data-lat]").evaluate_all(
        "all => all.map(a => [+a.dataset.lat, +a.dataset.lon, +a.dataset.radius,"
        " a.querySelector('.from-me').innerText])"
    )
    return found


@pytest.fixture
def here(new_page: Callable[..., Page]) -> Page:
    """Open a page of a phone in the delta that may know where it is."""
    return new_page(geolocation=DELTA, permissions=["geolocation"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_says_how_far_and_which_way_it_is(language: str, here: Page) -> None:
    here.goto(f"/{language}/{TEMPLATES['places']}")
    here.locator(".map").scroll_into_view_if_needed()
    button(here).click()
    expect(here.locator(".map .here")).to_be_visible()
    me = SimpleNamespace(lat=DELTA["latitude"], lon=DELTA["longitude"])
    strings = load_strings(Language(language))
    found = lines(here)
    assert len(found) >= 30
    for lat, lon, radius, line in found:
        there = SimpleNamespace(lat=lat, lon=lon)
        if line == strings("position.near"):
            assert distance_km(me, there) < radius / 1000
            continue
        number = re.search(r"([\d,]+) км", line)
        assert number, line
        # The script counts on a sphere, which is right to half a per cent.
        right = distance_km(me, there)
        assert abs(float(number[1].replace(",", ".")) - right) < max(1, right / 200)
        way = strings(f"distance.towards.{compass_point(bearing(me, there))}")
        assert line.endswith(f", {way}")
    expect(here.get_by_role("status").filter(has_text="±40 м")).to_be_visible()


def test_dot_stands_where_the_visitor_is(new_page: Callable[..., Page]) -> None:
    # Where the mausoleum's own pin is.
    place = {"latitude": 46.27541, "longitude": 48.50625, "accuracy": 40}
    page = new_page(geolocation=place, permissions=["geolocation"])
    drawn = open_map(page, "place")
    button(page).click()
    page.wait_for_function(
        """
        map => {
          const [dot, pin] = [".here", ".pin"].map(name => {
            const box = map.querySelector(name)?.getBoundingClientRect();
            return box && [box.x + box.width / 2, box.y + box.height / 2];
          });
          return dot && Math.hypot(dot[0] - pin[0], dot[1] - pin[1]) <= 2;
        }""",
        arg=drawn.element_handle(),
    )
    # Only the middle of the area is known, and that is no door to lead to.
    assert page.locator(".from-me").all_inner_texts() == ["Осы маңда: нақты орны белгісіз"]


def test_lines_follow_the_visitor_until_the_second_click(here: Page) -> None:
    open_map(here, "place")
    button(here).click()
    line = here.locator(".from-me")
    expect(line).to_have_text(re.compile("шығысқа қарай$"))
    expect(button(here)).to_have_attribute("aria-pressed", "true")
    here.context.set_geolocation({"latitude": 46.27541, "longitude": 49.5, "accuracy": 40})
    expect(line).to_have_text(re.compile(r"^Сізден түзу сызықпен ≈ 7[67] км, батысқа қарай$"))
    button(here).click()
    expect(line).to_have_count(0)
    expect(here.locator(".map .here")).to_have_count(0)
    expect(button(here)).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize(
    ("latitude", "longitude", "is_shown"),
    [(47.10, 51.90, True), (55.75, 37.62, False)],
    ids=["Atyrau", "Moscow"],
)
def test_map_grows_as_far_as_the_base_layer_reaches(
    latitude: float, longitude: float, is_shown: bool, new_page: Callable[..., Page]
) -> None:
    place = {"latitude": latitude, "longitude": longitude, "accuracy": 2500}
    page = new_page(geolocation=place, permissions=["geolocation"])
    drawn = open_map(page, "place")
    button(page).click()
    expect(page.get_by_role("status").filter(has_text="±2,5 км")).to_be_visible()
    place_on_map = """
    (dot, map) => {
      const inner = dot.getBoundingClientRect(), outer = map.getBoundingClientRect();
      return inner.width > 0 && inner.left > outer.left && inner.right < outer.right &&
        inner.top > outer.top && inner.bottom < outer.bottom;
    }"""
    frame = drawn.element_handle()
    dot = drawn.locator(".here")
    if is_shown:
        page.wait_for_function(
            f"map => ({place_on_map})(map.querySelector('.here'), map)", arg=frame
        )
    else:
        assert not dot.evaluate(place_on_map, frame)


def test_nothing_is_asked_before_the_click_and_nothing_leaves(here: Page) -> None:
    here.add_init_script(COUNT_REQUESTS)
    open_map(here, "place")
    here.wait_for_load_state("networkidle")
    assert here.evaluate("asked") == 0
    stored = "JSON.stringify([Object.entries(localStorage), document.cookie])"
    before = here.evaluate(stored)
    sent: list[str] = []
    here.context.on("request", lambda request: sent.append(request.url))
    button(here).click()
    expect(here.locator(".from-me")).to_be_visible()
    here.wait_for_load_state("networkidle")
    assert here.evaluate("asked") == 1
    assert sent == []
    assert here.evaluate(stored) == before


def test_the_address_does_not_tell_where_the_visitor_is(new_page: Callable[..., Page]) -> None:
    place = {"latitude": 47.8, "longitude": 46.9, "accuracy": 40}
    page = new_page(geolocation=place, permissions=["geolocation"])
    drawn = open_map(page, "places")
    before = page.url
    view = drawn.locator(".leaflet-map-pane").inner_html()
    button(page).click()
    expect(page.locator(".from-me").first).to_be_visible()
    expect(page.locator(".map .here")).to_be_in_viewport()
    assert drawn.locator(".leaflet-map-pane").inner_html() != view
    assert page.url == before


def test_it_works_without_a_signal(here: Page) -> None:
    open_map(here, "place")
    here.context.set_offline(True)
    button(here).click()
    expect(here.locator(".map .here")).to_be_visible()
    expect(here.locator(".from-me")).to_be_visible()


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("kk", "Тұрған жеріңізді анықтауға рұқсат берілмеді."),
        ("ru", "Доступ к местоположению не разрешён."),
    ],
)
def test_a_refusal_is_said_in_the_page_language(language: str, message: str, page: Page) -> None:
    page.context.grant_permissions([])
    page.goto(f"/{language}/{TEMPLATES['place']}")
    page.locator(".map").scroll_into_view_if_needed()
    button(page).click()
    expect(page.get_by_role("status").filter(has_text=message)).to_be_visible()
    expect(button(page)).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".from-me")).to_have_count(0)


def test_an_unprotected_page_says_so(browser: Browser, site: Site) -> None:
    def answer(route: Route) -> None:
        path = site.folder / route.request.url.removeprefix("http://site.example/")
        route.fulfill(path=path / "index.html" if path.is_dir() else path)

    page = browser.new_page()
    page.route("http://site.example/**", answer)
    page.goto(f"http://site.example/ru/{TEMPLATES['place']}")
    page.locator(".map").scroll_into_view_if_needed()
    button(page).click()
    expect(page.get_by_role("status").filter(has_text="(https)")).to_be_visible()
    page.close()


def test_button_is_large_and_named(page: Page) -> None:
    drawn = open_map(page, "places")
    locate = drawn.get_by_role("button", name="Менің тұрған жерім")
    box = locate.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    locate.focus()
    expect(locate).to_be_focused()
