"""Events that come again: a class every Tuesday, a meeting on the first Sunday of each month."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from site_builder.schema.base import Model
from site_builder.schema.scalars import ClockTime, Date, Integer

__all__ = ["Frequency", "MovedMeeting", "Repeats", "Weekday"]


class Weekday(StrEnum):
    """A day of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Frequency(StrEnum):
    """How often."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"


class MovedMeeting(Model):
    """A single meeting that takes place at another time."""

    day: Date
    """The day by the rule."""
    to: Date
    """The day on which it takes place."""
    start_time: ClockTime | None = None
    """When it begins, where that changes too."""
    end_time: ClockTime | None = None
    """When it ends, where that changes too."""


class Repeats(Model):
    """The rule by which an event comes again; its `start` is the first meeting."""

    every: Frequency
    """`weekly` or `monthly`."""
    weekdays: list[Weekday] = Field(default_factory=list)
    """On which days; without them on the weekday of the first meeting."""
    nth: Annotated[Integer, Field(ge=-1, le=4)] | None = None
    """Monthly: which of the month's weekdays, 1 to 4; -1 is the last."""
    until: Date | None = None
    """The last day on which it can take place; absent while nobody has named an end."""
    skipped: list[Date] = Field(default_factory=list)
    """Days by the rule on which it does not take place."""
    moved: list[MovedMeeting] = Field(default_factory=list)
    """Meetings that take place at another time."""

    @model_validator(mode="after")
    def _a_month_needs_a_number(self) -> Repeats:
        if (self.every is Frequency.MONTHLY) != (self.nth is not None) or self.nth == 0:
            raise PydanticCustomError("nth-and-month", "nth belongs to monthly", {"at": "every"})
        return self
