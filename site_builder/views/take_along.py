"""Files with the points of a page, to take along where there is no signal."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from site_builder.figures import draw_code
from site_builder.loader import Entry
from site_builder.urls import GEO_FORMATS, geo_collection_path, geo_file_path
from site_builder.views.page import Page
from site_builder.views.parts import GeoFileLink, TakeAlongView

__all__ = ["place_files", "places_files", "route_files"]

_NAMES = {"gpx": "GPX", "kml": "KML", "geojson": "GeoJSON"}


def place_files(page: Page, entry: Entry) -> TakeAlongView | None:
    """Return the files of a place; None if no source gives its point."""
    intro = page.strings("take.place")
    return _view(page, intro, [entry], lambda ending: geo_file_path("places", entry.id, ending))


def route_files(page: Page, entry: Entry) -> TakeAlongView | None:
    """Return the files of a route; None if no source gives a point of any stop."""
    stops = [page.site.entry("places", stop.place) for stop in entry.record.stops]
    intro = page.strings("take.route")
    return _view(page, intro, stops, lambda ending: geo_file_path("routes", entry.id, ending))


def places_files(page: Page) -> TakeAlongView | None:
    """Return the files of all places; None if no source gives a point of any."""
    return _view(page, page.strings("take.places"), page.site.all("places"), geo_collection_path)


def _view(
    page: Page, intro: str, places: Iterable[Entry], path: Callable[[str], str]
) -> TakeAlongView | None:
    if not any(place.record.point for place in places):
        return None
    files = tuple(
        GeoFileLink(page.href(path(ending)), type_, _NAMES[ending], page.strings(f"take.{ending}"))
        for ending, type_ in GEO_FORMATS.items()
    )
    address = f"{page.site.settings.url}{page.path}"
    return TakeAlongView(intro, files, draw_code(address, page.strings("poster.code")))
