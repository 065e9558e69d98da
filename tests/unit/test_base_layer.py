"""The packed base layer says the same as the file that others can have."""

from __future__ import annotations

import gzip
import json
from itertools import accumulate
from typing import Any

import pytest

from site_builder.maps.base_layer import STEPS_PER_DEGREE, open_base_layer, packed_base_layer


def unpack(coordinates: list[Any]) -> list[Any]:
    if isinstance(coordinates[0], list):
        return [unpack(part) for part in coordinates]
    lons, lats = accumulate(coordinates[::2]), accumulate(coordinates[1::2])
    return [
        [lon / STEPS_PER_DEGREE, lat / STEPS_PER_DEGREE]
        for lon, lat in zip(lons, lats, strict=True)
    ]


def test_nothing_is_lost() -> None:
    packed, whole = json.loads(packed_base_layer().data), json.loads(open_base_layer().data)
    for feature in packed["features"]:
        feature["geometry"]["coordinates"] = unpack(feature["geometry"]["coordinates"])
    assert packed == whole


def test_it_is_half_as_large_to_fetch() -> None:
    packed, whole = (
        len(gzip.compress(asset.data)) for asset in (packed_base_layer(), open_base_layer())
    )
    assert packed / whole == pytest.approx(0.5, abs=0.1)
