"""The calendars that people subscribe to: which there are and what they are called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from site_builder.languages import LANGUAGES, Language
from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.occurrences.events import first_occurrence
from site_builder.occurrences.holidays import next_period
from site_builder.schema.base import Translated
from site_builder.schema.events import Event, EventKind
from site_builder.schema.holidays import Holiday, HolidayGroup
from site_builder.ui_strings import load_strings

__all__ = ["EDITIONS", "Calendar", "Category", "calendar_list", "has_calendar_file"]

EDITIONS: Mapping[str, tuple[Language, ...]] = MappingProxyType(
    {**{language.value: (language,) for language in LANGUAGES}, "both": LANGUAGES}
)
"""Every calendar in one language or with both in each entry: the languages by the edition's name."""


class Category(StrEnum):
    """By what a calendar chooses its entries."""

    ALL = "all"
    """Everything."""
    HOLIDAYS = "holidays"
    """All holidays, or those of a group."""
    KIND = "kind"
    """Events of a kind."""
    PLACE = "place"
    """What takes place somewhere."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar, the same in all editions."""

    name: str
    """Its name in its address; fixed for ever, because people have subscribed to it."""
    category: Category
    """By what it chooses its entries."""
    title: Translated
    """What it is called among the other calendars."""


def calendar_list(site: Site) -> list[Calendar]:
    """Return all calendars: everything, holidays, each kind of events, each place that is named."""
    return [*_fixed_calendars(), *_place_calendars(site)]


def _fixed_calendars() -> Iterator[Calendar]:
    yield Calendar("all", Category.ALL, _words("subscribe.all"))
    yield Calendar("holidays", Category.HOLIDAYS, _words("kind.holidays"))
    for group in HolidayGroup:
        yield Calendar(f"holidays-{group}", Category.HOLIDAYS, _words(f"subscribe.group.{group}"))
    for kind in EventKind:
        yield Calendar(f"kind-{kind}", Category.KIND, _words(f"event.kind.{kind}"))


def _place_calendars(site: Site) -> Iterator[Calendar]:
    named = {place for entry in site.all("holidays") for place in entry.record.places}
    named |= {entry.record.place for entry in site.all("events") if entry.record.place}
    for place in sorted(named):
        title = site.entry("places", place).record.title
        yield Calendar(f"place-{place}", Category.PLACE, title)


def _words(key: str) -> Translated:
    return Translated(**{language.value: load_strings(language)(key) for language in LANGUAGES})


def has_calendar_file(site: Site, entry: Entry, today: dt.date) -> bool:
    """Tell whether there is a calendar file of this one event or holiday to link to."""
    record: Event | Holiday = entry.record
    if isinstance(record, Holiday):
        return next_period(record, today) is not None
    return first_occurrence(site, record).is_exact
