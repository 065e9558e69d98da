"""Names of what the base drawings show: towns, countries on both sides of the border, the sea, rivers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from site_builder.languages import Language, country_name
from site_builder.map_drawing.basemap import read_features, read_towns
from site_builder.map_drawing.crop import Crop
from site_builder.map_drawing.labels import STYLES, Labels
from site_builder.map_drawing.lines import simplify
from site_builder.map_drawing.projection import XY, Box, project, units_of_km

__all__ = ["name_countries", "name_rivers", "name_sea", "name_towns"]

# Points at sea, far from every coast around: degrees north and east.
_AT_SEA = (
    *((45.85, 49.15), (45.6, 48.75), (45.6, 49.4), (46.1, 49.6), (46.3, 50.3), (46.6, 51.2)),
    *((45.6, 50.5), (45.1, 49.8), (44.8, 48.6), (44.2, 49.2), (43.6, 49.9), (46.0, 52.3)),
)
# Names of rivers lie along what is nearly straight: 300 m to the side do not count.
_RIVER_KM, _LATITUDE = 0.3, 46.4
_BENDS, _ABOVE = 5, 6


def name_towns(labels: Labels, crop: Crop, language: Language, marks: Sequence[XY]) -> str:
    """Write the names of towns, large ones first, and return their dots.

    Args:
        labels: The names so far.
        crop: The piece of the map.
        language: The language of the names.
        marks: Where marks are in the drawing: they stand for the dots.
    """
    dots = []
    box = crop.box
    for town in read_towns():
        if not box.has(town.at):
            continue
        x, y = crop.at(town.at)
        is_marked = any(math.dist((x, y), mark) < 7 for mark in marks)  # noqa: PLR2004  touch
        style = STYLES["town" if town.rank else "city"]
        fits = labels.place_beside(town.names[language], style, (x, y), 12 if is_marked else 5)
        if fits and not is_marked:
            dots.append(f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="2.2"/>')
    return "".join(dots)


def name_countries(labels: Labels, crop: Crop, language: Language) -> None:
    """Write the names of both countries along the border, near the middle of what is seen of it."""
    line = _thin(crop.part(_border()), 6)
    places = sorted(range(2, len(line) - 2), key=lambda n: abs(2 * n - len(line)))
    # The border runs from the north to the sea: Russia is on its right.
    for code, side in (("RU", 1), ("KZ", -1)):
        name = country_name(language, code)
        spots = (
            spot
            for distance in (18, 30, 44, 60, 80)
            for n in places[::3]
            if _is_clear(
                spot := _aside(line, n, side * distance), line, STYLES["country"].width(name)
            )
        )
        any(labels.place(name, STYLES["country"], spot) for spot in spots)


def _thin(line: Sequence[XY], least: float) -> list[XY]:
    """Return points of a line that are some distance from each other."""
    kept: list[XY] = []
    for point in line:
        if not kept or math.dist(point, kept[-1]) >= least:
            kept.append(point)
    return kept


def _aside(line: Sequence[XY], n: int, distance: float) -> XY:
    """Return a place to the right of a line's point, to the left of it if the distance is negative."""
    (x0, y0), (x1, y1) = line[n - 2], line[n + 2]
    length = math.dist((x0, y0), (x1, y1)) or 1
    x, y = line[n]
    return x - (y1 - y0) / length * distance, y + (x1 - x0) / length * distance


def _is_clear(middle: XY, line: Sequence[XY], width: float) -> bool:
    """Tell whether a name there would not lie on a line."""
    x, y = middle
    box = Box(x - width / 2 - 4, y - 12, x + width / 2 + 4, y + 12)
    return not any(box.has(point) for point in line)


def name_sea(labels: Labels, crop: Crop, name: str) -> None:
    """Write the name of the sea where there is enough of it."""
    style = STYLES["sea"]
    half = math.hypot(style.width(name), style.height) / 2
    spots = (crop.at(at) for at, clear in _open_sea() if clear * crop.scale >= half)
    any(labels.place(name, style, spot) for spot in spots)


def name_rivers(labels: Labels, crop: Crop, language: Language) -> None:
    """Write the names of rivers along their straightest pieces, wide rivers first."""
    style = STYLES["river"]
    for names, line in _rivers():
        name = names[language]
        seen = crop.part(line)
        for _, middle, angle in sorted(_straight_pieces(seen, style.width(name) + 4)):
            turn = math.radians(angle)
            spot = middle[0] + math.sin(turn) * _ABOVE, middle[1] - math.cos(turn) * _ABOVE
            if labels.place(name, style, spot, angle=angle):
                break


def _straight_pieces(line: Sequence[XY], length: float) -> Iterator[tuple[float, XY, float]]:
    """Yield the pieces of a line that are long enough for a name: how bent, their middle, their angle."""
    for first, start in enumerate(line):
        last = next((n for n in range(first, len(line)) if math.dist(start, line[n]) >= length), 0)
        if not last:
            return
        (x0, y0), (x1, y1) = sorted((start, line[last]))
        chord = math.dist(start, line[last])
        bend = max(
            (abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / chord for x, y in line[first:last]),
        )
        if bend <= _BENDS:
            yield bend, ((x0 + x1) / 2, (y0 + y1) / 2), math.degrees(math.atan2(y1 - y0, x1 - x0))


@cache
def _border() -> tuple[XY, ...]:
    """Return the points of the border, close to each other."""
    line = next(one for one in read_features() if one.layer == "border").lines[0]
    step = units_of_km(1, _LATITUDE)
    points = []
    for (x0, y0), (x1, y1) in pairwise(line):
        count = math.ceil(math.dist((x0, y0), (x1, y1)) / step)
        points += [(x0 + (x1 - x0) * n / count, y0 + (y1 - y0) * n / count) for n in range(count)]
    return tuple(points)


@cache
def _open_sea() -> tuple[tuple[XY, float], ...]:
    """Return the places at sea with their distance from the nearest coast, the widest first."""
    coast = [
        at for one in read_features() if one.layer == "land" for ring in one.lines for at in ring
    ]
    places = [project(*at) for at in _AT_SEA]
    clear = [(at, min(math.dist(at, point) for point in coast)) for at in places]
    return tuple(sorted(clear, key=lambda place: -place[1]))


@cache
def _rivers() -> tuple[tuple[dict[Language, str], tuple[XY, ...]], ...]:
    """Return the rivers that have names, without their small bends, wide ones first."""
    tolerance = units_of_km(_RIVER_KM, _LATITUDE)
    rivers = [one for one in read_features() if one.layer == "river" and one.names[Language.RU]]
    rivers.sort(key=lambda river: river.width)
    return tuple((one.names, tuple(simplify(one.lines[0], tolerance))) for one in rivers)
