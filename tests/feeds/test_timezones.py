"""Zones in calendar files against the tables of the system."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Timezone

from site_builder.feeds.timezones import timezone_block
from tests.feeds.calendar_reading import event_yaml, made_files, small_site
from tests.support import TODAY

ZONES = {
    "Europe/Astrakhan": (2014, 2016),
    "Asia/Almaty": (2023, 2024),
    "Europe/Berlin": (2026, 2027),
    "Asia/Oral": (2026, 2027),
}


@pytest.mark.parametrize(("name", "years"), ZONES.items())
def test_every_hour_of_its_years_is_right(name: str, years: tuple[int, int]) -> None:
    zone = ZoneInfo(name)
    described: Timezone = Timezone.from_ical(timezone_block(zone, *years))
    alone = described.to_tz(lookup_tzid=False)
    moment = dt.datetime(years[0], 1, 1, tzinfo=zone).astimezone(dt.UTC)
    end = dt.datetime(years[1] + 1, 1, 1, tzinfo=zone)
    wrong = []
    while moment < end:
        there = moment.astimezone(zone).replace(tzinfo=None)
        is_twice = there.replace(tzinfo=zone, fold=0).utcoffset() != (
            there.replace(tzinfo=zone, fold=1).utcoffset()
        )
        # Of an hour that clocks show twice this reader knows only one.
        if not is_twice and there.replace(tzinfo=alone).astimezone(dt.UTC) != moment:
            wrong.append(there)
        moment += dt.timedelta(hours=1)
    assert wrong == []


@pytest.mark.parametrize(
    ("years", "starts"),
    [
        ((2016, 2016), [b"20160101T000000", b"20160327T020000"]),
        ((2024, 2024), [b"20240101T000000"]),
    ],
)
def test_a_change_begins_on_the_clock_that_was_valid_before(
    years: tuple[int, int], starts: list[bytes]
) -> None:
    lines = timezone_block(ZoneInfo("Europe/Astrakhan"), *years).split(b"\r\n")
    found = [line.partition(b":")[2] for line in lines if line.startswith(b"DTSTART")]
    assert found == starts


def _zones(data: bytes) -> list[Timezone]:
    calendar = Calendar.from_ical(data)
    return list(calendar.walk("VTIMEZONE"))


def test_zones_stand_in_the_order_of_their_names(tmp_path: Path) -> None:
    names = ("Asia/Oral", "Europe/Moscow", "Asia/Aqtau", "Europe/Berlin", "Asia/Atyrau")
    events = {
        f"events/toi-{number}.yml": event_yaml(timezone=name, start_time='"18:00"')
        for number, name in enumerate(names)
    }
    data = made_files(small_site(tmp_path, events), TODAY)["kk/calendars/all.ics"]
    found = [str(zone["TZID"]) for zone in _zones(data)]
    assert found == sorted([*names, "Europe/Astrakhan"])


def test_a_zone_is_described_for_all_years_of_a_class(tmp_path: Path) -> None:
    repeats = "{every: weekly, until: 2024-05-25}"
    fields = {"timezone": "Asia/Almaty", "start_time": '"18:00"', "repeats": repeats}
    site = small_site(tmp_path, {"events/toi.yml": event_yaml(start="2023-11-04", **fields)})
    (zone,) = _zones(made_files(site, TODAY)["kk/events/toi.ics"])
    alone = zone.to_tz(lookup_tzid=False)
    offsets = [
        dt.datetime(year, month, 4, 18, tzinfo=alone).utcoffset()
        for year, month in ((2023, 11), (2024, 2), (2024, 3), (2024, 5))
    ]
    assert offsets == [dt.timedelta(hours=hours) for hours in (6, 6, 5, 5)]
