"""Round anniversaries of people of the past, counted from the dates that sources give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.schema.parts import DateClaim, DateVariant
from site_builder.schema.people import Person, PersonKind
from site_builder.schema.scalars import ApproximateDate, MonthDay

__all__ = ["Anniversary", "anniversaries_in_year", "person_anniversaries"]

_EVERY = 5
"""Jubilees are kept every five years: 195 years of Kurmangazy in 2018, 200 in 2023."""


@dataclass(frozen=True, slots=True)
class Anniversary:
    """So many years since a birth or a death."""

    entry: Entry
    """The person."""
    years: int
    """How many."""
    is_birth: bool
    """Since the birth; else since the death."""
    date: ApproximateDate
    """When in this year, as exact as the date that it counts from."""
    since: ApproximateDate
    """The date that it counts from."""
    is_disputed: bool
    """Sources give other dates too."""
    sources: tuple[str, ...]
    """Ids of those who give this date."""


def anniversaries_in_year(site: Site, year: int) -> list[Anniversary]:
    """Return the anniversaries of a year: those with a day first, in order."""
    found = [
        anniversary
        for entry in site.all("people")
        for anniversary in person_anniversaries(entry, year)
    ]
    return sorted(found, key=lambda a: (a.date.month or 13, a.date.day or 32, a.entry.id, a.years))


def person_anniversaries(entry: Entry, year: int) -> Iterator[Anniversary]:
    """Yield the anniversaries of a person of the past in a year, of disputed dates each."""
    person: Person = entry.record
    if person.kind is not PersonKind.HISTORICAL:
        return
    for claim, is_birth in ((person.born, True), (person.died, False)):
        for date, sources in _dates(claim):
            years = year - date.year
            if years > 0 and years % _EVERY == 0:
                yield Anniversary(
                    entry,
                    years,
                    is_birth,
                    _in_year(date, year),
                    date,
                    is_disputed=bool(claim and claim.variants),
                    sources=tuple(sources),
                )


def _in_year(date: ApproximateDate, year: int) -> ApproximateDate:
    if date.month and date.day:
        date = replace(date, day=MonthDay(date.month, date.day).in_year(year).day)
    return replace(date, year=year)


def _dates(claim: DateClaim | None) -> Iterator[tuple[ApproximateDate, list[str]]]:
    """Yield each certain year that sources give once, the one to show first first."""
    if claim is None:
        return
    seen: set[int] = set()
    dates: list[DateClaim | DateVariant] = [claim, *claim.variants]
    for date in dates:
        if date.value.year not in seen and not date.value.circa:
            seen.add(date.value.year)
            yield date.value, date.sources
