"""Routes: stops in order, for a day trip to the mausoleums."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from site_builder.schema.base import GuideId, Model, PlaceId, Text
from site_builder.schema.parts import PageRecord, Sources
from site_builder.schema.scalars import Integer

__all__ = ["Route", "Stop"]


class Stop(Model):
    """A place on the way."""

    place: PlaceId
    """The place's id."""
    note: Text | None = None
    """What to do or to know here."""
    road_km: Annotated[Integer, Field(gt=0)] | None = None
    """Road distance from the stop before, where a source gives it."""
    drive_minutes: Annotated[Integer, Field(gt=0)] | None = None
    """Driving time from the stop before, where a source gives it."""
    sources: Sources
    """Sources of the note and the distance."""


class Route(PageRecord):
    """A way to go, stop by stop."""

    stops: Annotated[list[Stop], Field(min_length=2)]
    """The places in order."""
    guides: list[GuideId] = Field(default_factory=list)
    """Guides to read before setting out."""
