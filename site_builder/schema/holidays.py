"""Holidays: on which days they fall, how they are kept in Kazakhstan and in the region."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from site_builder.schema.base import Model, PlaceId, Text
from site_builder.schema.parts import Greeting, PageRecord, Sources, Statement
from site_builder.schema.scalars import Boolean, Date, Integer, MonthDay

__all__ = [
    "DateState",
    "FixedRule",
    "Holiday",
    "HolidayDate",
    "ListedRule",
    "NthWeekdayRule",
    "Observance",
    "RangeRule",
    "Rule",
    "UndatedRule",
    "Weekday",
]


class Weekday(StrEnum):
    """A day of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class FixedRule(Model):
    """The same day every year."""

    type: Literal["fixed"]
    day: MonthDay
    """The day, `10-25`."""


class RangeRule(Model):
    """The same days every year."""

    type: Literal["range"]
    first: MonthDay
    """The first day, `03-21`."""
    last: MonthDay
    """The last day, `03-23`."""


class NthWeekdayRule(Model):
    """A weekday counted within a month, such as the first Sunday of July."""

    type: Literal["nth-weekday"]
    month: Annotated[Integer, Field(ge=1, le=12)]
    """1–12."""
    weekday: Weekday
    """The day of the week."""
    nth: Annotated[Integer, Field(ge=1, le=5)]
    """Which of them, from 1."""


class ListedRule(Model):
    """No rule that a calendar can follow: the days are those listed under `dates`.

    Holidays by the moon and holidays that somebody announces each year.
    """

    type: Literal["listed"]
    moon: Boolean = False
    """The day depends on the new moon being seen."""
    days: Annotated[Integer, Field(ge=1, le=30)] = 1
    """How many days it lasts."""


class UndatedRule(Model):
    """No day at all: each family or village chooses its own, or no source names the day."""

    type: Literal["undated"]


Rule = Annotated[
    FixedRule | RangeRule | NthWeekdayRule | ListedRule | UndatedRule,
    Field(discriminator="type"),
]
"""On which days of a year the holiday falls."""


class DateState(StrEnum):
    """How certain a listed date is."""

    HELD = "held"
    ANNOUNCED = "announced"
    """Those who decide have named the day."""
    CALCULATED = "calculated"
    """By a calendar table; the real day may be one earlier or later."""


class HolidayDate(Model):
    """One year's day of a holiday."""

    start: Date
    """The first day."""
    state: DateState
    """How certain it is."""
    sources: Sources
    """Who says so."""
    note: Text | None = None
    """What a reader needs to know."""


class Observance(Model):
    """How a country or region treats the day."""

    day_off: Boolean | None = None
    """Whether people have the day off; left out where no source says."""
    text: Text
    """In a sentence."""
    sources: Sources
    """Who says so."""


class Holiday(PageRecord):
    """A holiday of the year or of the moon calendar."""

    rule: Rule
    """On which days it falls."""
    dates: list[HolidayDate] = []
    """Days of single years, with sources."""
    kazakhstan: Observance | None = None
    """How Kazakhstan keeps it."""
    astrakhan: Observance | None = None
    """How the region keeps it."""
    places: list[PlaceId] = []
    """Where it is kept."""
    customs: list[Statement] = []
    """What people do on the day."""
    greetings: list[Greeting] = []
    """What people say."""

    @property
    def by_moon(self) -> bool:
        """Whether the day depends on the new moon being seen."""
        return isinstance(self.rule, ListedRule) and self.rule.moon

    @model_validator(mode="after")
    def _listed_holidays_have_dates(self) -> Holiday:
        if isinstance(self.rule, ListedRule) and not self.dates:
            raise PydanticCustomError(
                "holiday-without-dates", "a listed rule needs dates", {"at": "rule"}
            )
        return self
