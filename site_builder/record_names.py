"""What records are called, for those who choose among them."""

from __future__ import annotations

from typing import Any

from site_builder.loader import Content
from site_builder.schema.base import Translated
from site_builder.schema.kinds import Kind

__all__ = ["record_names", "words_in"]


def record_names(content: Content, kind: Kind, language: str) -> dict[str, str] | None:
    """Return what the records of a kind are called, by id.

    Those that nobody can read are called by their id; None where a table cannot be read at all.
    """
    ids = content.named[kind.name]
    if ids is None:
        return None
    entries = content.entries[kind.name]
    return {
        id_: _name(entries[id_].record, language) if id_ in entries else id_ for id_ in sorted(ids)
    }


def words_in(name: Translated | str, language: str) -> str:
    """Return a name in an editor's language; the content has no English."""
    if isinstance(name, str):
        return name
    return name.kk if language == "kk" else name.ru


def _name(record: Any, language: str) -> str:
    """Return a record's title, the word itself of a term, what is to be seen on a picture."""
    fields = ("title", "term", "alt")
    return words_in(next(getattr(record, key) for key in fields if hasattr(record, key)), language)
