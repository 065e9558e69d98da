"""Views of the months of a calendar: a grid of days and the same as a list."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from site_builder.formatting import format_date
from site_builder.languages import month_name
from site_builder.occurrences.agenda import AgendaItem
from site_builder.schema.scalars import ApproximateDate
from site_builder.views.agenda_items import (
    AgendaItemView,
    days_off,
    item_anchor,
    marked_title,
    view_item,
)
from site_builder.views.page import Page

__all__ = ["DayView", "MonthView", "view_month"]


@dataclass(frozen=True, slots=True)
class DayView:
    """A day in the grid."""

    day: str
    """Its number; empty for the days of other months."""
    href: str = ""
    """The anchor of what stands first in the list; empty where there is nothing."""
    names: str = ""
    """What there is on the day, for those who do not see the list."""
    off_kazakhstan: bool = False
    """Kazakhstan has the day off."""
    off_russia: bool = False
    """Russia has the day off."""


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month."""

    anchor: str
    """The heading's `id`."""
    title: str
    """Its name."""
    caption: str
    """Its name with the year."""
    iso: str
    """ISO form of the month."""
    weeks: tuple[tuple[DayView, ...], ...]
    """Its weeks of seven days, Monday first."""
    items: tuple[AgendaItemView, ...]
    """What begins in it, inexact dates last."""


def view_month(page: Page, year: int, month: int, items: Iterable[AgendaItem]) -> MonthView:
    """Return a month of a calendar.

    Args:
        page: The page.
        year: The year.
        month: 1–12.
        items: What takes place in the year; what began before it stands in January.
    """
    first = dt.date(year, month, 1)
    last = dt.date(year, month, calendar.monthrange(year, month)[1])
    here = [item for item in items if item.time.first <= last and item.time.last >= first]
    begun = [item for item in here if max(item.time.first, dt.date(year, 1, 1)) >= first]
    listed = _first_of_each_class(sorted(begun, key=lambda item: not item.time.is_exact))
    exact = [item for item in here if item.time.is_exact]
    anchors = {item.entry.id: item_anchor(item) for item in listed if item.time.is_by_rule}
    caption = format_date(page.strings, ApproximateDate(year, month))
    anchor = f"month-{month}"
    name = month_name(page.language, month, standalone=True).capitalize()
    return MonthView(
        anchor,
        page.heading(anchor, name),
        caption[0].upper() + caption[1:],
        f"{year}-{month:02}",
        tuple(
            tuple(
                _day(page, day, exact, anchors) if day.month == month else DayView("")
                for day in week
            )
            for week in calendar.Calendar().monthdatescalendar(year, month)
        ),
        tuple(view_item(page, item, year) for item in listed),
    )


def _first_of_each_class(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """Leave out the meetings by a class's rule after the first: its words tell of them."""
    met: set[str] = set()
    chosen = []
    for item in items:
        if not (item.time.is_by_rule and item.entry.id in met):
            chosen.append(item)
        if item.time.is_by_rule:
            met.add(item.entry.id)
    return chosen


def _day(page: Page, day: dt.date, items: Sequence[AgendaItem], anchors: dict[str, str]) -> DayView:
    here = [item for item in items if item.time.first <= day <= item.time.last]
    if not here:
        return DayView(f"{day.day}")
    first = here[0]
    anchor = anchors[first.entry.id] if first.time.is_by_rule else item_anchor(first)
    off = [_off(item, day) for item in here]
    return DayView(
        f"{day.day}",
        f"#{anchor}",
        "; ".join(marked_title(page, item) for item in here),
        off_kazakhstan=any(kazakhstan for kazakhstan, _ in off),
        off_russia=any(russia for _, russia in off),
    )


def _off(item: AgendaItem, day: dt.date) -> tuple[bool, bool]:
    """Tell whether Kazakhstan and Russia have a day off for an item."""
    if item.period is None:
        return False, False
    # Of an Ait of several days the first alone is a day off. Source: the law of Kazakhstan on holidays.
    if item.entry.record.by_moon and day != item.time.first:
        return False, False
    return days_off(item.entry.record)
