"""Maps on paper: what they show, where, in which words, and how much of a page they are."""

from __future__ import annotations

import gzip
import math
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from itertools import combinations, pairwise

import pytest
from lxml import etree

from site_builder.languages import LANGUAGES, Language
from site_builder.linker import Site, link_site
from site_builder.loader import Entry, load_content
from site_builder.map_drawing.basemap import read_features, read_towns
from site_builder.map_drawing.crop import HEIGHT, WIDTH, find_crop
from site_builder.map_drawing.drawing import draw_map
from site_builder.map_drawing.frames import DELTA, WIDE
from site_builder.map_drawing.labels import STYLES
from site_builder.map_drawing.marks import Density, MapMark, Spot, find_spots
from site_builder.map_drawing.projection import XY, Box, project, units_of_km
from site_builder.ui_strings import load_strings
from site_builder.urls import list_path
from site_builder.views.page import Page
from site_builder.views.points import view_map
from tests.support import ROOT, TODAY
from tests.unit.pages import FILES

NASTY = "</svg><script>alert(1)</script>\"'&amp; ${x} `y`"
ROUNDING = 1.0
"""How far names may reach into each other: they are put at whole units."""


def mark(lat: float, lon: float, number: int = 1, **values: object) -> MapMark:
    """Return a mark at a point."""
    fields = {
        "radius_km": None,
        "precision": "точная точка",
        "layer": "mausoleums",
        "title": f"Место {number}",
        "href": f"#places-{number}",
    }
    return MapMark(lat=lat, lon=lon, number=number, **(fields | values))  # type: ignore[arg-type]


def draw(*marks: MapMark, language: Language = Language.RU, is_way: bool = False) -> etree._Element:
    """Return the drawing of marks as XML."""
    html = draw_map(marks, "Карта", load_strings(language), "../maps/", is_way=is_way)
    return etree.fromstring(html)


def texts(drawing: etree._Element, *names: str) -> list[str]:
    """Return the words on a drawing that are written in some styles."""
    return [text.text or "" for text in drawing.iter("text") if text.get("class") in names]


ALTYNZHAR = mark(46.27541, 48.50625)
ASTRAKHAN = mark(46.34968, 48.04076, 2)
ATYRAU = mark(47.11667, 51.88333, 3)
ORAL = mark(51.23333, 51.36667, 4)


# What a map shows


@pytest.mark.parametrize(
    "marks",
    [
        (ALTYNZHAR,),
        (ALTYNZHAR, ASTRAKHAN),
        (ALTYNZHAR, ASTRAKHAN, ATYRAU),
        (ALTYNZHAR, ORAL),
        (mark(46.6, 48.4, radius_km=80),),
        (mark(46.6, 48.4, radius_km=3), mark(45.5, 48.9, 2, radius_km=60)),
    ],
)
def test_a_map_holds_all_marks_and_areas(marks: tuple[MapMark, ...]) -> None:
    drawing = draw(*marks)
    drawn = [_place(found) for found in drawing.iter("g")]
    assert len(drawn) == len(marks)
    for x, y in drawn:
        assert 18 <= x <= WIDTH - 18
        assert 30 <= y <= HEIGHT - 30
    circles = [circle for circle in drawing.iter("circle") if circle.get("class") == "area"]
    assert len(circles) == sum(1 for one in marks if one.radius_km)
    for circle in circles:
        x, y, radius = (float(circle.get(name) or 0) for name in ("cx", "cy", "r"))
        assert radius <= x <= WIDTH - radius
        assert radius <= y <= HEIGHT - radius


def _place(group: etree._Element) -> XY:
    x, y = re.findall(r"[\d.]+", group.get("transform") or "")
    return float(x), float(y)


def _at(point: XY) -> Box:
    return Box(*point, *point)


TOWNS = [town.at for town in read_towns()]


def test_a_place_is_shown_with_its_surroundings_on_the_base_that_is_exact_enough() -> None:
    close = find_crop([_at(project(46.27541, 48.50625))], TOWNS, 46.27541)
    assert close.frame is DELTA
    assert WIDTH / close.scale == pytest.approx(units_of_km(60, 46.27541))
    far = find_crop([_at(project(47.11667, 51.88333))], TOWNS, 47.11667)
    assert far.frame is WIDE
    assert WIDTH / far.scale == pytest.approx(units_of_km(160, 47.11667))


def test_a_place_beyond_the_base_layer_is_shown_with_a_town_on_it() -> None:
    crop = find_crop([_at(project(51.23333, 51.36667))], TOWNS, 51.2)
    assert crop.frame is WIDE
    assert crop.box.has(project(51.23333, 51.36667))
    assert any(crop.box.has(town) and WIDE.box.has(town) for town in TOWNS)
    assert "Атырау" in texts(draw(ORAL), "city")


def test_the_base_lies_where_the_marks_expect_it() -> None:
    drawing = draw(ALTYNZHAR)
    image = next(drawing.iter("image"))
    assert image.get("href") == "../maps/delta.svg"
    x, y, width, height = (float(image.get(name) or 0) for name in ("x", "y", "width", "height"))
    at, box = project(ALTYNZHAR.lat, ALTYNZHAR.lon), DELTA.box
    across = x + (at[0] - box.left) / (box.right - box.left) * width
    down = y + (at[1] - box.top) / (box.bottom - box.top) * height
    assert _place(next(drawing.iter("g"))) == pytest.approx((across, down), abs=0.1)


def test_an_area_is_of_true_size() -> None:
    drawing = draw(mark(46.27541, 48.50625, radius_km=6))
    radius = next(float(one.get("r") or 0) for one in drawing.iter("circle") if one.get("class"))
    # A map of a single place is 60 km wide.
    assert radius == pytest.approx(6 / 60 * WIDTH, abs=0.1)


def test_the_scale_says_how_long_its_line_is() -> None:
    drawing = draw(ALTYNZHAR)
    line = next(path for path in drawing.iter("path") if path.get("class") == "scale")
    width = float(re.findall(r"h([\d.]+)", line.get("d") or "")[0])
    words = next(text for text in texts(drawing, "small") if text.endswith("км"))
    assert int(words.split()[0]) == pytest.approx(width / WIDTH * 60, abs=0.1)


def test_the_credit_stands_in_the_picture() -> None:
    assert "© Участники OpenStreetMap, Natural Earth, GeoNames" in texts(draw(ORAL), "small")


# Marks


def test_an_exact_point_is_under_the_tip_of_a_drop_and_an_area_has_a_disc() -> None:
    exact = next(draw(ALTYNZHAR).iter("g"))
    area = next(draw(mark(46.3, 48.5, radius_km=2)).iter("g"))
    assert (exact[0].get("d") or "").startswith("M0 0L")
    assert (area[0].get("d") or "").startswith("M0 7A")


def test_places_at_one_point_share_a_mark_with_all_numbers() -> None:
    here = [mark(46.27541, 48.50625, number) for number in (2, 3, 4)]
    drawing = draw(ASTRAKHAN, *here, mark(46.6, 48.5, 7), mark(46.6, 48.5, 9))
    numbers = [text.text for group in drawing.iter("g") for text in group.iter("text")]
    assert sorted(filter(None, numbers)) == ["2", "2–4", "7, 9"]


def test_what_people_come_for_colours_a_shared_mark() -> None:
    drawing = draw(
        mark(46.3, 48.5, 1, layer="settlements"), mark(46.3, 48.5, 2), mark(46.5, 48.6, 3)
    )
    assert {group.get("class") for group in drawing.iter("g")} == {"mark layer-mausoleums"}


def test_a_mark_is_as_exact_as_the_place_that_names_it() -> None:
    village = mark(46.3, 48.5, 1, layer="settlements")
    grave = mark(46.3, 48.5, 2, radius_km=2)
    for both in ((village, grave), (grave, village)):
        drawing = draw(*both)
        assert (next(drawing.iter("g"))[0].get("d") or "").startswith("M0 7A")
        assert [one for one in drawing.iter("circle") if one.get("class") == "area"]
        assert texts(drawing, "title") == ["Место 2"]
    exact = draw(mark(46.3, 48.5, 1, layer="settlements", radius_km=2), mark(46.3, 48.5, 2))
    assert (next(exact.iter("g"))[0].get("d") or "").startswith("M0 0L")


def test_a_way_leads_from_stop_to_stop_in_order() -> None:
    stops = (ATYRAU, ALTYNZHAR, ASTRAKHAN)
    drawing = draw(*stops, is_way=True)
    line = next(drawing.iter("polyline"))
    corners = [float(number) for number in (line.get("points") or "").split()]
    drawn = {next(group.iter("text")).text: _place(group) for group in drawing.iter("g")}
    order = [drawn[str(stop.number)] for stop in stops]
    assert corners == [number for place in order for number in place]
    assert not list(draw(*stops).iter("polyline"))


CROWD = tuple(
    mark(46 + n / 20, 48 + n % 4 / 10, n, title=f"Село {n}", layer="settlements")
    for n in range(1, 16)
)


def test_a_long_way_is_shown_whole() -> None:
    drawing = draw(*CROWD, ATYRAU, is_way=True)
    assert len(list(drawing.iter("g"))) == len(CROWD) + 1


def test_many_marks_have_links_instead_of_numbers() -> None:
    drawing = draw(*CROWD)
    assert not [text for group in drawing.iter("g") for text in group.iter("text")]
    links = {link.get("href"): link.get("aria-label") for link in drawing.iter("a")}
    assert links == {one.href: one.title for one in CROWD}


def test_what_is_far_from_many_is_named_at_the_edge() -> None:
    drawing = draw(
        *CROWD, mark(51.2, 51.4, 20, title="Уральск"), mark(43.6, 51.2, 21, title="Актау")
    )
    edges = {
        (link.get("href"), "".join(link.itertext()))
        for svg in drawing.iter("svg")
        for link in svg.findall("a")
        if link.find("path") is not None and link.find("text") is not None
    }
    assert {("#places-20", "Уральск"), ("#places-21", "Актау")} <= edges
    # Not a heap: the others fill the map.
    heights = [_place(group)[1] for group in drawing.iter("g")]
    assert max(heights) - min(heights) > HEIGHT / 3


# Words


@cache
def _site() -> Site:
    site, _ = link_site(load_content(ROOT / "content"))
    assert site is not None
    return site


def _real_maps() -> list[tuple[str, list[Entry]]]:
    site = _site()
    pointed = [entry for entry in site.all("places") if entry.record.point]
    routes = [
        [site.entry("places", stop.place) for stop in route.record.stops]
        for route in site.all("routes")
    ]
    return [
        ("overview", pointed),
        *(("place", [entry]) for entry in pointed),
        *(("route", places) for places in routes),
    ]


def drawings(language: Language) -> list[tuple[str, str]]:
    """Return the kind and the drawing of each map of the real content."""
    path = list_path(language, "places")
    page = Page(_site(), load_strings(language), path, TODAY, FILES)
    views = [(kind, view_map(page, kind, "Карта", places)) for kind, places in _real_maps()]
    return [(kind, view.drawing) for kind, view in views if view]


LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def _box(text: etree._Element) -> Box:
    """Return what a name covers, by its style."""
    style = STYLES[text.get("class") or ""]
    width, height = style.width(text.text or ""), style.height
    x, y = float(text.get("x") or 0), float(text.get("y") or 0) - style.size * 0.35
    x += {"start": width / 2, "end": -width / 2}.get(text.get("text-anchor") or "", 0)
    turn = re.findall(r"-?[\d.]+", text.get("transform") or "")
    angle = math.radians(float(turn[0])) if turn else 0
    cos, sin = abs(math.cos(angle)), abs(math.sin(angle))
    across = (width * cos + height * sin) / 2 - ROUNDING
    down = (width * sin + height * cos) / 2 - ROUNDING
    return Box(x - across, y - down, x + across, y + down)


@LANGUAGE
def test_no_name_lies_on_another_or_on_a_mark(language: Language) -> None:
    found = 0
    for _, html in drawings(language):
        drawing = etree.fromstring(html)
        names = [
            (text.text, _box(text)) for text in drawing.iter("text") if text.get("class") in STYLES
        ]
        tips = [_place(group) for group in drawing.iter("g")]
        for (one, box), (other, other_box) in combinations(names, 2):
            assert not box.meets(other_box), (one, other)
        for name, box in names:
            assert not any(box.has(tip) for tip in tips), name
            assert Box(0, 0, WIDTH, HEIGHT).holds(box), name
        found += len(names)
    assert found > 100


@LANGUAGE
def test_names_are_in_the_language_of_the_page(language: Language) -> None:
    names = {
        Language.KK: {"Астрахан", "Алтынжар", "Еділ", "Қазақстан", "Ресей", "Каспий теңізі"},
        Language.RU: {"Астрахань", "Алтынжар", "Волга", "Казахстан", "Россия", "Каспийское море"},
    }[language]
    written = {
        text for _, html in drawings(language) for text in texts(etree.fromstring(html), *STYLES)
    }
    assert names <= written


def _crossings(at: XY, line: Iterable[tuple[XY, XY]]) -> int:
    """Count how often a ray to the east meets lines."""
    x, y = at
    return sum(
        (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0)
        for (x0, y0), (x1, y1) in line
    )


def _segments(layer: str) -> list[tuple[XY, XY]]:
    lines = [line for one in read_features() if one.layer == layer for line in one.lines]
    return [pair for line in lines for pair in pairwise(line)]


def test_each_country_is_named_on_its_side_of_the_border() -> None:
    border, seen = _segments("border"), set()
    for one in _site().all("places"):
        if not one.record.point or not WIDE.box.has(
            project(one.record.point.lat, one.record.point.lon)
        ):
            continue
        point = mark(one.record.point.lat, one.record.point.lon)
        crop = find_crop([_at(project(point.lat, point.lon))], TOWNS, point.lat)
        for text in draw(point).iter("text"):
            if text.get("class") == "country":
                x, y = float(text.get("x") or 0), float(text.get("y") or 0) - 4
                plane = crop.left + x / crop.scale, crop.top + y / crop.scale
                is_east = _crossings(plane, border) % 2 == 0
                assert is_east == (text.text == "Казахстан"), (one.id, text.text)
                seen.add(text.text)
    assert seen == {"Казахстан", "Россия"}


def test_the_sea_is_named_at_sea() -> None:
    drawing = draw(ALTYNZHAR, ASTRAKHAN, ATYRAU)
    name = next(text for text in drawing.iter("text") if text.get("class") == "sea")
    spots = find_spots((ALTYNZHAR, ASTRAKHAN, ATYRAU))
    crop = find_crop([_at(spot.at) for spot in spots], TOWNS, ALTYNZHAR.lat)
    box, land = _box(name), _segments("land")
    for x in (box.left, (box.left + box.right) / 2, box.right):
        for y in (box.top, box.bottom):
            assert (
                _crossings((crop.left + x / crop.scale, crop.top + y / crop.scale), land) % 2 == 0
            )


def test_what_people_come_for_is_named_on_the_overview() -> None:
    names = texts(etree.fromstring(drawings(Language.RU)[0][1]), "town")
    assert {"Мавзолей Курмангазы", "Памятник Курмангазы"} <= set(names)


def test_rivers_are_named_along_their_course() -> None:
    drawing = draw(ALTYNZHAR)
    river = next(text for text in drawing.iter("text") if text.text == "Бузан")
    angle, x, y = map(float, re.findall(r"-?[\d.]+", river.get("transform") or ""))
    crop = find_crop([_at(project(ALTYNZHAR.lat, ALTYNZHAR.lon))], TOWNS, ALTYNZHAR.lat)
    line = next(one.lines[0] for one in read_features() if one.names[Language.RU] == "Бузан")
    nearest = min(abs(px - x) + abs(py - y) for px, py in crop.part(line))
    assert nearest < 25
    assert 10 < angle < 80  # it flows to the south-east there


def test_the_picture_says_in_words_what_it_shows_and_how_exactly() -> None:
    drawing = draw(
        mark(46.3, 48.5, 2, title="Село", precision="приблизительно, в пределах 2 км"), ASTRAKHAN
    )
    picture = next(svg for svg in drawing.iter("svg") if svg.get("role") == "img")
    title, words = picture[0], picture[1]
    assert title.text == "Карта"
    assert words.text == "2. Село: приблизительно, в пределах 2 км; 2. Место 2: точная точка"
    assert picture.get("aria-labelledby") == title.get("id")
    assert picture.get("aria-describedby") == words.get("id")
    many = next(svg for svg in draw(*CROWD).iter("svg") if svg.get("role") == "group")
    assert (many[1].text or "").startswith("Мест на карте: 15.")


def test_two_maps_of_a_page_have_different_ids() -> None:
    ids = [
        element.get("id")
        for drawing in (draw(ALTYNZHAR), draw(ALTYNZHAR, language=Language.KK), draw(ASTRAKHAN))
        for element in drawing.iter()
        if element.get("id")
    ]
    assert len(ids) == 6
    assert len(set(ids)) == 6


@pytest.mark.parametrize("others", [(), (ASTRAKHAN,), CROWD])
def test_names_are_text_whatever_they_hold(others: tuple[MapMark, ...]) -> None:
    nasty = mark(46.27541, 48.50625, 99, title=NASTY, href=f"#{NASTY}", precision=NASTY)
    html = draw_map((nasty, *others), NASTY, load_strings(Language.RU), f"../{NASTY}/")
    drawing = etree.fromstring(html)
    assert {element.tag for element in drawing.iter()} <= {
        *("div", "svg", "title", "desc", "image", "path", "circle", "g", "a", "text")
    }
    assert next(drawing.iter("title")).text == NASTY
    assert NASTY in (next(drawing.iter("desc")).text or "") or len(others) > 12
    assert next(drawing.iter("image")).get("href") == f"../{NASTY}/delta.svg"


def test_names_on_the_map_are_text_too() -> None:
    short = "</text><b>&"
    assert texts(draw(mark(46.27541, 48.50625, title=short)), "title") == [short]
    far = draw(*CROWD, mark(51.2, 51.4, 20, title=short))
    assert short in texts(far, "town")
    assert not list(far.iter("b"))


# Bytes


@LANGUAGE
def test_maps_are_a_small_part_of_a_page(language: Language) -> None:
    most = {"place": 2500, "route": 3500, "overview": 10_000}
    for kind, html in drawings(language):
        assert len(html.encode()) <= most[kind], html
        assert len(gzip.compress(html.encode(), 6)) <= 2500


def test_maps_are_the_same_in_every_build() -> None:
    script = (
        "import sys; from site_builder.languages import Language; "
        "from tests.unit.test_map_drawing import drawings; "
        "sys.stdout.buffer.write(repr(drawings(Language.KK)).encode())"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            cwd=ROOT,
        ).stdout
        for seed in ("1", "2")
    }
    assert made == {repr(drawings(Language.KK)).encode()}


def test_the_number_of_points_decides_how_they_are_marked() -> None:
    spots: list[Spot] = find_spots(CROWD)
    assert Density.of(spots[:1]) is Density.ALONE
    assert Density.of(spots[:12]) is Density.SOME
    assert Density.of(spots[:13]) is Density.MANY
