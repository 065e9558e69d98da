"""Draws the picture that messengers show beside a link: the site's name on its ornament."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from functools import cache

from font_roboto import Roboto, RobotoBold
from PIL import Image, ImageDraw, ImageFont

from site_builder.languages import LANGUAGES
from site_builder.outputs import OutputAsset
from site_builder.schema.site import SiteSettings
from site_builder.urls import share_image_path

__all__ = ["HEIGHT", "WIDTH", "share_images"]

WIDTH, HEIGHT = 1200, 630
"""Pixels; the size that Open Graph readers expect."""
_MARGIN = 80
_HORN = 60
_GROUND, _LIGHT, _GOLD = "#0c4a5b", "#ffffff", "#e9b949"


def share_images(settings: SiteSettings) -> Iterator[OutputAsset]:
    """Yield a PNG of 1200×630 pixels for each language."""
    for language in LANGUAGES:
        title, line = settings.title[language], settings.description[language]
        yield OutputAsset(share_image_path(language), _draw(title, line))


@cache
def _font(path: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size)


@cache
def _draw(title: str, line: str) -> bytes:
    picture = Image.new("RGB", (WIDTH, HEIGHT), _GROUND)
    draw = ImageDraw.Draw(picture)
    for top in (_HORN // 4, HEIGHT - _HORN - _HORN // 4):
        _band(draw, top)
    y = _write(draw, title, _font(RobotoBold, 84), 150, _LIGHT)
    _write(draw, line, _font(Roboto, 38), y + 30, _GOLD)
    buffer = io.BytesIO()
    # 64 colours keep it under what messengers load on a slow line.
    picture.quantize(64).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _band(draw: ImageDraw.ImageDraw, top: int) -> None:
    """Draw a band of ram's horns, «қошқар мүйіз»: pairs of spirals on a stem."""
    for middle in range(_HORN, WIDTH, 2 * _HORN):
        for side in (-1, 1):
            draw.line(_spiral(middle, top + _HORN // 2, side), _GOLD, width=5, joint="curve")
        draw.line((middle, top + _HORN // 2, middle, top + _HORN), _GOLD, width=5)


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


def _write(
    draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont, y: int, colour: str
) -> int:
    """Write `text` in lines that fit between the margins; return where it ends."""
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and draw.textlength(longer, font=font) > WIDTH - 2 * _MARGIN:
            lines.append(word)
        else:
            lines[-1] = longer
    step = round(font.size * 1.25)
    for number, shown in enumerate(lines):
        draw.text((_MARGIN, y + number * step), shown, font=font, fill=colour)
    return y + len(lines) * step
