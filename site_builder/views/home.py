"""View of the home page: the next holiday first, then places, society, numbers, stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from site_builder.formatting import format_day
from site_builder.loader import Entry
from site_builder.occurrences.holidays import next_period
from site_builder.schema.parts import Fact
from site_builder.urls import list_path
from site_builder.views.cards import card, sorted_entries
from site_builder.views.lists import is_coming
from site_builder.views.page import Page
from site_builder.views.parts import Card, FactValue, Link, MapView, NotedLink, PartView, SourceNote
from site_builder.views.points import view_map
from site_builder.views.record_parts import view_chart

__all__ = ["HomeView", "NumberView", "view_home"]

_HOLIDAYS = 3
_EVENTS = 3
_STORIES = 3
_NUMBERS = 3


@dataclass(frozen=True, slots=True)
class NumberView:
    """A number about the community."""

    label: str
    """What it is."""
    value: FactValue
    """The number; those that other sources give are on the community's page."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    title: str
    """The site's name."""
    description: str
    """What the site is, in a sentence."""
    ways: tuple[NotedLink, ...]
    """What most visitors come for, one tap away."""
    as_of: str
    """The day that «next» counts from, in words."""
    holidays: tuple[Card, ...]
    """The next holidays."""
    events_title: str
    """Whether the events below are coming or past."""
    events: tuple[Card, ...]
    """The next events; if none is known, the latest."""
    mausoleums: tuple[Card, ...]
    """The mausoleums."""
    map: MapView | None
    """The map of the mausoleums; None where no source gives a point."""
    society: Card
    """The society."""
    community: Link
    """The story about the community."""
    numbers: tuple[NumberView, ...]
    """The community in numbers."""
    chart: PartView | None
    """The first chart of the community's story."""
    stories: tuple[Card, ...]
    """The newest stories."""
    all_holidays: Link
    """The list of holidays."""
    all_events: Link
    """The list of events."""
    all_places: Link
    """The list of places with the map."""
    all_stories: Link
    """The list of stories."""
    sources: tuple[SourceNote, ...]
    """Sources of the numbers."""


def view_home(page: Page) -> HomeView:
    """Return the home page."""
    settings = page.site.settings
    site, strings = page.site, page.strings
    dated = [entry for entry in site.all("holidays") if next_period(entry.record, page.today)]
    holidays = sorted_entries(page, dated)
    community = site.entry("stories", settings.community)
    others = [entry for entry in site.all("stories") if entry is not community]
    stories = sorted_entries(page, others)[:_STORIES]
    events_title, events = _events(page)
    mausoleums = tuple(card(page, site.entry("places", id_)) for id_ in settings.mausoleums)
    has_points = any(mausoleum.point for mausoleum in mausoleums)
    numbers = tuple(_numbers(page, community.record.facts[:_NUMBERS]))
    charts = [view_chart(page, chart) for chart in community.record.charts[:1]]
    return HomeView(
        title=page.text(settings.title),
        description=page.text(settings.description),
        ways=tuple(_ways(page, holidays)),
        as_of=strings("events.as_of", date=format_day(strings, page.today)),
        holidays=tuple(card(page, entry) for entry in holidays[:_HOLIDAYS]),
        events_title=events_title,
        events=events,
        mausoleums=mausoleums,
        map=view_map(page, "overview", strings("map.mausoleums")) if has_points else None,
        society=card(page, site.entry("organisations", settings.society)),
        community=Link(page.text(community.record.title), page.record_href(community)),
        numbers=numbers,
        chart=charts[0] if charts else None,
        stories=tuple(card(page, entry) for entry in stories),
        all_holidays=_list_link(page, "holidays"),
        all_events=_list_link(page, "events"),
        all_places=_list_link(page, "places"),
        all_stories=_list_link(page, "stories"),
        sources=page.source_notes(),
    )


def _ways(page: Page, holidays: Sequence[Entry]) -> Iterator[NotedLink]:
    """Yield the next Ait with its date, and the way to each mausoleum.

    Args:
        page: The page.
        holidays: The coming holidays, the next one first.
    """
    for entry in [entry for entry in holidays if entry.record.by_moon][:1]:
        ait = card(page, entry)
        yield NotedLink(ait.title, ait.href, ait.label)
    for id_ in page.site.settings.mausoleums:
        place = page.site.entry("places", id_)
        anchor = "#getting-there" if place.record.getting_there else ""
        yield NotedLink(
            page.text(place.record.title),
            f"{page.record_href(place)}{anchor}",
            page.strings("place.getting_there"),
        )


def _numbers(page: Page, facts: Iterable[Fact]) -> Iterator[NumberView]:
    for row in page.fact_rows(facts):
        yield NumberView(row.label, row.values[0])


def _events(page: Page) -> tuple[str, tuple[Card, ...]]:
    newest_first = sorted_entries(page, page.site.all("events"))
    coming = [entry for entry in newest_first if is_coming(page, entry)][::-1]
    chosen: list[Entry] = coming or newest_first
    title = page.strings("events.coming" if coming else "events.latest")
    return title, tuple(card(page, entry) for entry in chosen[:_EVENTS])


def _list_link(page: Page, kind: str) -> Link:
    return Link(page.strings(f"all.{kind}"), page.href(list_path(page.language, kind)))
