"""When something was last checked: every day in a record counts, wherever it stands."""

from __future__ import annotations

import datetime as dt

import pytest

from site_builder.schema.crossings import Crossing
from site_builder.schema.guides import Guide
from site_builder.staleness import iter_checks, old_checks

TEXT = {"kk": "Ашық", "ru": "Открыт"}


def said(checked: str | None) -> dict[str, object]:
    """Return a statement with the day of its check."""
    statement: dict[str, object] = {"text": TEXT, "sources": ["gazette"]}
    return statement | ({"checked": checked} if checked else {})


CROSSING = Crossing.model_validate(
    {
        "hours": [said("2026-11-22")],
        "documents": [said("2026-11-23"), said("2026-11-20")],
        "recheck_days": "2",
    }
)


def test_the_days_of_a_crossing() -> None:
    assert [(check.loc, f"{check.day}") for check in iter_checks(CROSSING)] == [
        (("hours", 0, "checked"), "2026-11-22"),
        (("documents", 0, "checked"), "2026-11-23"),
        (("documents", 1, "checked"), "2026-11-20"),
    ]


def test_the_days_of_a_guide() -> None:
    """Its own and those of its statements, of which some have none."""
    sections = [
        {"id": "road", "title": TEXT, "statements": [said(None), said("2026-11-21")]},
        {"id": "bus", "title": TEXT, "statements": [said("2026-11-22")]},
    ]
    guide = Guide.model_validate(
        {
            "title": TEXT,
            "summary": TEXT,
            "checked": "2026-11-20",
            "sections": sections,
            "sources": ["gazette"],
        }
    )
    assert [(check.loc, f"{check.day}") for check in iter_checks(guide)] == [
        (("checked",), "2026-11-20"),
        (("sections", 0, "statements", 1, "checked"), "2026-11-21"),
        (("sections", 1, "statements", 0, "checked"), "2026-11-22"),
    ]


@pytest.mark.parametrize(
    ("today", "old"),
    [
        ("2026-11-19", []),
        ("2026-11-22", []),
        ("2026-11-23", ["2026-11-20"]),
        ("2026-11-24", ["2026-11-20"]),
        ("2026-11-25", ["2026-11-22", "2026-11-20"]),
        ("2026-11-26", ["2026-11-22", "2026-11-23", "2026-11-20"]),
    ],
)
def test_a_check_is_old_from_the_day_after_the_last_of_its_days(today: str, old: list[str]) -> None:
    found = old_checks(CROSSING, dt.date.fromisoformat(today))
    assert [f"{check.day}" for check in found] == old
