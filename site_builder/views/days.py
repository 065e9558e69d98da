"""The days of a record, by which the search tells what is coming from what is over."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from site_builder.formatting import format_period
from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.occurrences.events import next_occurrence
from site_builder.occurrences.holidays import next_period
from site_builder.schema.events import Event, EventStatus
from site_builder.schema.holidays import Holiday
from site_builder.schema.people import Person
from site_builder.ui_strings import Strings
from site_builder.views.cards import life_years
from site_builder.views.times import event_date, holiday_days

__all__ = ["RecordDays", "record_days"]


@dataclass(frozen=True, slots=True)
class RecordDays:
    """When something is or was."""

    words: str = ""
    """In words, as exact as it is known; may be empty."""
    first: str = ""
    """ISO form of the first day, of a year or month its first; empty for lives and the undated."""
    last: str = ""
    """ISO form of the last day; empty as the first."""


def record_days(strings: Strings, site: Site, entry: Entry, today: dt.date) -> RecordDays:
    """Return the days of an event, the next ones of a class or a holiday, the years of a life.

    An event that is put off has none: those of its record do not hold.
    """
    record = entry.record
    if isinstance(record, Event) and record.status is not EventStatus.POSTPONED:
        time = next_occurrence(site, record, today)
        words = event_date(strings, record)
        if record.repeats:
            words = format_period(strings, time.first, time.last)
        return RecordDays(words, f"{time.first}", f"{time.last}")
    if isinstance(record, Holiday) and (period := next_period(record, today)):
        return RecordDays(holiday_days(strings, period), f"{period.first}", f"{period.last}")
    return RecordDays(life_years(strings, record)) if isinstance(record, Person) else RecordDays()
