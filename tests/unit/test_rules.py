"""Rules over the whole site."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import site_builder
from site_builder.linker import link_site
from site_builder.loader import load_content
from site_builder.problems import Problem
from site_builder.rules import check_rules
from site_builder.schema.kinds import FOLDERS
from site_builder.urls import RESERVED_ANCHORS
from tests.support import MINIMAL, write_content

PLACE = MINIMAL["places/kurmangazy-mausoleum.yml"]
PERSON = """\
title: {kk: Дина, ru: Дина}
summary: {kk: Күйші., ru: Музыкант.}
kind: historical
role: {kk: күйші, ru: музыкант}
sources: [gazette]
"""


def broken(content_dir: Path, files: dict[str, str]) -> list[Problem]:
    """Return the breaches in the smallest content with `files` laid over it."""
    content = load_content(write_content(content_dir, files))
    site, problems = link_site(content)
    assert not content.problems
    assert not problems
    assert site is not None
    return list(check_rules(content))


def point(lat: str, lon: str) -> str:
    """Return the YAML of an exact point."""
    more = "precision: exact, sources: [gazette], checked: 2026-11-22"
    return f"point: {{lat: {lat}, lon: {lon}, {more}}}\n"


@pytest.mark.parametrize(
    ("lat", "lon", "code"),
    [
        ("46.3", "48.0", None),
        ("45.0", "44.9", None),
        ("48.9", "49.4", None),
        ("48.9000001", "49.0", "point-outside-region"),
        ("46.3", "49.4000001", "point-outside-region"),
        ("55.75", "37.62", "point-outside-region"),
        ("49.0", "46.3", "coordinates-swapped"),
    ],
)
def test_a_point_lies_in_its_region(
    content_dir: Path, lat: str, lon: str, code: str | None
) -> None:
    """The edge belongs to it; swapped numbers are told apart where the region can tell."""
    problems = broken(content_dir, {"places/x.yml": PLACE + point(lat, lon)})
    assert [problem.code for problem in problems] == ([code] if code else [])


def test_a_place_without_a_point_is_right(content_dir: Path) -> None:
    """Where no source gives one, there is none."""
    assert broken(content_dir, {}) == []


@pytest.mark.parametrize(
    ("born", "died", "wrong"),
    [
        ("1861", "1955", False),
        ("1861", "1861", False),
        ("1861-05-20", "1861", False),
        ("1861-05", "1861-05-01", False),
        ("1861-05", "1861-04-30", True),
        ("1955", "1861", True),
    ],
)
def test_nobody_dies_before_birth(content_dir: Path, born: str, died: str, wrong: bool) -> None:
    """Only what is certain counts: a year may mean any of its days."""
    life = "".join(
        f"{name}: {{value: {value}, sources: [gazette]}}\n"
        for name, value in (("born", born), ("died", died))
    )
    problems = broken(content_dir, {"people/dina.yml": PERSON + life})
    assert [problem.code for problem in problems] == ["died-before-born"] * wrong


def test_a_date_that_the_rule_does_not_give_is_a_mistake(content_dir: Path) -> None:
    """It would show nowhere."""
    holiday = (
        "title: {kk: а, ru: а}\nsummary: {kk: а, ru: а}\nsources: [gazette]\n"
        "group: folk\nrule: {type: range, first: 03-21, last: 03-23}\n"
        "dates: [{start: START, state: held, sources: [gazette]}]\n"
    )
    right = {"holidays/nauryz.yml": holiday.replace("START", "2027-03-21")}
    assert broken(content_dir, right) == []
    wrong = {"holidays/nauryz.yml": holiday.replace("START", "2027-04-05")}
    assert [problem.code for problem in broken(content_dir, wrong)] == ["date-not-by-rule"]


def sections(*ids: str) -> str:
    """Return the YAML of sections."""
    return "sections:\n" + "".join(
        f"  - id: {id_}\n    title: {{kk: а, ru: а}}\n"
        "    statements: [{text: {kk: а, ru: а}, sources: [gazette]}]\n"
        for id_ in ids
    )


def charts(*ids: str) -> str:
    """Return the YAML of charts."""
    value = "{label: {kk: а, ru: а}, value: 1, sources: [gazette]}"
    return "charts:\n" + "".join(
        f"  - id: {id_}\n    title: {{kk: а, ru: а}}\n    values: [{value}, {value}]\n"
        for id_ in ids
    )


@pytest.mark.parametrize("parts", [sections, charts])
@pytest.mark.parametrize("anchor", [*sorted(RESERVED_ANCHORS), "source-1", "term-bata"])
def test_sections_and_charts_do_not_take_anchors_of_the_page(
    content_dir: Path, parts: Callable[..., str], anchor: str
) -> None:
    """Links into the page would lead to the wrong part."""
    (problem,) = broken(content_dir, {"places/x.yml": PLACE + parts(anchor)})
    assert problem.code == "reserved-section"


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        (sections("history", "history"), 11),
        (charts("people-in-2010", "people-in-2010"), 11),
        (sections("history") + charts("history"), 12),
    ],
)
def test_sections_and_charts_have_ids_of_their_own(
    content_dir: Path, parts: str, line: int
) -> None:
    """One of each would have no address; the second is the one to mend."""
    (problem,) = broken(content_dir, {"places/x.yml": PLACE + parts})
    assert problem.position is not None
    assert (problem.code, problem.position.line) == ("duplicate-section", line)


def test_sections_and_charts_with_ids_of_their_own_are_right(content_dir: Path) -> None:
    """An id of another record's section is free."""
    parts = sections("history", "sources-of-the-river") + charts("terms-in-office", "termite")
    files = {"places/x.yml": PLACE + parts, "places/y.yml": PLACE + parts}
    assert broken(content_dir, files) == []


def test_every_anchor_of_a_records_page_is_reserved() -> None:
    """A new anchor in a template or a view of records must be added to the list."""
    package = Path(site_builder.__file__).parent
    # The pages that list records have no sections, so their anchors are free.
    names = ("records", "record_parts", "event_lists", "where", *FOLDERS)
    views = [package / "views" / f"{name}.py" for name in names]
    templates = [package / "templates" / f"{name}.html" for name in ("record", "items", "macros")]
    found = set()
    for path in [*views, *templates]:
        text = path.read_text("utf-8") if path.is_file() else ""
        found |= set(re.findall(r'(?:\bid="|\.heading\("|_parts\(\s*page, ")([a-z][a-z-]*)"', text))
    assert {"map", "sources", "dates", "timeline", "getting-there", "greetings"} <= found
    assert found <= RESERVED_ANCHORS
