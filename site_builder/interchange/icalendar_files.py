"""Events of a calendar file (RFC 5545)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Calendar, Event

from site_builder.interchange.names import Names
from site_builder.interchange.rows import MAX_BYTES, MAX_ROWS, Row, RowFault, UnreadableError
from site_builder.languages import LANGUAGES
from site_builder.schema.events import EventStatus
from site_builder.schema.recurrence import Frequency, Weekday
from site_builder.yaml_nodes import YamlProblem, decode_text

__all__ = ["read_icalendar"]

_STATUS = {
    "CONFIRMED": EventStatus.CONFIRMED,
    "TENTATIVE": EventStatus.PLANNED,
    "CANCELLED": EventStatus.CANCELLED,
}
_WEEKDAYS = {day.value[:2].upper(): day for day in Weekday}
_DAY = re.compile(r"([+-]?\d)?([A-Z]{2})")
_RULE_PARTS = {"FREQ", "INTERVAL", "BYDAY", "BYSETPOS", "UNTIL", "COUNT", "WKST"}
_MOST_MEETINGS = 1000
_ONE_DAY = dt.timedelta(days=1)


def read_icalendar(raw: bytes, names: Names) -> list[Row]:
    """Read the events of a calendar.

    Args:
        raw: The file's bytes.
        names: What its words mean here.

    Raises:
        UnreadableError: It is no calendar.
    """
    try:
        events = _events(decode_text(raw, MAX_BYTES))
    except YamlProblem as problem:
        raise UnreadableError(RowFault(problem.code, arguments=problem.arguments)) from None
    except (ValueError, RecursionError):
        raise UnreadableError(RowFault("not-a-calendar")) from None
    if len(events) > MAX_ROWS:
        raise UnreadableError(RowFault("too-many-rows", arguments={"limit": str(MAX_ROWS)}))
    return [_row(number, event, names) for number, event in enumerate(events, 1)]


def _events(text: str) -> list[Event]:
    calendars = Calendar.from_ical(text, multiple=True)
    if not calendars:
        raise ValueError(text)
    parts = (part for calendar in calendars for part in calendar.walk())
    return [part for part in parts if isinstance(part, Event)]


class _UnsaidError(Exception):
    """The record cannot say what the calendar says."""

    def __init__(self, code: str, column: str, **arguments: str) -> None:
        super().__init__(code)
        self.code = code
        self.column = column
        self.arguments = arguments


def _row(number: int, event: Event, names: Names) -> Row:
    cells: dict[str, str] = {}
    faults = [
        RowFault("bad-property", number, name or "", {"message": message})
        for name, message in event.errors
    ]
    if not faults:
        for part in (_texts, _days, _where, _repeats, _rest):
            try:
                cells |= part(event, names)
            except _UnsaidError as unsaid:
                faults.append(RowFault(unsaid.code, number, unsaid.column, unsaid.arguments))
    return Row(number, cells, tuple(faults))


def _text(event: Event, name: str, names: Names) -> tuple[str, str]:
    """Return a text in one line and its language."""
    value = event.get(name)
    if isinstance(value, list):
        raise _UnsaidError("property-twice", name)
    said = str(value.params.get("LANGUAGE", "")).lower()[:2] if value is not None else ""
    language = said if said in list(LANGUAGES) else names.language.value
    return " ".join(str(value or "").split()), language


def _texts(event: Event, names: Names) -> dict[str, str]:
    title, title_language = _text(event, "SUMMARY", names)
    summary, summary_language = _text(event, "DESCRIPTION", names)
    return {f"title_{title_language}": title, f"summary_{summary_language}": summary}


def _days(event: Event, names: Names) -> dict[str, str]:
    if "DTSTART" not in event:
        return {}
    try:
        start, end = event.start, event.end
    except (ValueError, OverflowError) as error:
        raise _UnsaidError("bad-property", "DTEND", message=str(error)) from None
    if not isinstance(start, dt.datetime):
        last = end - _ONE_DAY
        return {"start": f"{start}", "end": f"{last}" if last > start else ""}
    if not isinstance(end, dt.datetime):
        raise _UnsaidError("bad-property", "DTEND", message=f"{end}")
    start, zone = _local(start, names)
    end, _ = _local(end, names, zone)
    days = {"start": f"{start.date()}", "start_time": f"{start:%H:%M}", "timezone": zone}
    if end > start:
        days["end_time"] = f"{end:%H:%M}"
        days["end"] = f"{end.date()}" if end.date() > start.date() else ""
    return days


def _local(moment: dt.datetime, names: Names, zone: str = "") -> tuple[dt.datetime, str]:
    """Return a moment on the clock of its place, and the zone of that clock."""
    if moment.tzinfo is None:
        return moment, zone
    key = zone or getattr(moment.tzinfo, "key", None)
    if key is None:
        raise _UnsaidError("unknown-timezone", "DTSTART", value=str(moment.tzinfo))
    key = names.zone.key if key == "UTC" else key
    return moment.astimezone(ZoneInfo(key)).replace(tzinfo=None), key


def _where(event: Event, names: Names) -> dict[str, str]:
    location, language = _text(event, "LOCATION", names)
    place = names.places.get(location.casefold())
    return {"place": place} if place else {f"venue_{language}": location}


def _rest(event: Event, names: Names) -> dict[str, str]:
    """A page about the event is a source where it has a record."""
    status = str(event.get("STATUS", "")).upper()
    source = names.sources.get(str(event.get("URL", "")))
    return {"status": _STATUS.get(status, ""), "sources": source or ""}


def _repeats(event: Event, names: Names) -> dict[str, str]:
    if {"RECURRENCE-ID", "RDATE"} & set(event.keys()):
        raise _UnsaidError("single-meeting", "RECURRENCE-ID")
    rule = event.get("RRULE")
    if rule is None:
        return {}
    words = rule.to_ical().decode() if not isinstance(rule, list) else ""
    every = next((f.value for f in Frequency if words and rule.get("FREQ") == [f.upper()]), "")
    if not every or not set(rule) <= _RULE_PARTS or rule.get("INTERVAL", [1]) != [1]:
        raise _UnsaidError("rule-unsaid", "RRULE", rule=words)
    weekdays, numbers = _weekdays(rule)
    is_monthly = every == Frequency.MONTHLY
    if len(numbers) != is_monthly or (is_monthly and not weekdays):
        raise _UnsaidError("rule-unsaid", "RRULE", rule=words)
    skipped = sorted({_local(day, names)[0].date() for day in _moments(event)})
    return {
        "repeats_every": every,
        "repeats_weekdays": "; ".join(weekdays),
        "repeats_nth": next(iter(numbers), ""),
        "repeats_until": _until(event, rule, words, names),
        "repeats_skipped": "; ".join(map(str, skipped)),
    }


def _weekdays(rule: Mapping[str, Any]) -> tuple[list[str], set[str]]:
    """Return the days of the week, and the numbers that say which of a month's they are."""
    found = [_DAY.fullmatch(str(day)) for day in rule.get("BYDAY", [])]
    days = [match for match in found if match]
    numbers = {match[1].lstrip("+") for match in days if match[1]}
    numbers |= {str(number) for number in rule.get("BYSETPOS", [])}
    if any(match[1] for match in days) and not all(match[1] for match in days):
        numbers.add("")
    return [_WEEKDAYS[match[2]].value for match in days], numbers


def _moments(event: Event) -> Iterator[dt.datetime]:
    for day in event.exdates:
        yield day if isinstance(day, dt.datetime) else dt.datetime.combine(day, dt.time())


def _until(event: Event, rule: Mapping[str, Any], words: str, names: Names) -> str:
    """Return the last day, counted out where the rule gives the number of meetings."""
    start = event.start
    if until := rule.get("UNTIL"):
        last = until[0]
        if isinstance(last, dt.datetime):
            zone = _local(start, names)[1] if isinstance(start, dt.datetime) else ""
            last = _local(last, names, zone)[0].date()
        return f"{last}"
    if not (count := rule.get("COUNT")):
        return ""
    if not 0 < count[0] <= _MOST_MEETINGS:
        raise _UnsaidError("rule-unsaid", "RRULE", rule=f"COUNT={count[0]}")
    first = dt.datetime.combine(
        start.date() if isinstance(start, dt.datetime) else start, dt.time()
    )
    *_, last = rrulestr(words, dtstart=first)
    return f"{last.date()}"
