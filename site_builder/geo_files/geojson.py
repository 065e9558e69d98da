"""GeoJSON (RFC 7946) for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from site_builder.geo_files.documents import GeoDocument, Waypoint
from site_builder.schema.site import SiteSettings

__all__ = ["geojson_bytes"]

_DECIMALS = 5


def geojson_bytes(document: GeoDocument, settings: SiteSettings) -> bytes:
    """Return a feature collection; the licence and the credit are foreign members (section 6.1)."""
    collection = {
        "type": "FeatureCollection",
        "name_kk": document.title.kk,
        "name_ru": document.title.ru,
        "note_kk": document.notes.kk,
        "note_ru": document.notes.ru,
        "author": settings.url,
        "licence": settings.licence_url,
        "features": list(_features(document)),
    }
    return json.dumps(collection, ensure_ascii=False, indent=1).encode() + b"\n"


def _features(document: GeoDocument) -> Iterator[dict[str, Any]]:
    if len(document.way) > 1:
        yield _way(document)
    for waypoint in document.waypoints:
        yield _place(waypoint)


def _place(waypoint: Waypoint) -> dict[str, Any]:
    place, point = waypoint.place, waypoint.point
    properties = {
        "id": waypoint.id,
        "name_kk": place.title.kk,
        "name_ru": place.title.ru,
        "kind": place.kind,
        "layer": place.layer,
        "precision": point.precision,
        "precision_kk": waypoint.precision.kk,
        "precision_ru": waypoint.precision.ru,
        "radius_m": point.radius_m,
        "sources": waypoint.sources,
        "checked": f"{point.checked}",
        "url_kk": waypoint.address.kk,
        "url_ru": waypoint.address.ru,
    }
    return _feature(waypoint.id, {"type": "Point", "coordinates": _position(waypoint)}, properties)


def _way(document: GeoDocument) -> dict[str, Any]:
    positions = [_position(waypoint) for waypoint in document.way]
    properties = {
        "id": document.id,
        "name_kk": document.title.kk,
        "name_ru": document.title.ru,
        "note_kk": document.notes.kk,
        "note_ru": document.notes.ru,
        "kind": "route",
        "url_kk": document.address.kk,
        "url_ru": document.address.ru,
    }
    return _feature(document.id, {"type": "LineString", "coordinates": positions}, properties)


def _feature(id_: str, geometry: dict[str, Any], properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "id": id_, "geometry": geometry, "properties": properties}


def _position(waypoint: Waypoint) -> list[float]:
    point = waypoint.point
    return [round(point.lon, _DECIMALS), round(point.lat, _DECIMALS)]
