"""On which days holidays fall."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest

from site_builder.occurrences.holidays import next_period, periods_between, periods_in_year
from site_builder.schema.holidays import Holiday

TEXT = {"kk": "Мереке", "ru": "Праздник"}
DOMBYRA = {"type": "nth-weekday", "month": "7", "weekday": "sunday", "nth": "1"}
ORAZA = {"type": "hijri", "month": "10", "day": "1", "sources": ["table"]}
KURBAN = {"type": "hijri", "month": "12", "day": "10", "days": "3", "sources": ["table"]}
LAW = {
    "type": "changed",
    "periods": [
        {"last_year": "2025", "rule": {"type": "fixed", "day": "08-30"}, "sources": ["old"]},
        {
            "first_year": "2027",
            "last_year": "2028",
            "rule": {"type": "range", "first": "03-15", "last": "03-16"},
            "sources": ["new"],
        },
        {"first_year": "2031", "rule": DOMBYRA, "sources": ["newest"]},
    ],
}


def holiday(rule: dict[str, Any], dates: tuple[tuple[str, str], ...] = ()) -> Holiday:
    """Return a holiday with a rule and with listed dates and their states."""
    data: dict[str, Any] = {
        "title": TEXT,
        "summary": TEXT,
        "rule": rule,
        "sources": ["gazette"],
        "group": "folk",
    }
    data["dates"] = [{"start": day, "state": state, "sources": ["gazette"]} for day, state in dates]
    return Holiday.model_validate(data)


def days(value: Holiday, year: int) -> list[tuple[str, str]]:
    """Return first and last days of a year's periods."""
    return [(p.first.isoformat(), p.last.isoformat()) for p in periods_in_year(value, year)]


def test_a_fixed_day() -> None:
    """Every year, one day."""
    republic_day = holiday({"type": "fixed", "day": "10-25"})
    assert days(republic_day, 2026) == [("2026-10-25", "2026-10-25")]
    assert days(republic_day, 1990) == [("1990-10-25", "1990-10-25")]


def test_nauryz_has_three_days() -> None:
    """Both ends are included."""
    nauryz = holiday({"type": "range", "first": "03-21", "last": "03-23"})
    assert days(nauryz, 2027) == [("2027-03-21", "2027-03-23")]


def test_a_range_over_new_year_ends_in_the_next_year() -> None:
    """It belongs to the year in which it begins."""
    winter = holiday({"type": "range", "first": "12-30", "last": "01-03"})
    assert days(winter, 2027) == [("2027-12-30", "2028-01-03")]


def test_29_february_is_28_in_other_years() -> None:
    """The day is kept every year."""
    leap = holiday({"type": "fixed", "day": "02-29"})
    assert days(leap, 2028) == [("2028-02-29", "2028-02-29")]
    assert days(leap, 2027) == [("2027-02-28", "2027-02-28")]


# The first Sundays of July, from a printed calendar.
FIRST_SUNDAYS = {
    2018: 1, 2019: 7, 2020: 5, 2021: 4, 2022: 3, 2023: 2, 2024: 7, 2025: 6,
    2026: 5, 2027: 4, 2028: 2, 2029: 1, 2030: 7, 2031: 6, 2032: 4,
}  # fmt: skip


@pytest.mark.parametrize(("year", "day"), FIRST_SUNDAYS.items())
def test_dombyra_day_is_the_first_sunday_of_july(year: int, day: int) -> None:
    """Including years in which July itself begins on a Sunday."""
    assert days(holiday(DOMBYRA), year) == [(f"{year}-07-{day:02}", f"{year}-07-{day:02}")]


def test_a_fifth_weekday_is_not_in_every_year() -> None:
    """March 2026 has five Sundays, March 2027 four."""
    fifth = holiday({"type": "nth-weekday", "month": "3", "weekday": "sunday", "nth": "5"})
    assert days(fifth, 2026) == [("2026-03-29", "2026-03-29")]
    assert days(fifth, 2027) == []


def test_listed_days_are_only_those_listed_in_order() -> None:
    """Twice in some years and in others, here, not at all; each keeps a name of its own."""
    eid = holiday(
        {"type": "listed", "days": "3"},
        (("2030-12-25", "held"), ("2030-01-04", "held"), ("2026-05-27", "announced")),
    )
    assert days(eid, 2030) == [("2030-01-04", "2030-01-06"), ("2030-12-25", "2030-12-27")]
    assert days(eid, 2026) == [("2026-05-27", "2026-05-29")]
    assert days(eid, 2027) == []
    assert [p.key for p in periods_in_year(eid, 2030)] == ["2030", "2030-2"]
    assert [p.is_calculated for p in periods_in_year(eid, 2026)] == [False]


def test_a_rule_takes_up_what_is_listed_for_its_day() -> None:
    """The note and the sources of a single year."""
    nauryz = holiday(
        {"type": "range", "first": "03-21", "last": "03-23"}, (("2026-03-21", "held"),)
    )
    (held,) = periods_in_year(nauryz, 2026)
    (later,) = periods_in_year(nauryz, 2027)
    assert held.listed is not None
    assert held.listed.state == "held"
    assert later.listed is None
    assert not later.is_calculated


@pytest.mark.parametrize(
    ("today", "first"),
    [
        ("2027-03-20", "2027-03-21"),
        ("2027-03-21", "2027-03-21"),
        ("2027-03-23", "2027-03-21"),
        ("2027-03-24", "2028-03-21"),
    ],
)
def test_the_next_period_may_be_going_on(today: str, first: str) -> None:
    """It is over on the day after its last."""
    nauryz = holiday({"type": "range", "first": "03-21", "last": "03-23"})
    period = next_period(nauryz, dt.date.fromisoformat(today))
    assert period is not None
    assert period.first.isoformat() == first


def test_a_period_that_began_last_year_is_going_on() -> None:
    """On 2 January the New Year's days are not over."""
    winter = holiday({"type": "range", "first": "12-30", "last": "01-03"})
    period = next_period(winter, dt.date(2028, 1, 2))
    assert period is not None
    assert period.first == dt.date(2027, 12, 30)


def test_no_next_period_when_the_list_is_at_its_end() -> None:
    """The page says that the day is not known yet."""
    eid = holiday({"type": "listed"}, (("2026-05-27", "held"),))
    assert next_period(eid, dt.date(2026, 5, 27)) is not None
    assert next_period(eid, dt.date(2026, 5, 28)) is None


def test_periods_can_be_sorted_even_if_a_day_is_listed_twice() -> None:
    """Two sources may give one day two rows; the page sorts them all."""
    eid = holiday({"type": "listed"}, (("2026-05-27", "announced"), ("2026-05-27", "held")))
    periods = sorted(periods_in_year(eid, 2026))
    assert [period.first for period in periods] == [dt.date(2026, 5, 27)] * 2


# From printed calendars: the days on which the Umm al-Qura calendar puts 1 Shawwal.
SHAWWAL = {2024: "2024-04-10", 2025: "2025-03-30", 2026: "2026-03-20", 2027: "2027-03-09"}


@pytest.mark.parametrize(("year", "day"), SHAWWAL.items())
def test_a_day_of_the_moon_is_an_estimate_with_the_source_of_the_table(year: int, day: str) -> None:
    (period,) = periods_in_year(holiday(ORAZA), year)
    assert (period.first.isoformat(), period.last.isoformat()) == (day, day)
    assert period.is_calculated
    assert period.listed is None
    assert period.sources == ("table",)


def test_a_day_of_the_moon_falls_twice_into_some_years() -> None:
    """Hijri years are eleven days shorter: in 2033 Oraza Ait comes in January and in December."""
    twice = periods_in_year(holiday(ORAZA), 2033)
    assert [p.first.isoformat() for p in twice] == ["2033-01-02", "2033-12-23"]
    assert [p.key for p in twice] == ["1454", "1455"]


def test_the_new_year_of_the_moon_falls_twice_into_a_year_too() -> None:
    """In 2008 two Hijri years began after that which was going on at its first day."""
    new_year = holiday({"type": "hijri", "month": "1", "day": "1", "sources": ["table"]})
    assert [first for first, _ in days(new_year, 2008)] == ["2008-01-10", "2008-12-29"]


@pytest.mark.parametrize(("month", "day"), [(1, 1), (2, 15), (6, 20), (9, 27), (12, 10), (12, 29)])
def test_every_hijri_year_has_its_day_once(month: int, day: int) -> None:
    """None is lost or doubled where a year of ours ends."""
    rule = {"type": "hijri", "month": f"{month}", "day": f"{day}", "sources": ["table"]}
    found = [p for year in range(1925, 2077) for p in periods_in_year(holiday(rule), year)]
    keys = [int(period.key) for period in found]
    assert keys == list(range(keys[0], keys[0] + len(keys)))
    gaps = {(after.first - before.first).days for before, after in itertools.pairwise(found)}
    assert gaps <= {353, 354, 355, 356}


@pytest.mark.parametrize("shift", [-2, -1, 0, 1, 2])
def test_a_confirmed_day_takes_the_place_of_the_estimate_and_keeps_its_key(shift: int) -> None:
    real = dt.date(2027, 5, 16) + dt.timedelta(days=shift)
    (estimate,) = periods_in_year(holiday(KURBAN), 2027)
    (confirmed,) = periods_in_year(holiday(KURBAN, ((real.isoformat(), "announced"),)), 2027)
    assert estimate.first == dt.date(2027, 5, 16)
    assert confirmed.first == real
    assert confirmed.last == real + dt.timedelta(days=2)
    assert confirmed.key == estimate.key == "1448"
    assert (confirmed.is_calculated, confirmed.sources) == (False, ("gazette",))
    assert confirmed.listed is not None


@pytest.mark.parametrize("shift", [-3, 3])
def test_a_day_further_off_confirms_nothing(shift: int) -> None:
    """It is a slip of the finger; a rule over the site reports it."""
    wrong = dt.date(2027, 5, 16) + dt.timedelta(days=shift)
    (period,) = periods_in_year(holiday(KURBAN, ((wrong.isoformat(), "announced"),)), 2027)
    assert period.first == dt.date(2027, 5, 16)
    assert period.is_calculated


@pytest.mark.parametrize(
    ("month", "day", "estimate", "real", "key"),
    [
        ("7", "1", "2025-01-01", "2024-12-31", "1446"),
        ("8", "15", "2028-12-31", "2029-01-01", "1450"),
    ],
)
def test_a_day_may_be_confirmed_into_another_year(
    month: str, day: str, estimate: str, real: str, key: str
) -> None:
    """It leaves the one, appears in the other and stays the same day for calendars."""
    rule = {"type": "hijri", "month": month, "day": day, "sources": ["table"]}
    by_table, announced = holiday(rule), holiday(rule, ((real, "announced"),))
    left, entered = int(estimate[:4]), int(real[:4])
    assert (estimate, key) in [(f"{p.first}", p.key) for p in periods_in_year(by_table, left)]
    assert (real, key) in [(f"{p.first}", p.key) for p in periods_in_year(announced, entered)]
    assert key not in [p.key for p in periods_in_year(announced, left)]
    assert key not in [p.key for p in periods_in_year(by_table, entered)]


@pytest.mark.parametrize("year", [1, 1924, 2077, 2999])
def test_years_outside_of_the_table_give_nothing(year: int) -> None:
    assert periods_in_year(holiday(KURBAN), year) == []


@pytest.mark.parametrize("year", [1925, 2076])
def test_the_first_and_the_last_year_of_the_table_give_their_days(year: int) -> None:
    """1342 and 1501 AH, beside them, are not in it."""
    assert len(periods_in_year(holiday(KURBAN), year)) == 1


def test_a_changed_law_gives_each_year_its_rule_and_the_years_between_none() -> None:
    law = holiday(LAW)
    assert days(law, 1995) == [("1995-08-30", "1995-08-30")]
    assert days(law, 2025) == [("2025-08-30", "2025-08-30")]
    assert days(law, 2026) == []
    assert days(law, 2027) == [("2027-03-15", "2027-03-16")]
    assert days(law, 2029) == days(law, 2030) == []
    assert days(law, 2031) == [("2031-07-06", "2031-07-06")]
    assert [p.sources for y in (2025, 2027, 2031) for p in periods_in_year(law, y)] == [
        ("old",),
        ("new",),
        ("newest",),
    ]


def test_the_next_period_passes_over_a_gap_of_the_law() -> None:
    period = next_period(holiday(LAW), dt.date(2028, 3, 17))
    assert period is not None
    assert period.first == dt.date(2031, 7, 6)


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2027-12-31", "2027-12-31", ["2027-12-30"]),
        ("2028-01-03", "2028-12-29", ["2027-12-30"]),
        ("2028-01-04", "2028-12-29", []),
        ("2028-01-04", "2028-12-30", ["2028-12-30"]),
        ("2027-12-30", "2028-12-30", ["2027-12-30", "2028-12-30"]),
    ],
)
def test_periods_with_a_day_in_a_window(first: str, last: str, found: list[str]) -> None:
    """Both ends count, and what began in the year before."""
    winter = holiday({"type": "range", "first": "12-30", "last": "01-03"})
    window = (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert [p.first.isoformat() for p in periods_between(winter, *window)] == found
