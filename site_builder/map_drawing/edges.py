"""Points at what lies beyond a map's edge: a name with a tip that shows the direction."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from html import escape

from site_builder.map_drawing.crop import HEIGHT, WIDTH, Crop
from site_builder.map_drawing.labels import STYLES, Labels
from site_builder.map_drawing.marks import Spot
from site_builder.map_drawing.projection import XY, Box

__all__ = ["draw_pointers"]

_INSET, _TIP, _STEP = 12, 10, 15
# Above the scale and the credit.
_LOWEST = HEIGHT - 36
_ALIGN = {"left": "xMinYMid", "right": "xMaxYMid", "top": "xMidYMin", "bottom": "xMidYMax"}


def draw_pointers(spots: Sequence[Spot], crop: Crop, labels: Labels) -> str:
    """Return a link at the edge for each point outside the drawing, as long as there is room.

    Each edge is a picture of its own, so that it stays at the edge of a box that is wider.
    """
    edges: dict[str, list[str]] = {}
    for spot in spots:
        edge, pointer = _pointer(spot, crop, labels)
        if pointer:
            edges.setdefault(edge, []).append(pointer)
    return "".join(
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="{_ALIGN[edge]}">{"".join(pointers)}</svg>'
        for edge, pointers in edges.items()
    )


def _pointer(spot: Spot, crop: Crop, labels: Labels) -> tuple[str, str]:
    """Return which edge a point is beyond, and the link to it there; no link without room for it."""
    x, y = crop.at(spot.at)
    dx, dy = x - WIDTH / 2, y - HEIGHT / 2
    across = (WIDTH / 2 - _INSET) / (abs(dx) or 1e-6)
    along = (HEIGHT / 2 - _INSET) / (abs(dy) or 1e-6)
    share = min(across, along)
    start = WIDTH / 2 + dx * share, HEIGHT / 2 + dy * share
    edge = ("right" if dx > 0 else "left") if across < along else ("bottom" if dy > 0 else "top")
    name = spot.marks[0].title
    width = STYLES["town"].width(name) + _TIP
    places = (at for at in _places(edge, start, width) if labels.take(_box(at, width)))
    place = next(places, None)
    if place is None:
        return edge, ""
    x, y = place
    # The tip is at the outer end of the name.
    side = 1 if edge == "right" else -1
    angle = math.degrees(math.atan2(dy, dx))
    anchor = "end" if side > 0 else "start"
    return edge, (
        f'<a href="{escape(spot.marks[0].href)}" aria-label="{escape(spot.title)}">'
        f'<path class="tip layer-{spot.layer}" d="M-4-4L5 0L-4 4z"'
        f' transform="translate({x + side * width / 2:.0f} {y:.0f}) rotate({angle:.0f})"/>'
        f'<text class="town" x="{x + side * (width / 2 - _TIP):.0f}" y="{y + 4:.0f}"'
        f' text-anchor="{anchor}">{escape(name)}</text></a>'
    )


def _places(edge: str, start: XY, width: float) -> Iterator[XY]:
    """Yield middles for a name of some width at an edge, the nearest to where it should be first."""
    x = min(max(start[0], _INSET + width / 2), WIDTH - _INSET - width / 2)
    y = min(max(start[1], _INSET + 2), _LOWEST)
    for step in range(max(WIDTH, HEIGHT) // _STEP):
        for way in (step, -step):
            if edge in ("left", "right"):
                yield x, y + way * _STEP
            else:
                yield x + way * _STEP, y


def _box(middle: XY, width: float) -> Box:
    x, y = middle
    return Box(x - width / 2, y - 7, x + width / 2, y + 7)
