"""The legend of the map of all places: every layer, and how much of it is on the map."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.languages import Language
from site_builder.ui_strings import load_strings
from site_builder.urls import list_path
from site_builder.views.lists import LegendEntry, view_list
from site_builder.views.page import Page
from tests.support import MINIMAL, TODAY, read_site
from tests.unit.pages import FILES

POINT = """\
point: {lat: 46.3, lon: 48.0, precision: exact, sources: [gazette], checked: 2026-11-22}
"""


def place(kind: str, point: str = "") -> str:
    """Return a place's file."""
    return f"""\
title: {{kk: Орын, ru: Место}}
summary: {{kk: Орын., ru: Место.}}
kind: {kind}
region: astrakhan
located_in: {{kk: Аудан, ru: Район}}
sources: [gazette]
{point}"""


@pytest.fixture
def legend(tmp_path: Path) -> tuple[LegendEntry, ...]:
    files = MINIMAL | {
        "places/museum.yml": place("museum", POINT),
        "places/centre.yml": place("centre"),
        "places/village.yml": place("village", POINT),
    }
    site = read_site(tmp_path, files)
    page = Page(site, load_strings(Language.RU), list_path(Language.RU, "places"), TODAY, FILES)
    return view_list(page, "places").legend


def test_layers_stand_in_their_order(legend: tuple[LegendEntry, ...]) -> None:
    assert [entry.layer for entry in legend] == ["mausoleums", "museums", "settlements"]


def test_counts_tell_what_is_not_on_the_map(legend: tuple[LegendEntry, ...]) -> None:
    assert [entry.count for entry in legend] == ["1, на карте нет", "2, на карте 1", "1"]
