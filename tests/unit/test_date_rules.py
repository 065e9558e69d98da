"""Warnings about days that come near and that nobody has confirmed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from site_builder.date_rules import check_estimates
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
