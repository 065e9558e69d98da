"""Views of places, in the order in which a visitor asks: where, how, when, how to behave."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.loader import Entry
from site_builder.schema.places import Place
from site_builder.views.page import Page
from site_builder.views.parts import FactRow, PointView, RecordView, StatementView
from site_builder.views.points import view_map, view_point
from site_builder.views.records import close_record, open_record

__all__ = ["PlaceView", "view_place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView(RecordView):
    """The page of a place."""

    id: str
    """The place's id, for its pin."""
    kind: str
    """The place's kind, for its pin."""
    location_note: str
    """How to find it, and what is not known about where it is; may be empty."""
    point: PointView | None
    """Where it is; None where no source says."""
    getting_there: tuple[StatementView, ...]
    """How to get there."""
    visiting: tuple[StatementView, ...]
    """How to behave."""


def view_place(page: Page, entry: Entry) -> PlaceView:
    """Return the view of a place."""
    place: Place = entry.record
    label = page.strings(f"place.kind.{place.kind}")
    opening = open_record(page, entry, label, _facts(page, place))
    point = map_ = None
    page.heading("map", page.strings("place.where"))
    if place.point:
        point = view_point(page, place.point, page.cite(place.point.sources))
        map_ = view_map(page, "place", page.strings("map.label", place=opening["title"]))
    if place.getting_there:
        page.heading("getting-there", page.strings("place.getting_there"))
    getting_there = page.statements(place.getting_there)
    if place.visiting:
        page.heading("visiting", page.strings("place.visiting"))
    visiting = page.statements(place.visiting)
    return PlaceView(
        **opening,
        id=entry.id,
        kind=place.kind.value,
        location_note=page.text(place.location_note),
        point=point,
        map=map_,
        getting_there=getting_there,
        visiting=visiting,
        **close_record(page, entry),
    )


def _facts(page: Page, place: Place) -> list[FactRow]:
    part_of = [page.site.entry("places", place.part_of)] if place.part_of else []
    return [
        *page.plain_row("place.located_in", page.text(place.located_in)),
        *page.link_row("place.part_of", part_of),
        *page.plain_row("place.address", page.text(place.address)),
        *page.plain_row("place.hours", page.text(place.hours)),
        *page.plain_row("place.phone", place.phone or "", telephone_href(place.phone)),
        *page.plain_row("place.website", place.website or "", place.website or ""),
        *page.date_row("place.founded", place.founded),
    ]


def telephone_href(phone: str | None) -> str:
    """Return the link that calls a number."""
    return "tel:" + "".join(c for c in phone if c in "+0123456789") if phone else ""
