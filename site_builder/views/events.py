"""Views of events: whether it takes place, when in every clock, what was changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from site_builder.formatting import format_day, format_weekday
from site_builder.languages import Language
from site_builder.loader import Entry
from site_builder.occurrences.events import (
    Occurrence,
    coming_occurrences,
    first_occurrence,
    moved_occurrences,
)
from site_builder.schema.events import Event, EventStatus
from site_builder.schema.recurrence import Repeats
from site_builder.urls import event_poster_path
from site_builder.views.adding import event_add
from site_builder.views.event_words import (
    event_days,
    event_notice,
    event_state,
    is_off,
    title_mark,
)
from site_builder.views.page import Page, iso_date
from site_builder.views.parts import FactRow, FactValue, Link, PartView, RecordView
from site_builder.views.record_parts import change_parts, history_parts, timeline_parts
from site_builder.views.records import view_record
from site_builder.views.sharing import event_share
from site_builder.views.times import clock_words, day_words, iso_start, when_words
from site_builder.views.where import event_where_part

__all__ = ["MeetingView", "view_event"]

_NEXT_MEETINGS = 5


@dataclass(frozen=True, slots=True)
class MeetingView:
    """One time of an event that comes again."""

    words: str
    """The day."""
    datetime: str
    """ISO form of its beginning."""
    hours: str
    """In both clocks; empty for whole days."""
    note: str
    """The day that it was moved from, in words; else empty."""


def view_event(page: Page, entry: Entry) -> RecordView:
    """Return the view of an event."""
    event: Event = entry.record
    strings, state = page.strings, event_state(event, page.today)
    label = strings(f"event.kind.{event.kind}")
    if state is not EventStatus.CONFIRMED:
        label = f"{label} · {strings(f'event.status.{state}')}"
    notice = event_notice(strings, page.site, event, page.today)
    view = view_record(page, entry, label, _facts(page, event), _parts(page, event), notice)
    return replace(
        view,
        title=f"{title_mark(strings, event)}{view.title}",
        add=event_add(page, entry),
        share=event_share(page, entry),
        sheet_link=Link(strings("poster.link"), page.href(event_poster_path(entry.id)))
        if event.is_exact
        else None,
    )


def _parts(page: Page, event: Event) -> Iterable[PartView]:
    yield from change_parts(page, event.changes)
    yield from _meeting_parts(page, event)
    if event.place:
        yield event_where_part(page, page.site.entry("places", event.place))
    yield from timeline_parts(page, event.timeline)
    yield from history_parts(page, event)


def _meeting_parts(page: Page, event: Event) -> Iterable[PartView]:
    if event.repeats is None or is_off(event.status):
        return
    times = coming_occurrences(page.site, event, page.today)[:_NEXT_MEETINGS]
    if times:
        heading = page.heading("next-dates", page.strings("event.next_dates"))
        meetings = tuple(_meeting(page, event, time) for time in times)
        yield PartView("meeting", "next-dates", heading, meetings, wrapper="ul")


def _meeting(page: Page, event: Event, time: Occurrence) -> MeetingView:
    note = ""
    if time.rule_day and time.is_moved:
        when = format_day(page.strings, time.rule_day)
        if event.start_time:
            when = f"{when}, {event.start_time:%H:%M}"
        note = page.strings("event.moved_from", when=when)
    return MeetingView(
        day_words(page.strings, time), iso_start(time), clock_words(page.strings, time), note
    )


def _facts(page: Page, event: Event) -> Iterator[FactRow]:
    place = [page.site.entry("places", event.place)] if event.place else []
    organisers = [page.site.entry("organisations", id_) for id_ in event.organisers]
    holiday = [page.site.entry("holidays", event.holiday)] if event.holiday else []
    is_cancelled = event.status is EventStatus.CANCELLED
    registration = "" if is_cancelled else event.registration or ""
    is_postponed = event.status is EventStatus.POSTPONED
    when = page.strings("event.former_date" if is_postponed else "event.when")
    yield FactRow(when, (_when(page, event),))
    yield from _clock_row(page, first_occurrence(page.site, event))
    if event.repeats:
        yield from _exception_rows(page, event, event.repeats)
    yield from page.link_row("event.where", place)
    yield from page.plain_row("event.venue" if place else "event.where", page.text(event.venue))
    yield from page.link_row("event.organiser", organisers)
    yield from page.link_row("event.holiday", holiday)
    yield from page.plain_row("event.languages", _languages(page, event.languages))
    yield from page.plain_row("event.registration", registration, registration)


def _when(page: Page, event: Event) -> FactValue:
    strings = page.strings
    words = event_days(strings, event)
    if event.start.day and event.end is None and event.repeats is None:
        words = f"{words}, {format_weekday(strings, event.start.first)}"
    note = ""
    if event.reported:
        note = strings("event.reported", date=format_day(strings, event.reported))
    elif event.repeats:
        note = _since_until(page, event, event.repeats)
    return FactValue(words, note, "", datetime=iso_date(event.start))


def _since_until(page: Page, event: Event, repeats: Repeats) -> str:
    strings = page.strings
    words = [strings("period.since", date=format_day(strings, event.start.first))]
    if repeats.until:
        words.append(strings("period.until", date=format_day(strings, repeats.until)))
    return ", ".join(words)


def _clock_row(page: Page, time: Occurrence) -> list[FactRow]:
    words = clock_words(page.strings, time)
    if not words:
        return []
    value = FactValue(words, "", "", datetime=time.start.isoformat())
    return [FactRow(page.strings("event.hours"), (value,))]


def _exception_rows(page: Page, event: Event, repeats: Repeats) -> Iterator[FactRow]:
    """Yield the days to come on which the rule does not hold."""
    strings, today = page.strings, page.today
    skipped = tuple(
        FactValue(format_day(strings, day), "", "", datetime=day.isoformat())
        for day in sorted(repeats.skipped)
        if day >= today
    )
    if skipped:
        yield FactRow(strings("event.skipped"), skipped)
    moved = tuple(
        FactValue(
            f"{format_day(strings, time.rule_day)} → {when_words(strings, time)}",
            "",
            "",
            datetime=iso_start(time),
        )
        for time in moved_occurrences(page.site, event)
        if time.rule_day and max(time.rule_day, time.first) >= today
    )
    if moved:
        yield FactRow(strings("event.moved_dates"), moved)


def _languages(page: Page, languages: list[Language]) -> str:
    return ", ".join(page.strings(f"event.language.{language}") for language in languages)
