"""Types of single values. The YAML reader hands over plain strings; these types read them.

Nothing here guesses: a time is `18:30`, a date is `2027-03-21`, a boolean is `true` or `false`.
Each refusal carries a code that `strings/problems.yml` words in every editor's language.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, ClassVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import GetPydanticSchema
from pydantic_core import PydanticCustomError, core_schema

__all__ = [
    "ApproximateDate",
    "Boolean",
    "ClockTime",
    "Date",
    "Decimal",
    "Email",
    "FileName",
    "Id",
    "Integer",
    "LanguageTag",
    "Line",
    "MonthDay",
    "Phone",
    "Scalar",
    "ScalarKind",
    "TileUrl",
    "Timezone",
    "Url",
    "is_id",
]

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_ID_MAX = 64
# Windows refuses these as file names, whatever the extension.
_RESERVED_IDS = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)
# Years of four digits that people write; a year 9999 is a slip of the finger.
_DATE = re.compile(r"([12]\d{3})-(\d{2})-(\d{2})\Z", re.ASCII)
_APPROXIMATE = re.compile(r"([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?(~?)\Z", re.ASCII)
_MONTH_DAY = re.compile(r"(\d{2})-(\d{2})\Z", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)\Z", re.ASCII)
_INTEGER = re.compile(r"-?\d{1,12}\Z", re.ASCII)
_DECIMAL = re.compile(r"-?\d{1,6}(?:\.\d{1,12})?\Z", re.ASCII)
_PROSE_MAX = 50_000
_TAGS_MAX = 200
_NESTED = re.compile(r"^[ \t]*(?:(?:>[ \t]*){7}|(?:[-*+][ \t]+){7})", re.MULTILINE)
_PHONE = re.compile(r"\+\d[\d ()-]{5,20}\Z", re.ASCII)


class ScalarKind(StrEnum):
    """The types of single values, for schemas, forms and guides."""

    ID = "id"
    DATE = "date"
    APPROXIMATE_DATE = "approximate-date"
    MONTH_DAY = "month-day"
    TIME = "time"
    TIMEZONE = "timezone"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    DECIMAL = "decimal"
    PHONE = "phone"
    URL = "url"
    TILE_URL = "tile-url"
    EMAIL = "email"
    LANGUAGE = "language"
    FILE_NAME = "file-name"
    LINE = "line"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Scalar:
    """Says which type of value a field has; pydantic passes it over."""

    kind: ScalarKind
    """The type."""
    pattern: str = ""
    """What the whole value must match, for forms that check while somebody types; such a pattern
    lets through some that the reader refuses: days that are not in the calendar."""
    example: str = ""
    """A value that is right."""


def _refuse(code: str, value: object) -> PydanticCustomError:
    return PydanticCustomError(code, "{value}", {"value": str(value)})


def is_id(text: str) -> bool:
    """Tell whether `text` may be an id, and so a file name and a part of a URL."""
    return bool(_ID.match(text)) and len(text) <= _ID_MAX and text not in _RESERVED_IDS


def _text(value: object, code: str) -> str:
    if not isinstance(value, str):
        raise _refuse(code, value)
    return value


def _id(value: object) -> str:
    if not is_id(text := _text(value, "bad-id")):
        raise _refuse("bad-id", value)
    return text


def _date(value: object) -> dt.date:
    match = _DATE.match(_text(value, "bad-date"))
    if not match:
        raise _refuse("bad-date", value)
    try:
        return dt.date(*map(int, match.groups()))
    except ValueError:
        raise _refuse("no-such-date", value) from None


def _time(value: object) -> dt.time:
    match = _TIME.match(_text(value, "bad-time"))
    if not match:
        raise _refuse("bad-time", value)
    return dt.time(int(match[1]), int(match[2]))


def _boolean(value: object) -> bool:
    if value not in ("true", "false"):
        raise _refuse("bad-boolean", value)
    return value == "true"


def _integer(value: object) -> int:
    if not _INTEGER.match(_text(value, "bad-integer")):
        raise _refuse("bad-integer", value)
    return int(str(value))


def _decimal(value: object) -> float:
    if not _DECIMAL.match(_text(value, "bad-decimal")):
        raise _refuse("bad-decimal", value)
    return float(str(value))


def _phone(value: object) -> str:
    if not _PHONE.match(text := _text(value, "bad-phone")):
        raise _refuse("bad-phone", value)
    return text


def _url(value: object) -> str:
    text = _text(value, "bad-url")
    try:
        parts = urlsplit(text)
        # Not every name can be written in ASCII, as networks need it.
        (parts.hostname or "").encode("idna")
    except ValueError:
        raise _refuse("bad-url", value) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"[\s<>\"]", text):
        raise _refuse("bad-url", value)
    return text


def _line(value: object) -> str:
    text = _text(value, "bad-text")
    if not text.strip():
        raise _refuse("empty-text", value)
    if "\n" in text.strip():
        raise _refuse("text-of-several-lines", text.split("\n")[0])
    return text.strip()


def _paragraphs(value: object) -> str | None:
    # An empty box of the web form is written as an empty text.
    if value is None or not (text := _text(value, "bad-text")).strip():
        return None
    # Parsers of HTML take minutes for a text of nothing but marks.
    if len(text) > _PROSE_MAX or text.count("<") > _TAGS_MAX or _NESTED.search(text):
        raise _refuse("text-too-complex", "")
    return text


def _timezone(value: object) -> ZoneInfo:
    try:
        return ZoneInfo(_text(value, "unknown-timezone"))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise _refuse("unknown-timezone", value) from None


@dataclass(frozen=True, slots=True)
class ApproximateDate:
    """A date as exact as the sources are: a year, a month or a day, perhaps "about".

    Written as in EDTF (ISO 8601-2, level 1): `1823`, `2005-10`, `2011-10-12`, `1880~` for "about".
    """

    year: int
    month: int | None = None
    """1–12, or None where only the year is known."""
    day: int | None = None
    """1–31, or None where only the month is known."""
    circa: bool = False
    """The sources say "about"."""

    scalar: ClassVar[Scalar] = Scalar(
        ScalarKind.APPROXIMATE_DATE, r"[12]\d{3}(-\d{2}(-\d{2})?)?~?", "2011-10-12"
    )
    """What forms need to know of it."""

    @classmethod
    def parse(cls, value: object) -> ApproximateDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, with `~` at the end for "about".

        Raises:
            PydanticCustomError: `bad-approximate-date` or `no-such-date`.
        """
        if isinstance(value, cls):
            return value
        match = _APPROXIMATE.match(_text(value, "bad-approximate-date"))
        if not match:
            raise _refuse("bad-approximate-date", value)
        year = int(match[1])
        month, day = (int(part) if part else None for part in match.groups()[1:3])
        try:
            dt.date(year, 1 if month is None else month, 1 if day is None else day)
        except ValueError:
            raise _refuse("no-such-date", value) from None
        return cls(year, month, day, match[4] == "~")

    @property
    def is_exact(self) -> bool:
        """Whether it names a day, and not about."""
        return self.day is not None and not self.circa

    @property
    def first(self) -> dt.date:
        """The earliest day that it can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The latest day that it can mean."""
        if self.day:
            return self.first
        year, month = (self.year, self.month + 1) if self.month else (self.year + 1, 1)
        if month > 12:  # noqa: PLR2004  December
            year, month = year + 1, 1
        return dt.date(year, month, 1) - dt.timedelta(days=1)

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: Any) -> core_schema.CoreSchema:
        """Let pydantic read it by `parse`."""
        return core_schema.no_info_plain_validator_function(cls.parse)


@dataclass(frozen=True, slots=True, order=True)
class MonthDay:
    """A day of any year, written `03-21`."""

    month: int
    """1–12."""
    day: int
    """1–31."""

    scalar: ClassVar[Scalar] = Scalar(ScalarKind.MONTH_DAY, r"\d{2}-\d{2}", "03-21")
    """What forms need to know of it."""

    @classmethod
    def parse(cls, value: object) -> MonthDay:
        """Read `MM-DD`; 29 February is allowed.

        Raises:
            PydanticCustomError: `bad-month-day` or `no-such-date`.
        """
        if isinstance(value, cls):
            return value
        match = _MONTH_DAY.match(_text(value, "bad-month-day"))
        if not match:
            raise _refuse("bad-month-day", value)
        month, day = map(int, match.groups())
        try:
            dt.date(2000, month, day)
        except ValueError:
            raise _refuse("no-such-date", value) from None
        return cls(month, day)

    def in_year(self, year: int) -> dt.date:
        """Return the day in `year`; 29 February becomes 28 in other years."""
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:
            return dt.date(year, self.month, self.day - 1)

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: Any) -> core_schema.CoreSchema:
        """Let pydantic read it by `parse`."""
        return core_schema.no_info_plain_validator_function(cls.parse)


def _plain(function: Any) -> GetPydanticSchema:
    return GetPydanticSchema(
        lambda _source, _handler: core_schema.no_info_plain_validator_function(function)
    )


def _matching(scalar: Scalar, code: str) -> Any:
    """Return a reader of texts that match a pattern as a whole."""
    compiled = re.compile(scalar.pattern, re.ASCII)

    def read(value: object) -> str:
        if not compiled.fullmatch(text := _text(value, code)):
            raise _refuse(code, value)
        return text

    return _plain(read)


_TILE_URL = Scalar(
    ScalarKind.TILE_URL,
    r"https://[a-z0-9.-]+(?::\d+)?/(?=\S*\{z\})(?=\S*\{x\})(?=\S*\{y\})[^\s\x22'<>`$]+",
    "https://tiles.example/{z}/{x}/{y}.png",
)
_EMAIL = Scalar(ScalarKind.EMAIL, r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "name@example.org")
_LANGUAGE_TAG = Scalar(ScalarKind.LANGUAGE, r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", "kk")
_FILE_NAME = Scalar(ScalarKind.FILE_NAME, r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", "nauryz-2027.jpg")

Id = Annotated[str, Scalar(ScalarKind.ID, r"[a-z0-9]+(-[a-z0-9]+)*", "nauryz-2027"), _plain(_id)]
"""`[a-z0-9]+(-[a-z0-9]+)*`, at most 64 characters."""
Date = Annotated[
    dt.date, Scalar(ScalarKind.DATE, r"[12]\d{3}-\d{2}-\d{2}", "2027-03-21"), _plain(_date)
]
"""An exact day, `2027-03-21`."""
ClockTime = Annotated[
    dt.time, Scalar(ScalarKind.TIME, r"([01]\d|2[0-3]):[0-5]\d", "18:30"), _plain(_time)
]
"""A time of day on the clock of the place, `18:30`."""
Timezone = Annotated[
    ZoneInfo, Scalar(ScalarKind.TIMEZONE, example="Europe/Astrakhan"), _plain(_timezone)
]
"""A time zone by its IANA name, `Europe/Astrakhan`."""
Boolean = Annotated[bool, Scalar(ScalarKind.BOOLEAN, example="true"), _plain(_boolean)]
"""`true` or `false`, nothing else."""
Integer = Annotated[int, Scalar(ScalarKind.INTEGER, r"-?\d{1,12}", "3"), _plain(_integer)]
"""A whole number without separators."""
Decimal = Annotated[
    float, Scalar(ScalarKind.DECIMAL, r"-?\d{1,6}(\.\d{1,12})?", "46.27541"), _plain(_decimal)
]
"""A decimal fraction with a point."""
Phone = Annotated[
    str, Scalar(ScalarKind.PHONE, r"\+\d[\d ()-]{5,20}", "+7 8512 00-00-00"), _plain(_phone)
]
"""An international number with its plus, `+7 8512 00-00-00`."""
Url = Annotated[
    str, Scalar(ScalarKind.URL, r"https?://[^\s<>\x22]+", "https://example.org/"), _plain(_url)
]
"""A full web address, http or https."""
TileUrl = Annotated[str, _TILE_URL, _matching(_TILE_URL, "bad-tile-url")]
"""The address of a picture of a tile server with `{z}`, `{x}` and `{y}` in its path; https only."""
Email = Annotated[str, _EMAIL, _matching(_EMAIL, "bad-email")]
"""An address for e-mail."""
LanguageTag = Annotated[str, _LANGUAGE_TAG, _matching(_LANGUAGE_TAG, "bad-language")]
"""A BCP 47 tag: `kk`, `ru`, `kk-Latn`."""
FileName = Annotated[str, _FILE_NAME, _matching(_FILE_NAME, "bad-picture-name")]
"""A file's name that needs no escaping in a URL."""
Line = Annotated[str, Scalar(ScalarKind.LINE), _plain(_line)]
"""Plain text of one line, not empty."""
Paragraphs = Annotated[str | None, Scalar(ScalarKind.PROSE), _plain(_paragraphs)]
"""Markdown prose; None where nothing is written."""
