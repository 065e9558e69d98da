"""Places of map files: GeoJSON (RFC 7946) and the waypoints of GPX 1.1.

A file of either says where a point is and what it is called, never how exact it is and who says so:
that comes from flags.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from site_builder.drafts.columns import columns
from site_builder.interchange.names import Names
from site_builder.interchange.rows import MAX_BYTES, MAX_ROWS, Row, RowFault, UnreadableError
from site_builder.schema.places import Place
from site_builder.yaml_nodes import YamlProblem, decode_text

__all__ = ["read_geojson", "read_gpx"]

_GPX = "{http://www.topografix.com/GPX/1/1}"
# How programs, this one too, call what is a column here.
_OTHER_NAMES = {
    "name_kk": "title_kk",
    "name_ru": "title_ru",
    "precision": "point_precision",
    "checked": "point_checked",
}


def read_geojson(raw: bytes, names: Names) -> list[Row]:
    """Read the points of a GeoJSON file; its properties may be called as the columns.

    Args:
        raw: The file's bytes.
        names: The language of the names.

    Raises:
        UnreadableError: It is no GeoJSON.
    """
    try:
        # Numbers stay as they are written, and so as exact.
        data = json.loads(_decode(raw), parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError):
        raise UnreadableError(RowFault("not-geojson")) from None
    is_one = isinstance(data, dict) and data.get("type") == "Feature"
    features = [data] if is_one else data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list):
        raise UnreadableError(RowFault("not-geojson"))
    return [_feature(number, found, names) for number, found in enumerate(_few(features), 1)]


def _decode(raw: bytes) -> str:
    try:
        return decode_text(raw, MAX_BYTES)
    except YamlProblem as problem:
        raise UnreadableError(RowFault(problem.code, arguments=problem.arguments)) from None


def _few(items: list[Any]) -> list[Any]:
    if len(items) > MAX_ROWS:
        raise UnreadableError(RowFault("too-many-rows", arguments={"limit": str(MAX_ROWS)}))
    return items


def _feature(number: int, feature: Any, names: Names) -> Row:
    feature = feature if isinstance(feature, dict) else {}
    geometry, properties = feature.get("geometry"), feature.get("properties")
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        return Row(number, {}, (RowFault("not-a-point", number, "geometry"),))
    position = geometry.get("coordinates")
    # Longitude, latitude, and perhaps a height.
    if not isinstance(position, list) or not all(isinstance(part, str) for part in position[:2]):
        return Row(number, {}, (RowFault("not-a-point", number, "coordinates"),))
    lon, lat, *_ = [*position, "", ""]
    properties = properties if isinstance(properties, dict) else {}
    return Row(number, {**_properties(properties, names), "point_lat": lat, "point_lon": lon})


def _properties(properties: Mapping[str, Any], names: Names) -> dict[str, str]:
    allowed = {"id", *(column.name for column in columns(Place))}
    other = {**_OTHER_NAMES, "name": f"title_{names.language}", "title": f"title_{names.language}"}
    found = {
        other.get(name, name): value.strip()
        for name, value in properties.items()
        if isinstance(value, str)
    }
    return {name: value for name, value in found.items() if name in allowed}


def read_gpx(raw: bytes, names: Names) -> list[Row]:
    """Read the waypoints of a GPX file.

    Args:
        raw: The file's bytes.
        names: The language of the names.

    Raises:
        UnreadableError: It is no GPX, or declares entities.
    """
    if len(raw) > MAX_BYTES:
        limit = {"limit": str(MAX_BYTES // 1024)}
        raise UnreadableError(RowFault("file-too-large", arguments=limit))
    try:
        root: Element = fromstring(raw, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise UnreadableError(RowFault("not-gpx")) from None
    if root.tag != f"{_GPX}gpx":
        raise UnreadableError(RowFault("not-gpx"))
    waypoints = _few(root.findall(f"{_GPX}wpt"))
    return [
        Row(number, dict(_waypoint(waypoint, names)))
        for number, waypoint in enumerate(waypoints, 1)
    ]


def _waypoint(waypoint: Element, names: Names) -> Iterator[tuple[str, str]]:
    yield "point_lat", waypoint.get("lat", "").strip()
    yield "point_lon", waypoint.get("lon", "").strip()
    yield f"title_{names.language}", _line(waypoint, "name")
    yield f"summary_{names.language}", _line(waypoint, "desc")


def _line(waypoint: Element, name: str) -> str:
    return " ".join((waypoint.findtext(f"{_GPX}{name}") or "").split())
