"""What the pages of all kinds of records have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from site_builder.formatting import format_day
from site_builder.loader import Entry
from site_builder.schema.parts import PageRecord
from site_builder.urls import list_path, picture_path
from site_builder.views.cards import related_groups
from site_builder.views.page import Page
from site_builder.views.parts import FactRow, Picture

__all__ = ["close_record", "open_record"]


def open_record(page: Page, entry: Entry, label: str, facts: Sequence[FactRow]) -> dict[str, Any]:
    """Return the fields of a view that stand before its own parts.

    Views are made from the top of the page to its end, so that sources are numbered in the order
    in which a reader meets them.

    Args:
        page: The page.
        entry: The record.
        label: What it is, in a few words.
        facts: The rows of the facts box that its kind knows; the record's own rows follow.
    """
    record: PageRecord = entry.record
    title, other = record.title[page.language], record.title[page.language.other]
    kind = entry.kind.name
    page.cite(record.sources)
    return {
        "title": title,
        "other_title": "" if other == title else other,
        "other_language": page.language.other.value,
        "latin": record.latin or "",
        "label": label,
        "summary": page.text(record.summary),
        "caution": page.caution(record.confidence),
        "breadcrumbs": page.breadcrumbs(
            (page.strings(f"kind.{kind}"), list_path(page.language, kind))
        ),
        "facts": (*facts, *page.fact_rows(record.facts)),
    }


def close_record(page: Page, entry: Entry) -> dict[str, Any]:
    """Return the fields of a view that stand after its own parts."""
    record: PageRecord = entry.record
    sections = page.sections(record.sections)
    pictures = _pictures(page, record)
    if pictures:
        page.heading("pictures", page.strings("page.pictures"))
    related = related_groups(page, entry)
    if related:
        page.heading("related", page.strings("page.related"))
    page.heading("sources", page.strings("page.sources"))
    checked = record.checked
    return {
        "sections": sections,
        "pictures": pictures,
        "related": related,
        "sources": page.source_notes(),
        "checked": (
            page.strings("page.checked", date=format_day(page.strings, checked)) if checked else ""
        ),
        "edit_href": _edit_href(page, entry),
    }


def _edit_href(page: Page, entry: Entry) -> str:
    repository = page.site.settings.repository
    return f"{repository.edit_url}{entry.file}" if repository else ""


def _pictures(page: Page, record: PageRecord) -> tuple[Picture, ...]:
    pictures = []
    for id_ in record.media:
        medium = page.site.entry("media", id_).record
        size = page.picture_sizes[id_]
        credit = page.strings(
            "picture.credit", author=page.text(medium.author), licence=medium.licence
        )
        pictures.append(
            Picture(
                page.href(picture_path(id_)),
                page.text(medium.alt),
                page.text(medium.caption),
                credit,
                size.width,
                size.height,
            )
        )
    return tuple(pictures)
