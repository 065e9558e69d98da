"""What is searched: an entry for each page and each of its sections, whichever engine searches it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from site_builder.languages import Language
from site_builder.markup import plain_text
from site_builder.outputs import OutputPage
from site_builder.search.folding import fold

__all__ = ["SearchEntry", "search_entries"]

# What templates mark, what is interface by its nature, the heading, which is the title,
# and what is hidden until it is needed.
_NOT_MATTER = (
    '[data-search="no"], [hidden], h1, nav, menu, form, button, svg, script, noscript, summary'
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
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
    """Words of its other names that fold to none of the title: searched, never shown."""
    kind: str
    """The kind of the record, or the name of the page for the others."""
    tags: tuple[str, ...]
    """What it is and when, each in a few words; what is not known is left out."""
    date: str = ""
    """ISO form of its first day; empty where it has none."""
    last: str = ""
    """ISO form of its last day, where that is another; else empty."""


def search_entries(pages: Iterable[OutputPage]) -> Iterator[SearchEntry]:
    """Yield the entries of all pages that have a language: a page before its sections."""
    pages = tuple(pages)
    titles = {page.path: page.title for page in pages}
    for page in pages:
        root = f"{page.language}/"
        if page.path.startswith(root):
            location = page.path.removeprefix(root)
            yield _page_entry(page, location, titles.get(page.alternate, ""))
            for section in page.sections:
                yield SearchEntry(
                    language=page.language,
                    location=f"{location}#{section.anchor}",
                    title=section.title,
                    text=section.text,
                    alias=_other_words(section.title, section.aliases),
                    kind=page.kind,
                    tags=(page.title,),
                )


def _page_entry(page: OutputPage, location: str, other_title: str) -> SearchEntry:
    return SearchEntry(
        language=page.language,
        location=location,
        title=page.title,
        text=_text(page),
        alias=_other_words(page.title, (other_title, *page.aliases)),
        kind=page.kind,
        tags=tuple(filter(None, (page.label, page.when))),
        date=page.first_day,
        last=page.last_day if page.last_day != page.first_day else "",
    )


def _text(page: OutputPage) -> str:
    """Return the matter of a record's page; of others, which repeat records, what they are about."""
    if not page.source_file:
        headings = " · ".join(heading.title for heading in page.headings)
        return " ".join(f"{page.description} {headings}".split())
    tree = LexborHTMLParser(page.body, is_fragment=True)
    for node in tree.css(_NOT_MATTER):
        node.decompose()
    return plain_text(tree.html or "")


def _other_words(title: str, names: Iterable[str]) -> str:
    """Return the words of other names that the search would not find by the title."""
    known = {fold(word) for word in _WORD.findall(title)}
    words = []
    for word in _WORD.findall(" ".join(names)):
        if (key := fold(word)) not in known:
            known.add(key)
            words.append(word)
    return " ".join(words)
