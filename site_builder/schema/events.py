"""Events: what took place or will take place on a date."""

from __future__ import annotations

from enum import StrEnum

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from site_builder.schema.base import HolidayId, OrganisationId, PersonId, PlaceId, Text
from site_builder.schema.parts import PageRecord
from site_builder.schema.scalars import ApproximateDate, ClockTime, Date, Url

__all__ = ["Event", "EventKind", "EventStatus", "Scope"]


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


class Event(PageRecord):
    """Something on a date. Times are on the clock of the place."""

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
    reported: Date | None = None
    """The day of the report, where only that is known: it took place then or shortly before."""
    place: PlaceId | None = None
    """Where it takes place."""
    venue: Text | None = None
    """Where, in words, if the place has no record or needs more words."""
    organisers: list[OrganisationId] = []
    """Who holds it."""
    people: list[PersonId] = []
    """Whom it honours or who took part."""
    holiday: HolidayId | None = None
    """The holiday that it belongs to."""
    registration: Url | None = None
    """Where to register."""

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
            if time and date.day is None:
                raise PydanticCustomError("time-without-day", "no exact day", {"at": name})
        return self
