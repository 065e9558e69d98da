"""Draws maps as SVG: for paper, for readers without JavaScript, and until the other map is drawn."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from html import escape
from statistics import median_low

from site_builder.map_drawing.basemap import read_towns
from site_builder.map_drawing.crop import HEIGHT, WIDTH, Crop, find_crop
from site_builder.map_drawing.edges import draw_pointers
from site_builder.map_drawing.labels import STYLES, Labels
from site_builder.map_drawing.marks import Density, MapMark, Spot, draw_areas, draw_spot, find_spots
from site_builder.map_drawing.names import name_countries, name_rivers, name_sea, name_towns
from site_builder.map_drawing.projection import Box, units_of_km
from site_builder.ui_strings import Strings

__all__ = ["draw_map"]

_VIEW = f'viewBox="0 0 {WIDTH} {HEIGHT}"'
_LENGTHS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_LONGEST = 90
_LONGEST_TITLE = 240
_MOST_NAMES = 40
_SEEN = Box(12, 24, WIDTH - 12, HEIGHT - 26)
"""Where a mark may be to be seen whole."""
_FOOT = Box(0, HEIGHT - 24, WIDTH, HEIGHT)
"""The strip with the scale and the credit."""


def draw_map(
    marks: Sequence[MapMark], label: str, strings: Strings, bases: str, *, is_way: bool = False
) -> str:
    """Return a map of some places.

    It fills a box of any shape that has a size: one that is wider or higher than the drawing shows
    more land around.

    Args:
        marks: The places, at least one, in their order.
        label: What the map shows.
        strings: The words of the page's language.
        bases: The link to the folder of the base drawings, with a slash at its end.
        is_way: Whether the places are stops on a way.
    """
    spots = find_spots(marks)
    density = Density.of(spots)
    near = _nearest(spots) if density is Density.MANY and not is_way else spots
    landmarks = [town.at for town in read_towns()]
    crop = find_crop([_area(spot) for spot in near], landmarks, marks[0].lat)
    shown = [spot for spot in spots if _SEEN.has(crop.at(spot.at))]
    labels = Labels([_FOOT, *(spot.box(crop, density) for spot in shown)])
    pointers = draw_pointers([spot for spot in spots if spot not in shown], crop, labels)
    dots = _write_names(labels, crop, shown, strings, density)
    drawing = "".join(
        (
            f"<svg {_VIEW}>",
            draw_areas(shown, crop),
            _way(spots, crop) if is_way else "",
            dots,
            *labels.texts,
            *(draw_spot(spot, crop, density) for spot in sorted(shown, key=lambda one: -one.rank)),
            "</svg>",
            pointers,
            _foot(crop, strings, marks[0].lat),
        )
    )
    described = _describe(marks, strings, density)
    return _frame(_base(crop, bases), drawing, label, described, density)


def _area(spot: Spot) -> Box:
    x, y = spot.at
    return Box(x - spot.radius, y - spot.radius, x + spot.radius, y + spot.radius)


def _nearest(spots: Sequence[Spot]) -> list[Spot]:
    """Return the two thirds that lie closest to the middle one.

    A few towns far away would make all others one heap; the interactive map begins with the same. A way is
    shown whole.
    """
    middle = (
        median_low(spot.at[0] for spot in spots),
        median_low(spot.at[1] for spot in spots),
    )

    def distance(spot: Spot) -> float:
        return (spot.at[0] - middle[0]) ** 2 + (spot.at[1] - middle[1]) ** 2

    return sorted(spots, key=distance)[: -(-len(spots) * 2 // 3)]


def _write_names(
    labels: Labels, crop: Crop, shown: Sequence[Spot], strings: Strings, density: Density
) -> str:
    """Write all names, those of the places first, and return the dots of towns."""
    language = strings.language
    if density is not Density.SOME:
        style = STYLES["title" if density is Density.ALONE else "town"]
        for spot in sorted(shown, key=lambda spot: spot.rank)[:_MOST_NAMES]:
            name = spot.marks[0].title
            if style.width(name) <= _LONGEST_TITLE:
                (x, y), (half, radius) = crop.at(spot.at), spot.size(density)
                gap = max(half, spot.radius * crop.scale) + 3
                labels.place_beside(name, style, (x, y + spot.rise(radius)), gap)
    dots = name_towns(labels, crop, language, [crop.at(spot.at) for spot in shown])
    name_countries(labels, crop, language)
    name_sea(labels, crop, strings("map.sea"))
    name_rivers(labels, crop, language)
    return dots


def _way(spots: Sequence[Spot], crop: Crop) -> str:
    points = " ".join(f"{x:.1f} {y:.1f}" for x, y in (crop.at(spot.at) for spot in spots))
    return f'<polyline class="way" points="{points}"/>'


def _base(crop: Crop, bases: str) -> str:
    frame, (x, y) = crop.frame, crop.at((crop.frame.box.left, crop.frame.box.top))
    width = (frame.box.right - frame.box.left) * crop.scale
    height = (frame.box.bottom - frame.box.top) * crop.scale
    return (
        f'<svg class="map-base" {_VIEW} aria-hidden="true"><image href="{escape(bases)}{frame.name}.svg"'
        f' x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"/></svg>'
    )


def _foot(crop: Crop, strings: Strings, lat: float) -> str:
    """Return the scale and the credit, in the lower corners of a box of any shape."""
    km = max(length for length in _LENGTHS if units_of_km(length, lat) * crop.scale <= _LONGEST)
    width, low = units_of_km(km, lat) * crop.scale, HEIGHT - 8
    return (
        f'<svg {_VIEW} preserveAspectRatio="xMinYMax"><path class="scale" d="M8 {low - 4}v4h{width:.1f}v-4"/>'
        f'<text class="small" x="12" y="{low - 4}" text-anchor="start">{escape(strings("unit.km", n=km))}</text></svg>'
        f'<svg {_VIEW} preserveAspectRatio="xMaxYMax"><text class="small" x="{WIDTH - 6}" y="{low}" text-anchor="end">'
        f"{escape(strings('map.credit'))}, Natural Earth, GeoNames</text></svg>"
    )


def _describe(marks: Sequence[MapMark], strings: Strings, density: Density) -> str:
    """Return in words what the map shows: each place and how exact it is."""
    if density is Density.MANY:
        return strings("map.many", n=len(marks))
    return "; ".join(
        f"{f'{mark.number}. ' if density is Density.SOME else ''}{mark.title}: {mark.precision}"
        for mark in marks
    )


def _frame(base: str, content: str, label: str, described: str, density: Density) -> str:
    """Return the whole drawing: the base turns dark by itself, the rest has colours by class."""
    name = hashlib.blake2s(f"{label}{described}{content}".encode(), digest_size=4).hexdigest()
    # A picture has no links in it; what has some is a group of them.
    role = "group" if density is Density.MANY else "img"
    return (
        f'<div class="map-drawing">{base}'
        f'<svg role="{role}" aria-labelledby="drawing-{name}" aria-describedby="described-{name}">'
        f'<title id="drawing-{name}">{escape(label)}</title><desc id="described-{name}">{escape(described)}</desc>'
        f"{content}</svg></div>"
    )
