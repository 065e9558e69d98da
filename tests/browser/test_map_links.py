"""The map of all places: its legend filters it, addresses lead into it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import LANGUAGES
from tests.browser.test_maps import open_map, open_map_at


def shown_pins(page: Page) -> int:
    """Return how many pins are on the map."""
    return page.locator(".map-drawn .pin").count()


def test_legend_hides_and_shows_layers(page: Page) -> None:
    open_map(page, "places")
    everything = shown_pins(page)
    box = page.get_by_role("checkbox", name="Картада көрсету: Елді мекендер мен аудандар")
    box.uncheck()
    left = shown_pins(page)
    assert 0 < left < everything
    expect(page.locator(".map-drawn .layer-settlements")).to_have_count(0)
    expect(page.locator(".map-drawn .layer-mausoleums")).to_have_count(1)
    said = page.get_by_role("status").filter(has_text="Картадағы белгілер саны")
    expect(said).to_have_text(f"Картадағы белгілер саны: {left}")
    page.reload()
    expect(box).not_to_be_checked()
    assert shown_pins(page) == left
    box.check()
    assert shown_pins(page) == everything


def test_a_layer_without_points_cannot_be_shown_and_says_so(
    shared_page: Callable[..., Page],
) -> None:
    page = shared_page()
    open_map(page, "places")
    crossings = page.locator(".map-legend [data-layer=crossings]")
    expect(crossings).to_contain_text("картада жоқ")
    expect(crossings.locator("input")).to_have_count(0)


def test_legend_is_a_list_of_links_without_javascript(shared_page: Callable[..., Page]) -> None:
    page = shared_page(java_script_enabled=False)
    page.goto("/ru/places/")
    links = page.locator(".map-legend a")
    assert links.count() == page.locator("h2[id]").count()
    links.filter(has_text="Населённые пункты").click()
    expect(page.locator("h2#settlements")).to_be_in_viewport()


@pytest.mark.parametrize("language", LANGUAGES)
def test_link_to_a_place_opens_its_pin(language: str, shared_page: Callable[..., Page]) -> None:
    page = shared_page(viewport={"width": 360, "height": 640})
    page.goto(f"/{language}/places/?place=oral")
    popup = page.get_by_role("dialog", name={"kk": "Орал", "ru": "Уральск"}[language])
    expect(popup).to_be_in_viewport()
    link = popup.locator("a").first
    expect(link).to_be_focused()
    assert (link.get_attribute("href") or "").endswith(f"/{language}/places/oral/")
    assert page.url.endswith("?place=oral")


def test_link_to_a_place_without_a_point_leads_to_its_card(
    shared_page: Callable[..., Page],
) -> None:
    page = shared_page(viewport={"width": 360, "height": 640})
    page.goto("/ru/places/?place=maly-aral")
    expect(page.locator("#places-maly-aral")).to_be_in_viewport()


def test_address_sets_the_view_and_follows_it(page: Page) -> None:
    page.goto("/kk/places/#map=10/47.117/51.883")
    pin = page.locator(".map-drawn .pin[title=Атырау]")
    expect(pin).to_be_in_viewport()
    assert page.url.endswith("/kk/places/#map=10/47.117/51.883")
    page.get_by_role("button", name="Жақындату").click()
    page.wait_for_url(re.compile(r"/places/#map=11/47\.\d+/51\.\d+$"))
    page.locator(".map").press("ArrowRight")
    page.wait_for_function("east => location.hash.split('/')[2] > east", arg=51.884)
    page.get_by_role("button", name="Барлық орынды көрсету").click()
    page.wait_for_url(re.compile(r"#map=[789]/46\.\d+/48\.\d+$"))


@pytest.mark.parametrize("view", ["9/./.", "9/1.2.3/48", "9999/9999/99999", "9/46", "9/80/170"])
def test_an_address_that_is_no_view_here_does_no_harm(
    view: str, new_page: Callable[..., Page]
) -> None:
    page = new_page()
    open_map_at(page, f"/ru/places/#map={view}")
    expect(page.locator(".map-drawn .pin").first).to_be_in_viewport()


def test_an_address_put_into_the_open_page_sets_the_view(page: Page) -> None:
    open_map(page, "places")
    page.evaluate("location.hash = 'map=9/51.233/51.367'")
    expect(page.locator(".map-drawn .pin[title=Орал]")).to_be_in_viewport()


def test_a_moved_map_is_found_again_instead_of_the_place(page: Page) -> None:
    page.goto("/ru/places/?place=oral")
    expect(page.get_by_role("dialog", name="Уральск")).to_be_visible()
    page.get_by_role("button", name="Показать все места").click()
    page.wait_for_url(re.compile(r"/ru/places/#map=[789]/46\.\d+/48\.\d+$"))


def test_a_spoilt_memory_of_layers_does_no_harm(page: Page) -> None:
    page.add_init_script("sessionStorage.setItem('site-map-hidden', '{\"a\": 1}')")
    open_map(page, "places")
    assert shown_pins(page) > 20


def test_boxes_of_the_legend_are_large_enough_to_touch(page: Page) -> None:
    open_map(page, "places")
    labels = page.locator(".map-legend label")
    assert labels.count() >= 4
    for box in (label.bounding_box() for label in labels.all()):
        assert box
        assert min(box["width"], box["height"]) >= 44


def test_other_anchors_stay_until_the_map_is_moved(shared_page: Callable[..., Page]) -> None:
    page = shared_page()
    open_map_at(page, "/kk/places/#settlements").locator(".pin").last.press("Enter")
    expect(page.locator(".leaflet-popup")).to_be_visible()
    assert page.url.endswith("/kk/places/#settlements")


def test_both_languages_have_the_same_points(shared_page: Callable[..., Page]) -> None:
    page = shared_page()
    points = []
    for language in LANGUAGES:
        open_map(page, "places", language)
        points.append(
            page.locator("[data-lat]").evaluate_all(
                "all => all.map(a => [a.dataset.id, a.dataset.lat, a.dataset.lon].join()).sort()"
            )
        )
        assert shown_pins(page) == len({point.split(",", 1)[1] for point in points[-1]})
    assert points[0] == points[1]
    assert len(points[0]) > 20
