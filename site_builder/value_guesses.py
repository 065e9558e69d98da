"""Guesses how a single value was meant that the schema has refused: `18.30` is 18:30."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from urllib.parse import urlsplit

from site_builder.schema.scalars import is_id
from site_builder.spelling import latin_look_alikes

__all__ = ["guess_value", "has_two_numbers"]

_CLOCK = re.compile(r"(\d{1,2})\s*[:.,\-–ч]?\s*([0-5]\d)(?::\d\d)?(?: ?[чс]\.?)?\Z", re.ASCII)
# Word processors put dashes and hyphens of other kinds.
_BETWEEN = r"[-./\u2010-\u2014\u2212]"
_YEAR_FIRST = re.compile(
    rf"([12]\d{{3}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}(\d{{1,2}})(~?)\Z", re.ASCII
)
_DAY_FIRST = re.compile(
    rf"(\d{{1,2}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}([12]\d{{3}})(?: ?[гж]\.?)?\Z", re.ASCII
)
_DAY_MONTH = re.compile(r"(\d{1,2})[./](\d{1,2})\Z", re.ASCII)
_MONTH_DAY = re.compile(r"(\d{1,2})[-–](\d{1,2})\Z", re.ASCII)
_YEAR = re.compile(r"(?P<about>~|около |ок\. ?|шамамен )?(?P<year>[12]\d{3})(?: ?[гж]\.?)?\Z")
_DEGREES = re.compile(
    r"(\d{1,3})\s*[°º]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['′’]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*[\"″”]\s*)?[NEСВ]?\Z"
)
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?", re.ASCII)
_TRUE = frozenset({"да", "yes", "true", "on", "y", "иә", "ия", "1"})
_FALSE = frozenset({"нет", "no", "false", "off", "n", "жоқ", "0"})
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?\Z")


def guess_value(code: str, value: str) -> str | None:
    """Return what an editor probably meant, or None.

    Args:
        code: Why the value was refused: the code of the problem.
        value: What was written.
    """
    guesser = _GUESSERS.get(code)
    guessed = guesser(value.strip()) if guesser else None
    return guessed if guessed != value else None


def has_two_numbers(value: str) -> bool:
    """Tell whether a value is latitude and longitude at once: `46.27, 48.03`."""
    first, _, second = value.strip().replace(";", ",").replace(", ", " ").partition(" ")
    return bool(_NUMBER.fullmatch(first) and _NUMBER.fullmatch(second.strip()))


def _clock(value: str) -> str | None:
    match = _CLOCK.match(value)
    return f"{int(match[1]):02}:{match[2]}" if match and int(match[1]) < 24 else None  # noqa: PLR2004  hours of a day


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _date(value: str) -> str | None:
    if match := _YEAR_FIRST.match(value):
        return _iso(match[1], match[2], match[3])
    match = _DAY_FIRST.match(value)
    return _iso(match[3], match[2], match[1]) if match else None


def _approximate_date(value: str) -> str | None:
    if found := _date(value):
        return f"{found}~" if value.endswith("~") else found
    match = _YEAR.match(value.lower())
    return f"{match['year']}{'~' if match['about'] else ''}" if match else None


def _month_day(value: str) -> str | None:
    if match := _DAY_MONTH.match(value):
        day, month = match.groups()
    elif match := _MONTH_DAY.match(value):
        month, day = match.groups()
    else:
        return None
    found = _iso("2000", month, day)
    return found and found.removeprefix("2000-")


def _boolean(value: str) -> str | None:
    word = value.lower()
    return "true" if word in _TRUE else "false" if word in _FALSE else None


def _integer(value: str) -> str | None:
    digits = re.sub(r"[\s_]", "", value)
    return digits if digits != value and re.fullmatch(r"-?\d{1,12}", digits, re.ASCII) else None


def _decimal(value: str) -> str | None:
    if match := _DEGREES.match(value):
        degrees, minutes, seconds = (
            float((part or "0").replace(",", ".")) for part in match.groups()
        )
        return f"{degrees + minutes / 60 + seconds / 3600:.5f}"
    number = re.sub(r"[\s°]", "", value).replace(",", ".")
    return number if _NUMBER.fullmatch(number) else None


def _phone(value: str) -> str | None:
    digits = re.sub(r"\D", "", value)
    if len(digits) == 11 and digits[0] in "78":  # noqa: PLR2004  Russia and Kazakhstan
        rest = re.sub(r"[^\d ()-]", "", value).strip()[1:].lstrip(" -")
        return f"+7 {rest}" if rest else None
    return None


def _url(value: str) -> str | None:
    address = "%20".join(value.split()) if "://" in value else value
    address = re.sub(r"\A(https?):?/{1,3}(?:%20)*", r"\1://", address)
    if _DOMAIN.match(address):
        address = f"https://{address}"
    is_web = address != value and urlsplit(address).hostname
    return address if is_web and re.match(r"https?://[^\s<>\"]+\Z", address) else None


def _id(value: str) -> str | None:
    plain = latin_look_alikes(value.lower()).removesuffix(".yml")
    plain = re.sub(r"[\s_.–—-]+", "-", plain).strip("-")
    return plain if is_id(plain) else None


_GUESSERS: dict[str, Callable[[str], str | None]] = {
    "bad-approximate-date": _approximate_date,
    "bad-boolean": _boolean,
    "bad-date": _date,
    "bad-decimal": _decimal,
    "bad-id": _id,
    "bad-integer": _integer,
    "bad-month-day": _month_day,
    "bad-phone": _phone,
    "bad-time": _clock,
    "bad-url": _url,
}
