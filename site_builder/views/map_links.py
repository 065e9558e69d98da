"""Links that open a point or a route in the maps and navigators that people use.

All are web addresses, which open the app where it is installed. Each app has its own order of
latitude and longitude; the sources are Yandex's, Google's and OsmAnd's documentation of links.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import quote

from site_builder.languages import Language
from site_builder.schema.parts import Point
from site_builder.views.page import Page
from site_builder.views.parts import Link

__all__ = ["MapLinksView", "route_links", "view_map_links"]

_YANDEX, _TWO_GIS, _GOOGLE, _ORGANIC, _OSMAND, _OSM = (
    "links.yandex",
    "links.two_gis",
    "links.google",
    "links.organic_maps",
    "links.osmand",
    "links.openstreetmap",
)
# What is used most comes first.
_APPS = {
    Language.KK: (_TWO_GIS, _YANDEX, _GOOGLE, _ORGANIC, _OSMAND, _OSM),
    Language.RU: (_YANDEX, _TWO_GIS, _GOOGLE, _OSMAND, _ORGANIC, _OSM),
}
# Google's links take three stops between the first and the last in a phone's browser.
_GOOGLE_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class MapLinksView:
    """The ways to open a point in an app."""

    note: str
    """Where the links lead, if that is not the place itself; else empty."""
    routes: tuple[Link, ...]
    """The way there from where the reader is."""
    points: tuple[Link, ...]
    """The point on a map."""
    geo_href: str
    """The same for the phone's own choice of apps, which Android alone understands."""


def view_map_links(page: Page, point: Point, name: str) -> MapLinksView:
    """Return the links to a point.

    Args:
        page: The page that shows them.
        point: The point.
        name: What stands there.
    """
    lat, lon, label = f"{point.lat:.5f}", f"{point.lon:.5f}", quote(name, safe="")
    routes = {
        _YANDEX: f"https://yandex.ru/maps/?rtext=~{lat},{lon}&rtt=auto",
        _TWO_GIS: f"https://2gis.ru/routeSearch/rsType/car/to/{lon},{lat}",
        _GOOGLE: f"https://www.google.com/maps/dir/?api=1&destination={lat},{lon}&travelmode=driving",
    }
    points = {
        _YANDEX: f"https://yandex.ru/maps/?pt={lon},{lat}&z=16&l=map",
        _GOOGLE: f"https://www.google.com/maps/search/?api=1&query={lat},{lon}",
        _ORGANIC: f"https://omaps.app/map?v=1&ll={lat},{lon}&n={label}",
        _OSMAND: f"https://osmand.net/map/?pin={lat},{lon}#15/{lat}/{lon}",
        _OSM: f"https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=16/{lat}/{lon}",
    }
    return MapLinksView(
        page.strings("links.approximate") if point.radius_km else "",
        _in_order(page, routes),
        _in_order(page, points),
        f"geo:{lat},{lon}?q={lat},{lon}({label})",
    )


def route_links(page: Page, points: Sequence[Point]) -> tuple[Link, ...]:
    """Return the links to a way through points in order; none for fewer than two."""
    all_ = [f"{point.lat:.5f},{point.lon:.5f}" for point in points]
    stops = all_[:1] + [stop for before, stop in pairwise(all_) if stop != before]
    if len(stops) < 2:  # noqa: PLR2004  a start and an end
        return ()
    links = {_YANDEX: f"https://yandex.ru/maps/?rtext={'~'.join(stops)}&rtt=auto"}
    start, *between, end = stops
    if len(between) <= _GOOGLE_BETWEEN:
        waypoints = f"&waypoints={'%7C'.join(between)}" if between else ""
        links[_GOOGLE] = (
            "https://www.google.com/maps/dir/?api=1"
            f"&origin={start}&destination={end}{waypoints}&travelmode=driving"
        )
    return _in_order(page, links)


def _in_order(page: Page, links: dict[str, str]) -> tuple[Link, ...]:
    apps = _APPS[page.language]
    return tuple(Link(page.strings(app), links[app]) for app in apps if app in links)
