"""Reads calendar files back, by two libraries, and says what our own engine expects in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import recurring_ical_events
from icalendar import Calendar, Event

from site_builder.feeds.calendars import calendar_assets
from site_builder.linker import Site, link_site
from site_builder.loader import load_content
from site_builder.occurrences.agenda import AgendaItem
from tests.support import MINIMAL, TODAY, write_content

__all__ = [
    "Happening",
    "content_files",
    "content_site",
    "event_yaml",
    "expected",
    "happenings",
    "made_files",
    "small_site",
    "vevents",
]

_DAY = dt.timedelta(days=1)


class Happening(NamedTuple):
    """One time that an entry takes place."""

    record: str
    """The part of the UID that names the record or the holiday's period."""
    start: dt.date | dt.datetime
    end: dt.date | dt.datetime
    """Of whole days the day after the last; of hours without an end their beginning."""
    zone: str
    """The zone of the hours; empty for whole days."""


@cache
def content_site(folder: Path) -> Site:
    """Return the linked content of a folder."""
    content = load_content(folder)
    site, problems = link_site(content)
    assert not (*content.problems, *problems)
    assert site is not None
    return site


def small_site(root: Path, files: dict[str, str]) -> Site:
    """Return the smallest content with `files` laid over it."""
    return content_site(write_content(root, {**MINIMAL, **files}))


def event_yaml(**fields: str) -> str:
    """Return a concert on 15 May 2027 with fields in place of its own."""
    values = {
        "title": "{kk: Той, ru: Праздник}",
        "summary": "{kk: Қысқаша., ru: Кратко.}",
        "kind": "concert",
        "status": "confirmed",
        "scope": "astrakhan",
        "start": "2027-05-15",
        "sources": "[gazette]",
        **fields,
    }
    return "".join(f"{name}: {value}\n" for name, value in values.items())


def made_files(site: Site, today: dt.date) -> dict[str, bytes]:
    """Return all calendar files by path."""
    return {asset.path: asset.data for asset in calendar_assets(site, today)}


@cache
def content_files(folder: Path) -> dict[str, bytes]:
    """Return the calendar files of a folder's content for the day that tests build for."""
    return made_files(content_site(folder), TODAY)


def vevents(data: bytes) -> list[Event]:
    """Return the entries of a calendar file as they stand in it."""
    calendar = Calendar.from_ical(data)
    return list(calendar.events)


def happenings(data: bytes, first: dt.date, last: dt.date) -> list[Happening]:
    """Return what takes place from `first` to `last`, both included, as a client sees it."""
    calendar = Calendar.from_ical(data)
    # A day more at both ends, because a client may stand in another zone.
    found = recurring_ical_events.of(calendar).between(first - _DAY, last + 2 * _DAY)
    times = [_as_read(event) for event in found]
    return sorted((time for time in times if _is_between(time, first, last)), key=repr)


def _as_read(event: Event) -> Happening:
    start, end = event.start, event.end
    zone = start.tzinfo.key if isinstance(start, dt.datetime) else ""
    return Happening(str(event["UID"]).split("@")[0], start, end, zone)


def _is_between(time: Happening, first: dt.date, last: dt.date) -> bool:
    start, end = time.start, time.end
    if isinstance(start, dt.datetime) and isinstance(end, dt.datetime):
        # An end at midnight is over on the day before.
        over = max(start, end - dt.timedelta(microseconds=1)).date()
        return start.date() <= last and over >= first
    return start <= last and end - _DAY >= first


def expected(items: Iterable[AgendaItem]) -> list[Happening]:
    """Return what a calendar should give for times that our own engine found."""
    return sorted((_as_meant(item) for item in items if item.time.is_exact), key=repr)


def _as_meant(item: AgendaItem) -> Happening:
    time = item.time
    record = (
        f"holiday.{item.entry.id}.{item.period.key}" if item.period else f"event.{item.entry.id}"
    )
    if time.start_time is None:
        return Happening(record, time.first, time.last + _DAY, "")
    has_end = time.end_time or time.last > time.first
    return Happening(record, time.start, time.end if has_end else time.start, time.zone.key)
