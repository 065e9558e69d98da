"""On which days of a year a holiday falls."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from hijridate import Gregorian, Hijri

from site_builder.schema.holidays import (
    ChangedRule,
    FixedRule,
    HijriRule,
    Holiday,
    HolidayDate,
    ListedRule,
    NthWeekdayRule,
    RangeRule,
    RulePeriod,
    UndatedRule,
    YearlyRule,
)
from site_builder.schema.recurrence import Weekday

__all__ = ["Period", "next_period", "periods_between", "periods_in_year"]

_WEEKDAYS = tuple(Weekday)
_YEARS_AHEAD = 5
# The calendar table of hijridate holds 1343–1500 AH, and so all days of these years.
_TABLE_YEARS = range(1925, 2077)
_FIRST_HIJRI_YEAR, _LAST_HIJRI_YEAR = 1343, 1500
# The moon moves an estimate by a day; with two, a date is still that of the same month.
_MARGIN = dt.timedelta(days=2)
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days of one year's holiday."""

    first: dt.date
    """The first day."""
    last: dt.date
    """The last day, included."""
    key: str = field(compare=False)
    """What tells it from the holiday's other periods for ever: its year, by the moon the Hijri one."""
    listed: HolidayDate | None = field(default=None, compare=False)
    """What the record says about this very date; None where a rule gives it."""
    is_calculated: bool = field(default=False, compare=False)
    """By a calendar table: the real day may be one earlier or later."""
    sources: tuple[str, ...] = field(default=(), compare=False)
    """Ids of the sources of this very date; empty where those of the record's rule say it."""


def periods_in_year(holiday: Holiday, year: int) -> list[Period]:
    """Return the periods that begin in `year`, in order; a moon holiday may have two or none."""
    match holiday.rule:
        case HijriRule() as rule:
            return [period for period in _by_moon(holiday, rule, year) if period.first.year == year]
        case ChangedRule(periods=periods):
            holding = [period for period in periods if _holds(period, year)]
            return [found for p in holding for found in _yearly(holiday, p.rule, year, p.sources)]
        case ListedRule(days=days):
            listed = sorted(holiday.dates, key=lambda date: date.start)
            of_year = [date for date in listed if date.start.year == year]
            keys = [f"{year}", *(f"{year}-{n}" for n in range(2, len(of_year) + 1))]
            return [_listed(date, days, key) for date, key in zip(of_year, keys, strict=False)]
        case UndatedRule():
            return []
        case rule:
            return _yearly(holiday, rule, year)


def _holds(period: RulePeriod, year: int) -> bool:
    return (period.first_year or year) <= year <= (period.last_year or year)


def _yearly(
    holiday: Holiday, rule: YearlyRule, year: int, sources: list[str] | None = None
) -> list[Period]:
    match rule:
        case FixedRule(day=fixed):
            first = last = fixed.in_year(year)
        case RangeRule(first=begin, last=end):
            first, last = begin.in_year(year), end.in_year(year if end >= begin else year + 1)
        case NthWeekdayRule(month=month, weekday=weekday, nth=nth):
            found = _nth_weekday(year, month, weekday, nth)
            if found is None:
                return []
            first = last = found
    listed = next((date for date in holiday.dates if date.start == first), None)
    named = listed.sources if listed else sources or ()
    return [Period(first, last, f"{year}", listed, sources=tuple(named))]


def _nth_weekday(year: int, month: int, weekday: Weekday, nth: int) -> dt.date | None:
    first = dt.date(year, month, 1)
    to_weekday = (_WEEKDAYS.index(weekday) - first.weekday()) % 7
    day = first + dt.timedelta(days=to_weekday + 7 * (nth - 1))
    return day if day.month == month else None


def _by_moon(holiday: Holiday, rule: HijriRule, year: int) -> Iterator[Period]:
    """Yield the periods of the Hijri years that touch `year`.

    The estimate is that of the Umm al-Qura calendar as hijridate tabulates it. Source for the
    margin: its dates against those of Kazakhstan 2010–2026 differ by a day in some years.
    """
    if year not in _TABLE_YEARS:
        return
    hijri_year = Gregorian(year, 1, 1).to_hijri().year
    # Two Hijri years may begin in one of ours; a day of the one before may be confirmed in this.
    first, last = hijri_year - 1, hijri_year + 2
    for number in range(max(first, _FIRST_HIJRI_YEAR), min(last, _LAST_HIJRI_YEAR) + 1):
        # Counted from the 1st: some months of the table have 28 days, the last of them in 1945.
        month = dt.date(*Hijri(number, rule.month, 1).to_gregorian().datetuple())
        estimate = month + (rule.day - 1) * _DAY
        near = (date for date in holiday.dates if abs(date.start - estimate) <= _MARGIN)
        if listed := next(near, None):
            yield _listed(listed, rule.days, f"{number}")
        else:
            end = estimate + (rule.days - 1) * _DAY
            sources = tuple(rule.sources)
            yield Period(estimate, end, f"{number}", is_calculated=True, sources=sources)


def _listed(date: HolidayDate, days: int, key: str) -> Period:
    last = date.start + (days - 1) * _DAY
    return Period(date.start, last, key, date, sources=tuple(date.sources))


def periods_between(holiday: Holiday, first: dt.date, last: dt.date) -> list[Period]:
    """Return the periods with a day from `first` to `last`, both included, in order."""
    years = range(first.year - 1, last.year + 1)
    periods = (period for year in years for period in periods_in_year(holiday, year))
    return [period for period in periods if period.last >= first and period.first <= last]


def next_period(holiday: Holiday, today: dt.date) -> Period | None:
    """Return the period that is going on or comes next; None if no listed date is left."""
    for year in range(today.year - 1, today.year + _YEARS_AHEAD):
        for period in periods_in_year(holiday, year):
            if period.last >= today:
                return period
    return None
