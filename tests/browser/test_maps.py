"""Maps: drawn when they come near, and usable with a keyboard."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Response, expect

from tests.browser.pages import LANGUAGES, TEMPLATES

MAPS = ("places", "place", "route")
KILOBYTE = 1024
MOST_BYTES = 80 * KILOBYTE


def open_map(page: Page, template: str, language: str = "kk") -> Locator:
    """Open a page of a template and return its map once it is drawn."""
    return open_map_at(page, f"/{language}/{TEMPLATES[template]}")


def open_map_at(page: Page, path: str) -> Locator:
    """Open a page and return its map once it is drawn."""
    page.goto(path)
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
    expect(popup).to_contain_text((name or "").split(",")[0].split(". ")[-1])
    expect(popup.locator(":focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(popup).to_have_count(0)
    expect(page.locator(".pin:focus")).to_have_attribute("title", name or "")


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_popup_leads_to_the_place(language: str, page: Page) -> None:
    open_map(page, "places", language).locator(".pin").first.click()
    link = page.locator(".leaflet-popup-content a").first
    expect(link).to_be_focused()
    link.press("Enter")
    page.wait_for_url(f"**/{language}/places/*/")


def test_a_pin_opens_with_space_and_the_cross_gives_the_focus_back(page: Page) -> None:
    drawn = open_map(page, "place")
    drawn.locator(".pin").press("Space")
    cross = page.get_by_role("button", name="Жабу")
    expect(cross).to_be_focused()
    cross.press("Enter")
    expect(drawn.locator(".pin")).to_be_focused()


def test_buttons_are_named_in_the_page_language(shared_page: Callable[..., Page]) -> None:
    drawn = open_map(shared_page(), "places")
    buttons = drawn.locator(".leaflet-bar").locator("a, button")
    names = buttons.evaluate_all("all => all.map(a => a.getAttribute('aria-label'))")
    assert names == [
        *("Жақындату", "Алыстату", "Барлық орынды көрсету", "Толық экран"),
        "Менің тұрған жерім",
    ]
    for button in buttons.all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44


@pytest.mark.parametrize("size", [(320, 568), (740, 360)])
def test_buttons_are_within_reach_on_a_small_map(
    size: tuple[int, int], new_page: Callable[..., Page]
) -> None:
    page = new_page(viewport={"width": size[0], "height": size[1]}, has_touch=True, is_mobile=True)
    drawn = open_map(page, "places")
    drawn.evaluate("map => map.scrollIntoView({block: 'end'})")
    reached = drawn.locator(".leaflet-bar :is(a, button)").evaluate_all(
        """all => all.map(button => {
            const box = button.getBoundingClientRect();
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return button.contains(top) && Math.min(box.width, box.height) >= 44;
        })"""
    )
    assert reached == [True] * 5


def test_map_fills_the_screen_and_leaves_it(page: Page) -> None:
    drawn = open_map(page, "place")
    button = page.get_by_role("button", name="Толық экран")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    box = drawn.bounding_box()
    assert box
    assert box["height"] == page.evaluate("innerHeight")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_the_map(language: str, shared_page: Callable[..., Page]) -> None:
    page = shared_page()
    open_map(page, "places", language).locator(".pin").first.press("Enter")
    expect(page.locator(".leaflet-popup")).to_have_css("opacity", "1")
    parts = {"include": [[".map"], [".map-tools"], [".map-legend"]]}
    assert Axe().run(page, context=parts).response["violations"] == []


@pytest.mark.parametrize(
    ("language", "river", "country"),
    [("kk", "Еділ", "ҚАЗАҚСТАН"), ("ru", "Волга", "КАЗАХСТАН")],
)
def test_names_are_in_the_page_language_and_do_not_overlap(
    language: str, river: str, country: str, shared_page: Callable[..., Page]
) -> None:
    page = shared_page()
    names = open_map(page, "home", language).locator(".name")
    expect(names.and_(page.get_by_text(river, exact=True))).to_be_visible()
    names = open_map_at(page, f"/{language}/routes/atyrau-mausoleums/").locator(".name")
    expect(names.filter(has_text=country)).to_be_visible()
    assert page.locator(".leaflet-names-pane").get_attribute("aria-hidden") == "true"
    texts = names.all_text_contents()
    assert len(set(texts)) == len(texts) >= 5
    boxes = names.evaluate_all("all => all.map(a => a.getBoundingClientRect().toJSON())")
    slack = 2
    assert not [
        (texts[i], texts[j])
        for i, a in enumerate(boxes)
        for j, b in enumerate(boxes[:i])
        if a["left"] + slack < b["right"]
        and b["left"] + slack < a["right"]
        and a["top"] + slack < b["bottom"]
        and b["top"] + slack < a["bottom"]
    ]


def test_a_route_numbers_its_stops_and_joins_them(shared_page: Callable[..., Page]) -> None:
    page = shared_page()
    drawn = open_map_at(page, "/ru/routes/atyrau-mausoleums/")
    expect(drawn.locator("path.stops")).to_have_attribute("stroke-dasharray", "3 6")
    numbers = drawn.locator(".pin-number").all_text_contents()
    assert numbers == ["1", "2", "5", "6", "7, 8"]
    expect(drawn.locator(".pin").last).to_have_attribute(
        "title", "7, 8. Алтынжар, Мавзолей Курмангазы"
    )
    # The village is exact, the mausoleum that names the pin is not.
    expect(drawn.locator(".pin").last).to_have_class(re.compile(r"\bpin-approximate\b"))
    expect(page.locator(".map-note")).to_contain_text("по прямой")


def test_a_pin_of_many_stops_has_their_run(shared_page: Callable[..., Page]) -> None:
    drawn = open_map(shared_page(), "route", "ru")
    assert drawn.locator(".pin-number").all_text_contents() == ["1", "2–4"]
    name = drawn.locator(".pin").last.get_attribute("title") or ""
    assert name.startswith("2, 3, 4. ")


def test_names_are_as_wide_as_their_text(shared_page: Callable[..., Page]) -> None:
    names = open_map(shared_page(), "places", "ru").locator(".name")
    assert names.count() >= 5
    spare = names.evaluate_all(
        """all => all.filter(name => !name.style.rotate).map(name => {
            const range = document.createRange();
            range.selectNodeContents(name);
            return name.offsetWidth - range.getBoundingClientRect().width;
        })"""
    )
    assert max(spare) <= 3


def test_the_link_of_a_popup_is_large_enough_to_touch(shared_page: Callable[..., Page]) -> None:
    drawn = open_map(shared_page(), "places", "ru")
    drawn.locator(".pin").first.press("Enter")
    box = drawn.locator(".leaflet-popup-content a").first.bounding_box()
    assert box
    assert box["height"] >= 44


def test_beyond_the_base_layer_is_no_sea(shared_page: Callable[..., Page]) -> None:
    page = shared_page()
    drawn = open_map_at(page, "/kk/places/oral/")
    expect(drawn.locator(".pin")).to_be_in_viewport()
    sea = drawn.locator(".base-water").first.evaluate("path => getComputedStyle(path).fill")
    ground = drawn.evaluate("map => getComputedStyle(map).backgroundColor")
    assert sea == "rgb(207, 227, 234)"
    assert ground == "rgb(230, 225, 213)"
    expect(drawn.locator(".name", has_text="Атырау")).to_be_visible()


def test_one_finger_scrolls_the_page(new_page: Callable[..., Page]) -> None:
    page = new_page(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 640})
    drawn = open_map(page, "place")
    expect(drawn).to_have_css("touch-action", "pan-x pan-y")
    expect(page.locator(".two-fingers")).to_be_visible()


def test_nothing_moves_for_those_who_asked_for_it(new_page: Callable[..., Page]) -> None:
    page = new_page(reduced_motion="reduce")
    drawn = open_map(page, "places")
    assert "leaflet-fade-anim" not in (drawn.get_attribute("class") or "")
    page.get_by_role("button", name="Алыстату").click()
    assert drawn.locator(".leaflet-zoom-anim").count() == 0
    before = page.locator(".leaflet-map-pane").get_attribute("style")
    drawn.press("ArrowRight")
    assert page.locator(".leaflet-map-pane").get_attribute("style") != before


def test_map_is_light(page: Page) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108
    open_map(page, "places")
    page.wait_for_load_state("networkidle")
    sizes = {
        answer.url: len(gzip.compress(answer.body(), 6))
        for answer in answers
        if any(part in answer.url for part in ("/leaflet/", "/maps/", "/map.js", "/map.css"))
    }
    drawing = page.locator(".map-drawing").first.evaluate("drawing => drawing.outerHTML")
    sizes["drawing"] = len(gzip.compress(drawing.encode(), 6))
    assert len(sizes) == 8
    assert sum(sizes.values()) <= MOST_BYTES, sizes


def test_a_map_that_cannot_be_drawn_leaves_the_drawing(new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.route("**/map.js", lambda route: route.abort())
    page.goto(f"/ru/{TEMPLATES['place']}")
    page.locator(".map-frame").scroll_into_view_if_needed()
    expect(page.locator(".map-tools")).to_be_hidden()
    expect(page.locator(".map-drawing")).to_be_visible()


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
