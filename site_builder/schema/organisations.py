"""Organisations: societies, centres, ensembles."""

from __future__ import annotations

from pydantic import Field

from site_builder.schema.base import Model, OrganisationId, PersonId, PlaceId, Text
from site_builder.schema.parts import DateClaim, PageRecord, Sources, Statement
from site_builder.schema.scalars import ApproximateDate, Email, Phone, Url

__all__ = ["Leader", "Organisation"]


class Leader(Model):
    """Who led an organisation and when."""

    name: Text
    """The name as the page shows it."""
    person: PersonId | None = None
    """The person's id, where there is a page."""
    role: Text
    """The post: «төраға», «председатель»."""
    start: ApproximateDate | None = None
    """From when; absent where no source says."""
    end: ApproximateDate | None = None
    """Until when; absent where no source says."""
    note: Text | None = None
    """What is not known or disputed about it."""
    sources: Sources
    """Who says it."""


class Organisation(PageRecord):
    """A society or another group of people with a name."""

    founded: DateClaim | None = None
    """When it was founded."""
    place: PlaceId | None = None
    """Where it works."""
    address: Text | None = None
    """Street and house."""
    phone: Phone | None = None
    """For everybody."""
    email: Email | None = None
    """For everybody."""
    website: Url | None = None
    """Its own site."""
    activities: list[Statement] = Field(default_factory=list)
    """What it does, for whom."""
    contact: list[Statement] = Field(default_factory=list)
    """How to reach it, and what is not known about that."""
    leaders: list[Leader] = Field(default_factory=list)
    """Who led it, first to last."""
    partners: list[OrganisationId] = Field(default_factory=list)
    """Organisations that it works with."""
