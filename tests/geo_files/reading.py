"""Reads the files with what others have written: published schemas, parsers of each format."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from fastkml import KML
from geojson_pydantic import FeatureCollection
from lxml import etree

from site_builder.geo_files.files import geo_files
from site_builder.linker import Site
from tests.support import MINIMAL, read_site

__all__ = [
    "GPX",
    "HOSTILE",
    "hostile_site",
    "made_files",
    "read_geojson",
    "read_gpx",
    "read_kml",
    "schema",
]

GPX = {"g": "http://www.topografix.com/GPX/1/1"}
HOSTILE = "${alert(1)} `x` </script> ]]> <b>\"quoted\"</b> 'one' &amp; {{ 7 * 7 }}"
"""A name that each format could take for something else than text."""

_SCHEMAS = {
    "gpx": ("trailer", "validators/gpx_1_1/schemas/gpx_1_1.xsd"),
    "kml": ("fastkml", "schema/ogckml22.xsd"),
}


def made_files(site: Site) -> dict[str, bytes]:
    """Return all files by path below `both/`."""
    return {asset.path.removeprefix("both/"): asset.data for asset in geo_files(site)}


@cache
def schema(format_: str) -> etree.XMLSchema:
    """Return the published schema of a format, out of a package that carries it."""
    package, path = _SCHEMAS[format_]
    spec = find_spec(package)
    assert spec
    assert spec.origin
    return etree.XMLSchema(etree.parse(Path(spec.origin).parent / path))


def _valid(data: bytes, format_: str) -> etree._Element:
    root = etree.fromstring(data)
    schema(format_).assertValid(root)
    return root


def read_gpx(data: bytes) -> etree._Element:
    """Return a file that agrees with its schema."""
    return _valid(data, "gpx")


def read_kml(data: bytes) -> KML:
    """Return a file that agrees with its schema, as a parser understands it."""
    _valid(data, "kml")
    return KML.parse(BytesIO(data))


def read_geojson(data: bytes) -> FeatureCollection:
    """Return a file that agrees with RFC 7946."""
    return FeatureCollection.model_validate_json(data)


def hostile_site(folder: Path) -> Site:
    """Return the smallest content with a point, and with names that are no mere words."""
    name = "'" + HOSTILE.replace("'", "''") + "'"
    place = (
        MINIMAL["places/kurmangazy-mausoleum.yml"]
        .replace("Құрманғазы кесенесі", name)
        .replace("Мавзолей Курмангазы", name)
    )
    point = "{lat: 46.5, lon: 48.25, precision: exact, sources: [gazette], checked: 2026-11-22}"
    stops = (
        "[{place: kurmangazy-mausoleum, sources: [gazette]}, {place: other, sources: [gazette]}]"
    )
    files = MINIMAL | {
        "sources.yml": MINIMAL["sources.yml"].replace("Ақ арна", name),
        "places/kurmangazy-mausoleum.yml": f"{place}point: {point}\n",
        "places/other.yml": f"{place}point: {point.replace('46.5', '46.6')}\n",
        "routes/way.yml": f"title: {{kk: {name}, ru: {name}}}\nsummary: {{kk: {name}, ru: {name}}}\n"
        f"stops: {stops}\nsources: [gazette]\n",
    }
    return read_site(folder, files)
