"""Warnings about days: those that nobody has confirmed, and checks that are too long ago."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from site_builder.date_rules import check_estimates, check_staleness
from site_builder.loader import load_content
from site_builder.problems import Severity
from tests.support import write_content

KURBAN = """\
title: {kk: Құрбан айт, ru: Курбан-айт}
summary: {kk: Айт., ru: Айт.}
group: faith
rule: {type: hijri, month: 12, day: 10, days: 3, sources: [gazette]}
sources: [gazette]
"""
FIRST = dt.date(2027, 5, 16)
"""By the table."""


def warnings(content_dir: Path, today: dt.date, text: str = KURBAN) -> list[str]:
    """Return the days that the build warns of."""
    content = load_content(write_content(content_dir, {"holidays/kurban.yml": text}))
    assert not content.problems
    problems = list(check_estimates(content, today))
    assert {problem.code for problem in problems} <= {"estimate-not-confirmed"}
    assert {problem.severity for problem in problems} <= {Severity.WARNING}
    return [problem.arguments["value"] for problem in problems]


@pytest.mark.parametrize(
    ("days_before", "is_told"),
    [
        (300, False),
        (46, False),
        (45, False),
        (44, True),
        (1, True),
        (0, True),
        (-2, True),
        (-3, False),
    ],
)
def test_less_than_45_days_before_editors_are_told(
    content_dir: Path, days_before: int, is_told: bool
) -> None:
    """And on all three days of the holiday, if it came to that."""
    today = FIRST - dt.timedelta(days=days_before)
    assert warnings(content_dir, today) == ([f"{FIRST}"] if is_told else [])


@pytest.mark.parametrize("confirmed", ["2027-05-15", "2027-05-16", "2027-05-17"])
def test_a_confirmed_day_is_silent(content_dir: Path, confirmed: str) -> None:
    dates = f"dates:\n  - {{start: {confirmed}, state: announced, sources: [gazette]}}\n"
    for days_before in (44, 10, 1):
        today = FIRST - dt.timedelta(days=days_before)
        assert warnings(content_dir, today, KURBAN + dates) == []


def test_a_day_confirmed_for_another_year_confirms_nothing(content_dir: Path) -> None:
    dates = "dates:\n  - {start: 2026-05-27, state: held, sources: [gazette]}\n"
    assert warnings(content_dir, FIRST - dt.timedelta(days=10), KURBAN + dates) == [f"{FIRST}"]


def test_days_by_other_rules_need_no_confirmation(content_dir: Path) -> None:
    rule = "rule: {type: fixed, day: 05-16}"
    fixed = "\n".join(rule if line.startswith("rule") else line for line in KURBAN.split("\n"))
    assert warnings(content_dir, FIRST - dt.timedelta(days=1), fixed) == []


CHECKED = dt.date(2026, 11, 20)
STATEMENT = "{text: {kk: Ашық., ru: Открыт.}, sources: [gazette], checked: 2026-11-20}"
POST = f"""\
title: {{kk: Пункт, ru: Пункт}}
summary: {{kk: Пункт., ru: Пункт.}}
kind: border
region: astrakhan
located_in: {{kk: Шекара, ru: Граница}}
checked: 2020-01-01
crossing:
  hours:
    - {STATEMENT}
sources: [gazette]
"""
GUIDE = f"""\
title: {{kk: Жол, ru: Дорога}}
summary: {{kk: Жол., ru: Дорога.}}
recheck_days: 90
sections:
  - {{id: bus, title: {{kk: Автобус, ru: Автобус}}, statements: [{STATEMENT}]}}
sources: [gazette]
"""


@pytest.mark.parametrize(("file", "text"), [("places/post.yml", POST), ("guides/road.yml", GUIDE)])
@pytest.mark.parametrize(
    ("days_after", "is_told"), [(0, False), (89, False), (90, False), (91, True)]
)
def test_after_its_days_a_check_is_told_at_its_own_place(
    content_dir: Path, file: str, text: str, days_after: int, *, is_told: bool
) -> None:
    """Not on the last of them; 90 days for a crossing that does not say."""
    content = load_content(write_content(content_dir, {file: text}))
    assert not content.problems
    found = list(check_staleness(content, CHECKED + dt.timedelta(days=days_after)))
    assert [problem.code for problem in found] == ["check-too-old"] * is_told
    for problem in found:
        assert problem.severity is Severity.WARNING
        assert problem.file.endswith(file)
        assert problem.position is not None
        line = text.splitlines()[problem.position.line - 1]
        assert line[problem.position.column - 1 :].startswith("2026-11-20")
        assert problem.arguments == {"value": "2026-11-20", "limit": "90"}
