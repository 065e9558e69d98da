"""The base drawings: where things lie on the plane, and what the shared files show of them."""

from __future__ import annotations

import gzip
import json
import math
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from site_builder.geodesy import distance_km
from site_builder.map_drawing.frames import DELTA, WIDE, Frame, base_drawings
from site_builder.map_drawing.lines import clip_line, clip_ring, simplify
from site_builder.map_drawing.projection import XY, Box, project, units_of_km
from tests.support import ROOT

BASEMAP = json.loads((ROOT / "site_builder" / "basemap" / "basemap.geojson").read_text("utf-8"))
FRAMES = pytest.mark.parametrize("frame", [DELTA, WIDE], ids=lambda frame: frame.name)
SVG = "{http://www.w3.org/2000/svg}"
LAYERS = ("sea", "land", "water", "river 1", "river 2", "river 3", "region", "border")
METRES = 20037508.342789244 / 180_000
"""Metres a unit of the plane: half the equator is 180 degrees."""


def test_points_lie_where_the_register_of_projections_puts_them() -> None:
    # EPSG Guidance Note 7-2, the example for EPSG:3857.
    x, y = project(24 + 22 / 60 + 54.433 / 3600, -(100 + 20 / 60))
    assert x * METRES == pytest.approx(-11169055.58, abs=0.01)
    assert -y * METRES == pytest.approx(2800000.00, abs=0.01)


def test_the_plane_shows_lengths_as_they_are_at_their_latitude() -> None:
    here, there = Position(46.3, 48.0), Position(46.3, 48.2)
    on_plane = project(46.3, 48.2)[0] - project(46.3, 48.0)[0]
    assert on_plane == pytest.approx(units_of_km(distance_km(here, there), 46.3), rel=0.005)


class Position:
    """A point on the Earth."""

    def __init__(self, lat: float, lon: float) -> None:
        self.lat, self.lon = lat, lon


def _drawing(frame: Frame) -> bytes:
    return next(file.data for file in base_drawings() if file.path == f"maps/{frame.name}.svg")


def _points(path: etree._Element) -> list[XY]:
    """Return the points of a path in the units of its drawing."""
    points: list[XY] = []
    for piece in re.findall(r"M([^Mz]+)", path.attrib["d"]):
        x, y, *steps = map(float, re.findall(r"-?\d+", piece))
        points.append((x, y))
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
    return points


def _written(layer: str, width: int) -> Iterator[XY]:
    """Yield the points of a layer as the GeoJSON has them, on the plane."""

    def points(part: list[object]) -> Iterator[XY]:
        if isinstance(part[0], float | int):
            yield project(part[1], part[0])  # type: ignore[arg-type]
        else:
            for inner in part:
                yield from points(inner)  # type: ignore[arg-type]

    for feature in BASEMAP["features"]:
        if feature["properties"]["l"] == layer and feature["properties"].get("w", 0) == width:
            yield from points(feature["geometry"]["coordinates"])


@FRAMES
def test_every_layer_is_drawn_where_it_is(frame: Frame) -> None:
    paths = list(etree.fromstring(_drawing(frame)).iter(f"{SVG}path"))
    assert len(paths) == len(LAYERS)
    for name, path in zip(LAYERS[1:], paths[1:], strict=True):
        layer, _, width = name.partition(" ")
        drawn = _points(path)
        assert len(drawn) >= 20, name
        # No point is made up: each is one of the data, rounded, but for those cut at an edge.
        written = {_placed(frame, at) for at in _written(layer, int(width or 0))}
        assert len(set(drawn) - written) <= 12, name


def _placed(frame: Frame, at: XY) -> XY:
    """Return where a point of the plane is in a drawing, in whole units."""
    x, y = at[0] - frame.box.left, at[1] - frame.box.top
    return float(round(x / frame.grid)), float(round(y / frame.grid))


@FRAMES
def test_a_base_drawing_is_light(frame: Frame) -> None:
    assert len(gzip.compress(_drawing(frame), 6)) <= 6 * 1024


@FRAMES
def test_a_base_drawing_has_no_words_and_loads_nothing(frame: Frame) -> None:
    elements = {element.tag for element in etree.fromstring(_drawing(frame)).iter()}
    assert elements == {f"{SVG}svg", f"{SVG}path", f"{SVG}g"}


def test_base_drawings_are_the_same_in_every_build() -> None:
    script = (
        "import sys; from site_builder.map_drawing.frames import base_drawings; "
        "sys.stdout.buffer.write(b''.join(file.data for file in base_drawings()))"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            cwd=ROOT,
        ).stdout
        for seed in ("1", "2")
    }
    assert made == {b"".join(file.data for file in base_drawings())}


COORDINATES = st.floats(-100, 100).map(lambda number: round(number, 2))
LINES = st.lists(st.tuples(COORDINATES, COORDINATES), min_size=2, max_size=30)


@given(LINES, st.floats(0.1, 50))
def test_a_simpler_line_stays_near(line: list[XY], tolerance: float) -> None:
    simple = simplify(line, tolerance)
    assert simple[0] == line[0]
    assert simple[-1] == line[-1]
    assert set(simple) <= set(line)
    segments = list(pairwise(simple))
    for x, y in line:
        nearest = min(_distance((x, y), start, end) for start, end in segments)
        assert nearest <= tolerance + 1e-9


def _distance(point: XY, start: XY, end: XY) -> float:
    """Return the distance from a point to the endless line through two others."""
    length = math.dist(start, end)
    if not length:
        return math.dist(point, start)
    (x, y), (x0, y0), (x1, y1) = point, start, end
    return abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length


def test_a_detour_is_kept() -> None:
    line = [(0.0, 0.0), (5.0, 0.1), (10.0, 6.0), (15.0, 0.1), (20.0, 0.0)]
    assert simplify(line, 1) == line
    assert simplify(line, 7) == [(0.0, 0.0), (20.0, 0.0)]


def test_an_area_is_cut_at_all_four_edges() -> None:
    cut = clip_ring([(-5.0, 5.0), (5.0, -5.0), (15.0, 5.0), (5.0, 15.0)], Box(0, 0, 10, 10))
    corners = zip(cut, [*cut[1:], cut[0]], strict=True)
    area = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in corners) / 2
    # The square on its tip touches the corners of the box with its sides.
    assert abs(area) == pytest.approx(100)
    assert all(Box(0, 0, 10, 10).has(point) for point in cut)
    assert clip_ring([(20.0, 20.0), (30.0, 20.0), (30.0, 30.0)], Box(0, 0, 10, 10)) == []


def test_a_line_that_leaves_and_comes_back_is_two_pieces() -> None:
    line = [(-9.0, 1.0), (1.0, 1.0), (2.0, 1.0), (12.0, 1.0), (14.0, 1.0), (11.0, 3.0), (3.0, 3.0)]
    assert clip_line(line, Box(0, 0, 10, 10)) == [line[:4], line[5:]]
