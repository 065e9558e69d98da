"""Views of organisations: what they do for people, how to reach them, then their history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.formatting import format_date
from site_builder.loader import Entry
from site_builder.schema.organisations import Leader, Organisation
from site_builder.views.event_lists import event_parts
from site_builder.views.page import Page
from site_builder.views.parts import FactRow, PartView, RecordView
from site_builder.views.places import telephone_href
from site_builder.views.record_parts import history_parts, statement_parts, timeline_parts
from site_builder.views.records import view_record

__all__ = ["LeaderView", "view_organisation"]


@dataclass(frozen=True, slots=True)
class LeaderView:
    """A row of the list of leaders."""

    name: str
    """The leader's name."""
    href: str
    """The person's page; may be empty."""
    role: str
    """The post."""
    years: str
    """From when until when, as far as known; may be empty."""
    note: str
    """What is not known or disputed; may be empty."""
    citations: str
    """Who says it."""


def view_organisation(page: Page, entry: Entry) -> RecordView:
    """Return the view of an organisation."""
    organisation: Organisation = entry.record
    label = page.strings("organisation.label")
    return view_record(page, entry, label, _facts(page, organisation), _parts(page, entry))


def _parts(page: Page, entry: Entry) -> Iterable[PartView]:
    organisation: Organisation = entry.record
    activities, contact = organisation.activities, organisation.contact
    yield from statement_parts(
        page, "activities", page.strings("organisation.activities"), activities
    )
    yield from statement_parts(page, "contact", page.strings("organisation.contact"), contact)
    if organisation.leaders:
        leaders = tuple(_leader(page, leader) for leader in organisation.leaders)
        heading = page.heading("leaders", page.strings("organisation.leaders"))
        yield PartView("leader", "leaders", heading, leaders, wrapper="ul")
    yield from event_parts(page, entry)
    yield from timeline_parts(page, organisation.timeline)
    yield from history_parts(page, organisation)


def _facts(page: Page, organisation: Organisation) -> Iterable[FactRow]:
    place = [page.site.entry("places", organisation.place)] if organisation.place else []
    email = organisation.email or ""
    yield from page.date_row("organisation.founded", organisation.founded)
    yield from page.link_row("event.where", place)
    yield from page.plain_row("place.address", page.text(organisation.address))
    yield from page.plain_row(
        "place.phone", organisation.phone or "", telephone_href(organisation.phone)
    )
    yield from page.plain_row("organisation.email", email, f"mailto:{email}")
    yield from page.plain_row(
        "place.website", organisation.website or "", organisation.website or ""
    )


def _leader(page: Page, leader: Leader) -> LeaderView:
    person = page.site.entry("people", leader.person) if leader.person else None
    return LeaderView(
        page.text(leader.name),
        page.record_href(person) if person else "",
        page.text(leader.role),
        _years(page, leader),
        page.text(leader.note),
        page.cite(leader.sources),
    )


def _years(page: Page, leader: Leader) -> str:
    start = format_date(page.strings, leader.start) if leader.start else ""
    end = format_date(page.strings, leader.end) if leader.end else ""
    if start and end:
        return start if start == end else f"{start} – {end}"
    if start:
        return page.strings("period.since", date=start)
    return page.strings("period.until", date=end) if end else ""
