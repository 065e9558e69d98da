"""Views of events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from site_builder.formatting import format_day, format_weekday
from site_builder.loader import Entry
from site_builder.occurrences.events import Occurrence, first_occurrence
from site_builder.schema.events import Event, EventStatus
from site_builder.urls import event_poster_path
from site_builder.views.event_poster import has_poster
from site_builder.views.page import Page, iso_date
from site_builder.views.parts import FactRow, FactValue, PartView, RecordView
from site_builder.views.record_parts import history_parts, timeline_parts
from site_builder.views.records import view_record
from site_builder.views.times import clock_words, event_date

__all__ = ["view_event"]


def view_event(page: Page, entry: Entry) -> RecordView:
    """Return the view of an event."""
    event: Event = entry.record
    label = page.strings(f"event.kind.{event.kind}")
    quiet = (EventStatus.HELD, EventStatus.CONFIRMED)
    notice = "" if event.status in quiet else page.strings(f"event.notice.{event.status}")
    view = view_record(page, entry, label, _facts(page, event), _parts(page, event), notice)
    has_sheet = has_poster(page.site, event)
    return replace(view, poster_href=page.href(event_poster_path(entry.id)) if has_sheet else "")


def _parts(page: Page, event: Event) -> Iterable[PartView]:
    yield from timeline_parts(page, event.timeline)
    yield from history_parts(page, event)


def _facts(page: Page, event: Event) -> Iterator[FactRow]:
    place = [page.site.entry("places", event.place)] if event.place else []
    organisers = [page.site.entry("organisations", id_) for id_ in event.organisers]
    holiday = [page.site.entry("holidays", event.holiday)] if event.holiday else []
    registration = event.registration or ""
    yield FactRow(page.strings("event.when"), (_when(page, event),))
    yield from _clock_row(page, first_occurrence(page.site, event))
    yield from page.link_row("event.where", place)
    yield from page.plain_row("event.venue" if place else "event.where", page.text(event.venue))
    yield from page.link_row("event.organiser", organisers)
    yield from page.link_row("event.holiday", holiday)
    yield from page.plain_row("event.registration", registration, registration)


def _when(page: Page, event: Event) -> FactValue:
    words = event_date(page.strings, event)
    if event.start.day and event.end is None:
        words = f"{words}, {format_weekday(page.strings, event.start.first)}"
    note = ""
    if event.reported:
        note = page.strings("event.reported", date=format_day(page.strings, event.reported))
    return FactValue(words, note, "", datetime=iso_date(event.start))


def _clock_row(page: Page, time: Occurrence) -> list[FactRow]:
    words = clock_words(page.strings, time)
    if not words:
        return []
    value = FactValue(words, "", "", datetime=time.start.isoformat())
    return [FactRow(page.strings("event.hours"), (value,))]
