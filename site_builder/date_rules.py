"""Rules that depend on the day: what editors have to do before a date comes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from site_builder.loader import Content
from site_builder.occurrences.holidays import next_period
from site_builder.problems import Problem, Severity

__all__ = ["check_estimates"]

_SOON = dt.timedelta(days=45)
"""People take leave and book buses about six weeks before."""


def check_estimates(content: Content, today: dt.date) -> Iterator[Problem]:
    """Yield a warning for each moon holiday that is near and whose day nobody has confirmed."""
    for entry in content.entries["holidays"].values():
        period = next_period(entry.record, today)
        if period and period.is_calculated and period.first - today < _SOON:
            problem = entry.problem("estimate-not-confirmed", ("rule",), value=f"{period.first}")
            yield replace(problem, severity=Severity.WARNING)
