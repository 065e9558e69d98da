"""Draws the picture that messengers show beside a link: a page's title between ornaments."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator
from functools import cache

from font_roboto import Roboto, RobotoBold
from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFont

from site_builder.outputs import OutputAsset, OutputPage
from site_builder.schema.site import SiteSettings
from site_builder.urls import share_image_path

__all__ = ["HEIGHT", "WIDTH", "share_images"]

WIDTH, HEIGHT = 1200, 630
"""Pixels; the size that Open Graph readers expect."""
_MARGIN = 80
_HORN = 60
_GROUND, _LIGHT, _GOLD = "#0c4a5b", "#ffffff", "#e9b949"
_TITLE_SIZES = (92, 76, 62, 52)
_TITLE_LINES = 4
# The picture is made of shades from the ground to each of two inks: that keeps a file at some 20 kB.
_SHADES = 8


def share_images(pages: Iterable[OutputPage], settings: SiteSettings) -> Iterator[OutputAsset]:
    """Yield a PNG of 1200×630 pixels for each page, with its title in the page's language."""
    for page in pages:
        if page.path:
            name = settings.title[page.language]
            label = page.label if page.title != name else settings.description[page.language]
            yield OutputAsset(share_image_path(page.path), _draw(page.title, label, name))


@cache
def _font(path: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size)


@cache
def _draw(title: str, label: str, name: str) -> bytes:
    light, gold = Image.new("L", (WIDTH, HEIGHT)), _frame().copy()
    font, lines = _fit(title)
    y = _write(light, lines, font, 2 * _HORN + 30)
    _write(gold, _wrap(label, _font(Roboto, 36))[:3], _font(Roboto, 36), y + 16)
    if title != name:
        _write(gold, [name], _font(RobotoBold, 34), HEIGHT - 2 * _HORN - 40)
    shades = light.point(lambda value: value * (_SHADES - 1) // 255)
    golden = gold.point(lambda value: value * (_SHADES - 1) // 255)
    golden = golden.point(lambda value: value + _SHADES if value else 0)
    picture = ImageChops.lighter(shades, golden)
    picture.putpalette(_palette())
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", bits=4, compress_level=6)
    return buffer.getvalue()


@cache
def _palette() -> bytes:
    """Return the shades from the ground to the light ink, then those to the golden one."""
    ground = ImageColor.getrgb(_GROUND)
    colours = bytearray()
    for ink in (ImageColor.getrgb(_LIGHT), ImageColor.getrgb(_GOLD)):
        for shade in range(_SHADES):
            part = shade / (_SHADES - 1)
            colours += bytes(
                round(a + (b - a) * part) for a, b in zip(ground[:3], ink[:3], strict=True)
            )
    return bytes(colours)


@cache
def _frame() -> Image.Image:
    """Return the two bands of ornament, white on black."""
    # Drawn three times as large: Pillow's lines have no smooth edges of their own.
    large = Image.new("L", (3 * WIDTH, 3 * HEIGHT))
    draw = ImageDraw.Draw(large)
    for top in (_HORN // 4, HEIGHT - _HORN - _HORN // 4):
        _band(draw, top)
    return large.resize((WIDTH, HEIGHT), Image.Resampling.BOX)


def _band(draw: ImageDraw.ImageDraw, top: int) -> None:
    """Draw a band of ram's horns, «қошқар мүйіз»: pairs of spirals on a stem."""
    for middle in range(_HORN, WIDTH, 2 * _HORN):
        for side in (-1, 1):
            spiral = _spiral(middle, top + _HORN // 2, side)
            draw.line([(3 * x, 3 * y) for x, y in spiral], 255, width=15, joint="curve")
        stem = (3 * middle, 3 * (top + _HORN // 2), 3 * middle, 3 * (top + _HORN))
        draw.line(stem, 255, width=15)


def _spiral(middle: int, y: int, side: int) -> list[tuple[float, float]]:
    """Return the points of a horn that begins on the stem and curls in; `side` is -1 or 1."""
    points = []
    for step in range(60):
        angle = step / 20 * math.pi
        radius = _HORN * (0.4 - 0.11 * angle / math.pi)
        centre = middle + side * _HORN * 0.4
        x = centre - side * radius * math.cos(angle)
        points.append((x, y - radius * math.sin(angle)))
    return points


def _fit(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """Return the largest size at which the title takes few lines, and these lines."""
    for size in _TITLE_SIZES:
        font = _font(RobotoBold, size)
        lines = _wrap(title, font)
        if len(lines) <= (_TITLE_LINES if size == _TITLE_SIZES[-1] else 2):
            break
    return font, lines[:_TITLE_LINES]


def _wrap(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Return the lines of a text that fit between the margins."""
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > WIDTH - 2 * _MARGIN:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _write(picture: Image.Image, lines: list[str], font: ImageFont.FreeTypeFont, y: int) -> int:
    """Write lines from `y` down; return where they end."""
    draw = ImageDraw.Draw(picture)
    step = round(font.size * 1.22)
    for number, line in enumerate(lines):
        draw.text((_MARGIN, y + number * step), line, font=font, fill=255)
    return y + len(lines) * step
