"""When an event takes place: days and times on the clock of its place."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from site_builder.formatting import ASTRAKHAN
from site_builder.linker import Site
from site_builder.occurrences.recurrence import Meeting, meetings_between
from site_builder.schema.events import Event

__all__ = [
    "Occurrence",
    "coming_occurrences",
    "event_occurrences",
    "event_zone",
    "first_occurrence",
    "former_occurrence",
    "moved_occurrences",
    "next_occurrence",
]

_DAY = dt.timedelta(days=1)
_YEAR = dt.timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that something takes place."""

    first: dt.date
    """The first day; of an inexact date the earliest that it can mean."""
    last: dt.date
    """The last day, included; of an inexact date the latest."""
    zone: ZoneInfo
    """Whose clock the times are on."""
    start_time: dt.time | None = None
    """When it begins on the first day; None for whole days."""
    end_time: dt.time | None = None
    """When it ends on the last day, if that is known."""
    is_exact: bool = True
    """The days are known; else only their month or year."""
    rule_day: dt.date | None = None
    """The day by the rule, for a meeting that comes again."""
    is_moved: bool = False
    """It takes place at another time than its rule gives, maybe only at another hour."""

    @property
    def is_by_rule(self) -> bool:
        """Whether it is a meeting that comes again, at the time that its rule gives."""
        return self.rule_day is not None and not self.is_moved

    @property
    def start(self) -> dt.datetime:
        """The moment at which it begins; of whole days the first midnight."""
        return dt.datetime.combine(self.first, self.start_time or dt.time(), self.zone)

    @property
    def end(self) -> dt.datetime:
        """The moment at which it is over; without a known time the midnight after the last day."""
        if self.end_time:
            return dt.datetime.combine(self.last, self.end_time, self.zone)
        return dt.datetime.combine(self.last + _DAY, dt.time(), self.zone)


def event_zone(site: Site, event: Event) -> ZoneInfo:
    """Return the zone of an event's times: its own, else that of its place, else Astrakhan's."""
    if event.timezone:
        return event.timezone
    if event.place:
        region = site.entry("places", event.place).record.region
        return site.settings.regions[region].timezone
    return ASTRAKHAN


def first_occurrence(site: Site, event: Event) -> Occurrence:
    """Return the only time that an event takes place, or the first by its rule."""
    last = event.start.last if event.repeats else event.last_day
    return Occurrence(
        event.start.first,
        last,
        event_zone(site, event),
        event.start_time,
        event.end_time,
        is_exact=event.is_exact,
        rule_day=event.start.first if event.repeats else None,
    )


def former_occurrence(site: Site, event: Event, time: Occurrence) -> Occurrence | None:
    """Return when something was to take place: a moved meeting by its rule, else the whole event."""
    if time.rule_day and time.is_moved:
        day, hours = time.rule_day, (event.start_time, event.end_time)
        return Occurrence(day, day, time.zone, *hours, rule_day=day)
    if former := event.moved_from:
        zone = event_zone(site, event)
        return Occurrence(former.start, former.start, zone, former.start_time)
    return None


def event_occurrences(site: Site, event: Event, first: dt.date, last: dt.date) -> list[Occurrence]:
    """Return the times with a day from `first` to `last`, both included, in order."""
    once = first_occurrence(site, event)
    if event.repeats is None:
        return [once] if once.last >= first and once.first <= last else []
    meetings = meetings_between(event, event.repeats, first, last)
    times = (_met(event, once.zone, meeting) for meeting in meetings)
    return sorted(times, key=lambda time: time.start)


def moved_occurrences(site: Site, event: Event) -> list[Occurrence]:
    """Return the meetings of a class that were moved, as the record lists them."""
    if event.repeats is None:
        return []
    zone = event_zone(site, event)
    return [_met(event, zone, Meeting(moved.to, moved)) for moved in event.repeats.moved]


def next_occurrence(site: Site, event: Event, today: dt.date) -> Occurrence:
    """Return when an event takes place; of a class the next meeting, or the first if none is left."""
    if event.repeats and (times := coming_occurrences(site, event, today)):
        return times[0]
    return first_occurrence(site, event)


def coming_occurrences(site: Site, event: Event, today: dt.date) -> list[Occurrence]:
    """Return the times that are not over on `today`; of a rule those of the next year."""
    return event_occurrences(site, event, today, max(today, event.start.first) + _YEAR)


def _met(event: Event, zone: ZoneInfo, meeting: Meeting) -> Occurrence:
    moved = meeting.moved
    return Occurrence(
        meeting.day,
        meeting.day,
        zone,
        (moved and moved.start_time) or event.start_time,
        (moved and moved.end_time) or event.end_time,
        rule_day=moved.day if moved else meeting.day,
        is_moved=moved is not None,
    )
