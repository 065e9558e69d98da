"""Views of the pages that list records: kinds, the glossary, the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.languages import Language, sort_key
from site_builder.loader import Entry
from site_builder.schema.people import PersonKind
from site_builder.schema.places import PlaceLayer
from site_builder.schema.stories import StoryKind
from site_builder.views.agenda import calendar_links
from site_builder.views.cards import cards, sorted_entries
from site_builder.views.page import Page
from site_builder.views.parts import CardGroup, Link, MapView, SourceNote, TakeAlongView
from site_builder.views.points import view_map
from site_builder.views.take_along import places_files

__all__ = [
    "GlossaryView",
    "LegendEntry",
    "ListView",
    "SourcesView",
    "TermView",
    "view_glossary",
    "view_list",
    "view_sources",
]


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A layer of the map, with the way to its places in the list."""

    layer: str
    """The layer, which is the anchor of its places too."""
    title: str
    """Its name."""
    count: str
    """How many places it has, and how many of them are on the map if not all are."""


@dataclass(frozen=True, slots=True)
class ListView:
    """A page with cards in groups."""

    title: str
    """The heading."""
    intro: str
    """A sentence about the list; may be empty."""
    breadcrumbs: tuple[Link, ...]
    """The way from the home page to here."""
    groups: tuple[CardGroup, ...]
    """The records."""
    empty: str
    """What to say if there is nothing to list; else empty."""
    links: tuple[Link, ...]
    """Other ways to look at the same."""
    map: MapView | None
    """The map of all that has a point on this page."""
    take_along: TakeAlongView | None
    """Files with the points of the map; None where there is none."""
    legend: tuple[LegendEntry, ...]
    """What the map shows; empty on lists without a map."""


@dataclass(frozen=True, slots=True)
class TermView:
    """A term and its meaning."""

    id: str
    """Its anchor."""
    term: str
    """The word."""
    other: str
    """The word in the other language; empty if it is the same."""
    other_language: str
    """The other language's tag."""
    meaning: str
    """One sentence."""
    related: tuple[Link, ...]
    """Terms to read next."""
    citations: str
    """Who says so."""


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The glossary."""

    title: str
    """The heading."""
    intro: str
    """A sentence about the list."""
    breadcrumbs: tuple[Link, ...]
    """The way from the home page to here."""
    terms: tuple[TermView, ...]
    """The terms in alphabetical order."""
    sources: tuple[SourceNote, ...]
    """Their sources."""


@dataclass(frozen=True, slots=True)
class SourceEntryView:
    """A source and the pages that rest on it."""

    id: str
    """Its anchor."""
    note: SourceNote
    """The source."""
    used_by: tuple[Link, ...]
    """Pages that cite it."""


@dataclass(frozen=True, slots=True)
class SourcesView:
    """All sources of the site."""

    title: str
    """The heading."""
    intro: str
    """A sentence about the list."""
    breadcrumbs: tuple[Link, ...]
    """The way from the home page to here."""
    sources: tuple[SourceEntryView, ...]
    """The sources in alphabetical order."""


def view_list(page: Page, kind: str) -> ListView:
    """Return the list of all records of a kind."""
    entries = page.site.all(kind)
    groups = tuple(_groups(page, kind, entries))
    is_dated = kind == "holidays"
    has_map = kind == "places"
    return ListView(
        page.strings(f"kind.{kind}"),
        page.strings(f"intro.{kind}"),
        page.breadcrumbs(),
        groups,
        "" if groups else page.strings("list.empty"),
        calendar_links(page) if is_dated else (),
        _map(page, entries) if has_map else None,
        places_files(page) if has_map else None,
        tuple(_legend(page, entries)) if has_map else (),
    )


def _map(page: Page, places: list[Entry]) -> MapView | None:
    listed = [place for _, members in _by_layer(places) for place in sorted_entries(page, members)]
    return view_map(page, "overview", page.strings("map.overview"), listed)


def _legend(page: Page, places: list[Entry]) -> Iterator[LegendEntry]:
    for layer, members in _by_layer(places):
        count = str(len(members))
        shown = sum(entry.record.point is not None for entry in members)
        if not shown:
            count = f"{count}, {page.strings('map.no_points')}"
        elif shown < len(members):
            count = f"{count}, {page.strings('map.some_points', n=shown)}"
        yield LegendEntry(layer.value, page.strings(f"place.layers.{layer}"), count)


def _by_layer(places: list[Entry]) -> Iterator[tuple[PlaceLayer, list[Entry]]]:
    for layer in PlaceLayer:
        members = [entry for entry in places if entry.record.layer is layer]
        if members:
            yield layer, members


def _groups(page: Page, kind: str, entries: list[Entry]) -> Iterable[CardGroup]:
    if kind == "places":
        for layer, members in _by_layer(entries):
            title = page.heading(layer.value, page.strings(f"place.layers.{layer}"))
            yield CardGroup(layer.value, title, cards(page, members))
        return
    kinds = {"people": PersonKind, "stories": StoryKind}.get(kind)
    if kinds is None:
        if entries:
            yield CardGroup("", "", cards(page, entries))
        return
    word = {"people": "person.kinds", "stories": "story.kinds"}[kind]
    for member in kinds:
        members = [entry for entry in entries if entry.record.kind is member]
        if members:
            title = page.heading(str(member), page.strings(f"{word}.{member}"))
            yield CardGroup(str(member), title, cards(page, members))


def view_glossary(page: Page) -> GlossaryView:
    """Return the glossary."""
    entries = page.site.all("glossary")
    entries.sort(key=lambda entry: sort_key(entry.record.term[page.language]))
    terms = tuple(_term(page, entry) for entry in entries)
    return GlossaryView(
        page.strings("kind.glossary"),
        page.strings("intro.glossary"),
        page.breadcrumbs(),
        terms,
        page.source_notes(),
    )


def _term(page: Page, entry: Entry) -> TermView:
    term = entry.record
    word, other = term.term[page.language], term.term[page.language.other]
    return TermView(
        entry.id,
        word,
        "" if word == other else other,
        page.language.other.value,
        page.text(term.meaning),
        tuple(
            Link(page.text(page.site.entry("glossary", id_).record.term), f"#{id_}")
            for id_ in term.related
        ),
        page.cite(term.sources),
    )


def view_sources(page: Page) -> SourcesView:
    """Return the list of all sources, each with the pages that rest on it."""
    entries = sorted(page.site.all("sources"), key=lambda entry: sort_key(entry.record.title))
    return SourcesView(
        page.strings("kind.sources"),
        page.strings("intro.sources"),
        page.breadcrumbs(),
        tuple(
            SourceEntryView(entry.id, page.source_note(0, entry.record), _users(page, entry))
            for entry in entries
        ),
    )


def _users(page: Page, entry: Entry) -> tuple[Link, ...]:
    users = page.site.backlinks.get(("sources", entry.id), ())
    links = [Link(_name(user, page.language), page.record_href(user)) for user in users]
    return tuple(sorted(links, key=lambda link: sort_key(link.title)))


def _name(entry: Entry, language: Language) -> str:
    record = entry.record
    text = record.term if entry.kind.name == "glossary" else record.title
    return str(text[language])
