"""Views of holidays, in the order in which a reader asks: when, how it is kept, what to say."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.formatting import format_period, format_weekday
from site_builder.loader import Entry
from site_builder.occurrences import Period, next_period, periods_in_year
from site_builder.schema.holidays import Holiday, Observance
from site_builder.views.page import Page
from site_builder.views.parts import FactRow, FactValue, RecordView, StatementView
from site_builder.views.records import close_record, open_record

__all__ = ["GreetingView", "HolidayDateView", "HolidayView", "view_holiday"]

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
class GreetingView:
    """Words to say or send."""

    text: str
    """In the page's language."""
    other: str
    """In the other language; empty if it is the same."""
    citations: str
    """Where it is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayView(RecordView):
    """The page of a holiday."""

    dates: tuple[HolidayDateView, ...]
    """The days of the coming years, and those of past years that sources tell of."""
    moon_note: str
    """Why the day may shift; empty for holidays by the solar calendar."""
    customs: tuple[StatementView, ...]
    """What people do."""
    greetings: tuple[GreetingView, ...]
    """What people say."""


def view_holiday(page: Page, entry: Entry) -> HolidayView:
    """Return the view of a holiday."""
    holiday: Holiday = entry.record
    label = page.strings("holiday.label")
    opening = open_record(page, entry, label, _facts(page, holiday))
    page.heading("dates", page.strings("holiday.dates"))
    dates = tuple(_date(page, period) for period in _periods(page, holiday))
    if holiday.customs:
        page.heading("customs", page.strings("holiday.customs"))
    customs = page.statements(holiday.customs)
    if holiday.greetings:
        page.heading("greetings", page.strings("holiday.greetings"))
    greetings = tuple(_greeting(page, holiday, index) for index in range(len(holiday.greetings)))
    moon = getattr(holiday.rule, "moon", False)
    return HolidayView(
        **opening,
        dates=dates,
        moon_note=page.strings("holiday.moon_note") if moon else "",
        customs=customs,
        greetings=greetings,
        **close_record(page, entry),
    )


def _facts(page: Page, holiday: Holiday) -> list[FactRow]:
    rows = []
    if period := next_period(holiday, page.today):
        state = page.strings("holiday.state.calculated") if period.is_calculated else ""
        words = format_period(page.strings, period.first, period.last)
        if period.first == period.last:
            words = f"{words}, {format_weekday(page.strings, period.first)}"
        value = FactValue(words, state, "", datetime=period.first.isoformat())
        rows.append(FactRow(page.strings("holiday.next"), (value,)))
    rows += _observance(page, "holiday.kazakhstan", holiday.kazakhstan)
    rows += _observance(page, "holiday.astrakhan", holiday.astrakhan)
    return rows


def _observance(page: Page, label: str, observance: Observance | None) -> list[FactRow]:
    if observance is None:
        return []
    words, citations = page.text(observance.text), page.cite(observance.sources)
    if observance.day_off is None:
        return [FactRow(page.strings(label), (FactValue(words, "", citations),))]
    day_off = page.strings("holiday.day_off" if observance.day_off else "holiday.working_day")
    return [FactRow(page.strings(label), (FactValue(day_off, words, citations),))]


def _periods(page: Page, holiday: Holiday) -> list[Period]:
    """Return the coming periods, then the past ones that sources tell of, newest first."""
    years = sorted(
        {date.start.year for date in holiday.dates}
        | set(range(page.today.year, page.today.year + _YEARS_AHEAD + 1))
    )
    periods = sorted(period for year in years for period in periods_in_year(holiday, year))
    coming = [period for period in periods if period.last >= page.today]
    past = [period for period in periods if period.last < page.today and period.listed]
    return coming + past[::-1]


def _date(page: Page, period: Period) -> HolidayDateView:
    listed = period.listed
    return HolidayDateView(
        format_period(page.strings, period.first, period.last),
        period.first.isoformat(),
        page.strings(f"holiday.state.{listed.state}") if listed else "",
        page.text(listed.note) if listed else "",
        page.cite(listed.sources) if listed else "",
    )


def _greeting(page: Page, holiday: Holiday, index: int) -> GreetingView:
    greeting = holiday.greetings[index]
    text, other = greeting.text[page.language], greeting.text[page.language.other]
    return GreetingView(text, "" if text == other else other, page.cite(greeting.sources))
