"""Makes lines and areas of the base layer as small as a frame can show."""

from __future__ import annotations

import math
from collections.abc import Sequence

from site_builder.map_drawing.projection import XY, Box

__all__ = ["clip_line", "clip_ring", "simplify"]


def simplify(line: Sequence[XY], tolerance: float) -> list[XY]:
    """Return a line with fewer points, none of the others farther from it than the tolerance.

    The algorithm of Ramer, Douglas and Peucker, without recursion.
    """
    kept = {0, len(line) - 1}
    open_ = [(0, len(line) - 1)]
    while open_:
        first, last = open_.pop()
        between = range(first + 1, last)
        if not between:
            continue
        farthest = max(between, key=lambda n: _distance(line[n], line[first], line[last]))
        if _distance(line[farthest], line[first], line[last]) > tolerance:
            kept.add(farthest)
            open_ += [(first, farthest), (farthest, last)]
    return [line[n] for n in sorted(kept)]


def _distance(point: XY, start: XY, end: XY) -> float:
    """Return how far a point is from the line between two others, or from them if they are one."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    x, y = point[0] - start[0], point[1] - start[1]
    length = math.hypot(dx, dy)
    return abs(dx * y - dy * x) / length if length else math.hypot(x, y)


def clip_ring(ring: Sequence[XY], box: Box) -> list[XY]:
    """Return the part of an area's ring that lies in a box.

    The algorithm of Sutherland and Hodgman; pieces hang together along the box's edges.
    """
    points = list(ring)
    for axis, least, greatest in ((0, box.left, box.right), (1, box.top, box.bottom)):
        points = _cut(points, axis, least, 1)
        points = _cut(points, axis, greatest, -1)
    return points


def _cut(ring: list[XY], axis: int, edge: float, sign: int) -> list[XY]:
    """Return what of a ring lies beyond an edge: above it for the sign 1, below it for -1."""
    cut: list[XY] = []
    for start, end in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
        before, after = (start[axis] - edge) * sign, (end[axis] - edge) * sign
        if before * after < 0:
            share = before / (before - after)
            cut.append(
                (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))
            )
        if after >= 0:
            cut.append(end)
    return cut


def clip_line(line: Sequence[XY], box: Box) -> list[list[XY]]:
    """Return the pieces of a line that lie in a box or touch it, with the points beside its edge."""
    inside = [box.has(point) for point in line]
    pieces: list[list[XY]] = []
    for n, point in enumerate(line):
        before = n > 0 and inside[n - 1]
        after = n + 1 < len(line) and inside[n + 1]
        if not (before or inside[n] or after):
            continue
        if not (before or inside[n]) or not pieces:
            pieces.append([])
        pieces[-1].append(point)
    return pieces
