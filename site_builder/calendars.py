"""The calendars that people subscribe to: which there are, what they are called, what is in them.

The page that offers them and the files themselves are made from this one list.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from site_builder.languages import LANGUAGES, Language
from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.occurrences.events import event_occurrences
from site_builder.occurrences.holidays import Period, periods_between
from site_builder.schema.base import Translated
from site_builder.schema.events import Event, EventKind
from site_builder.schema.holidays import Holiday, HolidayGroup
from site_builder.ui_strings import load_strings

__all__ = [
    "EDITIONS",
    "Calendar",
    "Category",
    "calendar_list",
    "feed_days",
    "has_calendar_file",
    "is_in_feeds",
    "periods_in_feeds",
]

EDITIONS: Mapping[str, tuple[Language, ...]] = MappingProxyType(
    {**{language.value: (language,) for language in LANGUAGES}, "both": LANGUAGES}
)
"""Every calendar in one language or with both in each entry: the languages by the edition's name."""

_DAYS_BACK = dt.timedelta(days=90)
"""Long enough for a cancelled event to reach those whose phone was off."""
_YEARS_AHEAD = 2


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
    entries: tuple[Entry, ...]
    """Holidays and events that belong to it, whenever they are."""


def calendar_list(site: Site) -> list[Calendar]:
    """Return all calendars: everything, holidays, each kind of events, each place.

    Those of groups and kinds are there from the beginning, even empty: one may wait for the first
    concert. Those of places are there once an event or a holiday names the place.
    """
    return [*_fixed_calendars(site), *_place_calendars(site)]


def _fixed_calendars(site: Site) -> Iterator[Calendar]:
    holidays, events = site.all("holidays"), site.all("events")
    everything = (*holidays, *events)
    yield Calendar("all", Category.ALL, _words("ics.all"), everything)
    yield Calendar("holidays", Category.HOLIDAYS, _words("kind.holidays"), tuple(holidays))
    for group in HolidayGroup:
        chosen = tuple(entry for entry in holidays if entry.record.group is group)
        title = _words(f"ics.group.{group}")
        yield Calendar(f"holidays-{group}", Category.HOLIDAYS, title, chosen)
    for kind in EventKind:
        chosen = tuple(entry for entry in events if entry.record.kind is kind)
        yield Calendar(f"kind-{kind}", Category.KIND, _words(f"ics.kind.{kind}"), chosen)


def _place_calendars(site: Site) -> Iterator[Calendar]:
    by_place: dict[str, list[Entry]] = {}
    for entry in (*site.all("holidays"), *site.all("events")):
        for place in _places(entry.record):
            by_place.setdefault(place, []).append(entry)
    for place, entries in sorted(by_place.items()):
        title = site.entry("places", place).record.title
        yield Calendar(f"place-{place}", Category.PLACE, title, tuple(entries))


def _places(record: Event | Holiday) -> list[str]:
    if isinstance(record, Holiday):
        return list(dict.fromkeys(record.places))
    return [record.place] if record.place else []


def _words(key: str) -> Translated:
    return Translated(**{language.value: load_strings(language)(key) for language in LANGUAGES})


def feed_days(today: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last day that calendars to subscribe to hold."""
    return today - _DAYS_BACK, dt.date(today.year + _YEARS_AHEAD, 12, 31)


def is_in_feeds(site: Site, event: Event, today: dt.date) -> bool:
    """Tell whether calendars to subscribe to hold an event: its day is known and near enough."""
    first, last = feed_days(today)
    return event.is_exact and bool(event_occurrences(site, event, first, last))


def periods_in_feeds(holiday: Holiday, today: dt.date) -> list[Period]:
    """Return the periods of a holiday that calendars to subscribe to hold."""
    return periods_between(holiday, *feed_days(today))


def has_calendar_file(entry: Entry, today: dt.date) -> bool:
    """Tell whether there is a calendar file of this one event or holiday to link to.

    That of a holiday holds what is not over of its days in calendars to subscribe to.
    """
    record: Event | Holiday = entry.record
    if isinstance(record, Holiday):
        return any(period.last >= today for period in periods_in_feeds(record, today))
    return record.is_exact
