"""The base layer and the towns, read once and laid on the plane."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from site_builder.languages import Language
from site_builder.map_drawing.projection import XY, project

__all__ = ["BaseLayer", "Feature", "Town", "read_features", "read_towns"]

_FOLDER = Path(__file__).parent.parent / "basemap"
_RANKS = {"city": 0, "town": 1, "village": 2}

BaseLayer = str
"""`land`, `water`, `river`, `region` or `border`."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature of the base layer."""

    layer: BaseLayer
    """What it is."""
    width: int
    """The class of a river's width, 1 the widest; 0 for all others."""
    names: dict[Language, str]
    """A river's name; empty where it has none."""
    lines: tuple[tuple[XY, ...], ...]
    """Its lines, or the rings of its areas, on the plane."""


@dataclass(frozen=True, slots=True)
class Town:
    """A town or a village to find one's way by."""

    id: str
    """The id of its place, where the site has a page of it."""
    rank: int
    """0 for a city, 1 for a town, 2 for a village."""
    names: dict[Language, str]
    """Its name."""
    lat: float
    """Degrees north."""
    lon: float
    """Degrees east."""

    @property
    def at(self) -> XY:
        """Where it is on the plane."""
        return project(self.lat, self.lon)


def _read(name: str) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads((_FOLDER / name).read_text("utf-8"))["features"]
    return features


def _names(properties: dict[str, Any]) -> dict[Language, str]:
    """Return the name in both languages: where there is no Kazakh one, the Russian one."""
    russian = properties.get("ru", "")
    return {Language.KK: properties.get("kk") or russian, Language.RU: russian}


def _lines(coordinates: list[Any]) -> Iterator[tuple[XY, ...]]:
    if isinstance(coordinates[0][0], list):
        for part in coordinates:
            yield from _lines(part)
    else:
        yield tuple(project(lat, lon) for lon, lat in coordinates)


@cache
def read_features() -> tuple[Feature, ...]:
    """Return the features of the base layer in the order in which they are drawn."""
    return tuple(
        Feature(
            found["properties"]["l"],
            found["properties"].get("w", 0),
            _names(found["properties"]),
            tuple(_lines(found["geometry"]["coordinates"])),
        )
        for found in _read("basemap.geojson")
    )


@cache
def read_towns() -> tuple[Town, ...]:
    """Return the towns, cities first."""
    towns = []
    for found in _read("places.geojson"):
        lon, lat = found["geometry"]["coordinates"]
        said = found["properties"]
        towns.append(Town(said["id"], _RANKS[said["kind"]], _names(said), lat, lon))
    return tuple(sorted(towns, key=lambda town: town.rank))
