"""When events take place: single ones, those of several days, classes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.formatting import ASTRAKHAN
from site_builder.linker import Site
from site_builder.occurrences.events import Occurrence, event_occurrences, first_occurrence
from site_builder.occurrences.recurrence import (
    is_by_rule,
    meetings_between,
    recurrence_rule,
    rule_weekdays,
)
from site_builder.schema.events import Event
from site_builder.schema.recurrence import Weekday
from tests.support import MINIMAL, read_site

EXAMPLES = settings(derandomize=True, deadline=None, max_examples=300, database=None)
ATYRAU = """\
  atyrau:
    title: {kk: Атырау облысы, ru: Атырауская область}
    country: KZ
    timezone: Asia/Atyrau
    south: 45.0
    west: 48.5
    north: 49.0
    east: 55.7
"""
DAY = dt.timedelta(days=1)
WEEKDAYS = list(Weekday)


@pytest.fixture
def site(content_dir: Path) -> Site:
    """Return the smallest site with a region and a village beyond the border."""
    settings_file = MINIMAL["site.yml"].replace("community:", f"{ATYRAU}community:")
    village = MINIMAL["places/kurmangazy-mausoleum.yml"].replace(
        "region: astrakhan", "region: atyrau"
    )
    return read_site(content_dir, {"site.yml": settings_file, "places/ganyushkino.yml": village})


def event(**fields: object) -> Event:
    """Return an event with some fields."""
    data: dict[str, object] = {
        "title": {"kk": "Той", "ru": "Той"},
        "summary": {"kk": "Той.", "ru": "Той."},
        "kind": "meeting",
        "status": "planned",
        "scope": "astrakhan",
        "sources": ["gazette"],
    }
    return Event.model_validate(data | fields)


def occurrences(site: Site, value: Event, first: str, last: str) -> list[Occurrence]:
    """Return the times with a day in a window."""
    return event_occurrences(site, value, dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def days(site: Site, value: Event, first: str, last: str) -> list[str]:
    """Return the first days of the times in a window."""
    return [f"{time.first}" for time in occurrences(site, value, first, last)]


def test_an_hour_of_a_single_day(site: Site) -> None:
    value = event(start="2027-03-21", start_time="18:30", end_time="20:00")
    (time,) = occurrences(site, value, "2027-03-21", "2027-03-21")
    assert time.start.isoformat() == "2027-03-21T18:30:00+04:00"
    assert time.end.isoformat() == "2027-03-21T20:00:00+04:00"
    assert time.is_exact
    assert time.rule_day is None


def test_a_whole_day_lasts_to_midnight(site: Site) -> None:
    (time,) = occurrences(site, event(start="2027-03-21"), "2027-01-01", "2027-12-31")
    assert time.start_time is None
    assert time.start.isoformat() == "2027-03-21T00:00:00+04:00"
    assert time.end.isoformat() == "2027-03-22T00:00:00+04:00"


def test_an_hour_without_an_end_may_last_to_midnight(site: Site) -> None:
    value = event(start="2027-12-31", start_time="22:00")
    (time,) = occurrences(site, value, "2027-12-31", "2027-12-31")
    assert time.end_time is None
    assert time.end.isoformat() == "2028-01-01T00:00:00+04:00"


def test_days_over_new_year_are_one_time(site: Site) -> None:
    value = event(start="2027-12-30", end="2028-01-02", start_time="10:00", end_time="16:00")
    (time,) = occurrences(site, value, "2028-01-01", "2028-01-31")
    assert (time.first, time.last) == (dt.date(2027, 12, 30), dt.date(2028, 1, 2))
    assert time.start.isoformat() == "2027-12-30T10:00:00+04:00"
    assert time.end.isoformat() == "2028-01-02T16:00:00+04:00"


@pytest.mark.parametrize(
    ("first", "last", "is_in"),
    [
        ("2027-12-01", "2027-12-29", False),
        ("2027-12-01", "2027-12-30", True),
        ("2027-12-31", "2027-12-31", True),
        ("2028-01-02", "2028-03-01", True),
        ("2028-01-03", "2028-03-01", False),
    ],
)
def test_the_ends_of_a_window_count(site: Site, first: str, last: str, is_in: bool) -> None:
    value = event(start="2027-12-30", end="2028-01-02")
    assert bool(days(site, value, first, last)) is is_in


@pytest.mark.parametrize(
    ("fields", "first", "last"),
    [
        ({"start": "2027"}, "2027-01-01", "2027-12-31"),
        ({"start": "2027-02"}, "2027-02-01", "2027-02-28"),
        ({"start": "2027-03-21~"}, "2027-03-21", "2027-03-21"),
        ({"start": "2027-03-21", "end": "2027-04"}, "2027-03-21", "2027-04-30"),
        ({"start": "2027-03-21", "end": "2027-03-23~"}, "2027-03-21", "2027-03-23"),
    ],
)
def test_an_inexact_date_stands_for_all_days_that_it_can_mean(
    site: Site, fields: dict[str, str], first: str, last: str
) -> None:
    (time,) = occurrences(site, event(**fields), first, first)
    assert (f"{time.first}", f"{time.last}") == (first, last)
    assert not time.is_exact


@pytest.mark.parametrize(
    ("fields", "zone"),
    [
        ({}, "Europe/Astrakhan"),
        ({"place": "kurmangazy-mausoleum"}, "Europe/Astrakhan"),
        ({"place": "ganyushkino"}, "Asia/Atyrau"),
        ({"timezone": "Asia/Almaty"}, "Asia/Almaty"),
        ({"place": "ganyushkino", "timezone": "Europe/Astrakhan"}, "Europe/Astrakhan"),
    ],
)
def test_the_clock_is_its_own_or_that_of_its_place(
    site: Site, fields: dict[str, str], zone: str
) -> None:
    (time,) = occurrences(site, event(start="2027-03-21", **fields), "2027-03-21", "2027-03-21")
    assert time.zone.key == zone


CLASS = {
    "start": "2027-01-05",
    "start_time": "18:30",
    "end_time": "20:00",
    "repeats": {
        "every": "weekly",
        "weekdays": ["thursday", "tuesday"],
        "until": "2027-01-28",
        "skipped": ["2027-01-07", "2027-01-19"],
        "moved": [
            {"day": "2027-01-14", "to": "2027-01-15", "start_time": "17:00"},
            {"day": "2027-01-28", "to": "2027-02-02", "start_time": "09:00", "end_time": "10:00"},
        ],
    },
}


def test_a_class_with_days_skipped_and_moved(site: Site) -> None:
    """The last of them takes place after the end that the rule names."""
    times = occurrences(site, event(**CLASS), "2027-01-01", "2027-12-31")
    assert [
        (f"{t.first}", f"{t.rule_day}", f"{t.start:%H:%M}", f"{t.end:%H:%M}") for t in times
    ] == [
        ("2027-01-05", "2027-01-05", "18:30", "20:00"),
        ("2027-01-12", "2027-01-12", "18:30", "20:00"),
        ("2027-01-15", "2027-01-14", "17:00", "20:00"),
        ("2027-01-21", "2027-01-21", "18:30", "20:00"),
        ("2027-01-26", "2027-01-26", "18:30", "20:00"),
        ("2027-02-02", "2027-01-28", "09:00", "10:00"),
    ]
    assert all(time.last == time.first and time.is_exact for time in times)
    assert [time.is_by_rule for time in times] == [True, True, False, True, True, False]


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2027-01-15", "2027-01-15", ["2027-01-15"]),
        ("2027-01-14", "2027-01-14", []),
        ("2027-01-28", "2027-02-01", []),
        ("2027-02-02", "2027-02-02", ["2027-02-02"]),
        ("2026-12-01", "2027-01-04", []),
        ("2027-02-03", "2099-12-31", []),
    ],
)
def test_a_moved_meeting_is_found_where_it_takes_place(
    site: Site, first: str, last: str, found: list[str]
) -> None:
    assert days(site, event(**CLASS), first, last) == found


def test_a_meeting_may_move_to_a_day_that_is_skipped_or_taken(site: Site) -> None:
    """By their hours, not in the order in which the record names them."""
    repeats = {
        "every": "weekly",
        "skipped": ["2027-01-19"],
        "moved": [
            {"day": "2027-01-12", "to": "2027-01-19"},
            {"day": "2027-02-02", "to": "2027-01-26", "start_time": "09:00", "end_time": "10:00"},
        ],
    }
    value = event(start="2027-01-05", start_time="18:30", repeats=repeats)
    times = occurrences(site, value, "2027-01-06", "2027-02-08")
    assert [f"{t.first} {t.start:%H:%M}" for t in times] == [
        "2027-01-19 18:30",
        "2027-01-26 09:00",
        "2027-01-26 18:30",
    ]


def test_a_class_without_days_of_the_week_meets_on_that_of_its_first_meeting(site: Site) -> None:
    value = event(start="2027-01-05", repeats={"every": "weekly", "until": "2027-01-19"})
    assert rule_weekdays(value, value.repeats) == [Weekday.TUESDAY]
    assert days(site, value, "2027-01-01", "2027-12-31") == [
        "2027-01-05",
        "2027-01-12",
        "2027-01-19",
    ]


@pytest.mark.parametrize(
    ("start", "nth", "found"),
    [
        ("2027-01-03", "1", ["2027-01-03", "2027-02-07", "2027-03-07"]),
        ("2027-01-24", "4", ["2027-01-24", "2027-02-28", "2027-03-28"]),
        ("2027-01-31", "-1", ["2027-01-31", "2027-02-28", "2027-03-28"]),
    ],
)
def test_a_monthly_club(site: Site, start: str, nth: str, found: list[str]) -> None:
    """The last Sunday is the fifth in January and the fourth in February."""
    value = event(start=start, repeats={"every": "monthly", "nth": nth})
    assert days(site, value, "2027-01-01", "2027-03-31") == found


def test_a_club_on_two_days_of_the_week(site: Site) -> None:
    repeats = {"every": "monthly", "weekdays": ["saturday", "sunday"], "nth": "1"}
    value = event(start="2027-05-01", repeats=repeats)
    assert days(site, value, "2027-05-01", "2027-06-30") == [
        "2027-05-01", "2027-05-02", "2027-06-05", "2027-06-06",
    ]  # fmt: skip


def test_a_class_without_an_end_goes_on(site: Site) -> None:
    value = event(start="2020-01-07", repeats={"every": "weekly"})
    assert days(site, value, "2999-12-20", "2999-12-31") == ["2999-12-24", "2999-12-31"]
    assert value.last_day == dt.date.max
    assert first_occurrence(site, value).last == dt.date(2020, 1, 7)


@pytest.mark.parametrize(
    ("fields", "last"),
    [
        ({"start": "2027-03-21"}, "2027-03-21"),
        ({"start": "2027-02"}, "2027-02-28"),
        ({"start": "2027-03-21", "end": "2028-01"}, "2028-01-31"),
        (CLASS, "2027-02-02"),
        (
            {"start": "2027-01-05", "repeats": {"every": "weekly", "until": "2027-05-01"}},
            "2027-05-01",
        ),
    ],
)
def test_the_last_day_counts_meetings_moved_beyond_the_end(
    fields: dict[str, object], last: str
) -> None:
    assert f"{event(**fields).last_day}" == last


def test_only_days_by_the_rule_are_by_the_rule() -> None:
    """Skipped and moved ones too, and none before the first or after the last."""
    value = event(**CLASS)
    january = [dt.date(2026, 12, 25) + n * DAY for n in range(50)]
    by_rule = [f"{day:%m-%d}" for day in january if is_by_rule(value, value.repeats, day)]
    assert by_rule == [
        "01-05", "01-07", "01-12", "01-14", "01-19", "01-21", "01-26", "01-28",
    ]  # fmt: skip


def _nth_in_month(day: dt.date, nth: int) -> bool:
    """Tell by counting whether a day is the nth of its weekday in its month."""
    same = [day + 7 * n * DAY for n in range(-5, 6)]
    same = [other for other in same if (other.year, other.month) == (day.year, day.month)]
    return same[nth if nth < 0 else nth - 1] == day


@st.composite
def repeating_events(draw: st.DrawFn) -> Event:
    """Draw an event whose first meeting is by its rule, with some meetings skipped and moved."""
    start = draw(st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31)))
    others = draw(st.lists(st.sampled_from(WEEKDAYS), max_size=3, unique=True))
    own = WEEKDAYS[start.weekday()]
    repeats: dict[str, object] = {"every": "weekly"}
    if others:
        repeats["weekdays"] = [*{*others, own}]
    if draw(st.booleans()):
        nths = [n for n in (1, 2, 3, 4, -1) if _nth_in_month(start, n)]
        repeats |= {"every": "monthly", "nth": str(nths[-1])}
    if draw(st.booleans()):
        repeats["until"] = f"{start + draw(st.integers(0, 500)) * DAY}"
    plain = event(start=f"{start}", repeats=repeats)
    by_rule = _by_brute_force(plain, start, start + 400 * DAY)
    changed = draw(st.lists(st.sampled_from(by_rule), max_size=6, unique=True))
    cut = draw(st.integers(0, len(changed)))
    shifts = st.integers(-40, 40)
    repeats["skipped"] = [f"{day}" for day in changed[:cut]]
    repeats["moved"] = [
        {"day": f"{day}", "to": f"{day + draw(shifts) * DAY}"} for day in changed[cut:]
    ]
    return event(start=f"{start}", repeats=repeats)


def _by_brute_force(value: Event, first: dt.date, last: dt.date) -> list[dt.date]:
    """Ask every day of a window whether there is a meeting."""
    repeats, start = value.repeats, value.start.first
    assert repeats is not None
    weekdays = {WEEKDAYS.index(day) for day in repeats.weekdays} or {start.weekday()}
    changed = {*repeats.skipped, *(moved.day for moved in repeats.moved)}
    found = []
    day = first
    while day <= last:
        if (
            start <= day <= (repeats.until or day)
            and day.weekday() in weekdays
            and (repeats.nth is None or _nth_in_month(day, repeats.nth))
            and day not in changed
        ):
            found.append(day)
        found += [moved.to for moved in repeats.moved if moved.to == day]
        day += DAY
    return found


@EXAMPLES
@given(repeating_events(), st.integers(-60, 500), st.integers(0, 200))
def test_meetings_are_those_of_a_count_day_by_day(value: Event, offset: int, length: int) -> None:
    first = value.start.first + offset * DAY
    last = first + length * DAY
    assert value.repeats is not None
    found = [meeting.day for meeting in meetings_between(value, value.repeats, first, last)]
    assert found == _by_brute_force(value, first, last)


WEEKLY = {"every": "weekly", "weekdays": ["thursday", "tuesday"], "until": "2027-05-27"}


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"start_time": "18:30"}, "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270527T143000Z"),
        ({}, "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270527"),
        ({"repeats": {"every": "monthly", "nth": "-1"}}, "FREQ=MONTHLY;BYDAY=-1TU"),
    ],
)
def test_the_rule_as_calendars_write_it(fields: dict[str, object], rule: str) -> None:
    value = event(**{"start": "2027-01-05", "repeats": WEEKLY, **fields})
    assert value.repeats
    assert recurrence_rule(value, value.repeats, ASTRAKHAN) == rule
