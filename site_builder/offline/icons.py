"""Draws the site's mark as icons of a phone's home screen."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import comb
from pathlib import Path

from PIL import Image, ImageDraw

from site_builder.outputs import OutputAsset
from site_builder.urls import icon_path

__all__ = ["APPLE_ICON", "ICONS", "Icon", "app_icons"]

_MARK = Path(__file__).parent.parent / "static" / "favicon.svg"
_GROUND, _GOLD = "#0c4a5b", "#e9b949"
_BOX = 64
# Pillow's shapes have no smooth edges of their own: they are drawn larger and made smaller.
_LARGER = 4
_STEPS = 24
_Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Icon:
    """An icon."""

    name: str
    """The file's name without its ending."""
    size: int
    """Pixels, of both sides."""
    purpose: str
    """What the manifest says of it; empty for one that is not in the manifest."""
    mark: float
    """The part of the side that the round mark takes."""
    is_square: bool
    """The colour of the ground fills the corners, because the system cuts the shape out itself."""


APPLE_ICON = Icon("apple-touch-icon", 180, "", 0.9, is_square=True)
"""The icon that iPhones look for."""
ICONS = (
    Icon("icon-192", 192, "any", 1, is_square=False),
    Icon("icon-512", 512, "any", 1, is_square=False),
    # All that matters must lie in the circle in the middle, of four fifths of the side.
    Icon("icon-maskable-512", 512, "maskable", 0.8, is_square=True),
    APPLE_ICON,
)
"""All icons."""


def app_icons() -> Iterator[OutputAsset]:
    """Yield the icons as PNG."""
    for icon in ICONS:
        yield OutputAsset(icon_path(icon.name), _draw(icon))


def _draw(icon: Icon) -> bytes:
    side = icon.size * _LARGER
    scale = side * icon.mark / _BOX
    start = (side - _BOX * scale) / 2
    picture = Image.new("RGBA", (side, side), _GROUND if icon.is_square else "#0c4a5b00")
    draw = ImageDraw.Draw(picture)

    def circle(radius: float, fill: str) -> None:
        low, high = (start + (_BOX / 2 + way * radius) * scale for way in (-1, 1))
        draw.ellipse((low, low, high, high), fill=fill)

    # The ring of the drawing: a stroke of 3.6 around a radius of 28.7.
    for radius, colour in ((32, _GROUND), (30.5, _GOLD), (26.9, _GROUND)):
        circle(radius, colour)
    for outline in _outlines(_MARK.read_text("utf-8")):
        draw.polygon([(start + x * scale, start + y * scale) for x, y in outline], fill=_GOLD)
    small = picture.resize((icon.size, icon.size), Image.Resampling.BOX)
    buffer = io.BytesIO()
    small.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _outlines(svg: str) -> list[list[_Point]]:
    """Return the closed lines of the drawing's path, its curves as many short straight lines."""
    path = re.findall(r' d="([^"]+)"', svg)[0]
    lines: list[list[_Point]] = []
    for command, words in re.findall(r"([MCQLVH])([^A-Za-z]+)", path):
        numbers = [float(word) for word in words.split()]
        if command == "M":
            lines.append([(numbers[0], numbers[1])])
            continue
        line = lines[-1]
        x, y = line[-1]
        if command in "VH":
            line.append((x, numbers[0]) if command == "V" else (numbers[0], y))
        else:
            line += _curve([(x, y), *zip(numbers[::2], numbers[1::2], strict=True)])
    return lines


def _curve(controls: list[_Point]) -> list[_Point]:
    """Return points of a Bézier curve after its first one, from Bernstein's polynomials."""
    degree = len(controls) - 1
    points = []
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        weights = [comb(degree, i) * (1 - t) ** (degree - i) * t**i for i in range(degree + 1)]
        x, y = (
            sum(w * point[axis] for w, point in zip(weights, controls, strict=True))
            for axis in (0, 1)
        )
        points.append((x, y))
    return points
