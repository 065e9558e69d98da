"""On which days holidays fall."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from site_builder.occurrences.holidays import next_period, periods_in_year
from site_builder.schema.holidays import Holiday

TEXT = {"kk": "Мереке", "ru": "Праздник"}
DOMBYRA = {"type": "nth-weekday", "month": "7", "weekday": "sunday", "nth": "1"}


def holiday(rule: dict[str, str], dates: tuple[tuple[str, str], ...] = ()) -> Holiday:
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
