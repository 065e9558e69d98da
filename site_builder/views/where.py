"""Where a place is, in words and on a map: on its own page and on those of its events."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.figures import draw_bearing
from site_builder.formatting import format_number
from site_builder.geodesy import compass_point, qibla
from site_builder.loader import Entry
from site_builder.schema.parts import Point
from site_builder.schema.places import Place, PlaceLayer
from site_builder.views.map_links import MapLinksView, view_map_links
from site_builder.views.page import Page
from site_builder.views.parts import PartView, PointView
from site_builder.views.points import view_map, view_point

__all__ = ["QiblaView", "WhereView", "event_where_part", "place_where", "qibla_words"]

_PLACES_OF_PRAYER = (PlaceLayer.MAUSOLEUMS, PlaceLayer.MOSQUES)


@dataclass(frozen=True, slots=True)
class QiblaView:
    """The direction of prayer at a place."""

    text: str
    """The bearing in words."""
    note: str
    """What it is counted from."""
    arrow: str
    """The same as a drawing, SVG."""


@dataclass(frozen=True, slots=True)
class WhereView:
    """Where a place is."""

    id: str
    """The place's id, for its pin."""
    kind: str
    """The place's kind, for its pin."""
    title: str
    """The place's name, for its pin."""
    href: str
    """The place's page; empty on that page itself."""
    address: str
    """Address and settlement; empty on the place's own page, where the facts box tells them."""
    location_note: str
    """How to find it, and what is not known about where it is; may be empty."""
    point: PointView | None
    """Where it is; None where no source says."""
    links: MapLinksView | None
    """The ways to open the point in an app; None without a point."""
    qibla: QiblaView | None
    """The direction of prayer; None where nobody asks for it, and without a point."""


def place_where(page: Page, entry: Entry) -> PartView:
    """Return the part of a place's own page."""
    return _part(page, entry, "", "", _qibla(page, entry.record))


def event_where_part(page: Page, entry: Entry) -> PartView:
    """Return the part of an event's page about its place."""
    place: Place = entry.record
    address = " · ".join(filter(None, (page.text(place.address), page.text(place.located_in))))
    return _part(page, entry, page.record_href(entry), address, None)


def _part(page: Page, entry: Entry, href: str, address: str, qibla_: QiblaView | None) -> PartView:
    place: Place = entry.record
    title, point = page.text(place.title), place.point
    heading = page.heading("map", page.strings("place.where"))
    where = WhereView(
        entry.id,
        place.kind.value,
        title,
        href,
        address,
        page.text(place.location_note),
        view_point(page, point, page.cite(point.sources)) if point else None,
        view_map_links(page, point, title) if point else None,
        qibla_,
    )
    map_ = view_map(page, "place", page.strings("map.label", place=title), [entry])
    return PartView("where", "map", heading, (where,), map=map_)


def qibla_words(page: Page, point: Point) -> str:
    """Return the direction of prayer, no more exact than the point: «198,8°, на юг»."""
    exact = qibla(point)
    degrees = round(exact, None if point.radius_km else 1) % 360
    return page.strings(
        "qibla.bearing",
        degrees=format_number(page.strings, degrees),
        direction=page.strings(f"distance.towards.{compass_point(exact)}"),
    )


def _qibla(page: Page, place: Place) -> QiblaView | None:
    if place.point is None or place.layer not in _PLACES_OF_PRAYER:
        return None
    arrow = draw_bearing(qibla(place.point), page.strings("qibla.north"))
    return QiblaView(qibla_words(page, place.point), page.strings("qibla.note"), arrow)
