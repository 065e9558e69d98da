"""The days of the real holidays against other people's calendars.

`holidays` (PyPI) tells the laws of both countries and what the muftiates have announced; the
announced days here are those of the dossier.
"""

from __future__ import annotations

import datetime as dt
from functools import cache

import holidays
import pytest

from site_builder.loader import load_content
from site_builder.occurrences.holidays import Period, periods_in_year
from site_builder.schema.holidays import Holiday, UndatedRule
from tests.support import ROOT

YEARS = range(2024, 2033)
DAY = dt.timedelta(days=1)

NOT_OURS = {
    "New Year's Day",
    "Orthodox Christmas",
    "International Women's Day",
    "Defender of the Fatherland Day",
    "Victory Day",
}
"""Days off in Kazakhstan that are no subject of the site."""

DAYS_OFF_2026 = {
    "01-01", "01-02", "01-07", "03-08", "03-21", "03-22", "03-23",
    "05-01", "05-07", "05-09", "05-27", "07-06", "10-25", "12-16",
}  # fmt: skip
"""As the dossier lists them for Kazakhstan, without 30 August: the referendum took it away."""


@cache
def _holidays() -> dict[str, Holiday]:
    entries = load_content(ROOT / "content").entries["holidays"]
    return {id_: entry.record for id_, entry in entries.items()}


def _first_days(id_: str, year: int) -> list[str]:
    return [f"{period.first:%m-%d}" for period in periods_in_year(_holidays()[id_], year)]


def _spans(id_: str, year: int) -> list[tuple[str, str]]:
    periods = periods_in_year(_holidays()[id_], year)
    return [(f"{period.first:%m-%d}", f"{period.last:%m-%d}") for period in periods]


def _estimates(id_: str, year: int) -> list[Period]:
    """Return what the table alone gives, whatever has been announced since."""
    record = _holidays()[id_].model_copy(update={"dates": []})
    return periods_in_year(record, year)


@cache
def _public(country: str, year: int) -> dict[dt.date, list[str]]:
    """Return the public holidays of a law by day, without days off in their stead."""
    calendar = holidays.country_holidays(
        country, years=year, observed=False, language="en_US", categories=("public",)
    )
    named = {day: calendar.get_list(day) for day in calendar}
    return {
        day: names
        for day, names in named.items()
        if not any(name.startswith("Day off") for name in names)
    }


def _moon_days(country: str, name: str, year: int) -> list[dt.date]:
    days = _public(country, year)
    return sorted(day for day, names in days.items() if any(n.startswith(name) for n in names))


def _days_off_in_kazakhstan(year: int) -> set[dt.date]:
    """Return the days off of our records; of the days of a moon holiday only the first is one."""
    days: set[dt.date] = set()
    for record in _holidays().values():
        if record.kazakhstan and record.kazakhstan.day_off:
            for period in periods_in_year(record, year):
                length = 1 if record.by_moon else (period.last - period.first).days + 1
                days |= {period.first + n * DAY for n in range(length)}
    return days


@pytest.mark.parametrize("year", YEARS)
def test_days_off_in_kazakhstan_are_those_of_the_law(year: int) -> None:
    law = _public("KZ", year)
    (kurban,) = periods_in_year(_holidays()["kurban-ait"], year)
    by_law = {
        day
        for day, names in law.items()
        if set(names) - NOT_OURS and not all(name.startswith("Eid al-Adha") for name in names)
    }
    # Kurban Ait has a test of its own, and in 2032 it falls on a day of Nauryz.
    assert _days_off_in_kazakhstan(year) - {kurban.first} == by_law - {kurban.first}
    assert kurban.first in _days_off_in_kazakhstan(year)


def test_days_off_in_kazakhstan_in_2026_are_those_of_the_announced_list() -> None:
    others = {day for day, names in _public("KZ", 2026).items() if set(names) <= NOT_OURS}
    days = {f"{day:%m-%d}" for day in _days_off_in_kazakhstan(2026) | others}
    assert days == DAYS_OFF_2026


CONSTITUTION_DAYS = {2024: ["08-30"], 2025: ["08-30"], 2026: []}


@pytest.mark.parametrize("year", YEARS)
def test_constitution_day_moved_by_law(year: int) -> None:
    assert _first_days("constitution", year) == CONSTITUTION_DAYS.get(year, ["03-15"])


FIXED = {
    "abai-day": "08-10", "capital-day": "07-06", "grave-cleaning": "04-29",
    "independence-day": "12-16", "korisu": "03-14", "language-day-kz": "09-05",
    "mother-tongue": "02-21", "republic-day": "10-25", "unity-day": "05-01",
}  # fmt: skip


@pytest.mark.parametrize("year", YEARS)
def test_fixed_days_and_ranges(year: int) -> None:
    assert {id_: _first_days(id_, year) for id_ in FIXED} == {k: [v] for k, v in FIXED.items()}
    assert _spans("nauryz", year) == [("03-21", "03-23")]
    assert _spans("nauryznama", year) == [("03-14", "03-23")]


@pytest.mark.parametrize(
    ("id_", "first_year"),
    [
        ("abai-day", 2020),
        ("dombra-day", 2018),
        ("grave-cleaning", 2023),
        ("language-day-kz", 2017),
        ("nauryznama", 2024),
        ("republic-day", 2022),
    ],
)
def test_days_that_were_introduced_begin_in_their_first_year(id_: str, first_year: int) -> None:
    assert periods_in_year(_holidays()[id_], first_year - 1) == []
    assert len(periods_in_year(_holidays()[id_], first_year)) == 1


@pytest.mark.parametrize("year", YEARS)
def test_dombyra_day_is_the_first_sunday_of_july(year: int) -> None:
    (period,) = periods_in_year(_holidays()["dombra-day"], year)
    sundays = [dt.date(year, 7, n) for n in range(1, 8) if dt.date(year, 7, n).isoweekday() == 7]
    assert [period.first, period.last] == sundays * 2


@pytest.mark.parametrize("year", YEARS)
def test_kurban_ait_is_within_a_day_of_that_of_the_kazakh_calendar(year: int) -> None:
    (real,) = _moon_days("KZ", "Eid al-Adha", year)
    (estimate,) = _estimates("kurban-ait", year)
    assert abs(estimate.first - real) <= DAY
    assert estimate.last - estimate.first == 2 * DAY
    assert estimate.is_calculated


@pytest.mark.parametrize(
    ("id_", "name"), [("oraza-ait", "Eid al-Fitr"), ("kurban-ait", "Eid al-Adha")]
)
@pytest.mark.parametrize("year", YEARS)
def test_aits_are_within_a_day_of_those_of_the_turkish_table(
    id_: str, name: str, year: int
) -> None:
    """Turkey's directorate of religion calculates its own; it is published to 2032."""
    of_turkey = _moon_days("TR", name, year)[0]
    (estimate,) = _estimates(id_, year)
    assert abs(estimate.first - of_turkey) <= DAY


ANNOUNCED = [
    ("oraza-ait", "2024-04-10"),
    ("oraza-ait", "2026-03-20"),
    ("kurban-ait", "2020-07-31"),
    ("kurban-ait", "2022-07-09"),
    ("kurban-ait", "2024-06-16"),
    ("kurban-ait", "2025-06-06"),
    ("kurban-ait", "2026-05-27"),
]


@pytest.mark.parametrize(("id_", "first"), ANNOUNCED)
def test_announced_aits_are_confirmed_and_near_the_estimate(id_: str, first: str) -> None:
    day = dt.date.fromisoformat(first)
    (period,) = periods_in_year(_holidays()[id_], day.year)
    (estimate,) = _estimates(id_, day.year)
    assert period.first == day
    assert period.listed is not None
    assert not period.is_calculated
    assert abs(estimate.first - day) <= DAY
    assert period.key == estimate.key


@pytest.mark.parametrize("id_", ["oraza-ait", "kurban-ait"])
@pytest.mark.parametrize("year", range(2027, 2033))
def test_aits_that_nobody_has_announced_are_estimates(id_: str, year: int) -> None:
    periods = periods_in_year(_holidays()[id_], year)
    assert periods
    assert all(period.is_calculated for period in periods)


@pytest.mark.parametrize("year", YEARS)
def test_russia_has_the_day_off_as_its_law_says(year: int) -> None:
    """A day off in the stead of another, such as 29 April 2024, makes no holiday of its day."""
    law = _public("RU", year)
    compared = 0
    for id_, record in _holidays().items():
        for period in periods_in_year(record, year) if record.russia else []:
            days = {period.first + n * DAY for n in range((period.last - period.first).days + 1)}
            assert (record.russia.day_off is True) == (days <= set(law)), (id_, year)
            assert record.russia.day_off or not days & set(law), (id_, year)
            compared += 1
    assert compared >= 14


def test_every_holiday_of_known_days_says_whether_russia_keeps_it() -> None:
    """All but those that the region itself names a day for."""
    silent = {id_ for id_, record in _holidays().items() if record.russia is None}
    undated = {id_ for id_, r in _holidays().items() if isinstance(r.rule, UndatedRule)}
    assert silent == undated | {"zhailau-toy"}
