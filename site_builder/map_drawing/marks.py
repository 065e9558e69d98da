"""Marks of places: a drop whose tip stands on an exact point, a disc in the middle of an area."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from html import escape

from site_builder.map_drawing.crop import Crop
from site_builder.map_drawing.projection import XY, Box, project, units_of_km

__all__ = ["Density", "MapMark", "Spot", "draw_areas", "draw_spot", "find_spots"]

# What people come for, first; the order in which marks lie on top of each other.
_RANKS = ("mausoleums", "museums", "monuments", "mosques", "venues", "crossings", "settlements")
# Radii of the bodies of marks: with a number, without one, of a village among many.
_NUMBERED, _PIN, _DOT = 9, 7, 4
_MOST_NUMBERS = 12
_DIGIT = 5.5


@dataclass(frozen=True, slots=True)
class MapMark:
    """A place on a map."""

    lat: float
    """Degrees north."""
    lon: float
    """Degrees east."""
    radius_km: float | None
    """Radius of the area that it is somewhere in; None for an exact point."""
    precision: str
    """The same in words."""
    layer: str
    """The layer that it lies on."""
    title: str
    """Its name."""
    number: int
    """Its place on the list beside the map, from 1."""
    href: str
    """The link to it."""


class Density(Enum):
    """How many points a map has, which decides how they are marked."""

    ALONE = "alone"
    """One: a mark with its name."""
    SOME = "some"
    """Numbers, those of the list beside the map."""
    MANY = "many"
    """Numbers would be noise: each mark is a link into the list."""

    @classmethod
    def of(cls, spots: Sequence[Spot]) -> Density:
        """Return the density of a map with some points."""
        if len(spots) == 1:
            return cls.ALONE
        return cls.MANY if len(spots) > _MOST_NUMBERS else cls.SOME


@dataclass(frozen=True, slots=True)
class Spot:
    """A point with all marks that share it."""

    marks: tuple[MapMark, ...]
    """The marks, what people come for first."""
    at: XY
    """Where it is on the plane."""

    @property
    def layer(self) -> str:
        """The layer that colours it."""
        return self.marks[0].layer

    @property
    def rank(self) -> int:
        """How important it is: 0 is the most."""
        return _RANKS.index(self.layer)

    @property
    def title(self) -> str:
        """The names of its places."""
        return ", ".join(mark.title for mark in self.marks)

    @property
    def is_exact(self) -> bool:
        """Whether the place that names it is at this very point: a grave in a village may not be."""
        return self.marks[0].radius_km is None

    @property
    def radius(self) -> float:
        """The radius of its area in units of the plane; 0 for a point."""
        lat = self.marks[0].lat
        return max(units_of_km(mark.radius_km or 0, lat) for mark in self.marks)

    @property
    def numbers(self) -> str:
        """The numbers of its places, runs of them in short: `1`, `2–4`, `1, 3`."""
        runs: list[list[int]] = []
        for number in sorted(mark.number for mark in self.marks):
            if runs and number == runs[-1][-1] + 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        return ", ".join(_run(run) for run in runs)

    def size(self, density: Density) -> XY:
        """Return half the width and half the height of its mark's body."""
        if density is Density.SOME:  # wide enough for its numbers
            return max(_NUMBERED, (len(self.numbers) * _DIGIT + 8) / 2), _NUMBERED
        radius = _DOT if density is Density.MANY and self.layer == "settlements" else _PIN
        return radius, radius

    def box(self, crop: Crop, density: Density) -> Box:
        """Return what its mark covers of a drawing."""
        (x, y), (half, radius) = crop.at(self.at), self.size(density)
        middle = y + self.rise(radius)
        return Box(x - half, middle - radius, x + half, max(middle + radius, y))

    def rise(self, radius: float) -> float:
        """Return where the middle of a body of some radius is: above an exact point, which its tip is on."""
        return -radius * 1.65 if self.is_exact else 0


def _run(run: Sequence[int]) -> str:
    if len(run) > 2:  # noqa: PLR2004  two numbers need no dash between them
        return f"{run[0]}–{run[-1]}"
    return ", ".join(map(str, run))


def find_spots(marks: Iterable[MapMark]) -> list[Spot]:
    """Return the points of the marks, each once, in the order of their first marks."""
    shared: dict[tuple[float, float], list[MapMark]] = {}
    for mark in marks:
        shared.setdefault((mark.lat, mark.lon), []).append(mark)
    return [
        Spot(tuple(sorted(those, key=lambda mark: _RANKS.index(mark.layer))), project(*point))
        for point, those in shared.items()
    ]


def draw_areas(spots: Iterable[Spot], crop: Crop) -> str:
    """Return the areas that approximate points are somewhere in, of true size."""
    parts = []
    for spot in spots:
        if spot.radius:
            x, y = crop.at(spot.at)
            radius = spot.radius * crop.scale
            parts.append(f'<circle class="area" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>')
    return "".join(parts)


def draw_spot(spot: Spot, crop: Crop, density: Density) -> str:
    """Return the mark of a point; among many it is a link to the first of its places."""
    (x, y), (half, radius) = crop.at(spot.at), spot.size(density)
    middle = spot.rise(radius)
    inner = f'<circle cy="{middle:g}" r="2.5"/>' if radius > _DOT else ""
    if density is Density.SOME:
        inner = f'<text y="{middle + 3.6:g}">{spot.numbers}</text>'
    drawing = (
        f'<g class="mark layer-{spot.layer}" transform="translate({x:.1f} {y:.1f})">'
        f"{_body(half, radius, middle)}{inner}</g>"
    )
    if density is not Density.MANY:
        return drawing
    href, title = escape(spot.marks[0].href), escape(spot.title)
    return f'<a href="{href}" aria-label="{title}">{drawing}</a>'


def _body(half: float, radius: float, middle: float) -> str:
    """Return a disc, longer where its numbers need room, with a tip where it stands above its point."""
    straight, arc = half - radius, f"A{radius:g} {radius:g} 0 0 1"
    top, side = middle - radius, straight + radius * 0.8
    if middle:  # the sides of the tip leave the disc where they touch it
        low = middle + radius * 0.6
        d = f"M0 0L{-side:g} {low:g}{arc} {-straight:g} {top:g}h{2 * straight:g}{arc} {side:g} {low:g}z"
    else:
        d = f"M{-straight:g} {radius:g}{arc} {-straight:g} {top:g}h{2 * straight:g}{arc} {straight:g} {radius:g}z"
    return f'<path d="{d}"/>'
