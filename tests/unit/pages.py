"""Pages of the content that uses every field, for tests of views."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from typing import Any

from site_builder.languages import Language
from site_builder.linker import Site, link_site
from site_builder.loader import Entry, load_content
from site_builder.schema.parts import Point
from site_builder.ui_strings import load_strings
from site_builder.urls import record_path
from site_builder.views.page import Page, PageFiles, PictureFile, PictureFormat, PictureSize
from site_builder.yaml_nodes import parse_yaml
from tests.support import FULL_CONTENT, TODAY

__all__ = ["FILES", "changed", "full_site", "open_page", "point"]

PICTURE = PictureFile((PictureFormat("image/png", (PictureSize("assets/drawing.png", 1),)),), 1, 1)
FILES = PageFiles("assets/folder", {"drawing": PICTURE})
"""What pages load."""


@cache
def full_site() -> Site:
    """Return the linked content."""
    site, problems = link_site(load_content(FULL_CONTENT))
    assert site is not None
    assert not problems
    return site


def open_page(
    entry: Entry, language: Language = Language.RU, today: dt.date = TODAY, site: Site | None = None
) -> Page:
    """Return an empty page for a record."""
    path = record_path(language, entry.kind.name, entry.id)
    return Page(site or full_site(), load_strings(language), path, today, FILES)


def changed(entry: Entry, **values: Any) -> Entry:
    """Return a record with other values, written as in its file; None takes one away."""
    file = FULL_CONTENT / entry.kind.name / f"{entry.id}.yml"
    written = parse_yaml(file.read_bytes()).data | values
    data = {key: value for key, value in written.items() if value is not None}
    return replace(entry, record=type(entry.record).model_validate(data))


def point(lat: float, lon: float, radius_km: float | None = None) -> Point:
    """Return a point; with a radius an approximate one."""
    data = {"lat": f"{lat:.5f}", "lon": f"{lon:.5f}", "sources": ["first"], "checked": "2026-11-22"}
    if radius_km is None:
        return Point.model_validate(data | {"precision": "exact"})
    return Point.model_validate(data | {"precision": "approximate", "radius_km": f"{radius_km}"})
