"""Rules for the words of texts: each in one script, and no quotation marks that were meant for YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from site_builder.loader import Content, Entry
from site_builder.problems import Problem, Severity
from site_builder.record_texts import iter_words
from site_builder.spelling import find_mixed_words, has_mixed_word, in_one_script
from site_builder.yaml_marks import Loc

__all__ = ["check_words"]

_CURLY = "“”„‘’"
# «…» around a whole title may be meant, curly marks come from a word processor.
_WHOLLY_QUOTED = re.compile(f"[{_CURLY}][^{_CURLY}]*[{_CURLY}]")


def check_words(content: Content) -> Iterator[Problem]:
    """Yield the words that nobody will find, and the quotation marks that readers would see."""
    # The tables' records share a document, and nearly all documents are clean as a whole.
    suspicious: dict[int, bool] = {}
    for entries in content.entries.values():
        for entry in entries.values():
            key = id(entry.document)
            if key not in suspicious:
                suspicious[key] = _is_suspicious(entry.document.text)
            body = getattr(entry.record, "body", None)
            words = filter(None, (body.kk, body.ru)) if body else ()
            if suspicious[key] or any(map(_is_suspicious, words)):
                for loc, text in iter_words(entry.record):
                    yield from _check(entry, loc, text)


def _is_suspicious(text: str) -> bool:
    return has_mixed_word(text) or any(mark in text for mark in _CURLY)


def _check(entry: Entry, loc: Loc, text: str) -> Iterator[Problem]:
    file = entry.file_of(loc)
    for word in find_mixed_words(text):
        place = entry.position_in(loc, text, *word.span())
        meant = in_one_script(word[0])
        code, severity = _MIXED if meant else _UNCLEAR
        yield Problem(file, code, place, {"value": word[0]}, meant, severity)
    if _WHOLLY_QUOTED.fullmatch(text.strip()):
        yield replace(entry.problem("curly-quotes", loc), severity=Severity.WARNING)


_MIXED = ("mixed-scripts", Severity.ERROR)
_UNCLEAR = ("mixed-scripts-unclear", Severity.WARNING)
