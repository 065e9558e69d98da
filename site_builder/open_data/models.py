"""What the files of the open data hold; their JSON Schemas are made from these models.

The texts below fields are what readers of a schema see. `null` means that no source says.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from site_builder.languages import Language
from site_builder.schema.base import Model, Translated
from site_builder.schema.events import EventKind, EventStatus, Scope
from site_builder.schema.holidays import HolidayGroup
from site_builder.schema.parts import Confidence, Precision
from site_builder.schema.places import PlaceKind
from site_builder.schema.recurrence import Frequency, Weekday

__all__ = [
    "CalendarDate",
    "ChangeItem",
    "DateCertainty",
    "EventItem",
    "EventSet",
    "FormerTime",
    "HolidayItem",
    "HolidayPeriod",
    "HolidaySet",
    "Licence",
    "MovedMeetingItem",
    "ObservanceItem",
    "PlaceItem",
    "PlaceSet",
    "PointItem",
    "RecurrenceItem",
    "RegionItem",
    "SourceItem",
]

ClockWords = Annotated[str, Field(pattern=r"^\d{2}:\d{2}$")]
"""A time of day, `18:30`."""


class _Part(Model):
    """Base of all parts of the open data: the texts below fields go into the schemas."""

    # Reading them from the source code takes long; the models of the content do without.
    model_config = ConfigDict(use_attribute_docstrings=True)


class Licence(_Part):
    """Under which conditions the data may be used."""

    name: Translated
    """Its name."""
    url: str
    """Where to read it."""


class SourceItem(_Part):
    """Where something is from."""

    id: str
    """The id of the source on this site."""
    title: str
    """Its title in its own language."""
    publisher: str
    """Who published it."""
    url: str | None
    """Where to read it; null if not on the web."""


class CalendarDate(_Part):
    """A date as exact as the sources are."""

    edtf: str
    """In EDTF (ISO 8601-2, level 1): `2011-10-12`, `2005-10`, `1823`; `~` at the end for "about"."""
    precision: Literal["day", "month", "year"]
    """How much of it is known."""
    earliest: dt.date
    """The earliest day that it can mean."""
    latest: dt.date
    """The latest day that it can mean."""


class ChangeItem(_Part):
    """What was changed after it had been announced."""

    day: dt.date
    """The day on which it was announced."""
    text: Translated
    """What was changed."""


class FormerTime(_Part):
    """When it was to take place before it was moved."""

    start: dt.date
    """The first day."""
    start_time: ClockWords | None
    """When it was to begin, on the clock of the place."""


class MovedMeetingItem(_Part):
    """A single meeting that takes place at another time."""

    day: dt.date
    """The day by the rule."""
    to: dt.date
    """The day on which it takes place."""
    start_time: ClockWords | None
    """When it begins, where that changes too."""
    end_time: ClockWords | None
    """When it ends, where that changes too."""


class RecurrenceItem(_Part):
    """The rule by which an event comes again; its `start` is the first meeting."""

    every: Frequency
    """How often."""
    weekdays: list[Weekday]
    """On which days of the week."""
    nth: int | None
    """Monthly: which of the month's weekdays, 1 to 4; -1 is the last."""
    until: dt.date | None
    """The last day on which it can take place; null while nobody has named an end."""
    skipped: list[dt.date]
    """Days by the rule on which it does not take place."""
    moved: list[MovedMeetingItem]
    """Meetings that take place at another time."""


class Item(_Part):
    """What every item has."""

    id: str
    """Stays the same for ever."""
    url: Translated
    """The page in each language."""
    title: Translated
    """The name."""
    summary: Translated
    """One or two sentences."""
    confidence: Confidence
    """How well the sources support it."""
    modified: dt.date
    """The day of the last change or check."""
    sources: list[SourceItem]
    """Where it is from."""


class EventItem(Item):
    """Something that took place or will take place, once or again and again."""

    kind: EventKind
    """What happens."""
    status: EventStatus
    """Whether it takes place; `announced`: only a notice from before was seen."""
    scope: Scope
    """Whose event it is."""
    start: CalendarDate
    """The first day; of a postponed event the former one."""
    end: CalendarDate | None
    """The last day, included, where it is another."""
    timezone: str
    """The clock of the place, a name of the IANA database."""
    start_time: ClockWords | None
    """When it begins, on that clock."""
    end_time: ClockWords | None
    """When it ends, on that clock."""
    starts_at: dt.datetime | None
    """Day, time and offset of the beginning; of several meetings those of the first."""
    ends_at: dt.datetime | None
    """Day, time and offset of the end; of several meetings those of the first."""
    repeats: RecurrenceItem | None
    """How it comes again."""
    moved_from: FormerTime | None
    """When it was to take place before."""
    changes: list[ChangeItem]
    """What was changed, first to last."""
    reported: dt.date | None
    """The day of the report, where only that is known: it took place then or shortly before."""
    place: str | None
    """The id of the place."""
    venue: Translated | None
    """Where, in words."""
    organisers: list[str]
    """Ids of the organisations that hold it."""
    people: list[str]
    """Ids of the people whom it honours or who took part."""
    holiday: str | None
    """The id of the holiday that it belongs to."""
    registration: str | None
    """Where to register."""
    languages: list[Language]
    """The languages spoken there; empty where no source says."""


class RegionItem(_Part):
    """A region of a country."""

    id: str
    """Its id."""
    title: Translated
    """Its name."""


class PointItem(_Part):
    """A point in degrees on WGS 84."""

    lat: float
    """Latitude, degrees north."""
    lon: float
    """Longitude, degrees east."""
    precision: Precision
    """Whether the thing itself stands here or somewhere in the circle around the point."""
    radius_km: float | None
    """Radius of the circle in kilometres, for an approximate point."""
    describes: Translated | None
    """What the point marks, where it is not the place itself."""
    checked: dt.date
    """The day on which the point was last checked."""
    sources: list[SourceItem]
    """Who gives the point."""


class PlaceItem(Item):
    """A mausoleum, a museum, a centre, a monument, a village, a town."""

    kind: PlaceKind
    """What it is."""
    region: RegionItem
    """Where it is."""
    located_in: Translated
    """Where it is in words, from the village to the country."""
    part_of: str | None
    """The id of the place that it stands in."""
    point: PointItem | None
    """Where it is on the map; null where no source gives a point."""
    location_note: Translated | None
    """How to find it, and what is not known about where it is."""
    address: Translated | None
    """Street and house."""
    phone: str | None
    """For visitors."""
    website: str | None
    """Its own site."""
    hours: Translated | None
    """When it is open."""


class DateCertainty(StrEnum):
    """How certain a date is."""

    BY_RULE = "by-rule"
    """A rule gives the same day every year."""
    CALCULATED = "calculated"
    """A table of the moon gives it; the real day may be another by `margin_days`."""
    ANNOUNCED = "announced"
    """Those who decide have named the day."""
    HELD = "held"
    """It was kept on that day."""


class HolidayPeriod(_Part):
    """The days of a holiday in one year."""

    first: dt.date
    """The first day."""
    last: dt.date
    """The last day, included."""
    state: DateCertainty
    """How certain the days are."""
    margin_days: int
    """By how many days the real date may be earlier or later."""
    note: Translated | None
    """What a reader needs to know."""
    changes: list[ChangeItem]
    """What was changed after the day had been announced, first to last."""
    sources: list[SourceItem]
    """Who names these days; empty where the sources of the holiday do."""


class ObservanceItem(_Part):
    """How a country or a region treats the day."""

    day_off: bool | None
    """Whether people have the day off; null where no source says."""
    text: Translated
    """In a sentence."""
    sources: list[SourceItem]
    """Who says so."""


class HolidayItem(Item):
    """A holiday of the year or of the moon calendar."""

    group: HolidayGroup
    """What sort of holiday it is."""
    rule: Literal["fixed", "range", "nth-weekday", "hijri", "changed", "listed", "undated"]
    """How its days are found; `changed`: by law in other years on another day."""
    dates: list[HolidayPeriod]
    """Its days from two years before the building of this file to five years after it."""
    kazakhstan: ObservanceItem | None
    """How Kazakhstan keeps it."""
    russia: ObservanceItem | None
    """Whether Russia has the day off."""
    astrakhan: ObservanceItem | None
    """How the Astrakhan region keeps it."""


class _Set(_Part):
    schema_url: str = Field(serialization_alias="$schema")
    """The JSON Schema of this file."""
    licence: Licence
    """Under which conditions the data may be used."""


class EventSet(_Set):
    """All events of the site."""

    items: list[EventItem]
    """The events by id."""


class PlaceSet(_Set):
    """All places of the site."""

    items: list[PlaceItem]
    """The places by id."""


class HolidaySet(_Set):
    """All holidays of the site."""

    items: list[HolidayItem]
    """The holidays by id."""
