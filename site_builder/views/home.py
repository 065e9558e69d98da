"""View of the home page: the next holiday first, then places, society, numbers, stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from site_builder.formatting import format_day
from site_builder.loader import Entry
from site_builder.occurrences.agenda import AgendaItem
from site_builder.occurrences.holidays import next_period
from site_builder.schema.parts import Fact
from site_builder.urls import list_path
from site_builder.views.agenda import calendar_links, coming_items, first_items
from site_builder.views.agenda_items import AgendaItemView, show_series_once, view_item
from site_builder.views.cards import card, sorted_entries
from site_builder.views.page import Page
from site_builder.views.parts import Card, FactValue, Link, MapView, NotedLink, PartView, SourceNote
from site_builder.views.points import view_map
from site_builder.views.record_parts import view_chart

__all__ = ["HomeView", "NumberView", "view_home"]

_SHOWN = 3
_KEPT = 8
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

    assets: str
    """Link to the folder of styles and scripts."""
    title: str
    """The site's name."""
    description: str
    """What the site is, in a sentence."""
    ways: tuple[NotedLink, ...]
    """What most visitors come for, one tap away."""
    as_of: str
    """The day that «next» counts from, in words."""
    holidays: tuple[AgendaItemView, ...]
    """The next holidays; some wait until those before them are over."""
    events_title: str
    """Whether the events below are coming or past."""
    are_coming: bool
    """They are coming: what is over leaves by itself."""
    events: tuple[AgendaItemView, ...]
    """The next events, of which some wait; if none is known, the latest."""
    shown: int
    """How many holidays and events are shown at a time."""
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
    calendar: Link
    """The calendar of the year."""
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
    coming = coming_items(page)
    holidays = [item for item in coming if item.period]
    community = site.entry("stories", settings.community)
    others = [entry for entry in site.all("stories") if entry is not community]
    stories = sorted_entries(page, others)[:_STORIES]
    events = [item for item in coming if item.period is None]
    latest = first_items(page, site.all("events"))
    mausoleums = [site.entry("places", id_) for id_ in settings.mausoleums]
    numbers = tuple(_numbers(page, community.record.facts[:_NUMBERS]))
    charts = [view_chart(page, chart) for chart in community.record.charts[:1]]
    return HomeView(
        assets=page.assets,
        title=page.text(settings.title),
        description=page.text(settings.description),
        ways=tuple(_ways(page, sorted_entries(page, dated))),
        as_of=strings("events.as_of", date=format_day(strings, page.today)),
        holidays=_next_items(page, holidays),
        events_title=strings("events.coming" if events else "events.latest"),
        are_coming=bool(events),
        events=_next_items(page, events or latest[:_SHOWN]),
        shown=_SHOWN,
        mausoleums=tuple(card(page, entry) for entry in mausoleums),
        map=view_map(page, "overview", strings("map.mausoleums"), mausoleums),
        society=card(page, site.entry("organisations", settings.society)),
        community=Link(page.text(community.record.title), page.record_href(community)),
        numbers=numbers,
        chart=charts[0] if charts else None,
        stories=tuple(card(page, entry) for entry in stories),
        all_holidays=_list_link(page, "holidays"),
        calendar=calendar_links(page)[0],
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


def _next_items(page: Page, items: Iterable[AgendaItem]) -> tuple[AgendaItemView, ...]:
    """Return the first items; after those to show stand those that wait."""
    views = []
    rank = 0
    for view in show_series_once(view_item(page, item, page.today.year) for item in items):
        rank += not view.is_hidden
        if rank > _KEPT:
            break
        views.append(replace(view, is_hidden=view.is_hidden or rank > _SHOWN))
    return tuple(views)


def _list_link(page: Page, kind: str) -> Link:
    return Link(page.strings(f"all.{kind}"), page.href(list_path(page.language, kind)))
