"""What pages say of where a place is: point, distance, qibla, links, the next event there."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from site_builder.languages import LANGUAGES, Language
from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.views.cards import card
from site_builder.views.events import view_event
from site_builder.views.page import Page
from site_builder.views.parts import NotedLink, PartView
from site_builder.views.places import view_place
from site_builder.views.points import view_point
from site_builder.views.routes import NavigateView, view_route
from site_builder.views.where import WhereView
from tests.support import TODAY
from tests.unit.pages import changed, full_site, open_page

KK, RU = LANGUAGES
EXACT = {
    "lat": "46.27541",
    "lon": "48.50625",
    "precision": "exact",
    "sources": ["first"],
    "checked": "2026-11-21",
}
FAR = EXACT | {"lat": "47.1", "lon": "51.9"}


def place(id_: str = "full-place") -> Entry:
    return full_site().entry("places", id_)


def site_with(*entries: Entry) -> Site:
    site = full_site()
    kinds = {kind: dict(members) for kind, members in site.entries.items()}
    for entry in entries:
        kinds[entry.kind.name][entry.id] = entry
    return replace(site, entries=kinds)


def where(entry: Entry, language: Language = RU) -> WhereView:
    page = open_page(entry, language, site=site_with(entry))
    (part,) = [part for part in view_place(page, entry).parts if part.anchor == "map"]
    (item,) = part.items
    assert isinstance(item, WhereView)
    return item


# Point and distance


def test_a_point_stands_in_two_forms_with_exactness_date_and_source() -> None:
    point = where(place()).point
    assert point
    assert (point.lat, point.lon) == ("46.27541", "48.50625")
    assert point.degrees.replace("\u00a0", " ") == "46°16′31″ с. ш., 48°30′23″ в. д."
    assert point.precision == "приблизительно, в пределах 500 м: точка села"
    assert point.checked == "точка проверена: 21\u00a0ноября 2026\u00a0г."
    assert "source-1" in point.citations


def test_the_distance_is_from_the_place_of_the_settings() -> None:
    near, origin = where(place()).point, where(place("village")).point
    assert near
    assert near.distance == "от села около 8 км по прямой, на запад"
    kazakh = where(place(), KK).point
    assert kazakh
    assert kazakh.distance == "Ауылдан түзу сызықпен шамамен 8 км, батысқа қарай"
    assert origin
    assert origin.distance == ""


def test_without_such_a_place_there_are_no_distances() -> None:
    site = full_site()
    settings = site.settings.model_copy(update={"distances_from": None})
    page = open_page(place(), site=replace(site, settings=settings))
    assert view_point(page, place().record.point).distance == ""


def test_without_a_point_the_page_says_so() -> None:
    item = where(changed(place(), point=None))
    assert (item.point, item.links, item.qibla) == (None, None, None)


def test_a_page_can_be_taken_along_with_its_files_and_without_a_point() -> None:
    known, unknown = place(), changed(place(), point=None)
    views = [view_place(open_page(e, site=site_with(e)), e).take_along for e in (known, unknown)]
    with_files, without = views
    assert with_files
    assert without
    assert [file.format for file in with_files.files] == ["GPX", "KML", "GeoJSON"]
    assert with_files.intro
    assert (without.files, without.intro) == ((), "")
    assert without.code == with_files.code
    assert "<svg" in without.code


# Qibla


@pytest.mark.parametrize(
    ("values", "text", "turned"),
    [
        ({}, "199°, на юг", "198.8"),
        ({"kind": "grave", "point": EXACT}, "198,8°, на юг", "198.8"),
        ({"kind": "mosque", "point": FAR}, "205°, на юго-запад", "205.0"),
    ],
)
def test_qibla_of_mausoleums_graves_and_mosques(
    values: dict[str, Any], text: str, turned: str
) -> None:
    found = where(changed(place(), **values)).qibla
    assert found
    assert found.text == text
    assert "географического севера" in found.note
    assert f"rotate({turned} " in found.arrow


@pytest.mark.parametrize("kind", ["museum", "village", "border", "venue"])
def test_no_qibla_elsewhere(kind: str) -> None:
    assert where(changed(place(), kind=kind)).qibla is None


# The map of an event


def event_where(event: Entry, *others: Entry) -> PartView | None:
    page = open_page(event, site=site_with(event, *others))
    parts = [part for part in view_event(page, event).parts if part.anchor == "map"]
    return parts[0] if parts else None


def test_an_event_tells_where_its_place_is() -> None:
    part = event_where(full_site().entry("events", "full-event"))
    assert part
    assert part.map
    (item,) = part.items
    assert item.title == "Мавзолей «Полный» <i>"
    assert item.href == "../../places/full-place/"
    assert item.address == "ул. Мира, 1 · Алтынжар"
    assert item.location_note == "На вершине бугра."
    assert item.point.lat == "46.27541"
    assert item.links.routes
    assert item.qibla is None


def test_an_event_at_a_place_without_a_point_has_no_map() -> None:
    event = full_site().entry("events", "full-event")
    part = event_where(event, changed(place(), point=None))
    assert part
    assert part.map is None
    assert part.items[0].point is None


def test_an_event_without_a_place_has_no_such_part() -> None:
    assert event_where(full_site().entry("events", "past-event")) is None


# Routes


def route(*points: dict[str, Any] | None, language: Language = RU) -> tuple[PartView, ...]:
    """Return the parts of a route through places with these points, after the village."""
    places = [
        replace(
            changed(place(), point=point, title={"kk": f"Орын {n}", "ru": f"Место {n}"}), id=f"p{n}"
        )
        for n, point in enumerate(points, 1)
    ]
    stops = [{"place": stop, "sources": ["first"]} for stop in ("village", *(p.id for p in places))]
    stops[1] |= {"road_km": "70", "drive_minutes": "90"}
    entry = changed(full_site().entry("routes", "full-route"), stops=stops)
    return view_route(open_page(entry, language, site=site_with(entry, *places)), entry).parts


def test_stops_tell_road_and_straight_line_from_the_stop_before() -> None:
    stops, *_ = route(EXACT, FAR)
    assert [stop.way for stop in stops.items] == [
        "",
        "От предыдущей остановки: 70 км по дороге · 90 мин · 8 км по прямой, на запад",
        "От предыдущей остановки: 275 км по прямой, на восток",
    ]
    assert stops.intro == "Всего от остановки к остановке: 283 км по прямой."
    kazakh, *_ = route(EXACT, FAR, language=KK)
    assert kazakh.items[1].way == (
        "Алдыңғы орыннан: жолмен 70 км · 90 минут · түзу сызықпен 8 км, батысқа қарай"
    )


def test_a_stop_without_a_point_breaks_the_line_and_the_total() -> None:
    stops, *_ = route(None, FAR)
    assert [stop.way for stop in stops.items] == [
        "",
        "От предыдущей остановки: 70 км по дороге · 90 мин",
        "",
    ]
    assert stops.intro == (
        "Общее расстояние по прямой не посчитано. Точное место неизвестно: Место 1."
    )


def test_apps_get_the_stops_that_have_a_point_and_the_page_names_the_others() -> None:
    rough = FAR | {"precision": "approximate", "radius_km": "2"}
    _, navigate, *_ = route(EXACT, None, rough)
    (item,) = navigate.items
    assert isinstance(item, NavigateView)
    assert item.notes == (
        "Эти места не вошли в маршрут приложения, потому что их точки неизвестны: Место 2.",
        "Места с приблизительной точкой: Место 3. Приложение приведёт в середину области, а не ко входу.",
    )
    assert "rtext=46.30000,48.60000~46.27541,48.50625~47.10000,51.90000&" in item.links[0].href


def test_one_point_is_no_way() -> None:
    assert "navigate" not in [part.anchor for part in route(None)]


# The next event there


def next_there(here: Entry, *events: Entry, today: dt.date = TODAY) -> NotedLink | None:
    """Return the next event on a place's card, if these are all events there."""
    site = full_site()
    key = ("places", here.id)
    others = [other for other in site.backlinks[key] if other.kind.name != "events"]
    backlinks = {**site.backlinks, key: (*others, *events)}
    page: Page = open_page(here, today=today, site=replace(site, backlinks=backlinks))
    return card(page, here).next_event


def on(day: str, **values: Any) -> Entry:
    event = full_site().entry("events", "past-event")
    told = [{"day": "2026-11-01", "text": {"kk": "Өзгерді.", "ru": "Изменено."}}]
    defaults = {
        "changes": told,
        "start": day,
        "status": "confirmed",
        "place": "full-place",
        "start_time": None,
    }
    title = {"kk": day, "ru": day}
    return replace(changed(event, **(defaults | {"title": title} | values)), id=f"on-{day}")


def test_the_nearest_of_those_that_take_place() -> None:
    events = [
        on("2027-03-02"),
        on("2026-11-22", start_time="18:30"),
        on("2026-11-21"),
        on("2026-11-23", status="cancelled"),
        on("2026-11-24", status="postponed"),
        on("2026-11-25", status="held"),
    ]
    found = next_there(place(), *events)
    assert found
    assert (found.title, found.datetime) == ("2026-11-22", "2026-11-22")
    assert found.note == "22\u00a0ноября 2026\u00a0г., воскресенье"
    later = next_there(place(), *events, today=dt.date(2026, 11, 23))
    assert later
    assert later.title == "2027-03-02"


def test_of_a_class_the_next_meeting_and_of_a_month_the_month() -> None:
    weekly = on("2026-01-06", repeats={"every": "weekly"})
    found = next_there(place(), weekly)
    assert found
    assert found.datetime == "2026-11-24"
    month = next_there(place(), on("2027-05"))
    assert month
    assert (month.note, month.datetime) == ("май 2027\u00a0г.", "2027-05")


def test_a_village_tells_what_takes_place_at_a_place_in_it() -> None:
    mausoleum, village = (
        card(open_page(place()), place()),
        card(open_page(place()), place("village")),
    )
    assert mausoleum.next_event
    assert mausoleum.next_event.title == "Перенесённый вечер"
    assert village.next_event
    assert village.next_event.title == "Занятия домброй", "its own is earlier"
    inside = next_there(place("village"))
    assert inside
    assert inside.title == "Перенесённый вечер"


def test_a_place_where_nothing_is_known_to_come_tells_nothing() -> None:
    assert next_there(place(), on("2026-11-21", place="full-place")) is None
    assert card(open_page(place()), full_site().entry("people", "pupil")).next_event is None
