"""Puts names on a map: the more important first, and none over another or over a mark."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from html import escape

from site_builder.map_drawing.crop import HEIGHT, WIDTH
from site_builder.map_drawing.projection import XY, Box

__all__ = ["STYLES", "Labels", "Style"]

# By how much a name beside a point may be higher or lower than the point.
_SHIFT = 6
_PAGE = Box(5, 5, WIDTH - 5, HEIGHT - 5)


@dataclass(frozen=True, slots=True)
class Style:
    """How names of a sort are written."""

    name: str
    """The class of the text."""
    size: float
    """The size of its letters; the style sheet has the same, or less on wide screens."""
    letter: float = 0.6
    """The width of a letter, of its size: that of a wide font, for nobody knows the reader's."""

    def width(self, name: str) -> float:
        """Return how wide a name is."""
        return len(name) * self.size * self.letter

    @property
    def height(self) -> float:
        """How high a name is."""
        return self.size * 1.2


STYLES = {
    style.name: style
    for style in (
        Style("title", 13, 0.64),
        Style("city", 12.5, 0.62),
        Style("town", 11),
        Style("country", 11, 0.9),
        Style("sea", 12, 0.62),
        Style("river", 10),
    )
}
"""All sorts of names."""


@dataclass(slots=True)
class Labels:
    """The names on a map so far, and what they must not cover."""

    taken: list[Box] = field(default_factory=list)
    """What is covered by names and marks."""
    texts: list[str] = field(default_factory=list)
    """The names as SVG."""
    _names: set[str] = field(default_factory=set)

    def place_beside(self, name: str, style: Style, at: XY, gap: float) -> bool:
        """Write a name right or left of a point, below or above it; tell if it fits.

        Args:
            name: The name.
            style: How it is written.
            at: The point in the drawing.
            gap: How far from the point it begins.
        """
        (x, y), half = at, style.width(name) / 2
        rise = gap + style.height / 2
        beside = [
            (anchor, x + way * (gap + half), y + shift)
            for shift in (0, _SHIFT, -_SHIFT)
            for anchor, way in (("start", 1), ("end", -1))
        ]
        around = [
            (anchor, x + shift, y + way)
            for way in (rise, -rise)
            for anchor, shift in (("middle", 0), ("start", half - gap), ("end", gap - half))
        ]
        return any(
            self.place(name, style, (left, top), anchor=anchor)
            for anchor, left, top in beside + around
        )

    def place(
        self, name: str, style: Style, middle: XY, *, anchor: str = "middle", angle: float = 0
    ) -> bool:
        """Write a name where it fits and was not written yet; tell whether it was.

        Args:
            name: The name.
            style: How it is written.
            middle: Where its middle is.
            anchor: What stays in its place if the letters are smaller: `start`, `middle` or `end`.
            angle: By how much it is turned, in degrees clockwise; only about its middle.
        """
        width, height = style.width(name), style.height
        if name in self._names or not self.take(_turned(middle, width, height, angle)):
            return False
        self._names.add(name)
        x, y = middle
        turn = f' transform="rotate({angle:.0f} {x:.0f} {y:.0f})"' if round(angle) else ""
        x += {"start": -width / 2, "middle": 0, "end": width / 2}[anchor]
        side = "" if anchor == "middle" else f' text-anchor="{anchor}"'
        self.texts.append(
            f'<text class="{style.name}" x="{x:.0f}" y="{y + style.size * 0.35:.0f}"{side}{turn}>'
            f"{escape(name)}</text>"
        )
        return True

    def take(self, box: Box) -> bool:
        """Keep a part of the drawing if it is free; tell whether it was."""
        if not _PAGE.holds(box) or any(box.meets(other) for other in self.taken):
            return False
        self.taken.append(box)
        return True


def _turned(middle: XY, width: float, height: float, angle: float) -> Box:
    """Return the upright box around a turned one."""
    cos, sin = abs(math.cos(math.radians(angle))), abs(math.sin(math.radians(angle)))
    half_x, half_y = (width * cos + height * sin) / 2, (width * sin + height * cos) / 2
    x, y = middle
    return Box(x - half_x, y - half_y, x + half_x, y + half_y)
