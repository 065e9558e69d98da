"""The same data as tables: CSV by RFC 4180 that spreadsheets open without taking text for formulas."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from site_builder.languages import LANGUAGES, Language
from site_builder.open_data.models import HolidayItem, HolidayPeriod, ObservanceItem
from site_builder.schema.base import Translated

__all__ = ["TABLES", "Column", "Table"]

Type = Literal["string", "date", "datetime", "number", "integer", "boolean"]
Value = str | float | bool | dt.date | dt.datetime | None
# Excel takes a file for its country's old alphabet unless it begins with this mark.
_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    """Its heading."""
    value: Callable[[Any], Value]
    """Returns its value in a row."""
    type: Type = "string"
    """What Table Schema calls the type of its values."""


@dataclass(frozen=True, slots=True)
class Table:
    """How the items of a kind become a table."""

    columns: tuple[Column, ...]
    """From left to right."""
    rows: Callable[[Any], Iterable[object]] = list
    """Returns what the rows are made of; without it a row an item."""
    key: tuple[str, ...] = ("id",)
    """The columns that tell a row from all others."""

    def csv(self, items: Iterable[object]) -> bytes:
        """Return the items in UTF-8 with a byte order mark, lines ending in CR LF."""
        file = io.StringIO(newline="")
        writer = csv.writer(file)
        writer.writerow(column.name for column in self.columns)
        for row in self.rows(items):
            writer.writerow(_cell(column.value(row)) for column in self.columns)
        return f"{_MARK}{file.getvalue()}".encode()


def _cell(value: Value) -> str:
    """Return a value as a cell; text that a spreadsheet would calculate gets an apostrophe."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case dt.date():
            return value.isoformat()
        case str():
            return f"'{value}" if value.startswith(_FORMULA) else value
        case number:
            return str(number)


def _own(name: str, type_: Type = "string") -> Column:
    """Return the column of a field that a row has under the same name."""
    return Column(name, lambda row: getattr(row, name), type_)


def _translated(name: str, value: Callable[[Any], Translated | None]) -> Iterator[Column]:
    """Yield the columns of a text, one a language."""
    for language in LANGUAGES:
        yield Column(f"{name}_{language}", _in(language, value))


def _in(
    language: Language, value: Callable[[Any], Translated | None]
) -> Callable[[Any], str | None]:
    def words(row: object) -> str | None:
        text = value(row)
        return text[language] if text else None

    return words


def _listed(values: Iterable[str | None]) -> str:
    """Return ids or addresses in one cell; they hold no spaces."""
    return " ".join(filter(None, values))


_SOURCES = Column("source_urls", lambda row: _listed(source.url for source in row.sources))
_EVENTS = (
    _own("id"),
    *_translated("title", lambda event: event.title),
    *_translated("summary", lambda event: event.summary),
    _own("kind"),
    _own("status"),
    _own("scope"),
    Column("start", lambda event: event.start.edtf),
    Column("start_precision", lambda event: event.start.precision),
    Column("end", lambda event: event.end and event.end.edtf),
    _own("timezone"),
    _own("starts_at", "datetime"),
    _own("ends_at", "datetime"),
    Column("repeats", lambda event: event.repeats and event.repeats.every),
    Column("moved_from", lambda event: event.moved_from and event.moved_from.start, "date"),
    _own("place"),
    *_translated("venue", lambda event: event.venue),
    Column("organisers", lambda event: _listed(event.organisers)),
    _own("holiday"),
    *_translated("url", lambda event: event.url),
    _own("modified", "date"),
    _SOURCES,
)
_PLACES = (
    _own("id"),
    *_translated("title", lambda place: place.title),
    *_translated("summary", lambda place: place.summary),
    _own("kind"),
    Column("region", lambda place: place.region.id),
    *_translated("located_in", lambda place: place.located_in),
    _own("part_of"),
    Column("lat", lambda place: place.point and place.point.lat, "number"),
    Column("lon", lambda place: place.point and place.point.lon, "number"),
    Column("precision", lambda place: place.point and place.point.precision),
    Column("radius_km", lambda place: place.point and place.point.radius_km, "number"),
    *_translated("address", lambda place: place.address),
    _own("phone"),
    _own("website"),
    *_translated("url", lambda place: place.url),
    _own("modified", "date"),
    _SOURCES,
)


@dataclass(frozen=True, slots=True)
class _HolidayRow:
    holiday: HolidayItem
    period: HolidayPeriod


def _day_off(observance: ObservanceItem | None) -> bool | None:
    return observance.day_off if observance else None


_HOLIDAYS = (
    Column("id", lambda row: row.holiday.id),
    *_translated("title", lambda row: row.holiday.title),
    Column("group", lambda row: row.holiday.group),
    Column("rule", lambda row: row.holiday.rule),
    Column("first", lambda row: row.period.first, "date"),
    Column("last", lambda row: row.period.last, "date"),
    Column("state", lambda row: row.period.state),
    Column("margin_days", lambda row: row.period.margin_days, "integer"),
    *_translated("note", lambda row: row.period.note),
    Column("day_off_kazakhstan", lambda row: _day_off(row.holiday.kazakhstan), "boolean"),
    Column("day_off_russia", lambda row: _day_off(row.holiday.russia), "boolean"),
    Column("day_off_astrakhan", lambda row: _day_off(row.holiday.astrakhan), "boolean"),
    *_translated("url", lambda row: row.holiday.url),
    Column(
        "source_urls",
        lambda row: _listed(s.url for s in row.period.sources or row.holiday.sources),
    ),
)


def _periods(holidays: Iterable[HolidayItem]) -> Iterator[_HolidayRow]:
    """Yield a row for each date; a holiday without any has none."""
    for holiday in holidays:
        for period in holiday.dates:
            yield _HolidayRow(holiday, period)


TABLES: dict[str, Table] = {
    "events": Table(_EVENTS),
    "places": Table(_PLACES),
    "holidays": Table(_HOLIDAYS, _periods, ("id", "first")),
}
"""The tables by kind."""
