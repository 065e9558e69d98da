"""The base drawings that all maps share: land, water, rivers, region lines and the border, no words.

A page shows a piece of one of them; what the page's own map adds lies on top of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from site_builder.map_drawing.basemap import Feature, read_features
from site_builder.map_drawing.lines import clip_line, clip_ring, simplify
from site_builder.map_drawing.projection import XY, Box, project
from site_builder.outputs import OutputAsset

__all__ = ["DELTA", "WIDE", "Frame", "base_drawings"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a base drawing shows, and how exactly."""

    name: str
    """The file's name without its ending."""
    box: Box
    """What it shows, on the plane."""
    grid: int
    """How many units of the plane one unit of the drawing is: what smaller details go by."""
    tolerance: float
    """How far lines may be from where they are, in units of the drawing."""
    closest_km: float
    """How wide a map must be at least for the drawing to be exact enough."""
    strokes: tuple[float, float, float]
    """The widths of rivers of the three classes, in units of the drawing."""


def _box(west: float, south: float, east: float, north: float) -> Box:
    """Return the box between two meridians and two parallels, in degrees."""
    left, bottom = project(south, west)
    right, top = project(north, east)
    return Box(left, top, right, bottom)


DELTA = Frame("delta", _box(46.3, 45.2, 50.2, 47.1), 1, 1.5, 60, (10, 7, 4.5))
"""Astrakhan and the delta of the Volga, to the border villages."""
WIDE = Frame("wide", _box(45.62, 43.22, 53.18, 49.18), 4, 1.5, 160, (4.5, 3.5, 2))
"""The base layer but for its very edge, where its areas end: from Khan Ordasy to Aktau and Atyrau."""

# Colours of daylight; pages turn them by a filter where the reader's scheme is dark.
_SEA, _LAND, _RIVER, _REGION, _BORDER = "#cfe3ea", "#f5f3ec", "#7fb0c2", "#8a8f8c", "#b0483c"


def base_drawings() -> Iterator[OutputAsset]:
    """Yield the base drawings by their paths in the bundle."""
    for frame in (DELTA, WIDE):
        yield OutputAsset(f"maps/{frame.name}.svg", _draw(frame).encode())


def _draw(frame: Frame) -> str:
    width = (frame.box.right - frame.box.left) / frame.grid
    height = (frame.box.bottom - frame.box.top) / frame.grid
    line = 'fill="none" stroke-linejoin="round"'
    thin, dash = frame.strokes[2], frame.strokes[0] * 2
    rivers = "".join(
        f'<path stroke-width="{stroke:g}" d="{_lines(frame, "river", width_class)}"/>'
        for width_class, stroke in enumerate(frame.strokes, 1)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}">'
        f'<path fill="{_SEA}" d="M0 0h{width:.0f}v{height:.0f}H0z"/>'
        f'<path fill="{_LAND}" stroke="{_RIVER}" stroke-width="{thin / 3:.1f}" d="{_areas(frame, "land")}"/>'
        f'<path fill="{_SEA}" d="{_areas(frame, "water")}"/>'
        f'<g stroke="{_RIVER}" stroke-linecap="round" {line}>{rivers}</g>'
        f'<path stroke="{_REGION}" stroke-width="{thin / 2:g}" stroke-dasharray="{dash / 3:.1f}" {line} d="{_lines(frame, "region", 0)}"/>'
        f'<path stroke="{_BORDER}" stroke-width="{thin:g}" stroke-dasharray="{dash:g} {dash / 3:.1f} {thin:g} {dash / 3:.1f}" {line} d="{_lines(frame, "border", 0)}"/>'
        "</svg>\n"
    )


def _of(layer: str, width_class: int = 0) -> Iterator[Feature]:
    features = read_features()
    return (one for one in features if one.layer == layer and one.width == width_class)


def _areas(frame: Frame, layer: str) -> str:
    """Return the path of all areas of a layer."""
    # A little more than is seen: the coast must not run along the drawing's edge.
    more = frame.tolerance * frame.grid * 10
    box = Box(
        frame.box.left - more, frame.box.top - more, frame.box.right + more, frame.box.bottom + more
    )
    rings = (clip_ring(ring, box) for feature in _of(layer) for ring in feature.lines)
    return "".join(_path(frame, ring, closed=True) for ring in rings if ring)


def _lines(frame: Frame, layer: str, width_class: int) -> str:
    """Return the path of all lines of a layer."""
    lines = (line for feature in _of(layer, width_class) for line in feature.lines)
    pieces = (piece for line in lines for piece in clip_line(line, frame.box))
    return "".join(_path(frame, piece) for piece in pieces)


def _path(frame: Frame, line: Sequence[XY], *, closed: bool = False) -> str:
    """Return a path in whole units, each point counted from the one before.

    Nothing is left of an area that is smaller than what the drawing shows.
    """
    placed = [
        ((x - frame.box.left) / frame.grid, (y - frame.box.top) / frame.grid) for x, y in line
    ]
    exact = simplify(placed, frame.tolerance)
    points = [(round(x), round(y)) for x, y in exact]
    steps = [
        (x - before[0], y - before[1]) for before, (x, y) in pairwise(points) if (x, y) != before
    ]
    if len(steps) < (3 if closed else 1):
        return ""
    numbers = "".join(f"{dx} {dy} " for dx, dy in steps).strip().replace(" -", "-")
    return f"M{points[0][0]} {points[0][1]}l{numbers}{'z' if closed else ''}"
