"""Events and holidays as entries of a calendar file (VEVENT)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from icalendar import Component, vRecur, vText
from icalendar import Event as VEvent

from site_builder.calendars import EDITIONS
from site_builder.feeds.calendar_words import EntryWords, event_words, holiday_words
from site_builder.languages import Language
from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.occurrences.agenda import holiday_item
from site_builder.occurrences.events import Occurrence, first_occurrence, moved_occurrences
from site_builder.occurrences.holidays import Period
from site_builder.occurrences.recurrence import recurrence_rule
from site_builder.revisions import (
    event_revision,
    modified_on,
    period_modified_on,
    period_revision,
)
from site_builder.schema.events import Event, EventStatus
from site_builder.schema.parts import Precision
from site_builder.schema.recurrence import Repeats
from site_builder.ui_strings import Strings, load_strings
from site_builder.urls import record_path, side_by_side_path

__all__ = [
    "CalendarEntry",
    "add_text",
    "event_entry",
    "holiday_entry",
    "joined",
    "utc_midnight",
]

_DAY = dt.timedelta(days=1)
_STATUS = {
    EventStatus.PLANNED: "TENTATIVE",
    EventStatus.CONFIRMED: "CONFIRMED",
    EventStatus.ANNOUNCED: "TENTATIVE",
    EventStatus.HELD: "CONFIRMED",
    EventStatus.MOVED: "CONFIRMED",
    EventStatus.POSTPONED: "TENTATIVE",
    EventStatus.CANCELLED: "CANCELLED",
}


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An event with its moved meetings, or one year's days of a holiday, ready to be written."""

    data: bytes
    """Its VEVENTs."""
    modified: dt.date
    """The day of its last change."""
    zone: ZoneInfo | None
    """The zone that its hours name; None for whole days and in UTC."""
    first: dt.date
    """Its first day of all."""
    last: dt.date
    """Its last day of all; the last possible date where it comes again without an end."""


def utc_midnight(day: dt.date) -> dt.datetime:
    """Return the moment that stands for a day on which content changed."""
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def _page_url(site: Site, edition: str, entry: Entry) -> str:
    """Return the address of a record's page; for both languages that with both side by side."""
    kind = entry.kind.name
    languages = EDITIONS[edition]
    if len(languages) > 1:
        return f"{site.settings.url}{side_by_side_path(kind, entry.id)}"
    return f"{site.settings.url}{record_path(languages[0], kind, entry.id)}"


def joined(texts: Iterable[str], separator: str = " / ") -> str:
    """Return the words of one or both languages as one text; what both say alike stands once."""
    return separator.join(dict.fromkeys(texts))


def add_text(made: Component, name: str, text: str, languages: Sequence[Language]) -> None:
    """Add words to a component, escaped; those of one language say which it is."""
    made.add(name, vText(text), _language(languages))


def _language(languages: Sequence[Language]) -> dict[str, str]:
    return {"LANGUAGE": languages[0].value} if len(languages) == 1 else {}


def holiday_entry(site: Site, edition: str, entry: Entry, period: Period) -> CalendarEntry:
    """Return one year's days of a holiday."""
    holiday = entry.record
    modified = period_modified_on(site, holiday, period)
    made = VEvent()
    _add_identity(
        made,
        _uid(site, "holiday", f"{entry.id}.{period.key}"),
        modified,
        period_revision(holiday, period),
    )
    _add_time(made, holiday_item(entry, period).time)
    url = _page_url(site, edition, entry)
    _add_words(made, edition, url, lambda strings: holiday_words(holiday, period, strings))
    made.add("STATUS", "TENTATIVE" if period.is_calculated else "CONFIRMED")
    return CalendarEntry(made.to_ical(), modified, None, period.first, period.last)


def event_entry(site: Site, edition: str, entry: Entry) -> CalendarEntry:
    """Return an event: one VEVENT, and one more for each meeting that was moved.

    Args:
        site: The linked content.
        edition: A name of `EDITIONS`.
        entry: An event whose days are known.
    """
    event: Event = entry.record
    time = first_occurrence(site, event)
    made = _event_part(site, edition, entry, time)
    moved = moved_occurrences(site, event)
    if event.repeats:
        _add_rule(made, event, event.repeats, time)
    parts = [made]
    for meeting in moved:
        part = _event_part(site, edition, entry, meeting)
        part.add("RECURRENCE-ID", _by_rule(time, meeting.rule_day or meeting.first))
        parts.append(part)
    days = [meeting.first for meeting in moved]
    in_zone = [part for part in parts if "TZID" in part["DTSTART"].params]
    return CalendarEntry(
        b"".join(part.to_ical() for part in parts),
        modified_on(site, event),
        time.zone if in_zone else None,
        min([time.first, *days]),
        max([event.last_day, *days]),
    )


def _event_part(site: Site, edition: str, entry: Entry, time: Occurrence) -> VEvent:
    event: Event = entry.record
    made = VEvent()
    uid = _uid(site, "event", entry.id)
    _add_identity(made, uid, modified_on(site, event), event_revision(event))
    _add_time(made, time)
    url = _page_url(site, edition, entry)
    _add_words(made, edition, url, lambda strings: event_words(site, event, time, strings))
    _add_point(made, site, event)
    made.add("STATUS", _STATUS[event.status])
    return made


def _uid(site: Site, kind: str, name: str) -> str:
    """Return what tells an entry from all others for ever, the same in every edition.

    Ids are unique within a kind only, and hold no dot.
    """
    return f"{kind}.{name}@{site.settings.host}"


def _add_identity(made: VEvent, uid: str, modified: dt.date, revision: int) -> None:
    made.add("UID", uid)
    made.add("DTSTAMP", utc_midnight(modified))
    made.add("LAST-MODIFIED", utc_midnight(modified))
    made.add("SEQUENCE", revision)


def _add_time(made: VEvent, time: Occurrence) -> None:
    """Add beginning and end: of whole days the day after the last, of hours what is known."""
    if time.start_time is None:
        made.add("DTSTART", time.first)
        made.add("DTEND", time.last + _DAY)
        return
    made.add("DTSTART", time.start)
    # Without an end an entry fills its first day only.
    if time.end_time or time.last > time.first:
        made.add("DTEND", time.end)


def _by_rule(time: Occurrence, day: dt.date) -> dt.date:
    """Return the day of a meeting in the form of the first one's beginning: a day or a moment."""
    if time.start_time is None:
        return day
    return dt.datetime.combine(day, time.start_time, time.zone)


def _add_rule(made: VEvent, event: Event, repeats: Repeats, time: Occurrence) -> None:
    made.add("RRULE", vRecur.from_ical(recurrence_rule(event, repeats, time.zone)))
    if repeats.skipped:
        made.add("EXDATE", [_by_rule(time, day) for day in sorted(repeats.skipped)])


def _add_words(
    made: VEvent, edition: str, url: str, words: Callable[[Strings], EntryWords]
) -> None:
    languages = EDITIONS[edition]
    said = [words(load_strings(language)) for language in languages]
    description = joined((each.description for each in said), "\n\n")
    add_text(made, "SUMMARY", joined(each.summary for each in said), languages)
    add_text(made, "DESCRIPTION", f"{description}\n{url}", languages)
    if location := joined(each.location for each in said):
        add_text(made, "LOCATION", location, languages)
    categories = list(dict.fromkeys(each.category for each in said))
    made.add("CATEGORIES", categories, _language(languages))
    made.add("URL", url)
    made.add("TRANSP", "TRANSPARENT")


def _add_point(made: VEvent, site: Site, event: Event) -> None:
    point = site.entry("places", event.place).record.point if event.place else None
    if point and point.precision is Precision.EXACT:
        made.add("GEO", (point.lat, point.lon))
