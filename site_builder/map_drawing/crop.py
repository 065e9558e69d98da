"""Which piece of which base drawing a map shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from site_builder.map_drawing.frames import DELTA, WIDE, Frame
from site_builder.map_drawing.projection import XY, Box, units_of_km

__all__ = ["HEIGHT", "MARGINS", "WIDTH", "Crop", "find_crop"]

WIDTH, HEIGHT = 360, 320
"""The size of a map's drawing: about that of a phone, so that a unit is about a pixel."""
MARGINS = Box(26, 36, WIDTH - 26, HEIGHT - 36)
"""Where marks may be: there is room for their bodies above and for scale and credit below."""
# A box that is wider than the drawing shows more of the base on both sides.
_BESIDE = 0.5


@dataclass(frozen=True, slots=True)
class Crop:
    """The piece of the plane that a map's drawing shows."""

    frame: Frame
    """The base drawing below it."""
    scale: float
    """Units of the drawing a unit of the plane."""
    left: float
    """The x on the plane of the drawing's left edge."""
    top: float
    """The y on the plane of the drawing's upper edge."""

    def at(self, point: XY) -> XY:
        """Return where a point of the plane is in the drawing."""
        return (point[0] - self.left) * self.scale, (point[1] - self.top) * self.scale

    def part(self, line: Iterable[XY]) -> list[XY]:
        """Return those of a line's points that are in the drawing, where they are there."""
        box = self.box
        return [self.at(point) for point in line if box.has(point)]

    @property
    def box(self) -> Box:
        """What it shows of the plane."""
        right, bottom = self.left + WIDTH / self.scale, self.top + HEIGHT / self.scale
        return Box(self.left, self.top, right, bottom)


def find_crop(shown: Sequence[Box], landmarks: Sequence[XY], lat: float) -> Crop:
    """Return the closest piece that holds all areas, on the more exact base drawing if that holds it.

    Args:
        shown: The areas on the plane, at least one; those of points are empty.
        landmarks: Towns on the plane: for places beyond the base layer, the nearest one that is
            on it is shown too, lest the map be blank.
        lat: A latitude on the map, in degrees.
    """
    for frame in (DELTA, WIDE):
        crop = _fit(frame, shown, lat)
        beside = _BESIDE * (crop.box.right - crop.box.left)
        seen = Box(crop.box.left - beside, crop.box.top, crop.box.right + beside, crop.box.bottom)
        if frame.box.holds(seen):
            return crop
    if all(WIDE.box.holds(one) for one in shown):
        return crop
    beyond = next(one for one in shown if not WIDE.box.holds(one))
    drawn = [at for at in landmarks if WIDE.box.has(at)]
    near = min(drawn, key=lambda at: _distance(at, (beyond.left, beyond.top)))
    return _fit(WIDE, [*shown, Box(*near, *near)], lat)


def _distance(one: XY, other: XY) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _fit(frame: Frame, shown: Sequence[Box], lat: float) -> Crop:
    """Return the piece with the areas in the middle, as close as the frame allows."""
    left, top = min(one.left for one in shown), min(one.top for one in shown)
    right, bottom = max(one.right for one in shown), max(one.bottom for one in shown)
    closest = WIDTH / units_of_km(frame.closest_km, lat)
    # Of a single point neither is known.
    width, height = max(right - left, 1e-6), max(bottom - top, 1e-6)
    scale = min(
        (MARGINS.right - MARGINS.left) / width, (MARGINS.bottom - MARGINS.top) / height, closest
    )
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    return Crop(
        frame,
        scale,
        middle_x - (MARGINS.left + MARGINS.right) / 2 / scale,
        middle_y - (MARGINS.top + MARGINS.bottom) / 2 / scale,
    )
