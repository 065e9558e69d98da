"""Rules that depend on the day: what editors have to do before a date comes, or after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from site_builder.loader import Content, Entry
from site_builder.occurrences.holidays import next_period
from site_builder.problems import Problem, Severity
from site_builder.schema.crossings import Crossing
from site_builder.schema.guides import Guide
from site_builder.staleness import old_checks
from site_builder.yaml_nodes import Loc

__all__ = ["check_estimates", "check_staleness"]

_SOON = dt.timedelta(days=45)
"""People take leave and book buses about six weeks before."""


def check_estimates(content: Content, today: dt.date) -> Iterator[Problem]:
    """Yield a warning for each moon holiday that is near and whose day nobody has confirmed."""
    for entry in content.entries["holidays"].values():
        period = next_period(entry.record, today)
        if period and period.is_calculated and period.first - today < _SOON:
            problem = entry.problem("estimate-not-confirmed", ("rule",), value=f"{period.first}")
            yield replace(problem, severity=Severity.WARNING)


def check_staleness(content: Content, today: dt.date) -> Iterator[Problem]:
    """Yield a warning for each day of a check, in guides and of crossings, that is too long ago."""
    for entry in content.entries["guides"].values():
        yield from _stale(entry, entry.record, (), today)
    for entry in content.entries["places"].values():
        if entry.record.crossing:
            yield from _stale(entry, entry.record.crossing, ("crossing",), today)


def _stale(
    entry: Entry, record: Guide | Crossing, prefix: Loc, today: dt.date
) -> Iterator[Problem]:
    for check in old_checks(record, today):
        problem = entry.problem(
            "check-too-old",
            (*prefix, *check.loc),
            value=f"{check.day}",
            limit=str(record.recheck_days),
        )
        yield replace(problem, severity=Severity.WARNING)
