"""People: historical persons, and living people in their public role only."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from site_builder.schema.base import Model, PlaceId, Text
from site_builder.schema.parts import DateClaim, PageRecord, PersonLink, Sources
from site_builder.schema.scalars import Line

__all__ = ["Person", "PersonKind", "Work"]


class PersonKind(StrEnum):
    """Why a person is on the site."""

    HISTORICAL = "historical"
    PUBLIC = "public"
    """Holds or held a public post; only that post is told."""


class Work(Model):
    """A work by a person: a kui, a book."""

    title: Line
    """The title in its own language, without quotation marks."""
    translation: Text | None = None
    """What the title means."""
    sources: Sources
    """Who names it."""


class Person(PageRecord):
    """A person of the region's history or public life."""

    kind: PersonKind
    """Why the person is here."""
    role: Text
    """In a few words: «күйші-композитор»."""
    sort_name: Text | None = None
    """The name to sort lists by, where the title does not begin with it."""
    born: DateClaim | None = None
    """Date of birth."""
    died: DateClaim | None = None
    """Date of death."""
    birthplace: Text | None = None
    """Where born, in words."""
    buried_at: PlaceId | None = None
    """The grave or mausoleum."""
    places: list[PlaceId] = Field(default_factory=list)
    """Other places of this life."""
    people: list[PersonLink] = Field(default_factory=list)
    """Teachers, pupils, relatives."""
    works: list[Work] = Field(default_factory=list)
    """Works by this person."""
