"""Views of routes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from site_builder.loader import Entry
from site_builder.schema.routes import Route, Stop
from site_builder.views.cards import card
from site_builder.views.crossings import way_parts
from site_builder.views.distances import distance_words, total_words
from site_builder.views.map_links import route_links
from site_builder.views.page import Page
from site_builder.views.parts import Card, Link, PartView, RecordView
from site_builder.views.points import view_map
from site_builder.views.record_parts import history_parts, timeline_parts
from site_builder.views.records import guide_parts, view_record
from site_builder.views.take_along import route_files

__all__ = ["NavigateView", "StopView", "view_route"]


@dataclass(frozen=True, slots=True)
class StopView:
    """A stop on the way."""

    card: Card
    """The place."""
    way: str
    """From the stop before: distance and time on the road where a source gives them, and the
    straight line between points; may be empty."""
    note: str
    """What to do or to know here; may be empty."""
    citations: str
    """Who says it."""


@dataclass(frozen=True, slots=True)
class NavigateView:
    """The whole way in the apps that drivers use."""

    notes: tuple[str, ...]
    """Which stops the apps are not told, and which only roughly."""
    links: tuple[Link, ...]
    """The way through all stops that have a point."""


def view_route(page: Page, entry: Entry) -> RecordView:
    """Return the view of a route."""
    view = view_record(page, entry, page.strings("route.label"), (), _parts(page, entry.record))
    return replace(view, take_along=route_files(page, entry))


def _parts(page: Page, route: Route) -> Iterable[PartView]:
    places = [page.site.entry("places", stop.place) for stop in route.stops]
    heading = page.heading("stops", page.strings("route.stops"))
    befores = [None, *places]
    stops = tuple(
        _stop(page, stop, place, before)
        for stop, place, before in zip(route.stops, places, befores, strict=False)
    )
    label = page.strings("map.label", place=page.text(route.title))
    map_ = view_map(page, "route", label, places)
    intro = _total(page, places)
    yield PartView("stop", "stops", heading, stops, wrapper="ol", intro=intro, map=map_)
    yield from _navigate_parts(page, places)
    yield from way_parts(page, places)
    yield from guide_parts(page, route.guides)
    yield from timeline_parts(page, route.timeline)
    yield from history_parts(page, route)


def _stop(page: Page, stop: Stop, place: Entry, before: Entry | None) -> StopView:
    return StopView(
        card(page, place),
        _way(page, stop, place, before),
        page.text(stop.note),
        page.cite(stop.sources),
    )


def _way(page: Page, stop: Stop, place: Entry, before: Entry | None) -> str:
    strings, way = page.strings, []
    if stop.road_km:
        way.append(strings("route.road", distance=strings("unit.km", n=stop.road_km)))
    if stop.drive_minutes:
        way.append(strings("unit.minutes", n=stop.drive_minutes))
    start, end = before and before.record.point, place.record.point
    if start and end:
        way.append(distance_words(strings, start, end))
    return strings("route.way", way=" · ".join(way)) if way else ""


def _total(page: Page, places: Sequence[Entry]) -> str:
    unknown = [place for place in places if place.record.point is None]
    if unknown:
        return page.strings("route.no_total", places=_names(page, unknown))
    points = [place.record.point for place in places]
    return page.strings("route.total", distance=total_words(page.strings, points))


def _navigate_parts(page: Page, places: Sequence[Entry]) -> Iterator[PartView]:
    """Yield the links to the whole way; nothing for fewer than two points."""
    links = route_links(page, [place.record.point for place in places if place.record.point])
    if not links:
        return
    unknown = [place for place in places if place.record.point is None]
    rough = [place for place in places if place.record.point and place.record.point.radius_km]
    notes = [
        page.strings(key, places=_names(page, named))
        for key, named in (("route.left_out", unknown), ("route.approximate", rough))
        if named
    ]
    heading = page.heading("navigate", page.strings("route.navigate"))
    yield PartView("navigate", "navigate", heading, (NavigateView(tuple(notes), links),))


def _names(page: Page, places: Iterable[Entry]) -> str:
    return ", ".join(dict.fromkeys(page.text(place.record.title) for place in places))
