"""Views of what a pilgrim takes along: the page about it, the panel that saves it, the offline page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.languages import Language
from site_builder.loader import Entry
from site_builder.offline.pack import pack_records
from site_builder.schema.places import PlaceLayer
from site_builder.urls import (
    geo_collection_path,
    home_path,
    list_path,
    place_leaflet_path,
    road_path,
)
from site_builder.views.page import Page
from site_builder.views.parts import Link, RoadPanel
from site_builder.views.places import has_leaflet

__all__ = ["OfflineSide", "OfflineView", "RoadGroup", "RoadView", "view_offline", "view_road"]


@dataclass(frozen=True, slots=True)
class RoadGroup:
    """Pages of the pack under a heading."""

    title: str
    """The heading."""
    links: tuple[Link, ...]
    """The pages."""


@dataclass(frozen=True, slots=True)
class RoadView:
    """The page about what to take along on the road."""

    title: str
    """The heading."""
    intro: str
    """What it is good for."""
    breadcrumbs: tuple[Link, ...]
    """The way from the home page to here."""
    panel: RoadPanel
    """The button and what is saved."""
    contents: str
    """The heading of what is in the pack."""
    groups: tuple[RoadGroup, ...]
    """What is in it."""
    home_screen: str
    """The heading of how to put the site on the home screen."""


@dataclass(frozen=True, slots=True)
class OfflineSide:
    """The offline page in one language."""

    language: str
    """The language's tag."""
    home: Link
    """The home page."""
    road: Link
    """The page about what to take along."""


@dataclass(frozen=True, slots=True)
class OfflineView:
    """The page that stands in for one that was not kept."""

    assets: str
    """Link to the folder of styles and scripts."""
    root: str
    """Link to the root of the site, below which the kept pages lie."""
    sides: tuple[OfflineSide, ...]
    """What it says, in each language."""


def view_road(page: Page) -> RoadView:
    """Return the page about what to take along."""
    strings = page.strings
    return RoadView(
        title=strings("road.title"),
        intro=strings("road.intro"),
        breadcrumbs=page.breadcrumbs(),
        panel=RoadPanel(page.assets, ""),
        contents=page.heading("contents", strings("road.contents")),
        groups=tuple(_groups(page)),
        home_screen=page.heading("home-screen", strings("road.home_screen")),
    )


def _groups(page: Page) -> Iterator[RoadGroup]:
    """Yield what is in the pack, in the order in which a traveller asks; no empty groups."""
    records, strings = pack_records(page.site), page.strings
    places = records["places"]
    graves = [place for place in places if place.record.layer is PlaceLayer.MAUSOLEUMS]
    for title, entries in (
        ("kind.routes", records["routes"]),
        ("place.layers.mausoleums", graves),
        ("kind.guides", records["guides"]),
        ("road.places", [place for place in places if place not in graves]),
    ):
        if entries:
            yield RoadGroup(strings(title), tuple(_links(page, entries)))
    lists = Link(strings("nav.places"), page.href(list_path(page.language, "places")))
    home = Link(strings("nav.home"), page.href(home_path(page.language)))
    yield RoadGroup(strings("road.lists"), (lists, home))
    leaflets = [place for place in places if has_leaflet(page.site, place)]
    if leaflets:
        yield RoadGroup(strings("road.leaflets"), tuple(_leaflets(page, leaflets)))
    if any(place.record.point for place in page.site.all("places")):
        file = Link(strings("road.gpx"), page.href(geo_collection_path("gpx")))
        yield RoadGroup(strings("road.files"), (file,))


def _links(page: Page, entries: list[Entry]) -> Iterator[Link]:
    for entry in page.sorted(entries):
        yield Link(page.text(entry.record.title), page.record_href(entry))


def _leaflets(page: Page, places: list[Entry]) -> Iterator[Link]:
    for place in page.sorted(places):
        yield Link(page.text(place.record.title), page.href(place_leaflet_path(place.id)))


def view_offline(pages: Mapping[Language, Page]) -> OfflineView:
    """Return the offline page.

    Args:
        pages: The page in each language, the first one's first.
    """
    first, *_ = pages.values()
    sides = tuple(
        OfflineSide(
            language.value,
            Link(page.strings("nav.home"), page.href(home_path(language))),
            Link(page.strings("nav.road"), page.href(road_path(language))),
        )
        for language, page in pages.items()
    )
    return OfflineView(first.assets, first.href(""), sides)
