"""Sources: the pages, books and data sets that statements rest on."""

from __future__ import annotations

from enum import StrEnum

from site_builder.schema.base import Model, Text
from site_builder.schema.scalars import ApproximateDate, Date, LanguageTag, Line, Url

__all__ = ["Source", "SourceKind"]


class SourceKind(StrEnum):
    """What sort of source it is."""

    OFFICIAL = "official"
    NEWS = "news"
    ENCYCLOPEDIA = "encyclopedia"
    ENCYCLOPEDIA_MIRROR = "encyclopedia-mirror"
    """A copy or a translation of an encyclopedia article."""
    SCHOLARLY = "scholarly"
    DATASET = "dataset"
    REFERENCE = "reference"
    TRAVEL = "travel"
    COMMUNITY = "community"
    MEMOIR = "memoir"
    BLOG = "blog"


class Source(Model):
    """Something that can be looked up."""

    title: Line
    """Its title in its own language, or a description of it."""
    publisher: Line
    """Who published it."""
    url: Url | None = None
    """Where to read it."""
    language: LanguageTag
    """Its language, as a BCP 47 tag: `kk`, `ru`, `en`."""
    kind: SourceKind
    """What sort of source it is."""
    published: ApproximateDate | None = None
    """When it was published, where it says so."""
    seen: Date
    """When it was last read."""
    note: Text | None = None
    """What a reader needs to know about it."""
