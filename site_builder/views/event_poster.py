"""View of an event's poster: one sheet in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.fitting import Block, fit_letters, stack_height
from site_builder.formatting import format_figures
from site_builder.languages import Language
from site_builder.loader import Entry
from site_builder.occurrences.events import Occurrence, next_occurrence
from site_builder.schema.events import Event, EventStatus
from site_builder.schema.places import Place
from site_builder.urls import side_by_side_path
from site_builder.views.event_words import event_notice, event_state, is_off, rule_words
from site_builder.views.page import Page
from site_builder.views.sheets import SheetView, language_links, view_sheet
from site_builder.views.side_by_side import LanguageLink
from site_builder.views.times import clock_words, day_words, iso_start

__all__ = ["EventPosterView", "PosterSide", "view_event_poster"]

_LOUD = (EventStatus.MOVED, EventStatus.POSTPONED, EventStatus.CANCELLED)
_ROOM, _DATE_HEIGHT, _COLUMN = 47.0, 8, 20


@dataclass(frozen=True, slots=True)
class PosterSide:
    """An event in one language."""

    language: str
    """The language's tag."""
    label: str
    """What happens."""
    title: str
    """Its name."""
    state: str
    """That it was moved, postponed or cancelled, to be seen from afar; else empty."""
    notice: tuple[str, ...]
    """What a reader must know about whether it takes place."""
    before_date: str
    """What the date is, where it is one of many; else empty."""
    rule: str
    """The rule by which it comes again; else empty."""
    date: str
    """The days, a single one with its weekday."""
    clocks: str
    """The hours in both clocks; empty for whole days."""
    place: tuple[str, ...]
    """Where: what stands on the door, then the way there."""
    organisers: tuple[str, ...]
    """Who holds it."""
    summary: str
    """What it is about."""


@dataclass(frozen=True, slots=True)
class EventPosterView:
    """An event on one sheet."""

    title: str
    """Both names, for the window."""
    sheet: SheetView
    """The frame."""
    pages: tuple[LanguageLink, ...]
    """The pages of the event in one language each."""
    days: str
    """The days in figures."""
    datetime: str
    """ISO form of the first day, with the hour where it is known."""
    is_off: bool
    """It does not take place on that day."""
    sides: tuple[PosterSide, ...]
    """The event in each language, Kazakh first."""
    letter_size: int
    """The size of its letters for all of it to fill one page, in percent."""


def view_event_poster(pages: Mapping[Language, Page], entry: Entry) -> EventPosterView:
    """Return an event's poster.

    Args:
        pages: The sheet's page in each language, Kazakh first.
        entry: An event whose days are known.
    """
    first, *_ = pages.values()
    event: Event = entry.record
    time = next_occurrence(first.site, event, first.today)
    sides = tuple(_side(page, event, time) for page in pages.values())
    return EventPosterView(
        title=" · ".join(dict.fromkeys(side.title for side in sides)),
        sheet=view_sheet(side_by_side_path("events", entry.id), *pages.values()),
        pages=language_links(pages, entry),
        days=format_figures(time.first, time.last),
        datetime=iso_start(time),
        is_off=is_off(event.status),
        sides=sides,
        letter_size=fit_letters(lambda scale: _height(sides, scale), _ROOM),
    )


def _side(page: Page, event: Event, time: Occurrence) -> PosterSide:
    strings = page.strings
    organisers = [page.site.entry("organisations", id_) for id_ in event.organisers]
    state = event_state(event, page.today)
    return PosterSide(
        language=page.language.value,
        label=strings(f"event.kind.{event.kind}"),
        title=page.text(event.title),
        state=strings(f"event.status.{state}") if state in _LOUD else "",
        notice=tuple(_notice(page, event, state)),
        before_date=strings("poster.next_meeting") if event.repeats else "",
        rule=rule_words(strings, event, event.repeats) if event.repeats else "",
        date=day_words(strings, time),
        clocks=clock_words(strings, time),
        place=tuple(_place(page, event)),
        organisers=tuple(page.text(entry.record.title) for entry in organisers),
        summary=page.text(event.summary),
    )


def _notice(page: Page, event: Event, state: EventStatus) -> Iterator[str]:
    if state is not EventStatus.CANCELLED:
        yield from filter(None, [event_notice(page.strings, page.site, event, page.today)])
    if state in _LOUD:
        yield page.text(event.changes[-1].text)


def _place(page: Page, event: Event) -> Iterator[str]:
    place: Place | None = page.site.entry("places", event.place).record if event.place else None
    names = (page.text(event.venue), page.text(place.title) if place else "")
    if any(names):
        yield ", ".join(filter(None, names))
    if place:
        yield from filter(None, (page.text(place.address), page.text(place.located_in)))


def _height(sides: tuple[PosterSide, ...], scale: float) -> float:
    kazakh, russian = sides
    head = (
        Block(len(kazakh.title), size=2.4, gap=2),
        Block(len(russian.title), size=1.6, gap=0.4),
        Block(len(kazakh.state) + len(russian.state), size=1.9, gap=2 if kazakh.state else 0),
        Block(0, gap=_DATE_HEIGHT),
    )
    pairs = zip(_paragraphs(kazakh), _paragraphs(russian), strict=True)
    heights = (max(block.height(scale) for block in pair) for pair in pairs)
    return stack_height(head, scale) + sum(heights)


def _paragraphs(side: PosterSide) -> Iterator[Block]:
    for text in (side.rule, side.clocks, side.summary):
        yield Block(len(text), _COLUMN, gap=1.5 if text else 0)
    for lines in (side.notice, side.place, side.organisers):
        # Each begins a line of its own, after half an empty one.
        length = sum(len(line) + _COLUMN // 2 for line in lines)
        yield Block(length, _COLUMN, gap=2 if lines else 0)
