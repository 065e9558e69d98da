"""Views of holidays, in the order in which a reader asks: when, how it is kept, what to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from site_builder.formatting import format_period
from site_builder.loader import Entry
from site_builder.occurrences.agenda import holiday_item
from site_builder.occurrences.holidays import Period, next_period, periods_between
from site_builder.schema.holidays import Holiday, Observance
from site_builder.views.adding import holiday_add
from site_builder.views.event_lists import event_parts
from site_builder.views.holiday_law import law_parts
from site_builder.views.page import Page
from site_builder.views.parts import FactRow, FactValue, PartView, RecordView
from site_builder.views.record_parts import (
    change_parts,
    greeting_parts,
    history_parts,
    statement_parts,
    timeline_parts,
)
from site_builder.views.records import view_record
from site_builder.views.sharing import holiday_share
from site_builder.views.times import day_words

__all__ = ["HolidayDateView", "ObservanceView", "view_holiday"]

_YEARS_AHEAD = 4


@dataclass(frozen=True, slots=True)
class HolidayDateView:
    """One year's days of a holiday."""

    words: str
    """The days in words."""
    datetime: str
    """ISO form of the first day."""
    state: str
    """How certain it is; empty where a rule gives the day."""
    note: str
    """What a reader needs to know; may be empty."""
    citations: str
    """Who says so."""


@dataclass(frozen=True, slots=True)
class ObservanceView:
    """How a country or the region treats the day."""

    where: str
    """In which."""
    day_off: str
    """Whether people have the day off; empty where no source says."""
    is_day_off: bool
    """They have."""
    html: str
    """How it is kept, safe HTML."""
    citations: str
    """Who says so."""


def view_holiday(page: Page, entry: Entry) -> RecordView:
    """Return the view of a holiday."""
    view = view_record(
        page, entry, page.strings("holiday.label"), _facts(page, entry), _parts(page, entry)
    )
    return replace(view, add=holiday_add(page, entry), share=holiday_share(page, entry))


def _parts(page: Page, entry: Entry) -> Iterable[PartView]:
    holiday: Holiday = entry.record
    yield from change_parts(page, [change for date in holiday.dates for change in date.changes])
    yield from _observance_parts(page, holiday)
    yield from _date_parts(page, holiday)
    yield from law_parts(page, holiday)
    yield from statement_parts(page, "customs", page.strings("holiday.customs"), holiday.customs)
    yield from greeting_parts(
        page, "greetings", page.strings("holiday.greetings"), holiday.greetings
    )
    yield from event_parts(page, entry)
    yield from timeline_parts(page, holiday.timeline)
    yield from history_parts(page, holiday)


def _date_parts(page: Page, holiday: Holiday) -> Iterable[PartView]:
    dates = tuple(_date(page, period) for period in _periods(page, holiday))
    if dates:
        yield PartView(
            "date",
            "dates",
            page.heading("dates", page.strings("holiday.dates")),
            dates,
            wrapper="ul",
            intro=page.strings("holiday.moon_note") if holiday.by_moon else "",
        )


def _facts(page: Page, entry: Entry) -> Iterator[FactRow]:
    period = next_period(entry.record, page.today)
    if period:
        words = day_words(page.strings, holiday_item(entry, period).time)
        citations = page.cite(period.sources)
        value = FactValue(words, _state(page, period), citations, datetime=period.first.isoformat())
        yield FactRow(page.strings("holiday.next"), (value,))


def _state(page: Page, period: Period) -> str:
    """Return how certain a date is; nothing where a rule gives the day."""
    if period.listed:
        return page.strings(f"holiday.state.{period.listed.state}")
    return page.strings("holiday.state.calculated") if period.is_calculated else ""


def _observance_parts(page: Page, holiday: Holiday) -> Iterable[PartView]:
    """Yield both countries and the region side by side, as far as sources tell."""
    told = (
        ("holiday.kazakhstan", holiday.kazakhstan),
        ("holiday.russia", holiday.russia),
        ("holiday.astrakhan", holiday.astrakhan),
    )
    items = tuple(_observance(page, where, how) for where, how in told if how)
    if items:
        heading = page.heading("observance", page.strings("holiday.observance"))
        yield PartView("observance", "observance", heading, items, wrapper="ul")


def _observance(page: Page, where: str, how: Observance) -> ObservanceView:
    day_off = ""
    if how.day_off is not None:
        day_off = page.strings("holiday.day_off" if how.day_off else "holiday.working_day")
    html = page.explained(how.text)
    return ObservanceView(
        page.strings(where), day_off, bool(how.day_off), html, page.cite(how.sources)
    )


def _periods(page: Page, holiday: Holiday) -> list[Period]:
    """Return the coming periods, then the past ones that somebody tells of, newest first.

    Of a moon holiday these are all since the first that the record lists: the table tells of those
    that nobody wrote down.
    """
    today = page.today
    first = min((date.start for date in holiday.dates), default=today)
    periods = periods_between(
        holiday, min(first, today), today.replace(year=today.year + _YEARS_AHEAD, month=12, day=31)
    )
    coming = [period for period in periods if period.last >= today]
    past = [p for p in periods if p.last < today and (p.listed or p.is_calculated)]
    return coming + past[::-1]


def _date(page: Page, period: Period) -> HolidayDateView:
    return HolidayDateView(
        format_period(page.strings, period.first, period.last),
        period.first.isoformat(),
        _state(page, period),
        page.text(period.listed.note) if period.listed else "",
        page.cite(period.sources),
    )
