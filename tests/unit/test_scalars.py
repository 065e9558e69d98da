"""Types of single values."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from site_builder.languages import Language
from site_builder.schema.base import Prose
from site_builder.schema.scalars import (
    ApproximateDate,
    Boolean,
    ClockTime,
    Date,
    Decimal,
    Id,
    Integer,
    Line,
    MonthDay,
    Paragraphs,
    Phone,
    Url,
    is_id,
)


def read(type_: Any, value: object) -> Any:
    """Return what `type_` makes of `value`, or the code of its refusal."""
    try:
        return TypeAdapter(type_).validate_python(value)
    except ValidationError as error:
        return error.errors()[0]["type"]


@pytest.mark.parametrize("id_", ["a", "0", "nauryz-2027", "a-b-c", "x" * 64, "com", "com10"])
def test_ids(id_: str) -> None:
    """They are file names and parts of URLs."""
    assert is_id(id_)
    assert read(Id, id_) == id_


@pytest.mark.parametrize(
    "id_",
    [
        *["", "A", "a_b", "a b", "-a", "a-", "a--b", "а", "ә", "²", "a\n", "a.b", "../a", "x" * 65],
        *["con", "nul", "com1", "lpt9"],
    ],
)
def test_what_is_no_id(id_: str) -> None:
    """Windows must be able to keep the file, and a URL must need no escapes."""
    assert not is_id(id_)
    assert read(Id, id_) == "bad-id"


@pytest.mark.parametrize(
    ("type_", "value", "result"),
    [
        (Date, "2027-03-21", dt.date(2027, 3, 21)),
        (Date, "2028-02-29", dt.date(2028, 2, 29)),
        (Date, "2026-02-30", "no-such-date"),
        (Date, "2027-02-29", "no-such-date"),
        (Date, "2027-13-01", "no-such-date"),
        (Date, "0000-01-01", "bad-date"),
        (Date, "2027-3-21", "bad-date"),
        (Date, "21.03.2027", "bad-date"),
        (Date, "2027-03", "bad-date"),
        (Date, "20270321", "bad-date"),
        (Date, "1742515200", "bad-date"),
        (Date, "2027-03-21\n", "bad-date"),
        (Date, "2027-03-21 18:30", "bad-date"),
        (Date, None, "bad-date"),
        (Date, [], "bad-date"),
        (ClockTime, "18:30", dt.time(18, 30)),
        (ClockTime, "00:00", dt.time(0, 0)),
        (ClockTime, "23:59", dt.time(23, 59)),
        (ClockTime, "24:00", "bad-time"),
        (ClockTime, "18:60", "bad-time"),
        (ClockTime, "9:30", "bad-time"),
        (ClockTime, "18.30", "bad-time"),
        (ClockTime, "18:30:00", "bad-time"),
        (ClockTime, "1110", "bad-time"),
        (ClockTime, None, "bad-time"),
        (Boolean, "true", True),
        (Boolean, "false", False),
        (Boolean, "yes", "bad-boolean"),
        (Boolean, "no", "bad-boolean"),
        (Boolean, "True", "bad-boolean"),
        (Boolean, "1", "bad-boolean"),
        (Boolean, None, "bad-boolean"),
        (Boolean, ["true"], "bad-boolean"),
        (Integer, "0", 0),
        (Integer, "-7", -7),
        (Integer, "010", 10),
        (Integer, "1_000", "bad-integer"),
        (Integer, "1 000", "bad-integer"),
        (Integer, "+5", "bad-integer"),
        (Integer, "5.0", "bad-integer"),
        (Integer, "9" * 13, "bad-integer"),
        (Integer, None, "bad-integer"),
        (Decimal, "46.27541", 46.27541),
        (Decimal, "-0.5", -0.5),
        (Decimal, "46", 46.0),
        (Decimal, "46,27541", "bad-decimal"),
        (Decimal, "46°", "bad-decimal"),
        (Decimal, "inf", "bad-decimal"),
        (Decimal, "nan", "bad-decimal"),
        (Decimal, "1e3", "bad-decimal"),
        (Decimal, ".5", "bad-decimal"),
        (Decimal, None, "bad-decimal"),
        (Phone, "+7 8512 00-00-00", "+7 8512 00-00-00"),
        (Phone, "+7 (8512) 000000", "+7 (8512) 000000"),
        (Phone, "8 8512 00-00-00", "bad-phone"),
        (Phone, "7 8512 00-00-00", "bad-phone"),
        (Phone, "+7 8512", "+7 8512"),
        (Phone, "+7", "bad-phone"),
        (Phone, "+7 8512 00-00-00 доб. 5", "bad-phone"),
        (Phone, None, "bad-phone"),
        (Url, "https://site.example/a?b=c#d", "https://site.example/a?b=c#d"),
        (Url, "http://site.example", "http://site.example"),
        (Url, "https://қаз.қаз/", "https://қаз.қаз/"),
        (Url, "www.site.example", "bad-url"),
        (Url, "//site.example", "bad-url"),
        (Url, "javascript:alert(1)", "bad-url"),
        (Url, "https:///a", "bad-url"),
        (Url, "https://", "bad-url"),
        (Url, "https://[", "bad-url"),
        (Url, "https://a..b/", "bad-url"),
        (Url, "https://a b", "bad-url"),
        (Url, ' https://a"><script>', "bad-url"),
        (Url, None, "bad-url"),
        (Line, " а  ә ", "а  ә"),
        (Line, "а\n", "а"),
        (Line, "а\nә", "text-of-several-lines"),
        (Line, "", "empty-text"),
        (Line, " \n", "empty-text"),
        (Line, None, "bad-text"),
        (Line, {"kk": "а"}, "bad-text"),
        (Paragraphs, "а\n\nә\n", "а\n\nә\n"),
        (Paragraphs, None, None),
        (Paragraphs, ["а"], "bad-text"),
    ],
)
def test_values(type_: Any, value: object, result: object) -> None:
    """Nothing is guessed and nothing is taken half."""
    assert read(type_, value) == result


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_prose_of_nothing_but_spaces_is_not_there(text: str) -> None:
    """Its translation is missing; what is shown is never empty."""
    assert read(Paragraphs, text) is None
    assert read(Prose, {"kk": text, "ru": "Я"}).for_readers(Language.KK) == (Language.RU, "Я")
    assert read(Prose, {"kk": text, "ru": text}) == "empty-text"


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        (Date, "２０２７-03-21"),
        (ClockTime, "1٨:30"),
        (Integer, "٧"),
        (Decimal, "４６.5"),
        (Phone, "+７ 8512 00-00-00"),
    ],
)
def test_only_ascii_digits_are_digits(type_: Any, value: str) -> None:
    """A phone number goes into a link as it stands; no other digits belong here."""
    result = read(type_, value)
    assert isinstance(result, str)
    assert result.startswith("bad-")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1823", "1823-01-01", "1823-12-31"),
        ("2005-10", "2005-10-01", "2005-10-31"),
        ("2005-12", "2005-12-01", "2005-12-31"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2027-02", "2027-02-01", "2027-02-28"),
        ("2011-10-12", "2011-10-12", "2011-10-12"),
        ("1880~", "1880-01-01", "1880-12-31"),
        ("2999", "2999-01-01", "2999-12-31"),
        ("2999-12", "2999-12-01", "2999-12-31"),
    ],
)
def test_the_first_and_the_last_day_of_an_approximate_date(
    text: str, first: str, last: str
) -> None:
    """All days that it can mean."""
    date = ApproximateDate.parse(text)
    assert (date.first.isoformat(), date.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1823", ApproximateDate(1823)),
        ("2005-10~", ApproximateDate(2005, 10, circa=True)),
        ("2011-10-12", ApproximateDate(2011, 10, 12)),
        ("1000", ApproximateDate(1000)),
    ],
)
def test_approximate_dates(text: str, date: ApproximateDate) -> None:
    """As exact as written."""
    assert read(ApproximateDate, text) == date


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("823", "bad-approximate-date"),
        ("1823-5", "bad-approximate-date"),
        ("~1880", "bad-approximate-date"),
        ("1880-е", "bad-approximate-date"),
        ("1880?", "bad-approximate-date"),
        ("2026-02-30", "no-such-date"),
        ("2026-13", "no-such-date"),
        ("2026-00", "no-such-date"),
        ("2026-00-15", "no-such-date"),
        ("2026-03-00", "no-such-date"),
        ("0000", "bad-approximate-date"),
        ("9999", "bad-approximate-date"),
        (None, "bad-approximate-date"),
    ],
)
def test_what_is_no_approximate_date(text: object, code: str) -> None:
    """The words say whether the form or the day is wrong."""
    assert read(ApproximateDate, text) == code


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("03-21", MonthDay(3, 21)),
        ("02-29", MonthDay(2, 29)),
        ("02-30", "no-such-date"),
        ("13-01", "no-such-date"),
        ("00-10", "no-such-date"),
        ("3-21", "bad-month-day"),
        ("2027-03-21", "bad-month-day"),
        (None, "bad-month-day"),
    ],
)
def test_days_of_any_year(text: object, result: object) -> None:
    """29 February is one of them."""
    assert read(MonthDay, text) == result
