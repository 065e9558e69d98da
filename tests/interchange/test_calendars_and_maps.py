"""Calendars and maps: what they say is taken over as it is, what a record cannot say is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from site_builder.interchange.icalendar_files import read_icalendar
from site_builder.interchange.map_files import read_geojson, read_gpx
from site_builder.interchange.rows import UnreadableError
from tests.interchange.support import NAMES, calendar

EVENING = "SUMMARY:Вечер\nDTSTART;TZID=Europe/Astrakhan:20270306T180000\nDURATION:PT2H"


def cells(text: str) -> dict[str, str]:
    """Return what one event says, without what it leaves open."""
    (row,) = read_icalendar(calendar(text), NAMES)
    assert not row.faults
    return {name: cell for name, cell in row.cells.items() if cell}


def test_an_event_says_what_its_calendar_says() -> None:
    text = (
        "SUMMARY;LANGUAGE=kk:Кеш\\, концерт\nDESCRIPTION:Играют\\nученики.\nLOCATION:Дом дружбы\n"
        "DTSTART;TZID=Asia/Oral:20270306T180000\nDTEND;TZID=Asia/Oral:20270306T203000\n"
        "STATUS:TENTATIVE\nURL:https://a.example/1"
    )
    assert cells(text) == {
        "title_kk": "Кеш, концерт",
        "summary_ru": "Играют ученики.",
        "venue_ru": "Дом дружбы",
        "start": "2027-03-06",
        "start_time": "18:00",
        "end_time": "20:30",
        "timezone": "Asia/Oral",
        "status": "planned",
        "sources": "gazette",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DTSTART;VALUE=DATE:20270321", {"start": "2027-03-21"}),
        (
            "DTSTART;VALUE=DATE:20270321\nDTEND;VALUE=DATE:20270324",
            {"start": "2027-03-21", "end": "2027-03-23"},
        ),
        ("DTSTART:20270321T180000", {"start": "2027-03-21", "start_time": "18:00"}),
        (
            "DTSTART:20270321T220000Z\nDTEND:20270321T230000Z",
            {
                "start": "2027-03-22",
                "start_time": "02:00",
                "end_time": "03:00",
                "timezone": "Europe/Astrakhan",
            },
        ),
        (
            "DTSTART:20270321T220000\nDTEND:20270322T010000",
            {
                "start": "2027-03-21",
                "start_time": "22:00",
                "end": "2027-03-22",
                "end_time": "01:00",
            },
        ),
        ("DTSTART;VALUE=DATE:20270321\nLOCATION:алтынжар", {"place": "altynzhar"}),
    ],
)
def test_days_hours_and_places(text: str, expected: dict[str, str]) -> None:
    found = cells(f"SUMMARY:Той\n{text}")
    assert {name: found.get(name) for name in expected} == expected
    assert set(found) <= {"title_ru", "start", *expected}


def test_times_of_the_world_are_turned_to_the_clock_that_is_named() -> None:
    names = replace(NAMES, zone=ZoneInfo("Asia/Almaty"))
    (row,) = read_icalendar(calendar("SUMMARY:Той\nDTSTART:20270321T100000Z"), names)
    assert (row.cells["start_time"], row.cells["timezone"]) == ("15:00", "Asia/Almaty")


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=WEEKLY", {"every": "weekly"}),
        (
            "FREQ=WEEKLY;BYDAY=TU,SA;UNTIL=20270601T140000Z",
            {"every": "weekly", "weekdays": "tuesday; saturday", "until": "2027-06-01"},
        ),
        (
            "FREQ=MONTHLY;BYDAY=1SA;COUNT=4",
            {"every": "monthly", "weekdays": "saturday", "nth": "1", "until": "2027-06-05"},
        ),
        (
            "FREQ=MONTHLY;BYDAY=-1SU",
            {"every": "monthly", "weekdays": "sunday", "nth": "-1"},
        ),
        (
            "FREQ=MONTHLY;BYDAY=SA;BYSETPOS=2;UNTIL=20271231",
            {"every": "monthly", "weekdays": "saturday", "nth": "2", "until": "2027-12-31"},
        ),
        (
            "FREQ=WEEKLY\nEXDATE;TZID=Europe/Astrakhan:20270313T180000,20270320T180000",
            {"every": "weekly", "skipped": "2027-03-13; 2027-03-20"},
        ),
    ],
)
def test_rules_that_a_record_can_say(rule: str, expected: dict[str, str]) -> None:
    found = cells(f"{EVENING}\nRRULE:{rule}")
    assert {
        name.removeprefix("repeats_"): cell
        for name, cell in found.items()
        if name.startswith("repeats_")
    } == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("RRULE:FREQ=YEARLY", "rule-unsaid"),
        ("RRULE:FREQ=WEEKLY;INTERVAL=2", "rule-unsaid"),
        ("RRULE:FREQ=MONTHLY;BYMONTHDAY=6", "rule-unsaid"),
        ("RRULE:FREQ=MONTHLY", "rule-unsaid"),
        ("RRULE:FREQ=MONTHLY;BYDAY=1SA,2SU", "rule-unsaid"),
        ("RRULE:FREQ=MONTHLY;BYDAY=1SA,SU", "rule-unsaid"),
        ("RRULE:FREQ=WEEKLY;COUNT=999999999", "rule-unsaid"),
        ("RRULE:FREQ=WEEKLY\nRRULE:FREQ=DAILY", "rule-unsaid"),
        ("RDATE:20270401T180000", "single-meeting"),
        ("RECURRENCE-ID:20270401T180000", "single-meeting"),
        ("SUMMARY:Ещё", "property-twice"),
        ("EXDATE:когда-нибудь", "bad-property"),
    ],
)
def test_what_a_record_cannot_say_is_a_bad_row(text: str, code: str) -> None:
    rows = read_icalendar(
        calendar("SUMMARY:Той\nDTSTART:20270321T100000", f"{EVENING}\n{text}"), NAMES
    )
    assert not rows[0].faults
    assert [(fault.row, fault.code) for fault in rows[1].faults] == [(2, code)]


def test_an_event_that_ends_after_the_last_year_is_a_bad_row() -> None:
    (row,) = read_icalendar(calendar("SUMMARY:Той\nDTSTART:99991231T235900\nDURATION:P9D"), NAMES)
    assert [(fault.code, fault.column) for fault in row.faults] == [("bad-property", "DTEND")]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"id;title_kk",
        b"BEGIN:VCALENDAR\n",
        "BEGIN:VCALENDAR\nSUMMARY:Той\n".encode("cp1251"),
        b"BEGIN:VEVENT\n" * 50_000 + b"END:VEVENT\n" * 50_000,
        calendar("SUMMARY:\x00"),
    ],
)
def test_what_is_no_calendar_is_refused(raw: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_icalendar(raw, NAMES)


def feature(coordinates: Any, kind: str = "Point", **properties: Any) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def test_points_keep_their_numbers_to_the_digit() -> None:
    text = json.dumps(feature([0, 0], name="Родник", title_kk="Бұлақ", id="bulak", height=3))
    raw = text.replace("[0, 0]", "[48.010203040506, 46.10, 12]").encode()
    (row,) = read_geojson(raw, NAMES)
    assert row.cells == {
        "title_ru": "Родник",
        "title_kk": "Бұлақ",
        "id": "bulak",
        "point_lat": "46.10",
        "point_lon": "48.010203040506",
    }


@pytest.mark.parametrize(
    "wrong",
    [
        feature([[1, 2], [3, 4]], "LineString"),
        feature("48, 46"),
        feature([None, 46]),
        {"type": "Feature"},
        [],
    ],
)
def test_what_is_no_point_is_a_bad_row(wrong: Any) -> None:
    data = {"type": "FeatureCollection", "features": [feature([48, 46], name="А"), wrong]}
    rows = read_geojson(json.dumps(data).encode(), NAMES)
    assert [[fault.code for fault in row.faults] for row in rows] == [[], ["not-a-point"]]


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b"{}", b"[" * 100_000, b'{"features": 1' + b"0" * 5000 + b"}", b"\xff"]
)
def test_what_is_no_geojson_is_refused(raw: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_geojson(raw, NAMES)


GPX = '<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="x">{}</gpx>'


def test_waypoints_are_places() -> None:
    body = '<wpt lat="46.10" lon="48.01"><name>Родник</name><desc>Чистая\n вода.</desc></wpt>'
    (row,) = read_gpx(GPX.format(f"{body}<trk><name>Путь</name></trk>").encode(), NAMES)
    assert row.cells == {
        "point_lat": "46.10",
        "point_lon": "48.01",
        "title_ru": "Родник",
        "summary_ru": "Чистая вода.",
    }


BOMB = "<!DOCTYPE gpx [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>" + GPX.format(
    '<wpt lat="1" lon="2"><name>&b;</name></wpt>'
)
OUTSIDE = "<!DOCTYPE gpx [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>" + GPX.format(
    '<wpt lat="1" lon="2"><name>&a;</name></wpt>'
)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"<gpx>",
        b"<kml/>",
        BOMB.encode(),
        OUTSIDE.encode(),
        b"<!DOCTYPE gpx SYSTEM 'https://a.example/x.dtd'>" + GPX.format("").encode(),
        b"<?xml version='1.0' encoding='nonsense'?><gpx/>",
        b"<a>" * 200_000,
        b" " * (8 * 1024 * 1024 + 1),
    ],
)
def test_what_is_no_gpx_is_refused(raw: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_gpx(raw, NAMES)
