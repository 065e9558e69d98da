"""Views of places, in the order in which a visitor asks: where, how, how to behave, then history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from site_builder.loader import Entry
from site_builder.schema.places import Place
from site_builder.views.event_lists import event_parts, kept_holiday_parts
from site_builder.views.page import Page
from site_builder.views.parts import FactRow, PartView, PointView, RecordView
from site_builder.views.points import view_map, view_point
from site_builder.views.record_parts import history_parts, statement_parts, timeline_parts
from site_builder.views.records import guide_parts, view_record
from site_builder.views.sharing import place_share
from site_builder.views.take_along import place_files

__all__ = ["WhereView", "telephone_href", "view_place"]


@dataclass(frozen=True, slots=True)
class WhereView:
    """Where a place is."""

    id: str
    """The place's id, for its pin."""
    kind: str
    """The place's kind, for its pin."""
    title: str
    """The place's name, for its pin."""
    location_note: str
    """How to find it, and what is not known about where it is; may be empty."""
    point: PointView | None
    """Where it is; None where no source says."""


def view_place(page: Page, entry: Entry) -> RecordView:
    """Return the view of a place."""
    label = page.strings(f"place.kind.{entry.record.kind}")
    view = view_record(page, entry, label, _facts(page, entry.record), _parts(page, entry))
    return replace(view, share=place_share(page, entry), take_along=place_files(page, entry))


def _parts(page: Page, entry: Entry) -> Iterable[PartView]:
    place: Place = entry.record
    yield _where(page, entry)
    yield from statement_parts(
        page, "getting-there", page.strings("place.getting_there"), place.getting_there
    )
    yield from statement_parts(page, "visiting", page.strings("place.visiting"), place.visiting)
    yield from guide_parts(page, place.guides)
    yield from event_parts(page, entry)
    yield from kept_holiday_parts(page, entry)
    yield from timeline_parts(page, place.timeline)
    yield from history_parts(page, place)


def _where(page: Page, entry: Entry) -> PartView:
    place: Place = entry.record
    title = page.text(place.title)
    heading = page.heading("map", page.strings("place.where"))
    point = None
    if place.point:
        point = view_point(page, place.point, page.cite(place.point.sources))
    map_ = view_map(page, "place", page.strings("map.label", place=title), [entry])
    where = WhereView(entry.id, place.kind.value, title, page.text(place.location_note), point)
    return PartView("where", "map", heading, (where,), map=map_)


def _facts(page: Page, place: Place) -> Iterable[FactRow]:
    part_of = [page.site.entry("places", place.part_of)] if place.part_of else []
    yield from page.plain_row("place.located_in", page.text(place.located_in))
    yield from page.link_row("place.part_of", part_of)
    yield from page.plain_row("place.address", page.text(place.address))
    yield from page.plain_row("place.hours", page.text(place.hours))
    yield from page.plain_row("place.phone", place.phone or "", telephone_href(place.phone))
    yield from page.plain_row("place.website", place.website or "", place.website or "")
    yield from page.date_row("place.founded", place.founded)


def telephone_href(phone: str | None) -> str:
    """Return the link that calls a number."""
    return "tel:" + "".join(c for c in phone if c in "+0123456789") if phone else ""
