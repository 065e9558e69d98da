"""Views of routes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from site_builder.loader import Entry
from site_builder.schema.routes import Route, Stop
from site_builder.views.cards import card
from site_builder.views.page import Page
from site_builder.views.parts import Card, PartView, RecordView
from site_builder.views.points import view_map
from site_builder.views.record_parts import history_parts, timeline_parts
from site_builder.views.records import guide_parts, view_record
from site_builder.views.take_along import route_files

__all__ = ["StopView", "view_route"]


@dataclass(frozen=True, slots=True)
class StopView:
    """A stop on the way."""

    card: Card
    """The place."""
    way: str
    """Distance and time from the stop before, where known; may be empty."""
    note: str
    """What to do or to know here; may be empty."""
    citations: str
    """Who says it."""


def view_route(page: Page, entry: Entry) -> RecordView:
    """Return the view of a route."""
    view = view_record(page, entry, page.strings("route.label"), (), _parts(page, entry.record))
    return replace(view, take_along=route_files(page, entry))


def _parts(page: Page, route: Route) -> Iterable[PartView]:
    heading = page.heading("stops", page.strings("route.stops"))
    stops = tuple(_stop(page, stop) for stop in route.stops)
    label = page.strings("map.label", place=page.text(route.title))
    places = [page.site.entry("places", stop.place) for stop in route.stops]
    map_ = view_map(page, "route", label, places)
    yield PartView("stop", "stops", heading, stops, wrapper="ol", map=map_)
    yield from guide_parts(page, route.guides)
    yield from timeline_parts(page, route.timeline)
    yield from history_parts(page, route)


def _stop(page: Page, stop: Stop) -> StopView:
    way = []
    if stop.road_km:
        way.append(page.strings("unit.km", n=stop.road_km))
    if stop.drive_minutes:
        way.append(page.strings("unit.minutes", n=stop.drive_minutes))
    place = page.site.entry("places", stop.place)
    return StopView(
        card(page, place),
        page.strings("route.way", way=", ".join(way)) if way else "",
        page.text(stop.note),
        page.cite(stop.sources),
    )
