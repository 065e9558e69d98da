"""Links that open a point or a route in the maps and navigators that people use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from site_builder.languages import Language
from site_builder.map_addresses import (
    MapApp,
    geo_address,
    point_addresses,
    route_addresses,
    way_addresses,
)
from site_builder.schema.parts import Point
from site_builder.views.page import Page
from site_builder.views.parts import Link
from site_builder.views.points import point_name

__all__ = ["MapLinksView", "route_links", "view_map_links"]

# What is used most comes first.
_APPS = {
    Language.KK: (MapApp.TWO_GIS, MapApp.YANDEX, MapApp.GOOGLE, MapApp.ORGANIC_MAPS, MapApp.OSMAND),
    Language.RU: (MapApp.YANDEX, MapApp.TWO_GIS, MapApp.GOOGLE, MapApp.OSMAND, MapApp.ORGANIC_MAPS),
}


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
    name = point_name(page.strings, point, name)
    return MapLinksView(
        page.strings("links.approximate") if point.radius_km else "",
        _in_order(page, route_addresses(point)),
        _in_order(page, point_addresses(point, name)),
        geo_address(point, name),
    )


def route_links(page: Page, points: Sequence[Point]) -> tuple[Link, ...]:
    """Return the links to a way through points in order; none for fewer than two."""
    return _in_order(page, way_addresses(points))


def _in_order(page: Page, addresses: Mapping[MapApp, str]) -> tuple[Link, ...]:
    apps = (*_APPS[page.language], MapApp.OPENSTREETMAP)
    return tuple(
        Link(page.strings(f"links.{app}"), addresses[app]) for app in apps if app in addresses
    )
