"""Straight distances and directions in words, no more exact than the points they are between."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from site_builder.formatting import format_number
from site_builder.geodesy import bearing, compass_point, distance_km
from site_builder.schema.parts import Point
from site_builder.ui_strings import Strings

__all__ = ["distance_words", "total_words"]

_COARSE_KM = 5
# Beyond it a bearing may belong to the next of the eight points of the compass.
_HALF_SECTOR = math.sin(math.radians(22.5))


def distance_words(strings: Strings, start: Point, end: Point) -> str:
    """Return how far it is from one point to another, and towards which point of the compass.

    Kilometres are whole. Where a point is approximate, so is the distance, to five kilometres if
    its area is that large; where the areas overlap, only the largest distance is told. A direction
    that the areas leave open is not told.
    """
    radii = [point.radius_km or 0 for point in (start, end)]
    length, doubt = distance_km(start, end), sum(radii)
    if length <= doubt or not length:
        most = max(1, math.ceil(length + doubt))
        return strings("distance.within", distance=_kilometres(strings, most))
    step = _COARSE_KM if max(radii) >= _COARSE_KM else 1
    words = _straight(strings, length, step, is_rough=doubt > 0)
    if doubt > length * _HALF_SECTOR:
        return words
    return f"{words}, {strings(f'distance.towards.{compass_point(bearing(start, end))}')}"


def total_words(strings: Strings, points: Sequence[Point]) -> str:
    """Return the length of the straight lines from point to point, in whole kilometres."""
    length = sum(distance_km(start, end) for start, end in pairwise(points))
    is_rough = any(point.radius_km for point in points)
    return _straight(strings, length, 1, is_rough=is_rough)


def _straight(strings: Strings, length: float, step: int, *, is_rough: bool) -> str:
    words = _kilometres(strings, max(step, round(length / step) * step))
    if is_rough:
        words = strings("distance.about", distance=words)
    elif length < 1:
        words = strings("distance.less_than_one")
    return strings("distance.straight", distance=words)


def _kilometres(strings: Strings, number: int) -> str:
    return strings("unit.km", n=format_number(strings, number))
