"""Draws timelines, charts and codes as SVG; each stands beside words that say the same.

Timelines and charts are made for a phone's width: 320 units, text of 11 to 13. Colours come from the style
sheet by class, so that they follow the reader's scheme.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape

import segno

__all__ = ["draw_bars", "draw_bearing", "draw_code", "draw_timeline"]

_WIDTH = 320
_EDGE = 14
_BAR_STEP, _BAR_HEIGHT = 40, 14
_DOT = 8.5
_LEVEL = 2 * _DOT + 2


def draw_timeline(years: Sequence[float]) -> str:
    """Return an axis with a numbered dot for each year; dots that would touch stand higher.

    Args:
        years: Years with fractions for months, in order; at least two different ones.
    """
    first, last = min(years), max(years)
    scale = (_WIDTH - 2 * _EDGE) / (last - first)
    ends: list[float] = []
    dots: list[tuple[float, int]] = []
    for year in years:
        x = _EDGE + (year - first) * scale
        level = next((n for n, end in enumerate(ends) if x - end >= 2 * _DOT + 1), len(ends))
        ends[level : level + 1] = [x]
        dots.append((x, level))
    axis = len(ends) * _LEVEL + 2
    height = axis + 22
    parts = [
        f'<svg class="timeline-axis" viewBox="0 0 {_WIDTH} {height:g}" aria-hidden="true">',
        f'<path class="axis" d="M{_EDGE} {axis:g}H{_WIDTH - _EDGE}"/>',
    ]
    tops = [axis - _DOT - 2 - level * _LEVEL for _, level in dots]
    # All stems first: none may cross a number.
    for (x, _), y in zip(dots, tops, strict=True):
        parts.append(f'<path class="stem" d="M{x:.1f} {y:.1f}V{axis:g}"/>')
    for number, ((x, _), y) in enumerate(zip(dots, tops, strict=True), 1):
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_DOT}"/>'
            f'<text class="number" x="{x:.1f}" y="{y + 3.6:.1f}">{number}</text>'
        )
    parts.append(f'<text class="end" x="{_EDGE - 8}" y="{axis + 15:g}">{int(first)}</text>')
    parts.append(
        f'<text class="end last" x="{_WIDTH - _EDGE + 8}" y="{axis + 15:g}">{int(last)}</text></svg>'
    )
    return "".join(parts)


def draw_bars(values: Sequence[tuple[str, float, str]]) -> str:
    """Return bars from zero, each with its label and its number above.

    Args:
        values: Label, number and the number in words of each bar.
    """
    top = max(value for _, value, _ in values) or 1
    height = len(values) * _BAR_STEP
    parts = [f'<svg class="bars" viewBox="0 0 {_WIDTH} {height}" aria-hidden="true">']
    for place, (label, value, words) in enumerate(values):
        y = place * _BAR_STEP
        parts.append(
            f'<text x="0" y="{y + 14}">{escape(label)}</text>'
            f'<text class="value" x="{_WIDTH}" y="{y + 14}">{escape(words)}</text>'
            f'<rect class="track" x="0" y="{y + 20}" width="{_WIDTH}" height="{_BAR_HEIGHT}" rx="3"/>'
            f'<rect x="0" y="{y + 20}" width="{value / top * _WIDTH:.1f}" height="{_BAR_HEIGHT}" rx="3"/>'
        )
    return "".join(parts) + "</svg>"


def draw_bearing(degrees: float, north: str) -> str:
    """Return an arrow on a dial, north at the top.

    Args:
        degrees: Clockwise from north.
        north: The letter for north.
    """
    return (
        '<svg class="bearing" viewBox="0 0 64 64" width="64" height="64" aria-hidden="true">'
        '<g fill="none" stroke="currentColor"><circle cx="32" cy="37" r="25"/>'
        '<path d="M32 12v6M7 37h6M51 37h6M32 56v6"/></g>'
        f'<text x="32" y="9" font-size="11" text-anchor="middle" fill="currentColor">{escape(north)}</text>'
        f'<path class="arrow" fill="currentColor" transform="rotate({degrees:.1f} 32 37)" '
        'd="M32 16l7 14h-4.5v26h-5V30H25z"/></svg>'
    )


@lru_cache(maxsize=1000)
def draw_code(address: str, title: str) -> str:
    """Return the QR code of an address, black on white whatever colours the page has.

    A quarter of it may be lost to rain or a drawing pin (level Q), and the quiet zone of four modules
    belongs to it.

    Args:
        address: What a camera reads.
        title: What the drawing is, for those who do not see it.
    """
    code = segno.make_qr(address, error="q")
    drawing: str = code.svg_inline(
        dark="#000", light="#fff", title=title, svgclass="code", lineclass=None, omitsize=True
    )
    return drawing.replace("<svg ", '<svg role="img" ', 1)
