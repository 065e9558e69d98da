"""Views of people: a life in dated steps, its places, works and people, then the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.formatting import format_date
from site_builder.loader import Entry
from site_builder.occurrences.anniversaries import Anniversary, person_anniversaries
from site_builder.schema.people import Person
from site_builder.views.page import Page, iso_date
from site_builder.views.parts import FactRow, FactValue, NotedLink, PartView, RecordView
from site_builder.views.record_parts import history_parts, link_parts, timeline_parts
from site_builder.views.records import view_record

__all__ = ["WorkView", "view_person"]


@dataclass(frozen=True, slots=True)
class WorkView:
    """A work in a person's list of works."""

    title: str
    """The title in its own language."""
    translation: str
    """What it means; may be empty."""
    citations: str
    """Who names it."""


def view_person(page: Page, entry: Entry) -> RecordView:
    """Return the view of a person."""
    person: Person = entry.record
    return view_record(
        page, entry, page.text(person.role), _facts(page, entry), _parts(page, person)
    )


def _parts(page: Page, person: Person) -> Iterable[PartView]:
    yield from timeline_parts(page, person.timeline)
    places = [page.site.entry("places", id_) for id_ in person.places]
    links = [
        NotedLink(
            page.text(place.record.title),
            page.record_href(place),
            page.text(place.record.located_in),
        )
        for place in places
    ]
    yield from link_parts(page, "places", page.strings("person.places"), links)
    if person.works:
        works = tuple(
            WorkView(work.title, page.text(work.translation), page.cite(work.sources))
            for work in person.works
        )
        heading = page.heading("works", page.strings("person.works"))
        yield PartView("work", "works", heading, works, wrapper="ul")
    people = [
        NotedLink(page.text(other.record.title), page.record_href(other), page.text(link.role))
        for link in person.people
        for other in [page.site.entry("people", link.person)]
    ]
    yield from link_parts(page, "people", page.strings("person.people"), people)
    yield from history_parts(page, person)


def _facts(page: Page, entry: Entry) -> Iterable[FactRow]:
    person: Person = entry.record
    buried_at = [page.site.entry("places", person.buried_at)] if person.buried_at else []
    yield from page.date_row("person.born", person.born)
    yield from page.plain_row("person.birthplace", page.text(person.birthplace))
    yield from page.date_row("person.died", person.died)
    yield from page.link_row("person.buried_at", buried_at)
    yield from _anniversary_row(page, entry)


def _anniversary_row(page: Page, entry: Entry) -> Iterable[FactRow]:
    """Yield the anniversaries of this year and the next."""
    year = page.today.year
    coming = [*person_anniversaries(entry, year), *person_anniversaries(entry, year + 1)]
    if coming:
        values = tuple(_anniversary(page, anniversary) for anniversary in coming)
        yield FactRow(page.strings("person.anniversary"), values)


def _anniversary(page: Page, anniversary: Anniversary) -> FactValue:
    strings = page.strings
    what = "person.anniversary.born" if anniversary.is_birth else "person.anniversary.died"
    note = ""
    if anniversary.is_disputed:
        since = strings("date.year", y=anniversary.since.year)
        note = strings("person.anniversary.if", date=since)
    return FactValue(
        strings(what, date=format_date(strings, anniversary.date), n=anniversary.years),
        note,
        page.cite(anniversary.sources),
        datetime=iso_date(anniversary.date),
    )
