"""The plane of all drawings: Web Mercator (EPSG:3857), as the interactive map has it.

One unit is a thousandth of a degree of longitude, 111 m on the equator; x grows to the east, y to
the south.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

__all__ = ["XY", "Box", "project", "units_of_km"]

XY = tuple[float, float]
"""A position on the plane or in a drawing."""

_UNITS = 1000
_EQUATOR_KM = 2 * math.pi * 6378.137


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle."""

    left: float
    """The least x."""
    top: float
    """The least y."""
    right: float
    """The greatest x."""
    bottom: float
    """The greatest y."""

    def holds(self, other: Box) -> bool:
        """Tell whether another box lies in this one."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )

    def has(self, point: XY) -> bool:
        """Tell whether a point lies in this box."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def meets(self, other: Box) -> bool:
        """Tell whether another box has more than an edge in common with this one."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def project(lat: float, lon: float) -> XY:
    """Return where a point on the Earth lies on the plane.

    Args:
        lat: Degrees north.
        lon: Degrees east.
    """
    return lon * _UNITS, -math.degrees(math.asinh(math.tan(math.radians(lat)))) * _UNITS


def units_of_km(km: float, lat: float) -> float:
    """Return the length of some kilometres on the plane at a latitude in degrees."""
    return km / (_EQUATOR_KM / 360 * math.cos(math.radians(lat))) * _UNITS
