"""Finds the texts of a record, whatever field they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from functools import cache
from typing import Any, get_args

from site_builder.fields import (
    ListValue,
    MappingValue,
    ObjectValue,
    ScalarValue,
    TextValue,
    Value,
    VariantsValue,
    describe,
)
from site_builder.languages import LANGUAGES
from site_builder.schema.base import Model, Prose, Texts
from site_builder.schema.scalars import ScalarKind
from site_builder.yaml_marks import Loc

__all__ = ["iter_prose", "iter_texts", "iter_words"]

_TEXTS = get_args(Texts)


class _What(Enum):
    """Which values to look for; most fields hold none and are passed over."""

    PROSE = auto()
    """Markdown in both languages."""
    TEXTS = auto()
    """All that is written in both languages."""
    WORDS = auto()
    """Lines in one language too: names of sources, other spellings."""


def iter_prose(record: Model) -> Iterator[tuple[Loc, Prose]]:
    """Yield place and words of every text in Markdown."""
    yield from _iter_values(record, (), _What.PROSE)


def iter_texts(record: Model) -> Iterator[tuple[Loc, Texts]]:
    """Yield place and words of every text in two languages, in the order of the fields."""
    yield from _iter_values(record, (), _What.TEXTS)


def iter_words(record: Model) -> Iterator[tuple[Loc, str]]:
    """Yield place and words of all that people read, in each language in which it is written."""
    for loc, value in _iter_values(record, (), _What.WORDS):
        if isinstance(value, _TEXTS):
            for language in LANGUAGES:
                if (words := value[language]) is not None:
                    yield (*loc, language.value), words
        else:
            yield loc, value


def _iter_values(record: Model, prefix: Loc, what: _What) -> Iterator[tuple[Loc, Any]]:
    for name in _fields(type(record), what):
        value = getattr(record, name)
        if not value:
            continue
        for loc, item in _items(value, (*prefix, name)):
            if isinstance(item, _TEXTS) or not isinstance(item, Model):
                yield loc, item
            else:
                yield from _iter_values(item, loc, what)


def _items(value: Any, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield (*loc, index), item
    elif isinstance(value, dict):
        for key, item in value.items():
            yield (*loc, key), item
    else:
        yield loc, value


@cache
def _fields(model: type[Model], what: _What) -> tuple[str, ...]:
    """Return the fields that hold such values: passing over the others makes the walk fast."""
    return tuple(field.name for field in describe(model) if _holds(field.value, what))


def _holds(value: Value, what: _What) -> bool:
    match value:
        case TextValue(is_prose):
            return is_prose or what is not _What.PROSE
        case ListValue(item) | MappingValue(item):
            return _holds(item, what)
        case ObjectValue(model):
            return bool(_fields(model, what))
        case VariantsValue(models):
            return any(_fields(model, what) for model in models.values())
        case ScalarValue(scalar):
            return scalar.kind is ScalarKind.LINE and what is _What.WORDS
    return False
