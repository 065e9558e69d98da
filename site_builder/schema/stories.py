"""Stories: history, the community, news. Longer texts with a date."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from site_builder.schema.base import (
    EventId,
    HolidayId,
    OrganisationId,
    PersonId,
    PlaceId,
    Prose,
)
from site_builder.schema.parts import PageRecord
from site_builder.schema.scalars import Date

__all__ = ["Story", "StoryKind"]


class StoryKind(StrEnum):
    """What a story is about."""

    HISTORY = "history"
    COMMUNITY = "community"
    NEWS = "news"


class Story(PageRecord):
    """A text to read. Long prose may lie beside the record as `<id>.kk.md` and `<id>.ru.md`."""

    kind: StoryKind
    """What it is about."""
    published: Date
    """The day of publication on this site."""
    body: Prose | None = None
    """The long text, Markdown, supported by the record's sources."""
    places: list[PlaceId] = Field(default_factory=list)
    """Places that it tells of."""
    people: list[PersonId] = Field(default_factory=list)
    """People that it tells of."""
    organisations: list[OrganisationId] = Field(default_factory=list)
    """Organisations that it tells of."""
    events: list[EventId] = Field(default_factory=list)
    """Events that it tells of."""
    holidays: list[HolidayId] = Field(default_factory=list)
    """Holidays that it tells of."""
