"""The ways of an event or a holiday into a visitor's own calendar."""

from __future__ import annotations

import datetime as dt

from site_builder.calendars import has_calendar_file
from site_builder.loader import Entry
from site_builder.occurrences.agenda import holiday_item
from site_builder.occurrences.events import Occurrence, coming_occurrences
from site_builder.occurrences.holidays import next_period
from site_builder.occurrences.recurrence import recurrence_rule
from site_builder.schema.events import Event, EventStatus
from site_builder.urls import calendar_file_path, subscribe_path
from site_builder.views.calendar_links import google_link, outlook_link
from site_builder.views.event_words import event_where, is_off
from site_builder.views.page import Page
from site_builder.views.parts import AddView

__all__ = ["event_add", "holiday_add"]


def event_add(page: Page, entry: Entry) -> AddView | None:
    """Return the ways of an event into a calendar; None where there is nothing to add."""
    event: Event = entry.record
    times = coming_occurrences(page.site, event, page.today)
    if is_off(event.status) or event.status is EventStatus.HELD or not times:
        return None
    if not has_calendar_file(entry, page.today):
        return None
    where = event_where(page.strings, page.site, event)
    if event.repeats is None:
        return _add(page, entry, times[0], where=where, until=times[0].end)
    until = None
    if event.repeats.until:
        until = dt.datetime.combine(event.last_day, dt.time.max, times[0].zone)
    # The rule counts from a day of its own, not from a meeting that was moved.
    regular = next((time for time in times if time.is_by_rule), None)
    if regular is None:
        return _add(page, entry, times[0], where=where, until=until)
    rule = recurrence_rule(event, event.repeats, regular.zone)
    return _add(page, entry, regular, where=where, until=until, rule=rule)


def holiday_add(page: Page, entry: Entry) -> AddView | None:
    """Return the ways of a holiday's next days into a calendar; None where they are not known."""
    period = next_period(entry.record, page.today)
    if period is None or not has_calendar_file(entry, page.today):
        return None
    time = holiday_item(entry, period).time
    return _add(page, entry, time, until=time.end, is_estimate=period.is_calculated)


def _add(  # noqa: PLR0913  what the forms of calendars ask for
    page: Page,
    entry: Entry,
    time: Occurrence,
    *,
    where: str = "",
    until: dt.datetime | None,
    rule: str = "",
    is_estimate: bool = False,
) -> AddView:
    kind, language = entry.kind.name, page.language
    title = entry.record.title[language]
    if is_estimate:
        title = f"{title} {page.strings('add.estimate')}"
    details = f"{entry.record.summary[language]}\n{page.address(entry)}"
    return AddView(
        page.href(calendar_file_path(language, kind, entry.id)),
        google_link(time, title, details, where, rule),
        "" if rule else outlook_link(time, title, details, where),
        page.href(subscribe_path(language)),
        until.isoformat(timespec="seconds") if until else "",
        page.strings("add.estimate_note") if is_estimate else "",
        page.assets,
    )
