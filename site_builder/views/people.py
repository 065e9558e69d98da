"""Views of people."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.loader import Entry
from site_builder.schema.people import Person
from site_builder.views.page import Page
from site_builder.views.parts import FactRow, NotedLink, RecordView
from site_builder.views.records import close_record, open_record

__all__ = ["PersonView", "WorkView", "view_person"]


@dataclass(frozen=True, slots=True)
class WorkView:
    """A work in a person's list of works."""

    title: str
    """The title in its own language."""
    translation: str
    """What it means; may be empty."""
    citations: str
    """Who names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView(RecordView):
    """The page of a person."""

    people: tuple[NotedLink, ...]
    """Teachers, pupils, relatives."""
    works: tuple[WorkView, ...]
    """Works."""


def view_person(page: Page, entry: Entry) -> PersonView:
    """Return the view of a person."""
    person: Person = entry.record
    opening = open_record(page, entry, page.text(person.role), _facts(page, person))
    if person.people:
        page.heading("people", page.strings("person.people"))
    people = tuple(
        NotedLink(page.text(other.record.title), page.record_href(other), page.text(link.role))
        for link in person.people
        for other in [page.site.entry("people", link.person)]
    )
    if person.works:
        page.heading("works", page.strings("person.works"))
    works = tuple(
        WorkView(work.title, page.text(work.translation), page.cite(work.sources))
        for work in person.works
    )
    return PersonView(**opening, people=people, works=works, **close_record(page, entry))


def _facts(page: Page, person: Person) -> list[FactRow]:
    buried_at = [page.site.entry("places", person.buried_at)] if person.buried_at else []
    return [
        *page.date_row("person.born", person.born),
        *page.plain_row("person.birthplace", page.text(person.birthplace)),
        *page.date_row("person.died", person.died),
        *page.link_row("person.buried_at", buried_at),
    ]
