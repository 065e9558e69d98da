"""View of the home page: the next holiday first, then places, society, numbers, stories."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.formatting import format_day
from site_builder.loader import Entry
from site_builder.occurrences import next_period
from site_builder.urls import list_path
from site_builder.views.cards import card, cards, sorted_entries
from site_builder.views.lists import is_coming
from site_builder.views.page import Page
from site_builder.views.parts import Card, FactRow, Link, SourceNote

__all__ = ["HomeView", "view_home"]

_HOLIDAYS = 3
_EVENTS = 4
_STORIES = 3


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    title: str
    """The site's name."""
    description: str
    """What the site is, in a sentence."""
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
    society: Card
    """The society."""
    community: Card
    """The story about the community."""
    numbers: tuple[FactRow, ...]
    """The community in numbers."""
    stories: tuple[Card, ...]
    """The newest stories."""
    all_holidays: Link
    """The list of holidays."""
    all_events: Link
    """The list of events."""
    all_places: Link
    """The list of places with the map."""
    sources: tuple[SourceNote, ...]
    """Sources of the numbers."""


def view_home(page: Page) -> HomeView:
    """Return the home page."""
    settings = page.site.settings
    site, strings = page.site, page.strings
    holidays = [entry for entry in site.all("holidays") if next_period(entry.record, page.today)]
    community = site.entry("stories", settings.community)
    stories = [entry for entry in site.all("stories") if entry is not community]
    events_title, events = _events(page)
    return HomeView(
        title=page.text(settings.title),
        description=page.text(settings.description),
        as_of=strings("events.as_of", date=format_day(strings, page.today)),
        holidays=cards(page, holidays)[:_HOLIDAYS],
        events_title=events_title,
        events=events,
        mausoleums=tuple(card(page, site.entry("places", id_)) for id_ in settings.mausoleums),
        society=card(page, site.entry("organisations", settings.society)),
        community=card(page, community),
        numbers=tuple(page.fact_rows(community.record.facts)),
        stories=cards(page, stories)[:_STORIES],
        all_holidays=_list_link(page, "holidays"),
        all_events=_list_link(page, "events"),
        all_places=_list_link(page, "places"),
        sources=page.source_notes(),
    )


def _events(page: Page) -> tuple[str, tuple[Card, ...]]:
    newest_first = sorted_entries(page, page.site.all("events"))
    coming = [entry for entry in newest_first if is_coming(page, entry)][::-1]
    chosen: list[Entry] = coming or newest_first
    title = page.strings("events.coming" if coming else "events.latest")
    return title, tuple(card(page, entry) for entry in chosen[:_EVENTS])


def _list_link(page: Page, kind: str) -> Link:
    return Link(page.strings(f"all.{kind}"), page.href(list_path(page.language, kind)))
