"""Dates, times and numbers in the words of a language, by the patterns in `strings/`.

CLDR has no interval with whole month names for Kazakh or Russian, so the patterns are our own;
month and weekday names and plural rules are CLDR's.
"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from site_builder.languages import month_name, weekday_name
from site_builder.schema.scalars import ApproximateDate
from site_builder.ui_strings import Strings

__all__ = [
    "ASTRAKHAN",
    "WEST_KAZAKHSTAN",
    "format_clocks",
    "format_date",
    "format_day",
    "format_degrees",
    "format_figures",
    "format_number",
    "format_offset",
    "format_period",
    "format_time",
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


def format_figures(first: dt.date, last: dt.date) -> str:
    """Return days in figures, to stand large beside their words: «21», «21–23», «30.06–02.07»."""
    if (first.year, first.month) != (last.year, last.month):
        return f"{first:%d.%m}–{last:%d.%m}"
    return str(first.day) if first == last else f"{first.day}–{last.day}"


def format_weekday(strings: Strings, day: dt.date) -> str:
    """Return the name of the day of the week."""
    return weekday_name(strings.language, day.weekday())


def format_time(start: dt.datetime, end: dt.datetime | None) -> str:
    """Return the hours as one clock shows them: «18:30–20:00»."""
    return f"{start:%H:%M}–{end:%H:%M}" if end else f"{start:%H:%M}"


def format_clocks(strings: Strings, start: dt.datetime, end: dt.datetime | None = None) -> str:
    """Return hours in Astrakhan and in west Kazakhstan, after those of the place if it has others.

    Args:
        strings: The words of the language.
        start: When it begins, with the zone of its place.
        end: When it ends; None where that is not known.
    """

    def hours(zone: dt.tzinfo | None) -> str:
        there = start.astimezone(zone)
        words = format_time(there, end.astimezone(zone) if end else None)
        # Late in the evening it is the next day already an hour to the east, and the other way.
        if there.date() > start.date():
            return strings("event.next_day", time=words)
        if there.date() < start.date():
            return strings("event.previous_day", time=words)
        return words

    here, there = start.astimezone(ASTRAKHAN), start.astimezone(WEST_KAZAKHSTAN)
    clocks = strings(
        "event.clocks",
        astrakhan=hours(ASTRAKHAN),
        astrakhan_offset=format_offset(here),
        kazakhstan=hours(WEST_KAZAKHSTAN),
        kazakhstan_offset=format_offset(there),
    )
    if start.utcoffset() in (here.utcoffset(), there.utcoffset()):
        return clocks
    return strings("event.clocks_there", there=hours(start.tzinfo), clocks=clocks)


def format_offset(moment: dt.datetime) -> str:
    """Return how far the clock of a moment is ahead of UTC: «UTC+4»."""
    offset = moment.utcoffset() or dt.timedelta()
    return f"UTC{offset / dt.timedelta(hours=1):+g}"


def format_number(strings: Strings, number: float) -> str:
    """Return a number with its thousands apart and the language's decimal comma."""
    # A check writes no numbers, and loading it takes as long as many files.
    from babel.numbers import format_decimal  # noqa: PLC0415

    return str(format_decimal(number, locale=strings.language.value))


def format_degrees(strings: Strings, lat: float, lon: float) -> str:
    """Return a position as «46°16′31″ с. ш., 48°30′23″ в. д.»; a second is about 30 metres.

    Args:
        strings: The words of the language.
        lat: Degrees north.
        lon: Degrees east.
    """
    latitude = strings(f"point.{'south' if lat < 0 else 'north'}", degrees=_sexagesimal(lat))
    longitude = strings(f"point.{'west' if lon < 0 else 'east'}", degrees=_sexagesimal(lon))
    return f"{latitude}, {longitude}"


def _sexagesimal(degrees: float) -> str:
    # Rounded once, as a whole: seconds never become 60. `round` would send halves to even numbers.
    minutes, seconds = divmod(int(abs(degrees) * 3600 + 0.5), 60)
    return f"{minutes // 60}°{minutes % 60:02}′{seconds:02}″"
