"""When content changed and how often, by what its records say and never by a clock.

Calendars and feeds that people subscribe to live on this: a change that is not counted here does
not reach them.
"""

from __future__ import annotations

import datetime as dt

from site_builder.linker import Site
from site_builder.occurrences.holidays import Period
from site_builder.schema.events import Event
from site_builder.schema.holidays import HijriRule, Holiday
from site_builder.schema.parts import PageRecord

__all__ = ["event_revision", "modified_on", "period_modified_on", "period_revision"]


def modified_on(site: Site, record: PageRecord) -> dt.date:
    """Return the day of a record's last change: told, or checked, else when its sources were read."""
    told = [change.day for change in record.changes] if isinstance(record, Event) else []
    # A change told of late must not put the day back that the record had before.
    return max([record.checked or _seen(site, record.sources), *told])


def period_modified_on(site: Site, holiday: Holiday, period: Period) -> dt.date:
    """Return the day of the last change of one year's date of a holiday."""
    told = [modified_on(site, holiday)]
    if period.listed:
        told += [change.day for change in period.listed.changes]
        told.append(_seen(site, period.listed.sources))
    return max(told)


def _seen(site: Site, sources: list[str]) -> dt.date:
    days: list[dt.date] = [site.entry("sources", id_).record.seen for id_ in sources]
    return max(days)


def event_revision(event: Event) -> int:
    """Return how often an event was changed after it had been announced, from 0.

    A meeting of a class that is skipped or moved counts too, whether or not `changes` tells of it.
    """
    repeats = event.repeats
    meetings = len(repeats.skipped) + len(repeats.moved) if repeats else 0
    return len(event.changes) + meetings


def period_revision(holiday: Holiday, period: Period) -> int:
    """Return how often a date was changed: the day that confirms an estimate counts as one."""
    if period.listed is None:
        return 0
    return isinstance(holiday.rule, HijriRule) + len(period.listed.changes)
