"""Timelines and bars."""

from __future__ import annotations

import math
import re
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
import segno
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder.figures import draw_bars, draw_bearing, draw_code, draw_timeline

EXAMPLES = settings(derandomize=True, deadline=None, max_examples=200, database=None)
MONTHS = st.integers(1500 * 12, 2100 * 12).map(lambda months: months / 12)


def parse(svg: str) -> tuple[ET.Element, float, float]:
    """Return the drawing with its width and height."""
    root = ET.fromstring(svg)  # noqa: S314  our own drawing
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    assert (left, top) == (0, 0)
    return root, width, height


def number(element: ET.Element, name: str) -> float:
    """Return a number of an element."""
    return float(element.attrib[name])


@EXAMPLES
@given(
    st.lists(MONTHS, min_size=2, max_size=25).map(sorted).filter(lambda years: years[0] < years[-1])
)
@example([1823.0, 1823.0, 1823.0, 1889.0])
@example([1800.0, *(1990 + month / 12 for month in range(24))])
def test_dots_of_a_timeline_stay_apart_and_inside(years: list[float]) -> None:
    """However close the years are."""
    root, width, height = parse(draw_timeline(years))
    dots = [(number(dot, "cx"), number(dot, "cy"), number(dot, "r")) for dot in root.iter("circle")]
    assert len(dots) == len(years)
    for x, y, radius in dots:
        assert radius <= x <= width - radius
        assert radius <= y <= height - radius
    for (x, y, radius), (other_x, other_y, other_radius) in combinations(dots, 2):
        assert math.hypot(x - other_x, y - other_y) >= radius + other_radius


def test_dots_stand_where_their_years_are() -> None:
    """The axis has a scale, and the numbers are those of the list below."""
    root, width, height = parse(draw_timeline([1800, 1850, 1900.5, 2000]))
    places = [number(dot, "cx") for dot in root.iter("circle")]
    steps = [(x - places[0]) / (places[-1] - places[0]) for x in places]
    assert steps == pytest.approx([0, 0.25, 0.5025, 1], abs=0.001)
    *numbers, first, last = root.iter("text")
    assert [text.text for text in numbers] == ["1", "2", "3", "4"]
    assert [number(text, "x") for text in numbers] == places
    assert (first.text, last.text) == ("1800", "2000")
    assert 0 <= number(first, "x") < number(last, "x") <= width
    assert max(number(first, "y"), number(last, "y")) <= height


@EXAMPLES
@given(
    st.lists(
        st.floats(0, 1e9, allow_nan=False, allow_subnormal=False), min_size=2, max_size=12
    ).filter(any)
)
@example([142_633, 149_415])
@example([0, 5])
def test_bars_begin_at_zero_and_are_in_proportion(values: list[float]) -> None:
    """A bar of half the number is half as long: no axis that is cut off."""
    root, width, height = parse(draw_bars([("", value, "") for value in values]))
    bars = [bar for bar in root.iter("rect") if bar.get("class") != "track"]
    tracks = [bar for bar in root.iter("rect") if bar.get("class") == "track"]
    assert [number(bar, "x") for bar in bars] == [0] * len(values)
    longest = max(values)
    lengths = [number(bar, "width") for bar in bars]
    assert lengths == pytest.approx([value / longest * width for value in values], abs=0.06)
    assert [number(track, "width") for track in tracks] == [width] * len(values)
    ends = [number(bar, "y") + number(bar, "height") for bar in bars]
    assert all(number(bar, "y") > end for bar, end in zip(bars[1:], ends, strict=False))
    assert ends[-1] <= height


def test_bars_of_nothing_have_no_length() -> None:
    """Zero is the longest of zeros."""
    root, _, _ = parse(draw_bars([("а", 0, "0"), ("ә", 0, "0")]))
    assert {number(b, "width") for b in root.iter("rect") if b.get("class") != "track"} == {0}


def test_words_of_bars_are_escaped() -> None:
    """An ampersand in a label breaks no drawing, and a tag is no tag."""
    root, width, _ = parse(draw_bars([("Ауыл & <b>қала</b>", 1, "1 <i>мың</i>"), ("x", 2, "2")]))
    label, words, *_ = root.iter("text")
    assert (label.text, words.text) == ("Ауыл & <b>қала</b>", "1 <i>мың</i>")
    assert {element.tag for element in root.iter()} == {"svg", "text", "rect"}
    assert (number(label, "x"), number(words, "x")) == (0, width)


def _drawn(svg: str) -> tuple[list[list[int]], int]:
    """Return the modules that a code's line draws, rows of 1 and 0, and the width of its square."""
    root, width, height = parse(svg)
    assert width == height
    size = int(width)
    modules = [[0] * size for _ in range(size)]
    x = y = 0.0
    line = root.findall("path")[1].attrib["d"]
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", line):
        step = [float(number) for number in numbers.split()]
        if command == "h":
            for column in range(int(x), int(x + step[0])):
                modules[int(y)][column] = 1
            x += step[0]
        else:
            x, y = (step[0], step[1]) if command == "M" else (x + step[0], y + step[1])
    return modules, size


@pytest.mark.parametrize(
    "address",
    [
        "https://astrakhan-kazakhs.example/both/events/2024-navruz/",
        f"https://full.example/sub/both/events/{'a' * 64}/",
    ],
)
def test_a_code_is_that_of_its_address_with_a_quiet_zone(address: str) -> None:
    modules, size = _drawn(draw_code(address, "код"))
    code = segno.make_qr(address, error="q")
    assert code.error in {"Q", "H"}
    assert size == code.symbol_size(border=0)[0] + 8
    assert [row[4:-4] for row in modules[4:-4]] == [list(row) for row in code.matrix]
    assert not any(map(any, (*modules[:4], *modules[-4:])))
    assert not any(any((*row[:4], *row[-4:])) for row in modules)


def test_a_code_is_black_on_white_and_has_a_name() -> None:
    root, width, _ = parse(draw_code("https://site.example/", "a & <b>"))
    title, ground, dark = root
    assert root.attrib["role"] == "img"
    assert title.text == "a & <b>"
    assert ground.attrib == {"fill": "#fff", "d": f"M0 0h{width:g}v{width:g}h-{width:g}z"}
    assert dark.attrib["stroke"] == "#000"


@pytest.mark.parametrize("degrees", [0, 90, 198.8, 359.9])
def test_an_arrow_points_where_it_should(degrees: float) -> None:
    root, width, height = parse(draw_bearing(degrees, "<С>"))
    assert root.get("aria-hidden") == "true"
    dial = next(element for element in root.iter() if element.tag.endswith("circle"))
    middle = number(dial, "cx"), number(dial, "cy")
    (arrow,) = [element for element in root.iter() if element.get("class") == "arrow"]
    turn = re.fullmatch(r"rotate\(([\d.]+) ([\d.]+) ([\d.]+)\)", arrow.attrib["transform"])
    assert turn
    assert tuple(map(float, turn.groups())) == (degrees, *middle)
    tip = re.match(r"M([\d.]+) ([\d.]+)", arrow.attrib["d"])
    assert tip
    assert float(tip[1]) == middle[0]
    assert middle[1] - number(dial, "r") < float(tip[2]) < middle[1], "unturned it points up"
    (letter,) = [element for element in root.iter() if element.tag.endswith("text")]
    assert letter.text == "<С>"
    assert number(letter, "y") < middle[1] - number(dial, "r")
    assert max(middle) + number(dial, "r") <= min(width, height)
