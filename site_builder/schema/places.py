"""Places: mausoleums, museums, centres, monuments, villages, towns."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from site_builder.schema.base import GuideId, PersonId, PlaceId, Text
from site_builder.schema.crossings import Crossing
from site_builder.schema.parts import DateClaim, PageRecord, Point, Statement
from site_builder.schema.scalars import Id, Phone, Url

__all__ = ["LAYERS", "Place", "PlaceKind", "PlaceLayer"]


class PlaceKind(StrEnum):
    """What a place is."""

    MAUSOLEUM = "mausoleum"
    GRAVE = "grave"
    MUSEUM = "museum"
    CENTRE = "centre"
    MONUMENT = "monument"
    MOSQUE = "mosque"
    VENUE = "venue"
    CONSULATE = "consulate"
    DISTRICT = "district"
    VILLAGE = "village"
    TOWN = "town"
    BORDER = "border"


class PlaceLayer(StrEnum):
    """What places are shown together, on the map and in the list, in this order."""

    MAUSOLEUMS = "mausoleums"
    MUSEUMS = "museums"
    MONUMENTS = "monuments"
    MOSQUES = "mosques"
    VENUES = "venues"
    SETTLEMENTS = "settlements"
    CROSSINGS = "crossings"


LAYERS = {
    PlaceKind.MAUSOLEUM: PlaceLayer.MAUSOLEUMS,
    PlaceKind.GRAVE: PlaceLayer.MAUSOLEUMS,
    PlaceKind.MUSEUM: PlaceLayer.MUSEUMS,
    PlaceKind.CENTRE: PlaceLayer.MUSEUMS,
    PlaceKind.MONUMENT: PlaceLayer.MONUMENTS,
    PlaceKind.MOSQUE: PlaceLayer.MOSQUES,
    PlaceKind.VENUE: PlaceLayer.VENUES,
    PlaceKind.DISTRICT: PlaceLayer.SETTLEMENTS,
    PlaceKind.VILLAGE: PlaceLayer.SETTLEMENTS,
    PlaceKind.TOWN: PlaceLayer.SETTLEMENTS,
    PlaceKind.BORDER: PlaceLayer.CROSSINGS,
    PlaceKind.CONSULATE: PlaceLayer.CROSSINGS,
}
"""The layer that places of each kind lie on."""


class Place(PageRecord):
    """A place that people visit or that things happen in."""

    kind: PlaceKind
    """What it is."""
    region: Id
    """The id of its region in `site.yml`; the point must lie in it."""
    located_in: Text
    """Where it is in words, from the village to the country."""
    part_of: PlaceId | None = None
    """The place that it stands in: a museum's village."""
    point: Point | None = None
    """Where it is. No point where no source gives one."""
    location_note: Text | None = None
    """How to find it, and what is not known about where it is."""
    address: Text | None = None
    """Street and house for the driver."""
    phone: Phone | None = None
    """For visitors."""
    website: Url | None = None
    """Its own site."""
    hours: Text | None = None
    """When it is open."""
    founded: DateClaim | None = None
    """When it was founded, built or opened."""
    people: list[PersonId] = Field(default_factory=list)
    """People who have to do with it."""
    getting_there: list[Statement] = Field(default_factory=list)
    """How to get there."""
    visiting: list[Statement] = Field(default_factory=list)
    """How to behave, what to know before a visit."""
    guides: list[GuideId] = Field(default_factory=list)
    """Guides to read before a visit."""
    crossing: Crossing | None = None
    """What is known of a post at the border; for places of the kind `border` only."""
    crossings: list[PlaceId] = Field(default_factory=list)
    """The posts at the border that people from abroad pass on the way here."""

    @property
    def layer(self) -> PlaceLayer:
        """The layer of the map that it lies on."""
        return LAYERS[self.kind]

    @model_validator(mode="after")
    def _a_crossing_is_at_the_border(self) -> Place:
        if self.crossing and self.kind is not PlaceKind.BORDER:
            raise PydanticCustomError("crossing-off-border", "no border", {"at": "crossing"})
        return self
