"""Distances and directions, against published figures."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from site_builder.geodesy import bearing, compass_point, distance_km, qibla


class Position(NamedTuple):
    lat: float
    lon: float


ASTRAKHAN = Position(46.34968, 48.04076)
ALTYNZHAR = Position(46.27541, 48.50625)
ATYRAU = Position(47.10480, 51.88427)
AKTAU = Position(43.66105, 51.17392)


@pytest.mark.parametrize(
    ("start", "end", "kilometres"),
    [
        (ASTRAKHAN, ALTYNZHAR, 37),
        (ASTRAKHAN, ATYRAU, 305),
        (ASTRAKHAN, AKTAU, 387),
        (ATYRAU, ALTYNZHAR, 274),
    ],
)
def test_distances(start: Position, end: Position, kilometres: int) -> None:
    assert round(distance_km(start, end)) == pytest.approx(kilometres, abs=1)
    assert distance_km(end, start) == pytest.approx(distance_km(start, end))


def test_bearing_is_clockwise_from_north() -> None:
    assert bearing(Position(46, 48), Position(47, 48)) == pytest.approx(0)
    assert bearing(Position(0, 48), Position(0, 49)) == pytest.approx(90)
    assert bearing(Position(46, 48), Position(45, 48)) == pytest.approx(180)
    assert bearing(Position(0, 48), Position(0, 47)) == pytest.approx(270)


@pytest.mark.parametrize(
    ("place", "degrees"), [(ASTRAKHAN, 197.8), (ALTYNZHAR, 198.8), (ATYRAU, 204.9), (AKTAU, 206.6)]
)
def test_qibla(place: Position, degrees: float) -> None:
    assert qibla(place) == pytest.approx(degrees, abs=0.06)


@pytest.mark.parametrize(
    ("degrees", "point"),
    [
        (0, "n"),
        (22, "n"),
        (23, "ne"),
        (90, "e"),
        (198.8, "s"),
        (204.9, "sw"),
        (337, "nw"),
        (359, "n"),
    ],
)
def test_compass_point(degrees: float, point: str) -> None:
    assert compass_point(degrees) == point
