"""When something takes place, in words: the same on pages, in calendars and in shared messages."""

from __future__ import annotations

from site_builder.formatting import format_clocks, format_date, format_period, format_weekday
from site_builder.occurrences.anniversaries import Anniversary
from site_builder.occurrences.events import Occurrence
from site_builder.occurrences.holidays import Period
from site_builder.schema.events import Event
from site_builder.ui_strings import Strings

__all__ = [
    "clock_words",
    "day_words",
    "event_date",
    "holiday_days",
    "iso_start",
    "since_words",
    "when_words",
]


def event_date(strings: Strings, event: Event) -> str:
    """Return the days of an event, as exact as they are known; of a class the first meeting."""
    start, end = event.start, event.end
    if event.is_exact:
        return format_period(strings, start.first, (end or start).first)
    first = format_date(strings, start)
    return f"{first} – {format_date(strings, end)}" if end and end != start else first


def holiday_days(strings: Strings, period: Period) -> str:
    """Return the days of a holiday, and that they are calculated where nobody has set them."""
    words = format_period(strings, period.first, period.last)
    return f"{words} · {strings('holiday.state.calculated')}" if period.is_calculated else words


def day_words(strings: Strings, time: Occurrence) -> str:
    """Return the exact days of one time; a single day with its weekday."""
    words = format_period(strings, time.first, time.last)
    if time.first == time.last:
        words = f"{words}, {format_weekday(strings, time.first)}"
    return words


def clock_words(strings: Strings, time: Occurrence) -> str:
    """Return the hours in both clocks; nothing for whole days.

    An end on another day is told by itself: «18:30–2:00» would be read as one night.
    """
    if time.start_time is None:
        return ""
    if time.end_time is None:
        return format_clocks(strings, time.start)
    if time.first == time.last:
        return format_clocks(strings, time.start, time.end)
    ends = strings("event.ends", clocks=format_clocks(strings, time.end))
    return f"{format_clocks(strings, time.start)}; {ends}"


def when_words(strings: Strings, time: Occurrence) -> str:
    """Return exact days and, for what begins at an hour, both clocks."""
    clocks = clock_words(strings, time)
    return ", ".join(filter(None, (day_words(strings, time), clocks)))


def since_words(strings: Strings, found: Anniversary) -> str:
    """Return how many years it is since a birth or a death."""
    since = "calendar.since_birth" if found.is_birth else "calendar.since_death"
    return strings.count(since, found.years)


def iso_start(time: Occurrence) -> str:
    """Return the ISO form of the beginning: a moment with its offset, of whole days the first."""
    return (time.start if time.start_time else time.first).isoformat()
