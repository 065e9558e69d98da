"""View of the sheet with all holidays of a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from site_builder.fitting import Block, fit_letters, stack_height, two_columns_height
from site_builder.formatting import format_figures, format_weekday
from site_builder.languages import month_name
from site_builder.loader import Entry
from site_builder.occurrences.agenda import AgendaItem, agenda
from site_builder.occurrences.anniversaries import Anniversary, anniversaries_in_year
from site_builder.occurrences.holidays import Period
from site_builder.schema.holidays import DateState, Holiday, ListedRule, UndatedRule
from site_builder.schema.scalars import ApproximateDate
from site_builder.urls import calendar_path, year_poster_path
from site_builder.views.agenda_items import days_off
from site_builder.views.page import Page
from site_builder.views.parts import Link
from site_builder.views.sheets import SheetView, view_sheet
from site_builder.views.times import since_words

__all__ = [
    "DayOffMark",
    "HolidayRow",
    "JubileeRow",
    "MonthView",
    "YearPosterView",
    "view_year_poster",
]

_ROOM = 43.5
_COLUMN, _DAYS, _MARK = 21.2, 5.9, 2.3


@dataclass(frozen=True, slots=True)
class DayOffMark:
    """A country that has the day off."""

    mark: str
    """Its letters."""
    meaning: str
    """What they say."""


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """One holiday."""

    days: str
    """Its days in figures: «21–23», over months «30.06–02.07»."""
    datetime: str
    """ISO form of the first day."""
    weekdays: str
    """The day of the week, or the first and the last."""
    title: str
    """Its name."""
    state: str
    """How certain the date is; empty where a rule gives it."""
    is_calculated: bool
    """A note at the foot speaks of it."""
    days_off: tuple[DayOffMark, ...]
    """Who has the day off."""


@dataclass(frozen=True, slots=True)
class MonthView:
    """The holidays that begin in a month."""

    title: str
    """The month."""
    rows: tuple[HolidayRow, ...]
    """They, by day."""


@dataclass(frozen=True, slots=True)
class JubileeRow:
    """A round anniversary."""

    name: str
    """Whose."""
    words: str
    """Of what, and when, as exact as it is known."""
    doubt: str
    """That sources differ; else empty."""


@dataclass(frozen=True, slots=True)
class YearPosterView:
    """A year's holidays on one sheet."""

    year: int
    """The year."""
    language: str
    """The language's tag."""
    sheet: SheetView
    """The frame."""
    back: Link
    """To the page of the site."""
    other: Link
    """To the same sheet in the other language."""
    months: tuple[MonthView, ...]
    """Months with holidays."""
    undated: tuple[str, ...]
    """Holidays without a certain day."""
    unknown: tuple[str, ...]
    """Holidays whose day of this year nobody has named."""
    jubilees: tuple[JubileeRow, ...]
    """Round anniversaries of people."""
    moon_note: str
    """What to know about calculated dates; empty if there are none."""
    days_off: tuple[DayOffMark, ...]
    """The marks that the sheet uses."""
    letter_size: int
    """The size of its letters for all of it to fill one page, in percent."""


def view_year_poster(page: Page, year: int) -> YearPosterView:
    """Return the sheet of a year."""
    language = page.language
    items = [
        item
        for item in agenda(page.site, dt.date(year, 1, 1), dt.date(year, 12, 31))
        if item.period
    ]
    months = tuple(_months(page, year, items))
    rows = [row for month in months for row in month.rows]
    jubilees = tuple(_jubilee(page, found) for found in anniversaries_in_year(page.site, year))
    undated, unknown = _without_day(page, items)
    moon_note = page.strings("holiday.moon_note") if any(r.is_calculated for r in rows) else ""
    marks = tuple(dict.fromkeys(mark for row in rows for mark in row.days_off))
    columns = [tuple(_month_blocks(month)) for month in months]
    notes = (moon_note, *(mark.meaning for mark in marks))
    foot = tuple(_foot_blocks((undated, unknown), jubilees, notes))
    return YearPosterView(
        year=year,
        language=language.value,
        sheet=view_sheet(calendar_path(language, year), page),
        back=Link(
            page.strings("calendar.link", year=year), page.href(calendar_path(language, year))
        ),
        other=Link(page.strings("nav.switch"), page.href(year_poster_path(language.other, year))),
        months=months,
        undated=undated,
        unknown=unknown,
        jubilees=jubilees,
        moon_note=moon_note,
        days_off=marks,
        letter_size=fit_letters(
            lambda scale: two_columns_height(columns, scale) + stack_height(foot, scale), _ROOM
        ),
    )


def _months(page: Page, year: int, items: Iterable[AgendaItem]) -> Iterator[MonthView]:
    # What began in the year before is the first of January's.
    begin = dt.date(year, 1, 1)
    for month, of_month in groupby(items, lambda item: max(item.time.first, begin).month):
        rows = tuple(_row(page, item.entry.record, item.period) for item in of_month if item.period)
        yield MonthView(month_name(page.language, month, standalone=True), rows)


def _row(page: Page, holiday: Holiday, period: Period) -> HolidayRow:
    first, last = period.first, period.last
    # That a day was kept is no news on a sheet of dates.
    announced = period.listed and period.listed.state is DateState.ANNOUNCED
    state = "announced" if announced else "calculated" if period.is_calculated else ""
    weekdays = [format_weekday(page.strings, day) for day in dict.fromkeys((first, last))]
    return HolidayRow(
        format_figures(first, last),
        first.isoformat(),
        " – ".join(weekdays),
        page.text(holiday.title),
        page.strings(f"holiday.state.{state}") if state else "",
        period.is_calculated,
        tuple(_days_off(page, holiday)),
    )


def _days_off(page: Page, holiday: Holiday) -> Iterator[DayOffMark]:
    strings = page.strings
    kazakhstan, russia = days_off(holiday)
    if kazakhstan:
        yield DayOffMark(strings("poster.mark_kazakhstan"), strings("poster.off_kazakhstan"))
    if russia:
        yield DayOffMark(strings("poster.mark_russia"), strings("poster.off_russia"))


def _without_day(
    page: Page, items: Iterable[AgendaItem]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the holidays that never have a day, and those that have none in this year only."""
    dated = {item.entry.id for item in items}
    undated: list[Entry] = []
    unknown: list[Entry] = []
    for entry in page.sorted(page.site.all("holidays")):
        rule = entry.record.rule
        if isinstance(rule, UndatedRule):
            undated.append(entry)
        elif isinstance(rule, ListedRule) and entry.id not in dated:
            unknown.append(entry)
    return (
        tuple(page.text(entry.record.title) for entry in undated),
        tuple(page.text(entry.record.title) for entry in unknown),
    )


def _jubilee(page: Page, found: Anniversary) -> JubileeRow:
    words = [since_words(page.strings, found), _in_year(page, found.date)]
    return JubileeRow(
        page.text(found.entry.record.title),
        ", ".join(filter(None, words)),
        page.strings("poster.disputed") if found.is_disputed else "",
    )


def _in_year(page: Page, date: ApproximateDate) -> str:
    """Return the day or the month without the year."""
    if date.month is None:
        return ""
    name = month_name(page.language, date.month, standalone=not date.day)
    return f"{date.day}\u00a0{name}" if date.day else name


def _month_blocks(month: MonthView) -> Iterator[Block]:
    yield Block(0, gap=2.5)
    for row in month.rows:
        beside = _DAYS + _MARK * len(row.days_off)
        yield Block(len(row.title), _COLUMN, beside)
        words = len(row.weekdays) + len(row.state)
        yield Block(words, _COLUMN, beside, size=0.78, gap=0.35)


def _foot_blocks(
    names: Iterable[tuple[str, ...]], jubilees: tuple[JubileeRow, ...], notes: Iterable[str]
) -> Iterator[Block]:
    for titles in names:
        # The label is about as long as this.
        yield Block(30 + len(" · ".join(titles)) if titles else 0, gap=0.3)
    yield Block(0, gap=2.5 if jubilees else 0)
    for row in jubilees:
        yield Block(len(row.name) + len(row.words) + len(row.doubt))
    for note in notes:
        yield Block(len(note), size=0.78, gap=0.2)
