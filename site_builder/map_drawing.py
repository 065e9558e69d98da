"""Draws maps as SVG: for paper, for readers without JavaScript, and until the other map is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

__all__ = ["MapMark", "draw_map"]


@dataclass(frozen=True, slots=True)
class MapMark:
    """A place on a map."""

    lat: float
    """Degrees north."""
    lon: float
    """Degrees east."""
    radius_km: float | None
    """Radius of the area that it is somewhere in; None for an exact point."""
    kind: str
    """The place's kind."""
    layer: str
    """The layer that it lies on."""
    title: str
    """Its name."""
    number: int
    """Its place on the list beside the map, from 1."""


def draw_map(marks: Sequence[MapMark], title: str) -> str:
    """Return a map of some places.

    Args:
        marks: The places, at least one.
        title: What the map shows.
    """
    pins = "".join(
        f'<circle class="mark {mark.layer}" cx="{mark.lon:.3f}" cy="{-mark.lat:.3f}" r="0.02"/>'
        for mark in marks
    )
    return (
        f'<svg class="map-drawing" viewBox="45.6 -49.2 7.6 6" role="img">'
        f"<title>{escape(title)}</title>{pins}</svg>"
    )
