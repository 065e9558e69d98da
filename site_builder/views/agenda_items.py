"""Views of what stands in lists of dates: an event or a holiday, when, where and in what state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from site_builder.formatting import format_weekday
from site_builder.languages import month_name
from site_builder.occurrences.agenda import AgendaItem
from site_builder.schema.events import Event, EventStatus
from site_builder.schema.holidays import Holiday
from site_builder.views.event_words import event_state, rule_words, title_mark
from site_builder.views.filters import ItemTraits, item_traits
from site_builder.views.page import Page, iso_date
from site_builder.views.times import clock_words

__all__ = [
    "AgendaItemView",
    "DateView",
    "days_off",
    "has_no_month",
    "item_anchor",
    "marked_title",
    "show_series_once",
    "view_item",
]

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class DateView:
    """A date as on the sheet of a calendar."""

    datetime: str
    """ISO form of the first day, as exact as it is known."""
    day: str
    """Its number, or «21–23»; empty where the day is not known."""
    month: str
    """The month's name; empty where only the year is known."""
    until: str
    """The last day, where it is in another month; else empty."""
    weekday: str
    """The day of the week; empty for several days."""
    year: str
    """The year; empty where the list tells it."""
    is_range: bool = False
    """Several days of a month: more than a number."""


@dataclass(frozen=True, slots=True)
class AgendaItemView:
    """An event or a holiday in a list of dates."""

    id: str
    """Its anchor."""
    title: str
    """Its name."""
    href: str
    """Its page."""
    mark: str
    """That it is cancelled or postponed, to be read before the title; else empty."""
    date: DateView
    """When."""
    what: str
    """What it is, in a few words."""
    hours: str
    """Its hours in both clocks; empty for whole days."""
    start: str
    """ISO form of the moment at which it begins, with the offset of its clock."""
    where: str
    """Place and hall; may be empty."""
    states: tuple[str, ...]
    """What is not certain or was changed, a few words each."""
    notes: tuple[str, ...]
    """What else a visitor needs to know: how often it comes, when it was to be before."""
    traits: ItemTraits
    """What the filters ask for."""
    since: str
    """ISO form of the first day; empty where the day is not known."""
    over: str
    """ISO form of the moment at which it is over, with the offset of its clock."""
    series: str
    """Whose meeting it is, of which a list shows the next one only; else empty."""
    is_hidden: bool = False
    """It waits until what stands before it is over."""


def item_anchor(item: AgendaItem) -> str:
    """Return the anchor of an item: no two times of an event have the same."""
    day = item.time.rule_day or item.time.first
    return f"{item.entry.kind.name}-{item.entry.id}-{day.isoformat()}"


def marked_title(page: Page, item: AgendaItem) -> str:
    """Return the name of an item after the word that it does not take place, if it does not."""
    record = item.entry.record
    return f"{_mark(page, record)}{page.text(record.title)}"


def has_no_month(item: AgendaItem) -> bool:
    """Tell whether only the year of an item is known."""
    return not item.time.is_exact and item.entry.record.start.month is None


def view_item(page: Page, item: AgendaItem, year: int) -> AgendaItemView:
    """Return the view of an item.

    Args:
        page: The page.
        item: The event or holiday and its time.
        year: The year that the list has named already.
    """
    record, time = item.entry.record, item.time
    return AgendaItemView(
        id=item_anchor(item),
        title=page.text(record.title),
        href=page.record_href(item.entry),
        mark=_mark(page, record).strip(),
        date=_date(page, item, year),
        what=" · ".join(_what(page, item)),
        hours=clock_words(page.strings, time),
        start=time.start.isoformat(),
        where=_where(page, record),
        states=tuple(_states(page, item)),
        notes=tuple(_notes(page, item)),
        traits=item_traits(page.site, record),
        since=time.first.isoformat() if time.is_exact else "",
        over=time.end.isoformat(),
        series=item.entry.id if time.is_by_rule else "",
    )


def show_series_once(items: Iterable[AgendaItemView]) -> list[AgendaItemView]:
    """Return the items with the later meetings of each class hidden: its rule tells of them."""
    shown: set[str] = set()
    views = []
    for item in items:
        views.append(replace(item, is_hidden=item.series in shown))
        shown |= {item.series} - {""}
    return views


def days_off(holiday: Holiday) -> tuple[bool, bool]:
    """Tell whether Kazakhstan and Russia have a holiday's first day off, as far as sources say."""
    kazakhstan, russia = holiday.kazakhstan, holiday.russia
    return bool(kazakhstan and kazakhstan.day_off), bool(russia and russia.day_off)


def _date(page: Page, item: AgendaItem, year: int) -> DateView:
    if not item.time.is_exact:
        return _inexact_date(page, item.entry.record, year)
    first, last = item.time.first, item.time.last
    day, until, weekday, is_range = f"{first.day}", "", "", False
    if first == last:
        weekday = format_weekday(page.strings, first)
    elif (first.year, first.month) == (last.year, last.month):
        day, is_range = f"{first.day}–{last.day}", True
    else:
        until = f"–{_NO_BREAK_SPACE}{last.day} {month_name(page.language, last.month)}"
        if first.year != last.year:
            until = f"{until} {last.year}"
    shown_year = "" if first.year == year else f"{first.year}"
    month = month_name(page.language, first.month)
    return DateView(first.isoformat(), day, month, until, weekday, shown_year, is_range)


def _inexact_date(page: Page, event: Event, year: int) -> DateView:
    start, end = event.start, event.end
    month = month_name(page.language, start.month, standalone=True) if start.month else ""
    until = ""
    if end and end.month and end != start:
        until = f"– {month_name(page.language, end.month, standalone=True)}"
    is_told = start.month and start.year == year
    return DateView(
        iso_date(start),
        f"{start.day}" if start.day else "",
        month,
        until,
        "",
        "" if is_told else f"{start.year}",
    )


def _mark(page: Page, record: Event | Holiday) -> str:
    return title_mark(page.strings, record) if isinstance(record, Event) else ""


def _what(page: Page, item: AgendaItem) -> Iterator[str]:
    record = item.entry.record
    if isinstance(record, Event):
        yield page.strings(f"event.kind.{record.kind}")
        return
    yield page.strings("holiday.label")
    match days_off(record):
        case (True, True):
            yield page.strings("agenda.off_both")
        case (True, False):
            yield page.strings("agenda.off_kazakhstan")
        case (False, True):
            yield page.strings("agenda.off_russia")


def _where(page: Page, record: Event | Holiday) -> str:
    if not isinstance(record, Event):
        return ""
    place = page.site.entry("places", record.place).record.title if record.place else None
    return ", ".join(filter(None, (page.text(place), page.text(record.venue))))


def _states(page: Page, item: AgendaItem) -> Iterator[str]:
    record, period = item.entry.record, item.period
    if isinstance(record, Event):
        if not item.time.is_exact:
            yield page.strings("agenda.inexact")
        state = event_state(record, page.today)
        if item.time.is_moved or state is EventStatus.MOVED:
            yield page.strings("event.status.moved")
        elif state in _TOLD:
            yield page.strings(f"event.status.{state}")
    elif period and period.is_calculated:
        yield page.strings("holiday.state.calculated")
    elif period and period.listed and record.by_moon:
        yield page.strings(f"holiday.state.{period.listed.state}")


def _notes(page: Page, item: AgendaItem) -> Iterator[str]:
    event, time = item.entry.record, item.time
    if not isinstance(event, Event):
        return
    if event.repeats and time.is_by_rule:
        yield rule_words(page.strings, event, event.repeats)
    elif time.rule_day:
        yield _former_date(page, time.rule_day, event.start_time)
    if event.moved_from:
        yield _former_date(page, event.moved_from.start, event.moved_from.start_time)


def _former_date(page: Page, day: dt.date, time: dt.time | None) -> str:
    words = f"{day.day}{_NO_BREAK_SPACE}{month_name(page.language, day.month)}"
    if time:
        words = f"{words}, {time:%H:%M}"
    return page.strings("event.moved_from", when=words)


_TOLD = (EventStatus.PLANNED, EventStatus.ANNOUNCED)
