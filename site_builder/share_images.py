"""Draws the picture that messengers show beside a link: a page's title between ornaments."""

from __future__ import annotations

import io
import math
import zlib
from collections.abc import Iterable, Iterator
from functools import cache

from font_roboto import Roboto, RobotoBold
from PIL import Image, ImageColor, ImageDraw, ImageFont

from site_builder.outputs import OutputAsset, OutputPage
from site_builder.schema.site import SiteSettings
from site_builder.urls import share_image_path

__all__ = ["HEIGHT", "WIDTH", "share_images"]

WIDTH, HEIGHT = 1200, 630
"""Pixels; the size that Open Graph readers expect."""
_MARGIN = 80
_LINE = WIDTH - 2 * _MARGIN
_HORN = 60
_NAME_TOP = HEIGHT - 2 * _HORN - 40
_GROUND, _LIGHT, _GOLD = "#0c4a5b", "#ffffff", "#e9b949"
_TITLE_SIZES = (92, 76, 62, 52)
_TITLE_LINES, _LARGE_LINES = 4, 2
_LETTERS = 300
# The picture is made of shades from the ground to each of two inks: that keeps a file at some 20 kB.
_SHADES = 8
_LIGHT_INK, _GOLDEN_INK = _SHADES - 1, 2 * _SHADES - 1


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
    # The pixels are numbers of colours: text drawn with the last shade of an ink has edges in the
    # shades before it, if the ground below is the first shade of that ink.
    picture = _frame().copy()
    font, lines = _fit(title)
    y = _write(picture, lines, font, 2 * _HORN + 30, _LIGHT_INK) + 16
    small = _font(Roboto, 36)
    end = HEIGHT - 2 * _HORN + 30 if title == name else _NAME_TOP
    _write(picture, _wrap(label, small)[: (end - y) // _step(small)], small, y, _GOLDEN_INK)
    if title != name:
        _write(picture, [name], _font(RobotoBold, 34), _NAME_TOP, _GOLDEN_INK)
    picture.putpalette(_palette())
    buffer = io.BytesIO()
    # Runs of one colour are all that there is to compress, and that is the quickest way.
    picture.save(buffer, "PNG", bits=4, compress_level=1, compress_type=zlib.Z_RLE)
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
    """Return the two bands of ornament in shades of gold."""
    # Drawn three times as large: Pillow's lines have no smooth edges of their own.
    large = Image.new("L", (3 * WIDTH, 3 * HEIGHT))
    draw = ImageDraw.Draw(large)
    for top in (_HORN // 4, HEIGHT - _HORN - _HORN // 4):
        _band(draw, top)
    small = large.resize((WIDTH, HEIGHT), Image.Resampling.BOX)
    return small.point(lambda value: _GOLDEN_INK - _SHADES + 1 + value * (_SHADES - 1) // 255)


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
    """Return the largest size at which the title takes few lines of whole words, and these lines."""
    for size in _TITLE_SIZES:
        font = _font(RobotoBold, size)
        lines = _wrap(title, font)
        if len(lines) <= _LARGE_LINES and " ".join(lines).split() == title[:_LETTERS].split():
            break
    return font, lines[:_TITLE_LINES]


def _wrap(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Return the lines of a text that fit between the margins, as far as a picture can show it."""
    lines: list[str] = [""]
    for word in text[:_LETTERS].split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > _LINE:
            lines.append(word)
        else:
            lines[-1] = longer
        # A word that is longer than a line goes on in the next one.
        while font.getlength(line := lines[-1]) > _LINE:
            end = next(n for n in range(2, len(line) + 1) if font.getlength(line[:n]) > _LINE)
            lines[-1:] = [line[: end - 1], line[end - 1 :]]
    return lines


def _step(font: ImageFont.FreeTypeFont) -> int:
    return round(font.size * 1.22)


def _write(
    picture: Image.Image, lines: list[str], font: ImageFont.FreeTypeFont, y: int, ink: int
) -> int:
    """Write lines from `y` down; return where they end."""
    draw = ImageDraw.Draw(picture)
    step = _step(font)
    bottom = y + len(lines) * step
    draw.rectangle((0, y, WIDTH, bottom), fill=ink - _SHADES + 1)
    for number, line in enumerate(lines):
        draw.text((_MARGIN, y + number * step), line, font=font, fill=ink)
    return bottom
