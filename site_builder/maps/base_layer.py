"""The base layer: as it is for those who want to use it, and packed for the maps of the site."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

from site_builder.outputs import OutputAsset
from site_builder.urls import BASEMAP

__all__ = ["BASE_LAYER", "STEPS_PER_DEGREE", "open_base_layer", "packed_base_layer"]

BASE_LAYER = "maps/base.json"
"""The path of the packed base layer in the folder of all that pages load."""
STEPS_PER_DEGREE = 1000
"""The file has three decimals."""
_FILE = Path(__file__).parent.parent / "basemap" / "basemap.geojson"


def open_base_layer() -> OutputAsset:
    """Return the file for others: its licence asks that it can be had."""
    return OutputAsset(BASEMAP, _FILE.read_bytes())


def packed_base_layer() -> OutputAsset:
    """Return the base layer for the map's script, half as large to fetch.

    It is GeoJSON but for the lines and rings: each is one list of whole numbers, longitude and
    latitude in thousandths of a degree, those of its first point and then the steps from each point
    to the next. static/map-scripts/unpack.js makes GeoJSON of it.
    """
    data = json.loads(_FILE.read_text("utf-8"))
    for feature in data["features"]:
        geometry = feature["geometry"]
        geometry["coordinates"] = _pack(geometry["coordinates"])
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return OutputAsset(BASE_LAYER, packed.encode())


def _pack(coordinates: list[Any]) -> list[Any]:
    if isinstance(coordinates[0][0], list):
        return [_pack(part) for part in coordinates]
    points = [[round(degree * STEPS_PER_DEGREE) for degree in point] for point in coordinates]
    steps = [[after[0] - before[0], after[1] - before[1]] for before, after in pairwise(points)]
    return [number for pair in (points[0], *steps) for number in pair]
