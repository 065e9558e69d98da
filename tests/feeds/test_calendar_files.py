"""Every calendar file of the real content and of the content with every field: no defect.

`icalendar` parses them, `recurring_ical_events` finds the occurrences.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest
from icalendar import Calendar, Component, Timezone

from site_builder.calendars import EDITIONS, calendar_list, feed_days, has_calendar_file
from site_builder.languages import LANGUAGES
from site_builder.occurrences.agenda import agenda
from site_builder.urls import calendar_file_path, feed_path
from tests.feeds.calendar_reading import content_files, content_site, expected, happenings, vevents
from tests.support import FULL_CONTENT, ROOT, TODAY

CONTENTS = (ROOT / "content", FULL_CONTENT)
TIMES = ("DTSTART", "DTEND", "RECURRENCE-ID")

pytestmark = pytest.mark.parametrize("folder", CONTENTS, ids=["real", "full"])


@pytest.fixture
def files(folder: Path) -> dict[str, bytes]:
    """Return the calendar files of a content."""
    return content_files(folder)


def test_every_calendar_and_every_dated_record_has_its_file(
    folder: Path, files: dict[str, bytes]
) -> None:
    site = content_site(folder)
    feeds = {feed_path(edition, made.name) for edition in EDITIONS for made in calendar_list(site)}
    single = {
        calendar_file_path(language, entry.kind.name, entry.id)
        for language in LANGUAGES
        for entry in (*site.all("events"), *site.all("holidays"))
        if has_calendar_file(entry, TODAY)
    }
    assert set(files) == feeds | single
    assert all(vevents(files[path]) for path in single)


def test_a_parser_finds_no_errors_and_all_that_the_standard_asks_for(
    files: dict[str, bytes],
) -> None:
    for path, data in files.items():
        calendar = Calendar.from_ical(data)
        assert calendar.subcomponents, path
        for component in calendar.walk():
            assert component.errors == [], path
            assert all(name in component for name in component.required), path
            for name in component.singletons:
                assert not isinstance(component.get(name), list), (path, name)
        assert "METHOD" not in calendar
        assert not calendar.walk("VALARM")


def test_lines_are_folded_between_characters_and_end_in_crlf(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        assert data.endswith(b"\r\n"), path
        lines = data.removesuffix(b"\r\n").split(b"\r\n")
        assert not any(b"\r" in line or b"\n" in line for line in lines), path
        assert max(map(len, lines)) <= 75, path
        for line in lines:
            assert line.decode().strip(), path


def test_an_entry_stands_once_in_a_file(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        meetings = Counter(
            (str(event["UID"]), str(event.get("RECURRENCE-ID"))) for event in vevents(data)
        )
        assert set(meetings.values()) <= {1}, path


def test_a_record_has_one_uid_in_all_files(folder: Path, files: dict[str, bytes]) -> None:
    uids: dict[str, set[str]] = {}
    for data in files.values():
        for event in vevents(data):
            record = "/".join(str(event["URL"]).rstrip("/").split("/")[-2:])
            uids.setdefault(str(event["UID"]), set()).add(record)
    assert all(len(records) == 1 for records in uids.values())
    events = [uid for uid in uids if uid.startswith("event.")]
    assert len(events) <= len(content_site(folder).all("events"))


def _zones_named(component: Component) -> set[str]:
    found = {name for name in TIMES if name in component}
    return {component[name].params["TZID"] for name in found if "TZID" in component[name].params}


def test_zones_are_described_sorted_and_each_once(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        calendar = Calendar.from_ical(data)
        described = [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")]
        named = {zone for event in calendar.events for zone in _zones_named(event)}
        if "X-WR-TIMEZONE" in calendar:
            named.add(str(calendar["X-WR-TIMEZONE"]))
        assert described == sorted(named), path


def test_a_client_without_a_zone_table_reads_the_same_moments(files: dict[str, bytes]) -> None:
    checked = 0
    for path, data in files.items():
        calendar = Calendar.from_ical(data)
        zones = {str(zone["TZID"]): zone for zone in calendar.walk("VTIMEZONE")}
        for event in calendar.events:
            start = event.start
            if isinstance(start, dt.datetime):
                zone: Timezone = zones[event["DTSTART"].params["TZID"]]
                alone = start.replace(tzinfo=zone.to_tz(lookup_tzid=False))
                assert alone.utcoffset() == start.utcoffset(), path
                checked += 1
    assert checked


def test_a_client_finds_the_same_occurrences_as_the_site(
    folder: Path, files: dict[str, bytes]
) -> None:
    site = content_site(folder)
    days = feed_days(TODAY)
    items = agenda(site, *days)
    for edition in EDITIONS:
        for calendar in calendar_list(site):
            members = {(entry.kind.name, entry.id) for entry in calendar.entries}
            wanted = [item for item in items if (item.entry.kind.name, item.entry.id) in members]
            found = happenings(files[feed_path(edition, calendar.name)], *days)
            assert found == expected(wanted), calendar.name
