"""What is searched: an entry for each page, whichever engine searches it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.languages import Language
from site_builder.markup import plain_text
from site_builder.outputs import OutputPage

__all__ = ["SearchEntry", "search_entries"]

# Drawings and grids of days say the same as the words beside them, buttons, filters and messages to share are no text,
# breadcrumbs are on every page, later meetings of a class repeat the first,
# notes on translations are not of the matter.
_NOT_TEXT = re.compile(
    r"<div class=\"map-drawing\">.*?</div>|<(svg|button|menu|nav|form)\b.*?</\1>|<table class=\"month-grid\".*?</table>"
    r"|<li\b[^>]* hidden>.*?</li>|<p class=\"note translation\">.*?</p>",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page or a section of one. All strings are plain text, not escaped."""

    language: Language
    """The language of the site that it is found in."""
    location: str
    """The URL below the language's home page: `places/astrakhan/`, `glossary/#aul`."""
    title: str
    """What it is called."""
    text: str
    """Its words; what tells most comes first."""
    alias: str
    """Other names: searched, never shown."""
    kind: str
    """The kind of the record, or the name of the page for the others."""
    tags: tuple[str, ...]
    """What it is and when, each in a few words; what is not known is left out."""
    date: str
    """ISO form of its first day; empty where it has none."""
    last: str
    """ISO form of its last day, where that is another; else empty."""


def search_entries(pages: Iterable[OutputPage]) -> Iterator[SearchEntry]:
    """Yield the entries of all pages that have a language: a page before its sections."""
    for page in pages:
        root = f"{page.language}/"
        if page.path.startswith(root):
            yield SearchEntry(
                language=page.language,
                location=page.path.removeprefix(root),
                title=page.title,
                text=plain_text(_NOT_TEXT.sub("", page.body)),
                alias=" ".join(page.aliases),
                kind=page.kind,
                tags=(page.label,) if page.label else (),
                date="",
                last="",
            )
