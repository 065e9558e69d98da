"""All events of a place, an organisation or a holiday, as a part of its page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.loader import Entry
from site_builder.occurrences.events import coming_occurrences
from site_builder.schema.events import EventStatus
from site_builder.views.cards import noted_link, sorted_entries
from site_builder.views.page import Page
from site_builder.views.parts import PartView
from site_builder.views.record_parts import link_parts

__all__ = ["EventRowView", "event_parts", "kept_holiday_parts"]

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class EventRowView:
    """An event in the list of a page that it belongs to."""

    title: str
    """Its name."""
    href: str
    """Its page."""
    words: str
    """When, and whether it takes place."""
    datetime: str
    """ISO form of its first day, as exact as it is known."""
    is_coming: bool
    """It is not over."""


def event_parts(page: Page, entry: Entry) -> Iterable[PartView]:
    """Yield the events that name a record: those to come by date, then the past, newest first."""
    naming = page.site.backlinks.get((entry.kind.name, entry.id), ())
    events = sorted_entries(page, (other for other in naming if other.kind.name == "events"))
    coming = [event for event in events if _is_coming(page, event)]
    coming.sort(key=lambda event: _next_day(page, event))
    rows = [_row(page, event, is_coming=True) for event in coming]
    rows += [_row(page, event, is_coming=False) for event in events if event not in coming]
    if rows:
        title = page.heading("events", page.strings("kind.events"))
        shown = max(_SHOWN, len(coming))
        yield PartView("event_row", "events", title, tuple(rows), wrapper="ul", shown=shown)


def _is_coming(page: Page, entry: Entry) -> bool:
    event = entry.record
    return bool(event.last_day >= page.today and event.status is not EventStatus.HELD)


def _next_day(page: Page, entry: Entry) -> dt.date:
    times = coming_occurrences(page.site, entry.record, page.today)
    return times[0].first if times else dt.date.max


def _row(page: Page, entry: Entry, *, is_coming: bool) -> EventRowView:
    link = noted_link(page, entry)
    return EventRowView(link.title, link.href, link.note, link.datetime, is_coming)


def kept_holiday_parts(page: Page, entry: Entry) -> Iterable[PartView]:
    """Yield the holidays that are kept at a place, by their next day."""
    naming = page.site.backlinks.get((entry.kind.name, entry.id), ())
    holidays = sorted_entries(page, (other for other in naming if other.kind.name == "holidays"))
    links = [noted_link(page, holiday) for holiday in holidays]
    yield from link_parts(page, "kept-holidays", page.strings("holiday.kept_here"), links)
