"""Dates, clocks and numbers in words."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from site_builder.formatting import (
    format_clocks,
    format_date,
    format_day,
    format_degrees,
    format_figures,
    format_number,
    format_period,
    format_weekday,
)
from site_builder.languages import Language
from site_builder.schema.scalars import ApproximateDate
from site_builder.ui_strings import load_strings

KK = load_strings(Language.KK)
RU = load_strings(Language.RU)


def plain(text: str) -> str:
    """Return `text` with ordinary spaces; where they must not break has its own test."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("first", "last", "kk", "ru"),
    [
        ("2027-03-21", "2027-03-21", "2027 жылғы 21 наурыз", "21 марта 2027 г."),
        ("2027-03-21", "2027-03-23", "2027 жылғы 21–23 наурыз", "21–23 марта 2027 г."),
        (
            "2027-03-30",
            "2027-04-02",
            "2027 жылғы 30 наурыз – 2 сәуір",
            "30 марта – 2 апреля 2027 г.",
        ),
        (
            "2027-12-30",
            "2028-01-03",
            "2027 жылғы 30 желтоқсан – 2028 жылғы 3 қаңтар",
            "30 декабря 2027 г. – 3 января 2028 г.",
        ),
    ],
)
def test_periods(first: str, last: str, kk: str, ru: str) -> None:
    """Whole month names, the year once where one is enough, Kazakh with the year first."""
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    assert plain(format_period(KK, *days)) == kk
    assert plain(format_period(RU, *days)) == ru


def test_the_same_month_of_two_years_is_not_one_range() -> None:
    """Otherwise a year would look like three days."""
    days = dt.date(2027, 3, 21), dt.date(2028, 3, 23)
    assert plain(format_period(RU, *days)) == "21 марта 2027 г. – 23 марта 2028 г."


@pytest.mark.parametrize(
    ("date", "kk", "ru"),
    [
        ("1823", "1823 жыл", "1823 г."),
        ("2005-10", "2005 жылғы қазан", "октябрь 2005 г."),
        ("2011-10-12", "2011 жылғы 12 қазан", "12 октября 2011 г."),
        ("1880~", "шамамен 1880 жыл", "примерно 1880 г."),
    ],
)
def test_dates_as_exact_as_known(date: str, kk: str, ru: str) -> None:
    """A month without a day stands in the nominative in Russian."""
    value = ApproximateDate.parse(date)
    assert plain(format_date(KK, value)) == kk
    assert plain(format_date(RU, value)) == ru


def test_a_line_never_breaks_inside_a_day() -> None:
    """Day and month stay together, and «г.» stays with its year."""
    day = dt.date(2027, 3, 21)
    assert "21\u00a0наурыз" in format_day(KK, day)
    assert "21\u00a0марта" in format_day(RU, day)
    assert "2027\u00a0г." in format_day(RU, day)
    assert "21–23\u00a0наурыз" in format_period(KK, day, dt.date(2027, 3, 23))
    assert "2\u00a0апреля 2027\u00a0г." in format_period(RU, day, dt.date(2027, 4, 2))
    assert "1823\u00a0г." in format_date(RU, ApproximateDate(1823))


def test_weekday() -> None:
    """21 March 2027 is a Sunday."""
    assert format_weekday(KK, dt.date(2027, 3, 21)) == "жексенбі"
    assert format_weekday(RU, dt.date(2027, 3, 21)) == "воскресенье"


def at(day: dt.date, hour: str, zone: str = "Europe/Astrakhan") -> dt.datetime:
    """Return a moment on the clock of a zone."""
    return dt.datetime.combine(day, dt.time.fromisoformat(hour), ZoneInfo(zone))


@pytest.mark.parametrize("day", [dt.date(2027, 1, 15), dt.date(2027, 7, 15)])
def test_both_clocks_are_one_hour_apart_in_winter_and_summer(day: dt.date) -> None:
    """Neither side of the border has summer time."""
    for strings in (KK, RU):
        words = format_clocks(strings, at(day, "18:30"), at(day, "20:00"))
        assert words.startswith("18:30–20:00 ")
        assert "19:30–21:00" in words
        assert "UTC+4" in words
        assert "UTC+5" in words


def test_the_clock_beyond_the_border_passes_midnight() -> None:
    """Half past eleven in the evening is half past midnight there, and the next day."""
    words = format_clocks(RU, at(dt.date(2027, 3, 21), "23:30"))
    assert "00:30 следующего дня в Атырау" in words
    assert "23:30 по Астрахани" in words


def test_times_of_kazakhstan_are_given_in_astrakhan_too() -> None:
    """Whoever lives in Astrakhan reads an hour less."""
    words = format_clocks(RU, at(dt.date(2027, 3, 21), "18:00", "Asia/Oral"))
    assert words.startswith("17:00 по Астрахани (UTC+4), 18:00 в Атырау")
    words = format_clocks(RU, at(dt.date(2027, 3, 21), "00:30", "Asia/Oral"))
    assert words.startswith("23:30 предыдущего дня по Астрахани (UTC+4), 00:30 в Атырау")


def test_a_third_clock_is_told_where_it_is_another() -> None:
    """Astana was at UTC+6 until 2024, and Astrakhan at UTC+3 for a winter and a half."""
    words = format_clocks(KK, at(dt.date(2018, 7, 1), "12:00", "Asia/Almaty"))
    assert words.startswith("12:00 (жергілікті уақыт), 10:00 ")
    assert "UTC+3" in format_clocks(RU, at(dt.date(2015, 7, 1), "12:00"))


def test_thousands_are_apart_but_do_not_break() -> None:
    """By CLDR, with a no-break space."""
    assert format_number(RU, 149415) == "149\u00a0415"
    assert format_number(KK, 149415) == "149\u00a0415"


@pytest.mark.parametrize(
    ("first", "last", "figures"),
    [
        ("2027-03-21", "2027-03-21", "21"),
        ("2027-03-01", "2027-03-03", "1–3"),
        ("2027-05-30", "2027-06-01", "30.05–01.06"),
        ("2026-12-30", "2027-12-30", "30.12–30.12"),
    ],
)
def test_days_in_figures(first: str, last: str, figures: str) -> None:
    assert format_figures(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) == figures


@pytest.mark.parametrize(
    ("lat", "lon", "kk", "ru"),
    [
        (
            46.27541,
            48.50625,
            "46°16′31″ с. е., 48°30′23″ ш. б.",
            "46°16′31″ с. ш., 48°30′23″ в. д.",
        ),
        # 59.99 seconds, and 59 minutes before them, are carried.
        (
            46.016664,
            48.999997,
            "46°01′00″ с. е., 49°00′00″ ш. б.",
            "46°01′00″ с. ш., 49°00′00″ в. д.",
        ),
        (0, 5.0001, "0°00′00″ с. е., 5°00′00″ ш. б.", "0°00′00″ с. ш., 5°00′00″ в. д."),
        (-33.5, -70.25, "33°30′00″ о. е., 70°15′00″ б. б.", "33°30′00″ ю. ш., 70°15′00″ з. д."),
    ],
)
def test_degrees_minutes_and_seconds(lat: float, lon: float, kk: str, ru: str) -> None:
    assert plain(format_degrees(KK, lat, lon)) == kk
    assert plain(format_degrees(RU, lat, lon)) == ru
