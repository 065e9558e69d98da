"""Any event comes back from its calendar file as it went in."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.feeds.calendars import calendar_assets
from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.occurrences.agenda import AgendaItem
from site_builder.occurrences.events import event_occurrences
from site_builder.occurrences.recurrence import meetings_between
from site_builder.schema.events import Event, EventStatus
from site_builder.schema.recurrence import Weekday
from tests.feeds.calendar_reading import (
    event_yaml,
    expected,
    happenings,
    small_site,
    vevents,
)

EXAMPLES = settings(derandomize=True, deadline=None, max_examples=60, database=None)
# Almaty changed its clocks in March 2024, Berlin changes them twice a year.
ZONES = ("Europe/Astrakhan", "Asia/Oral", "Asia/Almaty", "Europe/Berlin")
FIRST, LAST = dt.date(2024, 1, 1), dt.date(2028, 12, 31)
STATES = {
    EventStatus.CANCELLED: "CANCELLED",
    EventStatus.CONFIRMED: "CONFIRMED",
    EventStatus.HELD: "CONFIRMED",
    EventStatus.MOVED: "CONFIRMED",
    EventStatus.PLANNED: "TENTATIVE",
    EventStatus.ANNOUNCED: "TENTATIVE",
    EventStatus.POSTPONED: "TENTATIVE",
}
TEXT = {"kk": "Той", "ru": "Праздник"}
BASE = {
    "title": TEXT,
    "summary": TEXT,
    "kind": "concert",
    "scope": "astrakhan",
    "sources": ["gazette"],
}

days = st.dates(FIRST, dt.date(2027, 12, 1))
clocks = (
    st.times()
    .map(lambda time: time.replace(second=0, microsecond=0))
    .map(lambda time: time.strftime("%H:%M"))
)


def _site() -> Site:
    with tempfile.TemporaryDirectory() as folder:
        return small_site(Path(folder), {"events/toi.yml": event_yaml()})


SITE = _site()


def _hours(draw: st.DrawFn, *, is_one_day: bool) -> dict[str, str]:
    """Return no hours, a beginning, or both."""
    known = draw(st.sampled_from(["", "start", "both"]))
    start, end = draw(st.tuples(clocks, clocks).filter(lambda pair: pair[0] != pair[1]))
    if is_one_day:
        start, end = sorted((start, end))
    hours = {"start_time": start, "end_time": end}
    return dict(list(hours.items())[: ("", "start", "both").index(known)])


def _changes(draw: st.DrawFn, *, at_least: int) -> list[dict[str, Any]]:
    told = draw(st.lists(days, min_size=at_least, max_size=3))
    return [{"day": f"{day}", "text": TEXT} for day in sorted(told)]


@st.composite
def single_events(draw: st.DrawFn) -> Event:
    """Events of one or several days, over New Year too, in every state."""
    start = draw(days)
    length = draw(st.integers(0, 12))
    status = draw(st.sampled_from(EventStatus))
    is_changed = status in (EventStatus.CANCELLED, EventStatus.MOVED, EventStatus.POSTPONED)
    data: dict[str, Any] = {
        **BASE,
        "status": status,
        "start": f"{start}",
        "changes": _changes(draw, at_least=int(is_changed)),
        "timezone": draw(st.sampled_from(ZONES)),
        **_hours(draw, is_one_day=length == 0),
    }
    if length:
        data["end"] = f"{start + dt.timedelta(days=length)}"
    if status is EventStatus.MOVED:
        data["moved_from"] = {"start": f"{draw(days)}"}
    return Event.model_validate(data)


@st.composite
def repeating_events(draw: st.DrawFn) -> Event:
    """Weekly and monthly classes, some meetings left out, some at another time."""
    start = draw(days)
    weekday = list(Weekday)[start.weekday()]
    others = draw(st.lists(st.sampled_from(Weekday), unique=True, max_size=3))
    repeats: dict[str, Any] = {"every": "weekly", "weekdays": [*{weekday, *others}]}
    if draw(st.booleans()):
        is_last = (start + dt.timedelta(days=7)).month != start.month
        nth = -1 if is_last else (start.day + 6) // 7
        repeats = {"every": "monthly", "nth": f"{nth}"}
    if draw(st.booleans()):
        repeats["until"] = f"{start + dt.timedelta(days=draw(st.integers(0, 400)))}"
    data: dict[str, Any] = {
        **BASE,
        "status": "confirmed",
        "start": f"{start}",
        "timezone": draw(st.sampled_from(ZONES)),
        "repeats": repeats,
        **_hours(draw, is_one_day=True),
    }
    _change_meetings(draw, data)
    return Event.model_validate(data)


def _change_meetings(draw: st.DrawFn, data: dict[str, Any]) -> None:
    plain = Event.model_validate(data)
    assert plain.repeats
    end = plain.start.first + dt.timedelta(days=200)
    by_rule = [meeting.day for meeting in meetings_between(plain, plain.repeats, FIRST, end)]
    named = draw(st.lists(st.sampled_from(by_rule), unique=True, max_size=4))
    middle = len(named) // 2
    data["repeats"]["skipped"] = [f"{day}" for day in named[:middle]]
    data["repeats"]["moved"] = [
        {
            "day": f"{day}",
            "to": f"{day + dt.timedelta(days=draw(st.integers(-5, 20)))}",
            "start_time": "05:10",
            "end_time": "23:50",
        }
        for day in named[middle:]
    ]


def _round_trip(event: Event) -> bytes:
    """Check that a client finds what our engine finds, and return the calendar."""
    old = SITE.entry("events", "toi")
    entry: Entry = replace(old, record=event)
    site = replace(SITE, entries={**SITE.entries, "events": {"toi": entry}})
    # The first is the calendar of everything; of its day it holds the event.
    data = next(calendar_assets(site, event.start.first)).data
    times = event_occurrences(site, event, FIRST, LAST)
    assert happenings(data, FIRST, LAST) == expected(AgendaItem(entry, time) for time in times)
    return data


@EXAMPLES
@given(single_events())
def test_start_end_zone_state_and_sequence_come_back(event: Event) -> None:
    (found,) = vevents(_round_trip(event))
    assert found["STATUS"] == STATES[event.status]
    assert found["SEQUENCE"] == len(event.changes)


@EXAMPLES
@given(repeating_events())
def test_meetings_come_back(event: Event) -> None:
    assert event.repeats
    assert len(vevents(_round_trip(event))) == 1 + len(event.repeats.moved)
