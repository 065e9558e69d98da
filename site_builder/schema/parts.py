"""Parts that records of several kinds share: statements with sources, facts, dates, points."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from site_builder.schema.base import MediaId, Model, PersonId, Prose, SourceId, Text
from site_builder.schema.scalars import ApproximateDate, Date, Decimal, Id, Line

__all__ = [
    "Change",
    "Chart",
    "ChartValue",
    "Confidence",
    "DateClaim",
    "Fact",
    "Greeting",
    "Milestone",
    "PageRecord",
    "PersonLink",
    "Point",
    "Precision",
    "Section",
    "Sources",
    "Statement",
    "StatementVariant",
]

Sources = Annotated[list[SourceId], Field(min_length=1)]
"""Ids of the sources, at least one."""


class Confidence(StrEnum):
    """How well the sources support something."""

    HIGH = "high"
    """An official page or several sources agree."""
    MEDIUM = "medium"
    """One good source, or several that differ a little."""
    LOW = "low"
    """One weak source; the page says so."""


class StatementVariant(Model):
    """What other sources say instead."""

    text: Prose
    """What these sources say."""
    sources: Sources
    """Who says it."""


class Statement(Model):
    """A paragraph and the sources that support it."""

    text: Prose
    """One paragraph, Markdown."""
    sources: Sources
    """Who says it."""
    confidence: Confidence = Confidence.HIGH
    """How well the sources support it."""
    checked: Date | None = None
    """The day on which it was last checked, where it goes stale: rules, prices, timetables."""
    variants: list[StatementVariant] = Field(default_factory=list)
    """What sources that disagree say."""


class Section(Model):
    """A titled part of a page."""

    id: Id
    """The anchor of the heading, unique in the record."""
    title: Text
    """The heading."""
    statements: Annotated[list[Statement], Field(min_length=1)]
    """The paragraphs, in order."""


class FactVariant(Model):
    """Another value of a fact, from sources that disagree."""

    value: Text
    """The other value."""
    sources: Sources
    """Who gives it."""
    note: Text | None = None
    """What a reader needs to know about it."""


class Fact(Model):
    """A row of the facts box."""

    label: Text
    """What it is: «Год постройки»."""
    value: Text
    """The value to show first."""
    sources: Sources
    """Who gives this value."""
    confidence: Confidence = Confidence.HIGH
    """How well the sources support it."""
    variants: list[FactVariant] = Field(default_factory=list)
    """All other values that sources give."""


class DateVariant(Model):
    """Another date of the same thing, from sources that disagree."""

    value: ApproximateDate
    """The other date."""
    sources: Sources
    """Who gives it."""
    note: Text | None = None
    """What a reader needs to know about it."""


class DateClaim(Model):
    """A date as the sources give it, with all that they give instead."""

    value: ApproximateDate
    """The date to show first: `1823`, `2005-10`, `2011-10-12`, `1880~`."""
    sources: Sources
    """Who gives this date."""
    confidence: Confidence = Confidence.HIGH
    """How well the sources support it."""
    variants: list[DateVariant] = Field(default_factory=list)
    """All other dates that sources give."""


class Milestone(Model):
    """A dated step of a life, a building, a society; all of them together make a timeline."""

    date: ApproximateDate
    """When, as exact as known; of several dates the one to show first."""
    text: Text
    """What happened, in a sentence without the date."""
    sources: Sources
    """Who says it."""
    confidence: Confidence = Confidence.HIGH
    """How well the sources support it."""
    variants: list[DateVariant] = Field(default_factory=list)
    """All other dates that sources give."""


class Change(Model):
    """A change that people who have made plans must hear of."""

    day: Date
    """The day on which it was announced."""
    text: Text
    """What was changed, in a sentence."""


class ChartValue(Model):
    """A bar of a chart."""

    label: Text
    """What is counted: a year, a village."""
    value: Annotated[Decimal, Field(ge=0)]
    """The number."""
    sources: Sources
    """Who gives it."""
    note: Text | None = None
    """What a reader needs to know before comparing it with the others."""


class Chart(Model):
    """Numbers side by side, drawn as bars and written as a table."""

    id: Id
    """The anchor of the heading, unique in the record."""
    title: Text
    """What the numbers are, with their unit."""
    values: Annotated[list[ChartValue], Field(min_length=2)]
    """The bars in order."""
    note: Text | None = None
    """What must be known to read all of them."""


class Greeting(Model):
    """Words to say or send on the day."""

    text: Text
    """The greeting in both languages."""
    occasion: Text | None = None
    """When it is said, where the page does not make that plain."""
    sources: list[SourceId] = Field(default_factory=list)
    """Where it is given; may be empty for words that everybody says."""


class Precision(StrEnum):
    """How exact a point on the map is."""

    EXACT = "exact"
    """The thing itself stands here."""
    APPROXIMATE = "approximate"
    """It is somewhere in the circle around the point."""


class Point(Model):
    """Where something is, in degrees on WGS 84; without a source there is no point."""

    lat: Decimal
    """Latitude, degrees north: near Astrakhan about 46."""
    lon: Decimal
    """Longitude, degrees east: near Astrakhan about 48."""
    precision: Precision
    """`exact` or `approximate`."""
    radius_km: Annotated[Decimal, Field(gt=0)] | None = None
    """Radius of the area in kilometres, for an approximate point."""
    describes: Text | None = None
    """What the point marks, where it is not the place itself."""
    sources: Sources
    """Who gives the point."""
    checked: Date
    """The day on which the point was last checked."""

    @property
    def radius_m(self) -> int | None:
        """Radius of the area in whole metres."""
        return None if self.radius_km is None else round(self.radius_km * 1000)

    @model_validator(mode="after")
    def _an_area_has_a_radius(self) -> Point:
        if (self.precision is Precision.APPROXIMATE) != (self.radius_km is not None):
            raise PydanticCustomError(
                "radius-and-precision", "radius and precision disagree", {"at": "precision"}
            )
        return self


class PersonLink(Model):
    """A person who has to do with the record."""

    person: PersonId
    """The person's id."""
    role: Text
    """In what way: «ұстазы», «учитель»."""


class PageRecord(Model):
    """What every record with a page of its own has."""

    title: Text
    """The name as the page's heading shows it."""
    summary: Text
    """One or two sentences: what it is. Shown in lists, search results and previews."""
    aliases: list[Line] = Field(default_factory=list)
    """Other spellings and old names, for the search."""
    latin: Line | None = None
    """The name in Latin letters, where it is not the Kazakh name letter by letter."""
    confidence: Confidence = Confidence.HIGH
    """How well the sources support the record as a whole."""
    checked: Date | None = None
    """The day on which all of it was last checked."""
    facts: list[Fact] = Field(default_factory=list)
    """Rows of the facts box."""
    timeline: list[Milestone] = Field(default_factory=list)
    """What happened when, first to last."""
    charts: list[Chart] = Field(default_factory=list)
    """Numbers to compare."""
    sections: list[Section] = Field(default_factory=list)
    """The text of the page."""
    media: list[MediaId] = Field(default_factory=list)
    """Ids of pictures, in order."""
    sources: Sources
    """Sources of the title and the summary."""
