"""What the pages of all kinds of records have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from site_builder.formatting import format_day
from site_builder.languages import Language
from site_builder.loader import Entry
from site_builder.romanisation import romanise
from site_builder.schema.parts import PageRecord
from site_builder.urls import list_path, side_by_side_path
from site_builder.views.cards import related_groups
from site_builder.views.page import Page
from site_builder.views.parts import FactRow, NotedLink, PartView, RecordView
from site_builder.views.pictures import view_pictures
from site_builder.views.record_parts import link_parts, picture_parts

__all__ = ["close_record", "guide_parts", "open_record"]

_NAMED = ("places", "people", "organisations", "holidays")


def open_record(page: Page, entry: Entry, label: str, facts: Iterable[FactRow]) -> dict[str, Any]:
    """Return the fields of a view that stand before its parts.

    Views are made from the top of the page to its end, so that sources are numbered in the order
    in which a reader meets them.

    Args:
        page: The page.
        entry: The record.
        label: What it is, in a few words.
        facts: The rows of the facts box that its kind knows, made when they are asked for; the
            record's own rows follow.
    """
    record: PageRecord = entry.record
    title, other = record.title[page.language], record.title[page.language.other]
    kind = entry.kind.name
    return {
        "title": title,
        "other_title": "" if other == title else other,
        "other_language": page.language.other.value,
        "latin": record.latin or _latin(kind, record.title[Language.KK]),
        "label": label,
        "summary": page.text(record.summary),
        "lead": page.gloss(escape(page.text(record.summary))),
        "citations": page.cite(record.sources),
        "caution": page.caution(record.confidence),
        "breadcrumbs": page.breadcrumbs(
            (page.strings(f"kind.{kind}"), list_path(page.language, kind))
        ),
        "facts": (*facts, *page.fact_rows(record.facts)),
    }


def close_record(
    page: Page,
    entry: Entry,
    opening: dict[str, Any],
    parts: Iterable[PartView],
    notice: str = "",
) -> RecordView:
    """Return the view of a record.

    Args:
        page: The page.
        entry: The record.
        opening: What `open_record` returned.
        parts: The text; it is made here, after the facts.
        notice: What a reader must know before anything else; may be empty.
    """
    record: PageRecord = entry.record
    pictures = view_pictures(page, record.media)
    all_parts = (*parts, *picture_parts(page, pictures[1:]))
    terms = page.term_notes()
    if terms:
        page.heading("terms", page.strings("page.terms"))
    related = related_groups(page, entry)
    if related:
        page.heading("related", page.strings("page.related"))
    page.heading("sources", page.strings("page.sources"))
    checked = record.checked
    return RecordView(
        **opening,
        notice=notice,
        picture=pictures[0] if pictures else None,
        parts=all_parts,
        terms=terms,
        related=related,
        sources=page.source_notes(),
        checked=(
            page.strings("page.checked", date=format_day(page.strings, checked)) if checked else ""
        ),
        side_by_side_href=page.href(side_by_side_path(entry.kind.name, entry.id)),
        edit_href=_edit_href(page, entry),
    )


def guide_parts(page: Page, ids: Sequence[str]) -> Iterable[PartView]:
    """Yield links to the guides that help with a visit."""
    guides = [page.site.entry("guides", id_) for id_ in ids]
    links = [
        NotedLink(page.text(guide.record.title), page.record_href(guide), "") for guide in guides
    ]
    yield from link_parts(page, "guides", page.strings("place.guides"), links)


def _latin(kind: str, name: str) -> str:
    """Return a name in Latin letters; titles of events and texts are no names."""
    return romanise(name) if kind in _NAMED else ""


def _edit_href(page: Page, entry: Entry) -> str:
    repository = page.site.settings.repository
    return f"{repository.edit_url}{entry.file}" if repository else ""
