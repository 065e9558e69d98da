"""Views of places, in the order in which a visitor asks: where, how, how to behave, then history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.schema.places import Place, PlaceLayer
from site_builder.urls import place_leaflet_path
from site_builder.views.crossings import crossing_parts, way_parts
from site_builder.views.event_lists import event_parts, kept_holiday_parts
from site_builder.views.page import Page
from site_builder.views.parts import FactRow, Link, PartView, RecordView
from site_builder.views.record_parts import history_parts, statement_parts, timeline_parts
from site_builder.views.records import guide_parts, view_record
from site_builder.views.sharing import place_share
from site_builder.views.take_along import place_files
from site_builder.views.where import place_where

__all__ = ["has_leaflet", "telephone_href", "view_place"]


def view_place(page: Page, entry: Entry) -> RecordView:
    """Return the view of a place."""
    label = page.strings(f"place.kind.{entry.record.kind}")
    view = view_record(page, entry, label, _facts(page, entry.record), _parts(page, entry))
    leaflet = Link(page.strings("leaflet.link"), page.href(place_leaflet_path(entry.id)))
    return replace(
        view,
        share=place_share(page, entry),
        sheet_link=leaflet if has_leaflet(page.site, entry) else None,
        take_along=place_files(page, entry),
    )


def has_leaflet(site: Site, entry: Entry) -> bool:
    """Tell whether a place has a sheet for the road: mausoleums and graves have one."""
    is_mausoleum = entry.record.layer is PlaceLayer.MAUSOLEUMS
    return is_mausoleum or entry.id in site.settings.mausoleums


def _parts(page: Page, entry: Entry) -> Iterable[PartView]:
    place: Place = entry.record
    yield from crossing_parts(page, [entry])
    yield place_where(page, entry)
    yield from statement_parts(
        page, "getting-there", page.strings("place.getting_there"), place.getting_there
    )
    yield from way_parts(page, [page.site.entry("places", id_) for id_ in place.crossings])
    yield from statement_parts(page, "visiting", page.strings("place.visiting"), place.visiting)
    yield from guide_parts(page, place.guides)
    yield from event_parts(page, entry)
    yield from kept_holiday_parts(page, entry)
    yield from timeline_parts(page, place.timeline)
    yield from history_parts(page, place)


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
