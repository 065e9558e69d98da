"""Calendar files: those to subscribe to, and one of each event and holiday."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from zoneinfo import ZoneInfo

from icalendar import Calendar as VCalendar

from site_builder.calendars import (
    EDITIONS,
    Calendar,
    Category,
    calendar_list,
    feed_days,
    has_calendar_file,
    is_in_feeds,
    periods_in_feeds,
)
from site_builder.feeds.calendar_entries import (
    CalendarEntry,
    add_text,
    event_entry,
    holiday_entry,
    joined,
    utc_midnight,
)
from site_builder.feeds.timezones import timezone_block
from site_builder.formatting import ASTRAKHAN
from site_builder.languages import LANGUAGES, Language
from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.outputs import OutputAsset
from site_builder.ui_strings import load_strings
from site_builder.urls import calendar_file_path, feed_path, list_path

__all__ = ["calendar_assets"]

_REFRESH = dt.timedelta(hours=12)
_COLOUR = "teal"
"""The name in CSS that comes nearest to the colour of the site."""
_END = b"END:VCALENDAR\r\n"

Key = tuple[str, str]
"""Kind and id of a record."""


def calendar_assets(site: Site, today: dt.date) -> Iterator[OutputAsset]:
    """Yield all calendar files; their bytes follow from the content and `today` alone."""
    calendars = calendar_list(site)
    for edition in EDITIONS:
        in_feeds = _entries_in_feeds(site, edition, today)
        for calendar in calendars:
            yield _feed(site, edition, calendar, in_feeds, today)
        if edition in LANGUAGES:
            yield from _single_files(site, Language(edition), in_feeds, today)


def _entries_in_feeds(site: Site, edition: str, today: dt.date) -> dict[Key, list[CalendarEntry]]:
    """Return the entries by their record: made once, because several calendars hold them."""
    made: dict[Key, list[CalendarEntry]] = {}
    for entry in site.all("holidays"):
        periods = periods_in_feeds(entry.record, today)
        made[_key(entry)] = [holiday_entry(site, edition, entry, period) for period in periods]
    for entry in site.all("events"):
        if is_in_feeds(site, entry.record, today):
            made[_key(entry)] = [event_entry(site, edition, entry)]
    return made


def _key(entry: Entry) -> Key:
    return entry.kind.name, entry.id


def _feed(
    site: Site,
    edition: str,
    calendar: Calendar,
    in_feeds: Mapping[Key, list[CalendarEntry]],
    today: dt.date,
) -> OutputAsset:
    members = (in_feeds.get(_key(entry), ()) for entry in calendar.entries)
    entries = list(chain.from_iterable(members))
    path = feed_path(edition, calendar.name)
    head = _head(site)
    _describe(head, site, edition, calendar, path)
    if entries:
        head.add("LAST-MODIFIED", utc_midnight(max(entry.modified for entry in entries)))
    # A calendar needs a part even if nothing is planned, and the zone that it names needs one too.
    return OutputAsset(path, _write(head, entries, today, always=ASTRAKHAN))


def _single_files(
    site: Site, language: Language, in_feeds: Mapping[Key, list[CalendarEntry]], today: dt.date
) -> Iterator[OutputAsset]:
    for entry in (*site.all("holidays"), *site.all("events")):
        if not has_calendar_file(entry, today):
            continue
        entries = in_feeds.get(_key(entry)) or [event_entry(site, language, entry)]
        if entry.kind.name == "holidays":
            entries = [period for period in entries if period.last >= today]
        path = calendar_file_path(language, *_key(entry))
        yield OutputAsset(path, _write(_head(site), entries, today))


def _head(site: Site) -> VCalendar:
    head = VCalendar()
    head.add("PRODID", f"-//{site.settings.host}//site-builder//EN")
    head.add("VERSION", "2.0")
    head.add("CALSCALE", "GREGORIAN")
    return head


def _describe(head: VCalendar, site: Site, edition: str, calendar: Calendar, path: str) -> None:
    settings, languages = site.settings, EDITIONS[edition]
    words = {language: load_strings(language) for language in languages}
    name = joined(
        strings("ics.name", site=settings.title[language], calendar=calendar.title[language])
        for language, strings in words.items()
    )
    about = joined(
        strings("ics.about", site=settings.title[language]) for language, strings in words.items()
    )
    for key, text in (("NAME", name), ("X-WR-CALNAME", name)):
        add_text(head, key, text, languages)
    for key in ("DESCRIPTION", "X-WR-CALDESC"):
        add_text(head, key, about, languages)
    head.add("X-WR-TIMEZONE", ASTRAKHAN.key)
    head.add("REFRESH-INTERVAL", _REFRESH, {"VALUE": "DURATION"})
    head.add("X-PUBLISHED-TTL", _REFRESH, {"VALUE": "DURATION"})
    head.add("SOURCE", f"{settings.url}{path}", {"VALUE": "URI"})
    kind = "holidays" if calendar.category is Category.HOLIDAYS else "events"
    page = list_path(languages[0], kind) if len(languages) == 1 else ""
    head.add("URL", f"{settings.url}{page}")
    head.add("COLOR", _COLOUR)


def _write(
    head: VCalendar,
    entries: Iterable[CalendarEntry],
    today: dt.date,
    always: ZoneInfo | None = None,
) -> bytes:
    """Return a calendar: its properties, its zones by name, its entries in their order."""
    entries = list(entries)
    start = bytes(head.to_ical()).removesuffix(_END)
    zones = _zones(entries, today, always)
    return b"".join([start, *zones, *(entry.data for entry in entries), _END])


def _zones(
    entries: list[CalendarEntry], today: dt.date, always: ZoneInfo | None
) -> Iterator[bytes]:
    """Yield the zones that entries name, for the years of these entries."""
    zones = {entry.zone for entry in entries if entry.zone}
    if always:
        zones.add(always)
    _, horizon = feed_days(today)
    for zone in sorted(zones, key=lambda zone: zone.key):
        timed = [entry for entry in entries if entry.zone == zone]
        first = min((entry.first.year for entry in timed), default=today.year)
        # A class without an end goes on for ever; nobody knows what clocks will do then.
        last = max((min(entry.last, horizon).year for entry in timed), default=first)
        yield timezone_block(zone, first, max(first, last))
