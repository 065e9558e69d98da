"""Everything that takes place between two days: events and holidays in one order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.formatting import ASTRAKHAN
from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.occurrences.events import Occurrence, event_occurrences
from site_builder.occurrences.holidays import Period, periods_between

__all__ = ["AgendaItem", "agenda", "calendar_years", "holiday_item"]

_YEARS_BACK, _YEARS_AHEAD = 2, 4


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One time of an event, or one year's days of a holiday."""

    entry: Entry
    """The event or the holiday."""
    time: Occurrence
    """When."""
    period: Period | None = None
    """The holiday's days with their state; None for events."""


def holiday_item(entry: Entry, period: Period) -> AgendaItem:
    """Return a holiday's days as an item: whole days on Astrakhan's clock."""
    return AgendaItem(entry, Occurrence(period.first, period.last, ASTRAKHAN), period)


def calendar_years(today: dt.date) -> range:
    """Return the years that have a calendar."""
    return range(today.year - _YEARS_BACK, today.year + _YEARS_AHEAD + 1)


def agenda(site: Site, first: dt.date, last: dt.date) -> list[AgendaItem]:
    """Return what has a day from `first` to `last`, both included, by day and moment.

    Whole days come first, holidays before events; an inexact date stands at its earliest day.
    """
    return sorted(_items(site, first, last), key=_order)


def _items(site: Site, first: dt.date, last: dt.date) -> Iterator[AgendaItem]:
    for entry in site.all("holidays"):
        for period in periods_between(entry.record, first, last):
            yield holiday_item(entry, period)
    for entry in site.all("events"):
        for time in event_occurrences(site, entry.record, first, last):
            yield AgendaItem(entry, time)


def _order(item: AgendaItem) -> tuple[dt.date, bool, float, bool, str]:
    is_timed = item.time.start_time is not None
    # By moments and not by hours: places have other clocks, a page shows all of them on one.
    moment = item.time.start.timestamp() if is_timed else 0.0
    return item.time.first, is_timed, moment, item.period is None, item.entry.id
