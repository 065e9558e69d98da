"""Which fields `new` asks for: all that a record needs, and the few that nearly every record has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from site_builder.drafts.faults import KnownIds
from site_builder.fields import Field, describe
from site_builder.schema.base import Model
from site_builder.schema.events import Event
from site_builder.schema.guides import Guide
from site_builder.schema.holidays import Holiday, RulePeriod
from site_builder.schema.kinds import FOLDERS, TABLES, Kind
from site_builder.schema.organisations import Organisation
from site_builder.schema.people import Person
from site_builder.schema.places import Place
from site_builder.schema.sources import Source
from site_builder.schema.stories import Story

__all__ = ["NEW_KINDS", "asked_fields", "default_of", "needed_too"]

NEW_KINDS: Mapping[str, Kind] = {
    "event": FOLDERS["events"],
    "place": FOLDERS["places"],
    "person": FOLDERS["people"],
    "holiday": FOLDERS["holidays"],
    "story": FOLDERS["stories"],
    "route": FOLDERS["routes"],
    "organisation": FOLDERS["organisations"],
    "guide": FOLDERS["guides"],
    "source": TABLES["sources"],
}
"""The kinds by the word of the command line."""

_USUAL: Mapping[type[Model], frozenset[str]] = {
    Event: frozenset({"start_time", "place", "holiday"}),
    Place: frozenset({"part_of"}),
    Person: frozenset({"born", "died"}),
    Organisation: frozenset({"place"}),
    Story: frozenset({"places"}),
    Guide: frozenset({"places"}),
    RulePeriod: frozenset({"first_year", "last_year"}),
    Source: frozenset({"url"}),
}
_TODAY = {("Source", "seen"), ("Story", "published")}
"""Days that are those of the draft, as a rule."""
_EARLY = ("title", "summary", "sources")


def asked_fields(model: type[Model]) -> list[Field]:
    """Return the fields to ask for, in order.

    A record names its sources early, because later questions propose them. Of its parts the needed
    fields come first: an empty first answer leaves out the whole part.
    """
    usual = _USUAL.get(model, frozenset())
    fields = [field for field in describe(model) if field.is_required or field.name in usual]
    if fields[0].name != _EARLY[0]:
        return sorted(fields, key=lambda field: not field.is_required)
    return sorted(fields, key=lambda f: _EARLY.index(f.name) if f.name in _EARLY else len(_EARLY))


def needed_too(model: type[Model], answers: Mapping[str, Any]) -> list[Field]:
    """Return the fields that only these answers make necessary."""
    is_listed = model is Holiday and answers["rule"]["type"] == "listed"
    return [field for field in describe(model) if is_listed and field.name == "dates"]


def default_of(field: Field, today: dt.date, known: KnownIds) -> str | None:
    """Return what an empty answer to a question about a record means.

    Args:
        field: A field that is needed.
        today: The day of the draft.
        known: The records and regions that there are.
    """
    if (field.owner, field.name) in _TODAY:
        return today.isoformat()
    is_region = (field.owner, field.name) == ("Place", "region")
    return next(iter(known["regions"])) if is_region and len(known["regions"]) == 1 else None
