"""View of a record in both languages side by side, aligned field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from site_builder.languages import LANGUAGES, Language
from site_builder.loader import Entry
from site_builder.ui_strings import load_strings
from site_builder.urls import record_path, relative_url, side_by_side_path
from site_builder.views.parts import FactRow, PartView, RecordView

__all__ = ["LanguageLink", "SideBySideView", "view_side_by_side"]


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A link to the page in one language."""

    title: str
    """The language's name in itself."""
    href: str
    """Relative to the page."""
    language: str
    """The language's tag."""


@dataclass(frozen=True, slots=True)
class SideBySideView:
    """Both views of a record, cut into pairs."""

    title: str
    """Both names, for the window."""
    description: str
    """The summary in the first language."""
    canonical: str
    """The address of the page in the first language: this one is not for search engines."""
    assets: str
    """Link to the folder of styles and scripts."""
    pages: tuple[LanguageLink, ...]
    """The pages in one language each."""
    kk: RecordView
    """The record in Kazakh."""
    ru: RecordView
    """The record in Russian."""
    facts: tuple[tuple[FactRow, FactRow], ...]
    """Rows of the facts box."""
    parts: tuple[tuple[PartView, PartView, tuple[tuple[Any, Any], ...]], ...]
    """Parts in both languages and their items in pairs."""


def view_side_by_side(
    entry: Entry, views: Mapping[Language, RecordView], site_url: str, folder: str
) -> SideBySideView:
    """Return the view of a record in both languages.

    Args:
        entry: The record.
        views: The record's view in each language, made for this very page's path.
        site_url: The address of the site.
        folder: The folder of styles and scripts.
    """
    kind, id_ = entry.kind.name, entry.id
    here = side_by_side_path(kind, id_)
    kk, ru = views[Language.KK], views[Language.RU]
    return SideBySideView(
        title=kk.title if kk.title == ru.title else f"{kk.title} · {ru.title}",
        description=kk.summary,
        canonical=f"{site_url}{record_path(Language.KK, kind, id_)}",
        assets=f"{relative_url(here, folder)}/",
        pages=tuple(
            LanguageLink(
                load_strings(language)("chooser.name"),
                relative_url(here, record_path(language, kind, id_)),
                language.value,
            )
            for language in LANGUAGES
        ),
        kk=kk,
        ru=ru,
        facts=tuple(zip(kk.facts, ru.facts, strict=True)),
        parts=tuple(
            (first, second, tuple(zip(first.items, second.items, strict=True)))
            for first, second in zip(kk.parts, ru.parts, strict=True)
        ),
    )
