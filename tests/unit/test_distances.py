"""Straight distances in words: whole kilometres, and no more than the points let us know."""

from __future__ import annotations

import pytest

from site_builder.languages import LANGUAGES, Language
from site_builder.ui_strings import Strings, load_strings
from site_builder.views.distances import distance_words, total_words
from tests.unit.pages import point

KK, RU = LANGUAGES


def strings(language: Language = RU) -> Strings:
    return load_strings(language)


ASTRAKHAN = point(46.34968, 48.04076)
ALTYNZHAR = (46.27541, 48.50625)
AKTAU = (43.66105, 51.17392)


def test_between_exact_points_kilometres_are_whole() -> None:
    assert distance_words(strings(), ASTRAKHAN, point(*ALTYNZHAR)) == "37 км по прямой, на восток"
    assert (
        distance_words(strings(KK), ASTRAKHAN, point(*ALTYNZHAR))
        == "түзу сызықпен 37 км, шығысқа қарай"
    )
    assert distance_words(strings(), ASTRAKHAN, point(*AKTAU)) == (
        "388 км по прямой, на юго-восток"
    )


@pytest.mark.parametrize(
    ("radius", "words"),
    [
        (2, "около 37 км по прямой, на восток"),
        (4.9, "около 37 км по прямой, на восток"),
        (5, "около 35 км по прямой, на восток"),
        # asin(15 / 36.8) is more than half of a compass point's 45 degrees.
        (15, "около 35 км по прямой"),
        (40, "не дальше 77 км"),
    ],
)
def test_an_area_makes_distances_rough(radius: float, words: str) -> None:
    assert distance_words(strings(), ASTRAKHAN, point(*ALTYNZHAR, radius)) == words
    there_and_back = distance_words(strings(), point(*ALTYNZHAR, radius), ASTRAKHAN)
    assert there_and_back == words.replace("восток", "запад")


def test_areas_of_both_ends_add_up() -> None:
    one, other = point(46.27541, 48.50625, 2), point(46.27541, 48.50625, 1.5)
    assert distance_words(strings(), one, other) == "не дальше 4 км"
    assert distance_words(strings(KK), one, other) == "4 км шегінде"


def test_short_distances_are_not_nothing() -> None:
    near = point(46.35368, 48.04076)
    assert distance_words(strings(), ASTRAKHAN, near) == "менее 1 км по прямой, на север"
    assert distance_words(strings(), ASTRAKHAN, ASTRAKHAN) == "не дальше 1 км"
    assert distance_words(strings(), ASTRAKHAN, point(46.35768, 48.04076, 0.5)) == (
        "около 1 км по прямой"
    )


def test_a_total_is_rough_if_one_point_is() -> None:
    altynzhar = point(*ALTYNZHAR)
    assert total_words(strings(), [ASTRAKHAN, altynzhar, ASTRAKHAN]) == "74 км по прямой"
    rough = [ASTRAKHAN, altynzhar, point(*ALTYNZHAR, 5), point(*ALTYNZHAR, 5)]
    assert total_words(strings(), rough) == "около 37 км по прямой"
    assert total_words(strings(KK), rough) == "түзу сызықпен шамамен 37 км"


@pytest.mark.parametrize(
    ("lat", "lon", "kazakh", "russian"),
    [
        (47, 48, "солтүстікке қарай", "на север"),
        (46.69, 49, "солтүстік-шығысқа қарай", "на северо-восток"),
        (46, 49, "шығысқа қарай", "на восток"),
        (45.3, 49, "оңтүстік-шығысқа қарай", "на юго-восток"),
        (45, 48, "оңтүстікке қарай", "на юг"),
        (45.3, 47, "оңтүстік-батысқа қарай", "на юго-запад"),
        (46, 47, "батысқа қарай", "на запад"),
        (46.69, 47, "солтүстік-батысқа қарай", "на северо-запад"),
    ],
)
def test_eight_directions(lat: float, lon: float, kazakh: str, russian: str) -> None:
    start, end = point(46, 48), point(lat, lon)
    assert distance_words(strings(KK), start, end).endswith(f"км, {kazakh}")
    assert distance_words(strings(RU), start, end).endswith(f"по прямой, {russian}")
