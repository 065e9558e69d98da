"""View of the calendar of a year: month by month a grid of days and the same as a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.formatting import format_date
from site_builder.languages import weekday_name
from site_builder.occurrences.agenda import agenda, calendar_years
from site_builder.occurrences.anniversaries import Anniversary, anniversaries_in_year
from site_builder.urls import calendar_path, subscribe_path, year_poster_path
from site_builder.views.agenda_items import AgendaItemView, has_no_month, view_item
from site_builder.views.months import MonthView, view_month
from site_builder.views.page import Page, iso_date
from site_builder.views.parts import Link, SourceNote
from site_builder.views.times import since_words

__all__ = ["AnniversaryView", "CalendarView", "WeekdayView", "view_calendar"]

_MONTHS = range(1, 13)
_WEEK = 7


@dataclass(frozen=True, slots=True)
class WeekdayView:
    """The head of a column of the grid."""

    short: str
    """Two letters."""
    name: str
    """The whole word."""


@dataclass(frozen=True, slots=True)
class AnniversaryView:
    """So many years since the birth or the death of somebody."""

    name: str
    """Whose."""
    href: str
    """The person's page."""
    words: str
    """How many years since what."""
    date: str
    """The day or the month; empty where sources give the year alone."""
    datetime: str
    """ISO form of the day, the month or the year."""
    note: str
    """That sources disagree; else empty."""
    citations: str
    """Numbers that lead to those who give the date."""


@dataclass(frozen=True, slots=True)
class CalendarView:
    """The calendar of a year."""

    assets: str
    """Link to the folder of styles and scripts."""
    title: str
    """The heading."""
    intro: str
    """What is in it."""
    breadcrumbs: tuple[Link, ...]
    """The way from the home page to here."""
    before: Link | None
    """The calendar of the year before; None where the site has none."""
    after: Link | None
    """The calendar of the year after; None where the site has none."""
    links: tuple[Link, ...]
    """To take it along: a sheet to print, the subscriptions."""
    weekdays: tuple[WeekdayView, ...]
    """The heads of the grid's columns, Monday first."""
    months: tuple[MonthView, ...]
    """The twelve months."""
    undated: tuple[AgendaItemView, ...]
    """Events of the year whose month nobody has named."""
    anniversaries: tuple[AnniversaryView, ...]
    """Anniversaries of people."""
    moon_note: str
    """What estimates are worth; empty where there are none."""
    sources: tuple[SourceNote, ...]
    """Sources of the anniversaries."""


def view_calendar(page: Page, year: int) -> CalendarView:
    """Return the calendar of a year."""
    items = agenda(page.site, dt.date(year, 1, 1), dt.date(year, 12, 31))
    undated = [item for item in items if has_no_month(item)]
    dated = [item for item in items if not has_no_month(item)]
    is_estimated = any(item.period and item.period.is_calculated for item in items)
    title = page.strings("calendar.title", year=year)
    months = tuple(view_month(page, year, month, dated) for month in _MONTHS)
    if undated:
        page.heading("undated", page.strings("agenda.day_unknown"))
    anniversaries = anniversaries_in_year(page.site, year)
    if anniversaries:
        page.heading("anniversaries", page.strings("calendar.anniversaries"))
    return CalendarView(
        assets=page.assets,
        title=title,
        intro=page.strings("calendar.intro"),
        breadcrumbs=page.breadcrumbs(*_way(page, year)),
        before=_year_link(page, year - 1),
        after=_year_link(page, year + 1),
        links=(
            Link(page.strings("poster.link"), page.href(year_poster_path(page.language, year))),
            Link(page.strings("nav.subscribe"), page.href(subscribe_path(page.language))),
        ),
        weekdays=tuple(
            WeekdayView(
                weekday_name(page.language, day, short=True), weekday_name(page.language, day)
            )
            for day in range(_WEEK)
        ),
        months=months,
        undated=tuple(view_item(page, item, year) for item in undated),
        anniversaries=tuple(_anniversary(page, found) for found in anniversaries),
        moon_note=page.strings("agenda.moon_note") if is_estimated else "",
        sources=page.source_notes(),
    )


def _way(page: Page, year: int) -> Iterator[tuple[str, str]]:
    """Yield the calendar of this year before that of another."""
    this_year = page.today.year
    if year != this_year:
        title = page.strings("calendar.title", year=this_year)
        yield title, calendar_path(page.language, this_year)


def _year_link(page: Page, year: int) -> Link | None:
    if year not in calendar_years(page.today):
        return None
    return Link(f"{year}", page.href(calendar_path(page.language, year)))


def _anniversary(page: Page, found: Anniversary) -> AnniversaryView:
    return AnniversaryView(
        page.text(found.entry.record.title),
        page.record_href(found.entry),
        since_words(page.strings, found),
        format_date(page.strings, found.date) if found.date.month else "",
        iso_date(found.date),
        page.strings("calendar.disputed") if found.is_disputed else "",
        page.cite(found.sources),
    )
