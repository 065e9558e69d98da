"""Views of holidays, in the order in which a reader asks: when, how it is kept, what to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.formatting import format_period, format_weekday
from site_builder.loader import Entry
from site_builder.occurrences.holidays import Period, next_period, periods_between
from site_builder.schema.holidays import Holiday, Observance
from site_builder.views.page import Page
from site_builder.views.parts import FactRow, FactValue, PartView, RecordView
from site_builder.views.record_parts import (
    greeting_parts,
    history_parts,
    statement_parts,
    timeline_parts,
)
from site_builder.views.records import view_record

__all__ = ["HolidayDateView", "view_holiday"]

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


def view_holiday(page: Page, entry: Entry) -> RecordView:
    """Return the view of a holiday."""
    holiday: Holiday = entry.record
    return view_record(
        page, entry, page.strings("holiday.label"), _facts(page, holiday), _parts(page, holiday)
    )


def _parts(page: Page, holiday: Holiday) -> Iterable[PartView]:
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
    yield from statement_parts(page, "customs", page.strings("holiday.customs"), holiday.customs)
    yield from greeting_parts(
        page, "greetings", page.strings("holiday.greetings"), holiday.greetings
    )
    yield from timeline_parts(page, holiday.timeline)
    yield from history_parts(page, holiday)


def _facts(page: Page, holiday: Holiday) -> Iterator[FactRow]:
    if period := next_period(holiday, page.today):
        state = page.strings("holiday.state.calculated") if period.is_calculated else ""
        words = format_period(page.strings, period.first, period.last)
        if period.first == period.last:
            words = f"{words}, {format_weekday(page.strings, period.first)}"
        value = FactValue(words, state, "", datetime=period.first.isoformat())
        yield FactRow(page.strings("holiday.next"), (value,))
    yield from _observance(page, "holiday.kazakhstan", holiday.kazakhstan)
    yield from _observance(page, "holiday.russia", holiday.russia)
    yield from _observance(page, "holiday.astrakhan", holiday.astrakhan)


def _observance(page: Page, label: str, observance: Observance | None) -> list[FactRow]:
    if observance is None:
        return []
    citations = page.cite(observance.sources)
    if observance.day_off is None:
        return [
            FactRow(
                page.strings(label), (FactValue(page.explained(observance.text), "", citations),)
            )
        ]
    day_off = page.strings("holiday.day_off" if observance.day_off else "holiday.working_day")
    return [
        FactRow(page.strings(label), (FactValue(day_off, page.text(observance.text), citations),))
    ]


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
    listed = period.listed
    state = listed.state.value if listed else "calculated" if period.is_calculated else ""
    return HolidayDateView(
        format_period(page.strings, period.first, period.last),
        period.first.isoformat(),
        page.strings(f"holiday.state.{state}") if state else "",
        page.text(listed.note) if listed else "",
        page.cite(period.sources),
    )
