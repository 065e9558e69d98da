"""Distances and directions on the Earth, by Karney's algorithms (geographiclib)."""

from __future__ import annotations

from typing import Protocol

from geographiclib.constants import Constants
from geographiclib.geodesic import Geodesic

__all__ = ["Position", "bearing", "compass_point", "decimal_degrees", "distance_km", "qibla"]

_KAABA = (21.422487, 39.826206)
"""The middle of the Kaaba in Mecca: latitude and longitude in degrees."""
# The direction of prayer is by custom that of the great circle, on a sphere.
_SPHERE = Geodesic(Constants.WGS84_a, 0)
_COMPASS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")


class Position(Protocol):
    """Anything with a latitude and a longitude in degrees on WGS 84."""

    @property
    def lat(self) -> float:
        """Degrees north."""
        ...

    @property
    def lon(self) -> float:
        """Degrees east."""
        ...


def decimal_degrees(position: Position) -> tuple[str, str]:
    """Return a latitude and a longitude with five decimals, which is about a metre."""
    return f"{position.lat:.5f}", f"{position.lon:.5f}"


def distance_km(start: Position, end: Position) -> float:
    """Return the length of the shortest line between two points on WGS 84, in kilometres."""
    line = Geodesic.WGS84.Inverse(start.lat, start.lon, end.lat, end.lon, Geodesic.DISTANCE)
    return float(line["s12"]) / 1000


def bearing(start: Position, end: Position) -> float:
    """Return the direction from one point to another on WGS 84.

    Returns:
        Degrees clockwise from true north, 0 to 360.
    """
    line = Geodesic.WGS84.Inverse(start.lat, start.lon, end.lat, end.lon, Geodesic.AZIMUTH)
    return float(line["azi1"]) % 360


def qibla(start: Position) -> float:
    """Return the direction of the Kaaba along the great circle.

    Returns:
        Degrees clockwise from true north, 0 to 360; a compass needle differs by the declination.
    """
    line = _SPHERE.Inverse(start.lat, start.lon, *_KAABA, Geodesic.AZIMUTH)
    return float(line["azi1"]) % 360


def compass_point(degrees: float) -> str:
    """Return the nearest of the eight points of the compass: `n`, `ne`, `e` … `nw`."""
    return _COMPASS[round(degrees / 45) % 8]
