"""On which days of a year a holiday falls."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from site_builder.schema.holidays import (
    DateState,
    FixedRule,
    Holiday,
    HolidayDate,
    ListedRule,
    NthWeekdayRule,
    RangeRule,
    UndatedRule,
    Weekday,
)

__all__ = ["Period", "next_period", "periods_in_year"]

_WEEKDAYS = tuple(Weekday)
_YEARS_AHEAD = 5


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days of one year's holiday."""

    first: dt.date
    """The first day."""
    last: dt.date
    """The last day, included."""
    listed: HolidayDate | None = field(default=None, compare=False)
    """What the record says about this very date; None where a rule gives it."""

    @property
    def is_calculated(self) -> bool:
        """The real day may be one earlier or later."""
        return self.listed is not None and self.listed.state is DateState.CALCULATED


def periods_in_year(holiday: Holiday, year: int) -> list[Period]:
    """Return the periods that begin in `year`, in order; a moon holiday may have two or none."""
    match holiday.rule:
        case FixedRule(day=fixed):
            day = fixed.in_year(year)
            return [_by_rule(holiday, day, day)]
        case RangeRule(first=first, last=last):
            end_year = year if last >= first else year + 1
            return [_by_rule(holiday, first.in_year(year), last.in_year(end_year))]
        case NthWeekdayRule(month=month, weekday=weekday, nth=nth):
            found = _nth_weekday(year, month, weekday, nth)
            return [_by_rule(holiday, found, found)] if found else []
        case ListedRule(days=days):
            more = dt.timedelta(days=days - 1)
            listed = sorted(holiday.dates, key=lambda date: date.start)
            return [Period(d.start, d.start + more, d) for d in listed if d.start.year == year]
        case UndatedRule():
            return []


def _by_rule(holiday: Holiday, first: dt.date, last: dt.date) -> Period:
    listed = next((date for date in holiday.dates if date.start == first), None)
    return Period(first, last, listed)


def _nth_weekday(year: int, month: int, weekday: Weekday, nth: int) -> dt.date | None:
    first = dt.date(year, month, 1)
    to_weekday = (_WEEKDAYS.index(weekday) - first.weekday()) % 7
    day = first + dt.timedelta(days=to_weekday + 7 * (nth - 1))
    return day if day.month == month else None


def next_period(holiday: Holiday, today: dt.date) -> Period | None:
    """Return the period that is going on or comes next; None if no listed date is left."""
    for year in range(today.year - 1, today.year + _YEARS_AHEAD):
        for period in periods_in_year(holiday, year):
            if period.last >= today:
                return period
    return None
