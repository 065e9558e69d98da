"""Addresses that open a point or a way in the maps and navigators that people use.

All but `geo_address` are web addresses, which open the app where it is installed. Each app has its
own order of latitude and longitude; the sources are Yandex's, Google's and OsmAnd's documentation of
links.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from urllib.parse import quote

from site_builder.geodesy import Position, decimal_degrees

__all__ = ["MapApp", "geo_address", "point_addresses", "route_addresses", "way_addresses"]

# Google's addresses take three stops between the first and the last in a phone's browser.
_GOOGLE_BETWEEN = 3


class MapApp(StrEnum):
    """Maps and navigators."""

    YANDEX = "yandex"
    TWO_GIS = "two_gis"
    GOOGLE = "google"
    ORGANIC_MAPS = "organic_maps"
    OSMAND = "osmand"
    OPENSTREETMAP = "openstreetmap"


def point_addresses(position: Position, name: str) -> dict[MapApp, str]:
    """Return the addresses that show a point.

    Args:
        position: The point.
        name: What stands there.
    """
    lat, lon = decimal_degrees(position)
    return {
        MapApp.YANDEX: f"https://yandex.ru/maps/?pt={lon},{lat}&z=16&l=map",
        MapApp.GOOGLE: f"https://www.google.com/maps/search/?api=1&query={lat},{lon}",
        MapApp.ORGANIC_MAPS: f"https://omaps.app/map?v=1&ll={lat},{lon}&n={quote(name, safe='')}",
        MapApp.OSMAND: f"https://osmand.net/map/?pin={lat},{lon}#15/{lat}/{lon}",
        MapApp.OPENSTREETMAP: f"https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=16/{lat}/{lon}",
    }


def route_addresses(position: Position) -> dict[MapApp, str]:
    """Return the addresses that lead to a point from where the reader is."""
    lat, lon = decimal_degrees(position)
    return {
        MapApp.YANDEX: f"https://yandex.ru/maps/?rtext=~{lat},{lon}&rtt=auto",
        MapApp.TWO_GIS: f"https://2gis.ru/routeSearch/rsType/car/to/{lon},{lat}",
        MapApp.GOOGLE: (
            f"https://www.google.com/maps/dir/?api=1&destination={lat},{lon}&travelmode=driving"
        ),
    }


def way_addresses(positions: Sequence[Position]) -> dict[MapApp, str]:
    """Return the addresses that lead through points in order; none for fewer than two."""
    all_ = [",".join(decimal_degrees(position)) for position in positions]
    stops = all_[:1] + [stop for before, stop in pairwise(all_) if stop != before]
    if len(stops) < 2:  # noqa: PLR2004  a start and an end
        return {}
    found = {MapApp.YANDEX: f"https://yandex.ru/maps/?rtext={'~'.join(stops)}&rtt=auto"}
    start, *between, end = stops
    if len(between) <= _GOOGLE_BETWEEN:
        waypoints = f"&waypoints={'%7C'.join(between)}" if between else ""
        found[MapApp.GOOGLE] = (
            "https://www.google.com/maps/dir/?api=1"
            f"&origin={start}&destination={end}{waypoints}&travelmode=driving"
        )
    return found


def geo_address(position: Position, name: str) -> str:
    """Return the address for the phone's own choice of apps, which Android alone understands."""
    lat, lon = decimal_degrees(position)
    return f"geo:{lat},{lon}?q={lat},{lon}({quote(name, safe='')})"
