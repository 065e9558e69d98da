"""Views of what comes next, and of the archive of a year: lists of dates with filters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from site_builder.formatting import format_date, format_day
from site_builder.loader import Entry
from site_builder.occurrences.agenda import AgendaItem, agenda, calendar_years
from site_builder.occurrences.events import first_occurrence
from site_builder.schema.events import Event, EventStatus
from site_builder.schema.scalars import ApproximateDate
from site_builder.urls import calendar_path, list_path, subscribe_path, year_path
from site_builder.views.agenda_items import (
    AgendaItemView,
    has_no_month,
    show_series_once,
    view_item,
)
from site_builder.views.filters import FilterView, view_filters
from site_builder.views.page import Page
from site_builder.views.parts import Link

__all__ = [
    "AgendaGroup",
    "AgendaView",
    "archive_years",
    "calendar_links",
    "coming_items",
    "first_items",
    "view_agenda",
    "view_archive",
]

_SOON = dt.timedelta(days=30)
# Meetings of a class that wait behind the next one, should the site not be rebuilt for a while.
_WAITING = dt.timedelta(days=62)
_NEXT = (0, 0)
_LATER = (9999, 0)


@dataclass(frozen=True, slots=True)
class AgendaGroup:
    """Items under a heading."""

    anchor: str
    """The heading's `id`."""
    title: str
    """The heading; empty where the page's own says it."""
    items: tuple[AgendaItemView, ...]
    """The items in order."""
    is_hidden: bool = False
    """All of them wait until what stands before them is over."""


@dataclass(frozen=True, slots=True)
class AgendaView:
    """A page with a list of dates."""

    assets: str
    """Link to the folder of styles and scripts."""
    title: str
    """The heading."""
    intro: str
    """As of when the list speaks, or how much is in it."""
    breadcrumbs: tuple[Link, ...]
    """The way from the home page to here."""
    is_live: bool
    """What is over leaves the list by itself."""
    has_events: bool
    """There is an event in it; else the page says that none is known."""
    calendars: tuple[Link, ...]
    """The calendars of this year and the next, and the subscriptions."""
    filters: tuple[FilterView, ...]
    """What the list can be narrowed by."""
    groups: tuple[AgendaGroup, ...]
    """The items."""
    moon_note: str
    """What estimates are worth; empty where there are none."""
    years: tuple[Link, ...]
    """The archive by year."""


def coming_items(page: Page) -> list[AgendaItem]:
    """Return what is going on or comes: holidays of twelve months, all events, by day and hour."""
    today = page.today
    # The month that has this one's name stands whole at the end.
    horizon = (dt.date(today.year + 1, today.month, 1) + dt.timedelta(days=31)).replace(day=1)
    last = dt.date(calendar_years(today)[-1], 12, 31)
    return list(_coming(agenda(page.site, today, last), horizon, today + _WAITING))


def _coming(
    items: Iterable[AgendaItem], horizon: dt.date, waiting: dt.date
) -> Iterator[AgendaItem]:
    """Leave out holidays from `horizon` on, what was held, and the later meetings of classes."""
    met: set[str] = set()
    for item in items:
        record = item.entry.record
        if isinstance(record, Event):
            is_late = item.time.first > waiting and item.entry.id in met
            if record.status is not EventStatus.HELD and not (item.time.is_by_rule and is_late):
                yield item
            if item.time.is_by_rule:
                met.add(item.entry.id)
        elif item.time.first < horizon:
            yield item


def calendar_links(page: Page) -> tuple[Link, ...]:
    """Return the links to the calendars of this year and the next and to the subscriptions."""
    years = (page.today.year, page.today.year + 1)
    calendars = (
        Link(
            page.strings("calendar.link", year=year),
            page.href(calendar_path(page.language, year)),
        )
        for year in years
    )
    return (
        *calendars,
        Link(page.strings("nav.subscribe"), page.href(subscribe_path(page.language))),
    )


def archive_years(entries: Iterable[Entry]) -> list[int]:
    """Return the years in which events begin, newest first."""
    return sorted({entry.record.start.year for entry in entries}, reverse=True)


def view_agenda(page: Page) -> AgendaView:
    """Return the page of what comes next: 30 days, then month by month."""
    items = coming_items(page)
    groups = tuple(_groups(page, items))
    years = _year_links(page)
    if years:
        page.heading("years", page.strings("events.years"))
    is_estimated = any(item.period and item.period.is_calculated for item in items)
    return AgendaView(
        assets=page.assets,
        title=page.strings("kind.events"),
        intro=page.strings("events.as_of", date=format_day(page.strings, page.today)),
        breadcrumbs=page.breadcrumbs(),
        is_live=True,
        has_events=any(item.period is None for item in items),
        calendars=calendar_links(page),
        filters=view_filters(page, (view.traits for group in groups for view in group.items)),
        groups=groups,
        moon_note=page.strings("agenda.moon_note") if is_estimated else "",
        years=years,
    )


def _groups(page: Page, items: Iterable[AgendaItem]) -> Iterator[AgendaGroup]:
    """Yield the next 30 days, each month that has something, and what has no month yet."""
    places = [(_place(page, item), item) for item in items]
    # Inexact dates stand at the end of their month; the sort keeps the order of the others.
    places.sort(key=lambda placed: (placed[0], not placed[1].time.is_exact))
    views = show_series_once(view_item(page, item, _told_year(page, at)) for at, item in places)
    for at, group in groupby(zip(places, views, strict=True), key=lambda placed: placed[0][0]):
        anchor, title = _heading(page, at)
        shown = tuple(view for _, view in group)
        is_hidden = all(view.is_hidden for view in shown)
        if not is_hidden:
            page.heading(anchor, title)
        yield AgendaGroup(anchor, title, shown, is_hidden)


def _place(page: Page, item: AgendaItem) -> tuple[int, int]:
    """Return the year and month of an item's group: `_NEXT`, a month, or `_LATER`."""
    if item.time.is_exact and item.time.first <= page.today + _SOON:
        return _NEXT
    if has_no_month(item):
        return _LATER
    day = max(item.time.first, page.today)
    return day.year, day.month


def _told_year(page: Page, at: tuple[int, int]) -> int:
    return page.today.year if at == _NEXT else at[0]


def _heading(page: Page, at: tuple[int, int]) -> tuple[str, str]:
    if at == _NEXT:
        return "next", page.strings("agenda.next_30_days")
    if at == _LATER:
        return "later", page.strings("agenda.day_unknown")
    words = format_date(page.strings, ApproximateDate(*at))
    return f"month-{at[0]}-{at[1]:02}", words[0].upper() + words[1:]


def view_archive(page: Page, year: int) -> AgendaView:
    """Return the list of the events that began in a year, newest first."""
    of_year = [entry for entry in page.site.all("events") if entry.record.start.year == year]
    views = tuple(view_item(page, item, year) for item in first_items(page, of_year))
    return AgendaView(
        assets=page.assets,
        title=page.strings("events.of_year", year=year),
        intro=page.strings.count("event.count", len(of_year)),
        breadcrumbs=page.breadcrumbs(
            (page.strings("kind.events"), list_path(page.language, "events"))
        ),
        is_live=False,
        has_events=True,
        calendars=(),
        filters=view_filters(page, (view.traits for view in views)),
        groups=(AgendaGroup("", "", views),),
        moon_note="",
        years=_year_links(page),
    )


def first_items(page: Page, entries: Iterable[Entry]) -> list[AgendaItem]:
    """Return the first time of each event, newest first."""
    items = [AgendaItem(entry, first_occurrence(page.site, entry.record)) for entry in entries]
    return sorted(items, key=lambda item: (item.time.start, item.entry.id), reverse=True)


def _year_links(page: Page) -> tuple[Link, ...]:
    return tuple(
        Link(f"{year}", page.href(year_path(page.language, year)))
        for year in archive_years(page.site.all("events"))
    )
