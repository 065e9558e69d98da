"""Proposes the id of a new record, and so the name of its file, from its title."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from itertools import count
from typing import Any

from site_builder.romanisation import ascii_words
from site_builder.schema.base import Model
from site_builder.schema.events import Event
from site_builder.schema.scalars import is_id
from site_builder.schema.sources import Source

__all__ = ["first_free", "propose_id"]

_LONGEST = 40
_YEAR_OF = {Event: "start", Source: "published"}
"""The date that tells records of the same title apart."""


def propose_id(model: type[Model], data: Mapping[str, Any]) -> str:
    """Return an id made of the Kazakh title, else the Russian one, with the year of an event.

    Args:
        model: The model of the record's kind.
        data: The record's data; a title that it lacks is not needed.
    """
    title = data.get("title") or {}
    titles = [title] if isinstance(title, str) else [title.get("kk") or "", title.get("ru") or ""]
    words = next(filter(None, map(ascii_words, titles)), [_name(model)])
    year = str(data.get(_YEAR_OF.get(model, "")) or "")[:4]
    if year and year in words:
        words.remove(year)
    id_ = "-".join([*_first(words), *filter(None, [year])])
    return id_ if is_id(id_) else f"{_name(model)}-{id_}"


def first_free(id_: str, taken: Container[str]) -> str:
    """Return the id, with the first number after it that is free where it is taken."""
    return next(form for form in _numbered(id_) if form not in taken)


def _name(model: type[Model]) -> str:
    return model.__name__.lower()


def _first(words: list[str]) -> Iterator[str]:
    """Yield as many words as an id may have, at least one."""
    length = 0
    for number, word in enumerate(words):
        length += len(word) + 1
        if number and length > _LONGEST:
            return
        yield word[:_LONGEST]


def _numbered(id_: str) -> Iterator[str]:
    yield id_
    yield from (f"{id_}-{number}" for number in count(2))
