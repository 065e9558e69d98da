"""Holidays: on which days they fall, how they are kept in both countries and in the region."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from site_builder.schema.base import Model, PlaceId, Text
from site_builder.schema.parts import Change, Greeting, PageRecord, Sources, Statement
from site_builder.schema.recurrence import Weekday
from site_builder.schema.scalars import Boolean, Date, Integer, MonthDay

__all__ = [
    "ChangedRule",
    "DateState",
    "FixedRule",
    "HijriRule",
    "Holiday",
    "HolidayDate",
    "HolidayGroup",
    "ListedRule",
    "NthWeekdayRule",
    "Observance",
    "RangeRule",
    "Rule",
    "RulePeriod",
    "UndatedRule",
    "YearlyRule",
]


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


class HijriRule(Model):
    """A day of the moon calendar.

    A calendar table gives an estimate: the new moon may be seen a day earlier or later. A date
    listed under `dates` takes the place of the estimate of its year.
    """

    type: Literal["hijri"]
    month: Annotated[Integer, Field(ge=1, le=12)]
    """The month of the Hijri year, 1–12: 10 is Shawwal, 12 is Dhu al-Hijja."""
    day: Annotated[Integer, Field(ge=1, le=29)]
    """The day of the month; a 30th is not in every year."""
    days: Annotated[Integer, Field(ge=1, le=30)] = 1
    """How many days it lasts."""
    sources: Sources
    """The table that gives the estimate."""


class ListedRule(Model):
    """No rule that a calendar can follow: somebody names the days, those listed under `dates`."""

    type: Literal["listed"]
    days: Annotated[Integer, Field(ge=1, le=30)] = 1
    """How many days it lasts."""


YearlyRule = Annotated[FixedRule | RangeRule | NthWeekdayRule, Field(discriminator="type")]
"""A rule that gives each year its days."""


class RulePeriod(Model):
    """Years in which one rule held."""

    first_year: Annotated[Integer, Field(ge=1000, le=2999)] | None = None
    """The first of them; absent where it always held before."""
    last_year: Annotated[Integer, Field(ge=1000, le=2999)] | None = None
    """The last of them; absent where it still holds."""
    rule: YearlyRule
    """The rule."""
    sources: Sources
    """Who says so."""


class ChangedRule(Model):
    """The law moved the day: in each period another rule holds, in years between them none."""

    type: Literal["changed"]
    periods: Annotated[list[RulePeriod], Field(min_length=1)]
    """The periods in order."""

    @model_validator(mode="after")
    def _periods_follow_each_other(self) -> ChangedRule:
        end = 0
        for number, period in enumerate(self.periods):
            first = period.first_year or (1 if number == 0 else 0)
            last = period.last_year or _NO_LAST_YEAR
            if first <= end or last < first:
                raise PydanticCustomError("years-overlap", "periods overlap", {"at": "periods"})
            end = last
        return self


class UndatedRule(Model):
    """No day at all: each family or village chooses its own, or no source names the day."""

    type: Literal["undated"]


Rule = Annotated[
    FixedRule | RangeRule | NthWeekdayRule | HijriRule | ChangedRule | ListedRule | UndatedRule,
    Field(discriminator="type"),
]
"""On which days of a year the holiday falls."""


_NO_LAST_YEAR = 9999


class HolidayGroup(StrEnum):
    """What sort of holiday it is; people subscribe to these."""

    STATE = "state"
    """By law or decree."""
    FAITH = "faith"
    """Of the faith."""
    FOLK = "folk"
    """Of the people: the spring, the family, those before us."""
    CULTURE = "culture"
    """Of music, letters and language."""


class DateState(StrEnum):
    """How certain a listed date is."""

    HELD = "held"
    ANNOUNCED = "announced"
    """Those who decide have named the day."""


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
    changes: list[Change] = Field(default_factory=list)
    """What was changed after the day had been announced."""


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

    group: HolidayGroup
    """What sort of holiday it is."""
    rule: Rule
    """On which days it falls."""
    dates: list[HolidayDate] = Field(default_factory=list)
    """Days of single years, with sources."""
    kazakhstan: Observance | None = None
    """How Kazakhstan keeps it."""
    russia: Observance | None = None
    """Whether Russia has the day off."""
    astrakhan: Observance | None = None
    """How the region keeps it."""
    places: list[PlaceId] = Field(default_factory=list)
    """Where it is kept."""
    customs: list[Statement] = Field(default_factory=list)
    """What people do on the day."""
    greetings: list[Greeting] = Field(default_factory=list)
    """What people say."""

    @property
    def by_moon(self) -> bool:
        """Whether the day depends on the new moon being seen."""
        return isinstance(self.rule, HijriRule)

    @model_validator(mode="after")
    def _listed_holidays_have_dates(self) -> Holiday:
        if isinstance(self.rule, ListedRule) and not self.dates:
            raise PydanticCustomError(
                "holiday-without-dates", "a listed rule needs dates", {"at": "rule"}
            )
        return self
