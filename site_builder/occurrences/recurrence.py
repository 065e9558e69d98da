"""The meetings of an event that comes again, by the same rule as its calendar feed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from dateutil.rrule import FR, MO, MONTHLY, SA, SU, TH, TU, WE, WEEKLY, rrule

from site_builder.schema.events import Event
from site_builder.schema.recurrence import Frequency, MovedMeeting, Repeats, Weekday

__all__ = ["Meeting", "is_by_rule", "meetings_between", "recurrence_rule", "rule_weekdays"]

_WEEKDAYS = tuple(Weekday)
_RULE_DAYS = (MO, TU, WE, TH, FR, SA, SU)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting."""

    day: dt.date
    """The day on which it takes place."""
    moved: MovedMeeting | None = None
    """Why that is not the day by the rule; None for most."""


def rule_weekdays(event: Event, repeats: Repeats) -> list[Weekday]:
    """Return the weekdays of the rule, Monday first."""
    days = repeats.weekdays or [_WEEKDAYS[event.start.first.weekday()]]
    return sorted(set(days), key=_WEEKDAYS.index)


def recurrence_rule(event: Event, repeats: Repeats, zone: ZoneInfo) -> str:
    """Return the rule as RFC 5545 writes it, `FREQ=…`; with hours its end is a moment in UTC."""
    nth = repeats.nth or ""
    parts = {
        "FREQ": repeats.every.upper(),
        "BYDAY": ",".join(f"{nth}{day[:2].upper()}" for day in rule_weekdays(event, repeats)),
    }
    if repeats.until and event.start_time:
        last = dt.datetime.combine(repeats.until, event.start_time, zone).astimezone(dt.UTC)
        parts["UNTIL"] = f"{last:%Y%m%dT%H%M%SZ}"
    elif repeats.until:
        parts["UNTIL"] = f"{repeats.until:%Y%m%d}"
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _rule(event: Event, repeats: Repeats, first: dt.date) -> rrule:
    """Return the rule from `first` on: without an interval or a count that changes no later day."""
    days = [_RULE_DAYS[_WEEKDAYS.index(day)] for day in rule_weekdays(event, repeats)]
    if repeats.nth:
        days = [day(repeats.nth) for day in days]
    start = _midnight(max(event.start.first, first))
    until = _midnight(repeats.until) if repeats.until else None
    monthly = repeats.every is Frequency.MONTHLY
    return rrule(MONTHLY if monthly else WEEKLY, start, byweekday=days, until=until)


def _midnight(day: dt.date) -> dt.datetime:
    # Days only: clocks have no part in the rule.
    return dt.datetime.combine(day, dt.time())


def is_by_rule(event: Event, repeats: Repeats, day: dt.date) -> bool:
    """Tell whether the rule gives a day, whatever is skipped or moved."""
    at = _midnight(day)
    return bool(_rule(event, repeats, day).between(at, at, inc=True))


def meetings_between(
    event: Event, repeats: Repeats, first: dt.date, last: dt.date
) -> list[Meeting]:
    """Return the meetings from `first` to `last`, both included, by day."""
    changed = {*repeats.skipped, *(moved.day for moved in repeats.moved)}
    days = _rule(event, repeats, first).between(_midnight(first), _midnight(last), inc=True)
    meetings = [Meeting(day.date()) for day in days if day.date() not in changed]
    meetings += [Meeting(moved.to, moved) for moved in repeats.moved if first <= moved.to <= last]
    return sorted(meetings, key=lambda meeting: meeting.day)
