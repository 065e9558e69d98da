"""Zones in calendar files against the tables of the system."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from icalendar import Timezone

from site_builder.feeds.timezones import timezone_block

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
