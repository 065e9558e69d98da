"""Rules for editors' Markdown: links lead somewhere, nothing is lost without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.languages import LANGUAGES, Language
from site_builder.loader import Content, Entry
from site_builder.problems import Problem, Severity
from site_builder.record_texts import iter_prose
from site_builder.schema.base import Prose
from site_builder.translations.problems import missing_translation
from site_builder.urls import WEB_SCHEMES, record_link
from site_builder.yaml_nodes import Loc

__all__ = ["check_prose"]

# Words, emphasis and plain lists of one level cannot break any rule: most texts are that.
_MAY_BREAK = re.compile(r"[<\[!#|`~=\t]|\n[ ]|[-*_][ ]?[-*_][ ]?[-*_]")


def check_prose(content: Content) -> Iterator[Problem]:
    """Yield errors for dead links, warnings for markup that is left out and for translations."""
    for entries in content.entries.values():
        for entry in entries.values():
            for loc, prose in iter_prose(entry.record):
                for language in LANGUAGES:
                    yield from _check_side(content, entry, loc, prose, language)


def _check_side(
    content: Content, entry: Entry, loc: Loc, prose: Prose, language: Language
) -> Iterator[Problem]:
    text = prose[language]
    if text is None:
        yield missing_translation(entry, loc, language)
    elif _MAY_BREAK.search(text):
        yield from _check(content, entry, (*loc, language.value), text)


def _check(content: Content, entry: Entry, loc: Loc, text: str) -> Iterator[Problem]:
    def resolve(target: str) -> str | None:
        if target.startswith(WEB_SCHEMES):
            return target
        link = record_link(target)
        return target if link and content.is_named(link[0], link[1]) else None

    # Only texts with markup need it, and loading it takes as long as a hundred files.
    from site_builder.markup import render_body, render_statement  # noqa: PLC0415

    is_body = loc[0] == "body"
    markup = (render_body if is_body else render_statement)(text, resolve)
    for link in markup.bad_links:
        yield _problem(entry, loc, text, link, "bad-link", Severity.ERROR, value=link)
    if markup.removed:
        names = ", ".join(markup.removed)
        first = f"<{markup.removed[0]}"
        yield _problem(entry, loc, text, first, "removed-markup", Severity.WARNING, names=names)


def _problem(  # noqa: PLR0913, PLR0917  where, what and how bad
    entry: Entry, loc: Loc, text: str, needle: str, code: str, severity: Severity, **words: str
) -> Problem:
    """Return a problem at the place of `needle`, as far as the text itself has it."""
    start = max(0, text.find(needle))
    end = start + len(needle) if text.startswith(needle, start) else start
    place = entry.position_in(loc, text, start, end)
    return Problem(entry.file_of(loc), code, place, words, severity=severity)
