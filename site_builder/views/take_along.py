"""Files with the points of a page, to take along where there is no signal."""

from __future__ import annotations

from collections.abc import Callable

from site_builder.figures import draw_code
from site_builder.loader import Entry
from site_builder.urls import GEO_FORMATS, geo_collection_path, geo_file_path
from site_builder.views.page import Page
from site_builder.views.parts import GeoFileLink, TakeAlongView

__all__ = ["place_files", "places_files", "route_files"]

_NAMES = {"gpx": "GPX", "kml": "KML", "geojson": "GeoJSON"}


def place_files(page: Page, entry: Entry) -> TakeAlongView:
    """Return the files of a place; only the page's code if no source gives its point."""
    if not entry.record.point:
        return _view(page, "", ())
    files = _files(page, lambda ending: geo_file_path("places", entry.id, ending))
    return _view(page, page.strings("take.place"), files)


def route_files(page: Page, entry: Entry) -> TakeAlongView | None:
    """Return the files of a route; None if no source gives a point of any stop."""
    stops = [page.site.entry("places", stop.place) for stop in entry.record.stops]
    if not any(stop.record.point for stop in stops):
        return None
    files = _files(page, lambda ending: geo_file_path("routes", entry.id, ending))
    return _view(page, page.strings("take.route"), files)


def places_files(page: Page) -> TakeAlongView | None:
    """Return the files of all places; None if no source gives a point of any."""
    if not any(place.record.point for place in page.site.all("places")):
        return None
    return _view(page, page.strings("take.places"), _files(page, geo_collection_path))


def _files(page: Page, path: Callable[[str], str]) -> tuple[GeoFileLink, ...]:
    return tuple(
        GeoFileLink(page.href(path(ending)), type_, _NAMES[ending], page.strings(f"take.{ending}"))
        for ending, type_ in GEO_FORMATS.items()
    )


def _view(page: Page, intro: str, files: tuple[GeoFileLink, ...]) -> TakeAlongView:
    address = f"{page.site.settings.url}{page.path}"
    code = draw_code(address, page.strings("poster.code"))
    return TakeAlongView(intro, files, code, page.assets)
