"""Points for the map and for the words beside it."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.formatting import format_day, format_degrees, format_number
from site_builder.geodesy import decimal_degrees
from site_builder.loader import Entry
from site_builder.map_drawing.drawing import draw_map
from site_builder.map_drawing.marks import MapMark
from site_builder.schema.parts import Point
from site_builder.ui_strings import Strings
from site_builder.urls import map_script_name
from site_builder.views.distances import distance_words
from site_builder.views.page import Page
from site_builder.views.parts import MapView, PointView

__all__ = ["point_name", "precision_words", "view_map", "view_point"]


def view_point(page: Page, point: Point, citations: str = "") -> PointView:
    """Return a point with how exact it is, in words."""
    return PointView(
        *decimal_degrees(point),
        format_degrees(page.strings, point.lat, point.lon),
        str(point.radius_m or ""),
        precision_words(page.strings, point),
        page.strings("point.checked", date=format_day(page.strings, point.checked)),
        _distance(page, point),
        citations,
    )


def _distance(page: Page, point: Point) -> str:
    origin = page.site.origin
    if origin is None or origin.record.point is point:
        return ""
    words = distance_words(page.strings, origin.record.point, point)
    return f"{page.text(page.site.settings.distances_from_words)} {words}"


def precision_words(strings: Strings, point: Point) -> str:
    """Return how exact a point is, and what it marks where that is not the place itself."""
    radius = _radius_words(strings, point)
    words = strings("point.approximate", distance=radius) if radius else strings("point.exact")
    return f"{words}: {point.describes[strings.language]}" if point.describes else words


def point_name(strings: Strings, point: Point, name: str) -> str:
    """Return a name for a point that leaves our pages: «Мавзолей (≈ 2 км)».

    A map app shows a pin with a name and nothing else; nobody may take the middle of an area for a
    door.
    """
    radius = _radius_words(strings, point)
    return strings("geo.about", name=name, distance=radius) if radius else name


def _radius_words(strings: Strings, point: Point) -> str:
    """Return the radius of an area, «2 км», «500 м»; nothing for an exact point."""
    if point.radius_km is None:
        return ""
    if point.radius_km >= 1:
        return strings("unit.km", n=format_number(strings, point.radius_km))
    return strings("unit.m", n=format_number(strings, point.radius_m or 0))


def view_map(page: Page, script: str, label: str, places: Sequence[Entry]) -> MapView | None:
    """Return a map; None if no source gives a point of any of its places.

    Args:
        page: The page that shows it.
        script: The name of the kind of map that draws it.
        label: What it shows.
        places: The places on it, in the order in which the page lists them.
    """
    marks = [
        MapMark(
            place.point.lat,
            place.point.lon,
            place.point.radius_km,
            precision_words(page.strings, place.point),
            place.layer.value,
            page.text(place.title),
            number,
            f"#{entry.kind.name}-{entry.id}",
        )
        for number, entry in enumerate(places, 1)
        for place in [entry.record]
        if place.point
    ]
    if not marks:
        return None
    is_way = script == "route"
    drawing = draw_map(marks, label, page.strings, f"{page.assets}maps/", is_way=is_way)
    way_note = page.strings("map.straight") if is_way else ""
    name = map_script_name(script, page.language)
    return MapView(label, name, page.assets, drawing, way_note, _detail_note(page))


def _detail_note(page: Page) -> str:
    tiles = page.site.settings.tiles
    return page.strings("map.detail_note", provider=tiles.provider) if tiles else ""
