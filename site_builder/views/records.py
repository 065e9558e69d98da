"""What the pages of all kinds of records have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from site_builder.formatting import format_day
from site_builder.languages import Language
from site_builder.loader import Entry
from site_builder.record_texts import iter_texts
from site_builder.romanisation import romanise
from site_builder.schema.base import Text
from site_builder.schema.parts import PageRecord
from site_builder.urls import edit_url, list_path, road_path, side_by_side_path, web_form_path
from site_builder.views.cards import related_groups
from site_builder.views.page import Page
from site_builder.views.parts import (
    FactRow,
    Link,
    LinkGroup,
    NotedLink,
    PartView,
    RecordView,
    RoadPanel,
    SourceNote,
    TermNote,
)
from site_builder.views.passages import TranslationNote
from site_builder.views.pictures import view_pictures
from site_builder.views.record_parts import link_parts, picture_parts

__all__ = ["guide_parts", "latin_name", "view_record"]

_NAMED = ("places", "people", "organisations", "holidays")
_TRAVELLING = ("routes", "guides")


def view_record(  # noqa: PLR0913, PLR0917  what a page is put together from
    page: Page,
    entry: Entry,
    label: str,
    facts: Iterable[FactRow],
    parts: Iterable[PartView],
    notice: str = "",
) -> RecordView:
    """Return the view of a record.

    It is made from the top of the page to its end, so that sources are numbered and terms are
    explained in the order in which a reader meets them.

    Args:
        page: The page.
        entry: The record.
        label: What it is, in a few words.
        facts: The rows of the facts box that its kind knows, made when they are asked for; the
            record's own rows follow.
        parts: The text, made when it is asked for: after the facts.
        notice: What a reader must know before anything else; may be empty.
    """
    record: PageRecord = entry.record
    kind, strings = entry.kind.name, page.strings
    title, other = record.title[page.language], record.title[page.language.other]
    pictures = view_pictures(page, record.media)
    checked = record.checked
    return RecordView(
        title=title,
        other_title="" if other == title else other,
        other_language=page.language.other.value,
        latin=latin_name(entry),
        label=label,
        notice=notice,
        summary=page.text(record.summary),
        lead=page.explained(record.summary),
        citations=page.cite(record.sources),
        caution=page.caution(record.confidence),
        breadcrumbs=page.breadcrumbs((strings(f"kind.{kind}"), list_path(page.language, kind))),
        picture=pictures[0] if pictures else None,
        facts=(*facts, *page.fact_rows(record.facts)),
        parts=(*parts, *picture_parts(page, pictures[1:])),
        terms=_terms(page),
        related=_related(page, entry),
        sources=_sources(page),
        checked=strings("page.checked", date=format_day(strings, checked)) if checked else "",
        translation=_stale_note(page, record),
        side_by_side_href=page.href(side_by_side_path(kind, entry.id)),
        edit_links=_edit_links(page, entry),
        road=_road(page, entry),
    )


def _stale_note(page: Page, record: PageRecord) -> TranslationNote | None:
    """Return a word on short texts that are older than the other language's; passages have theirs."""
    texts = iter_texts(record) if page.site.stale else ()
    is_old = any(isinstance(text, Text) and page.is_stale(text) for _, text in texts)
    return page.stale_note("translation.stale_facts") if is_old else None


def _terms(page: Page) -> tuple[TermNote, ...]:
    terms = page.term_notes()
    if terms:
        page.heading("terms", page.strings("page.terms"))
    return terms


def _related(page: Page, entry: Entry) -> tuple[LinkGroup, ...]:
    related = related_groups(page, entry)
    if related:
        page.heading("related", page.strings("page.related"))
    return related


def _sources(page: Page) -> tuple[SourceNote, ...]:
    page.heading("sources", page.strings("page.sources"))
    return page.source_notes()


def guide_parts(page: Page, ids: Sequence[str]) -> Iterable[PartView]:
    """Yield links to the guides that help with a visit."""
    guides = [page.site.entry("guides", id_) for id_ in ids]
    links = [
        NotedLink(page.text(guide.record.title), page.record_href(guide), "") for guide in guides
    ]
    yield from link_parts(page, "guides", page.strings("place.guides"), links)


def latin_name(entry: Entry) -> str:
    """Return a record's name in Latin letters; titles of events and texts are no names."""
    record: PageRecord = entry.record
    if record.latin or entry.kind.name not in _NAMED:
        return record.latin or ""
    return romanise(record.title[Language.KK])


def _road(page: Page, entry: Entry) -> RoadPanel | None:
    is_goal = entry.id in page.site.settings.mausoleums and entry.kind.name == "places"
    if is_goal or entry.kind.name in _TRAVELLING:
        return RoadPanel(page.assets, page.href(road_path(page.language)))
    return None


def _edit_links(page: Page, entry: Entry) -> tuple[Link, ...]:
    repository = page.site.settings.repository
    if repository is None:
        return ()
    form = page.href(web_form_path(entry.kind.name, entry.id))
    return (
        Link(page.strings("page.edit"), edit_url(repository, entry.file)),
        Link(page.strings("page.edit_in_form"), form),
    )
