"""All files with points of a site."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from site_builder.geo_files.documents import (
    GeoDocument,
    all_places_document,
    place_document,
    route_document,
)
from site_builder.geo_files.geojson import geojson_bytes
from site_builder.geo_files.gpx import gpx_bytes
from site_builder.geo_files.kml import kml_bytes
from site_builder.linker import Site
from site_builder.outputs import OutputAsset
from site_builder.schema.site import SiteSettings
from site_builder.urls import geo_collection_path, geo_file_path

__all__ = ["geo_files"]

_WRITERS: dict[str, Callable[[GeoDocument, SiteSettings], bytes]] = {
    "gpx": gpx_bytes,
    "kml": kml_bytes,
    "geojson": geojson_bytes,
}


def geo_files(site: Site) -> Iterator[OutputAsset]:
    """Yield the files of all places, of each place with a point, of each route with one."""
    if document := all_places_document(site):
        for ending, write in _WRITERS.items():
            yield OutputAsset(geo_collection_path(ending), write(document, site.settings))
    for kind, make in (("places", place_document), ("routes", route_document)):
        for entry in site.all(kind):
            if document := make(site, entry):
                for ending, write in _WRITERS.items():
                    path = geo_file_path(kind, entry.id, ending)
                    yield OutputAsset(path, write(document, site.settings))
