"""Dates, times and numbers in the words of a language, by the patterns in `strings/`.

CLDR has no interval with whole month names for Kazakh or Russian, so the patterns are our own;
month and weekday names and plural rules are CLDR's.
"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from babel.numbers import format_decimal

from site_builder.languages import month_name, weekday_name
from site_builder.schema.scalars import ApproximateDate
from site_builder.ui_strings import Strings

__all__ = [
    "format_clocks",
    "format_date",
    "format_day",
    "format_number",
    "format_period",
    "format_weekday",
]

ASTRAKHAN = ZoneInfo("Europe/Astrakhan")
"""UTC+4, without summer time."""
WEST_KAZAKHSTAN = ZoneInfo("Asia/Atyrau")
"""UTC+5: Atyrau, Aktau and Oral keep one time."""


def format_day(strings: Strings, day: dt.date) -> str:
    """Return a day with its year: «2027 жылғы 21 наурыз», «21 марта 2027 г.»."""
    return strings("date.day", y=day.year, d=day.day, m=month_name(strings.language, day.month))


def format_date(strings: Strings, date: ApproximateDate) -> str:
    """Return a date as exact as it is known."""
    if date.month is None:
        words = strings("date.year", y=date.year)
    elif date.day is None:
        name = month_name(strings.language, date.month, standalone=True)
        words = strings("date.month", y=date.year, m=name)
    else:
        words = format_day(strings, date.first)
    return strings("date.circa", date=words) if date.circa else words


def format_period(strings: Strings, first: dt.date, last: dt.date) -> str:
    """Return the days from `first` to `last`, both included, in the shortest clear form."""
    if first == last:
        return format_day(strings, first)
    m1 = month_name(strings.language, first.month)
    m2 = month_name(strings.language, last.month)
    if first.year != last.year:
        return strings(
            "date.range_years", y1=first.year, d1=first.day, m1=m1, y2=last.year, d2=last.day, m2=m2
        )
    if first.month != last.month:
        return strings("date.range_months", y=first.year, d1=first.day, m1=m1, d2=last.day, m2=m2)
    return strings("date.range_days", y=first.year, d1=first.day, d2=last.day, m=m1)


def format_weekday(strings: Strings, day: dt.date) -> str:
    """Return the name of the day of the week."""
    return weekday_name(strings.language, day.weekday())


def format_clocks(strings: Strings, day: dt.date, time: dt.time) -> str:
    """Return a time of day in Astrakhan and what clocks show at that moment in west Kazakhstan."""
    here = dt.datetime.combine(day, time, ASTRAKHAN)
    there = here.astimezone(WEST_KAZAKHSTAN)
    return strings("event.clocks", astrakhan=f"{here:%H:%M}", kazakhstan=f"{there:%H:%M}")


def format_number(strings: Strings, number: float) -> str:
    """Return a number with its thousands apart and the language's decimal comma."""
    return str(format_decimal(number, locale=strings.language.value))
