"""The only list of the kinds of records: folder or table, and model."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.schema.base import Model
from site_builder.schema.events import Event
from site_builder.schema.glossary import Term
from site_builder.schema.guides import Guide
from site_builder.schema.holidays import Holiday
from site_builder.schema.media import Medium
from site_builder.schema.organisations import Organisation
from site_builder.schema.people import Person
from site_builder.schema.places import Place
from site_builder.schema.routes import Route
from site_builder.schema.site import SiteSettings
from site_builder.schema.sources import Source
from site_builder.schema.stories import Story

__all__ = ["FOLDERS", "KINDS", "SETTINGS", "TABLES", "Kind"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record and where it lies in `content/`."""

    name: str
    """The folder's or the table's name; also the first part of the URL."""
    model: type[Model]
    """The model of one record."""
    is_table: bool = False
    """All records lie in one file `<name>.yml`, by id; else each in `<name>/<id>.yml`."""


KINDS: tuple[Kind, ...] = (
    Kind("places", Place),
    Kind("people", Person),
    Kind("organisations", Organisation),
    Kind("events", Event),
    Kind("holidays", Holiday),
    Kind("stories", Story),
    Kind("guides", Guide),
    Kind("routes", Route),
    Kind("glossary", Term, is_table=True),
    Kind("sources", Source, is_table=True),
    Kind("media", Medium, is_table=True),
)
FOLDERS: dict[str, Kind] = {kind.name: kind for kind in KINDS if not kind.is_table}
TABLES: dict[str, Kind] = {kind.name: kind for kind in KINDS if kind.is_table}
SETTINGS = Kind("site", SiteSettings, is_table=True)
