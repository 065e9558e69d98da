"""Events: what took place or will take place on a date."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from site_builder.languages import Language
from site_builder.schema.base import HolidayId, Model, OrganisationId, PersonId, PlaceId, Text
from site_builder.schema.parts import Change, PageRecord
from site_builder.schema.recurrence import Repeats
from site_builder.schema.scalars import ApproximateDate, ClockTime, Date, Timezone, Url

__all__ = ["Event", "EventKind", "EventStatus", "FormerDate", "Scope"]


class EventKind(StrEnum):
    """What happens."""

    HOLIDAY = "holiday"
    CONCERT = "concert"
    CONTEST = "contest"
    MEETING = "meeting"
    OPENING = "opening"
    EXHIBITION = "exhibition"
    SPORT = "sport"
    EXPEDITION = "expedition"
    CEREMONY = "ceremony"
    COMMEMORATION = "commemoration"


class EventStatus(StrEnum):
    """What is known about whether it takes place."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"
    ANNOUNCED = "announced"
    """Only a notice from before was seen; nobody says that it took place."""
    HELD = "held"
    MOVED = "moved"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Scope(StrEnum):
    """Whose event it is."""

    ASTRAKHAN = "astrakhan"
    CROSS_BORDER = "cross-border"
    KAZAKHSTAN = "kazakhstan"


class FormerDate(Model):
    """When it was to take place before it was moved."""

    start: Date
    """The first day."""
    start_time: ClockTime | None = None
    """When it was to begin."""


class Event(PageRecord):
    """Something on a date, once or again and again. Times are on the clock of the place."""

    kind: EventKind
    """What happens."""
    status: EventStatus
    """Whether it takes place."""
    scope: Scope
    """Whose event it is."""
    start: ApproximateDate
    """The first day, as exact as known."""
    end: ApproximateDate | None = None
    """The last day, where it is another."""
    start_time: ClockTime | None = None
    """When it begins."""
    end_time: ClockTime | None = None
    """When it ends."""
    timezone: Timezone | None = None
    """Whose clock the times are on, where it is not that of the place's region or Astrakhan's."""
    repeats: Repeats | None = None
    """The rule by which it comes again; `start` is the first meeting."""
    moved_from: FormerDate | None = None
    """When it was to take place before."""
    changes: list[Change] = Field(default_factory=list)
    """What was changed after it had been announced, first to last."""
    reported: Date | None = None
    """The day of the report, where only that is known: it took place then or shortly before."""
    place: PlaceId | None = None
    """Where it takes place."""
    venue: Text | None = None
    """Where, in words, if the place has no record or needs more words."""
    organisers: list[OrganisationId] = Field(default_factory=list)
    """Who holds it."""
    people: list[PersonId] = Field(default_factory=list)
    """Whom it honours or who took part."""
    holiday: HolidayId | None = None
    """The holiday that it belongs to."""
    registration: Url | None = None
    """Where to register."""
    languages: list[Language] = Field(default_factory=list)
    """The languages spoken there; empty where no source says."""

    @property
    def last_day(self) -> dt.date:
        """The latest day on which it can end, as far as the record knows."""
        if self.repeats:
            until = self.repeats.until or dt.date.max
            return max([until, *(meeting.to for meeting in self.repeats.moved)])
        return (self.end or self.start).last

    @property
    def is_exact(self) -> bool:
        """Whether its days are known, and not only their month or year."""
        return self.start.is_exact and (self.end is None or self.end.is_exact)

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Event:
        if self.end and self.end.last < self.start.first:
            raise PydanticCustomError("end-before-start", "end is before start", {"at": "end"})
        same_day = self.end is None or self.end == self.start
        if same_day and self.start_time and self.end_time and self.end_time <= self.start_time:
            raise PydanticCustomError("end-before-start", "end is before start", {"at": "end_time"})
        return self

    @model_validator(mode="after")
    def _a_time_needs_a_day(self) -> Event:
        end = self.end or self.start
        for time, date, name in (
            (self.start_time, self.start, "start_time"),
            (self.end_time, end, "end_time"),
        ):
            if time and not date.is_exact:
                raise PydanticCustomError("time-without-day", "no exact day", {"at": name})
        if self.end_time and not self.start_time:
            raise PydanticCustomError("end-without-start", "no start_time", {"at": "end_time"})
        return self

    @model_validator(mode="after")
    def _a_change_is_told(self) -> Event:
        """Calendars of subscribers take up a change only if the record counts it."""
        if self.status in _CHANGED and not self.changes:
            raise PydanticCustomError("change-not-told", "changes is empty", {"at": "status"})
        if self.status is EventStatus.MOVED and self.moved_from is None:
            raise PydanticCustomError("moved-from-missing", "moved from when?", {"at": "status"})
        return self

    @model_validator(mode="after")
    def _repeats_from_an_exact_day(self) -> Event:
        if self.repeats is None:
            return self
        if not self.start.is_exact or self.end:
            raise PydanticCustomError("repeats-without-day", "one exact day", {"at": "start"})
        until = self.repeats.until
        if until is None and self.status is EventStatus.HELD:
            raise PydanticCustomError("repeats-without-end", "no end", {"at": "repeats"})
        if until and until < self.start.first:
            raise PydanticCustomError("end-before-start", "end is before start", {"at": "repeats"})
        return self


_CHANGED = (EventStatus.MOVED, EventStatus.POSTPONED, EventStatus.CANCELLED)
