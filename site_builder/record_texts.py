"""Finds the texts of a record, whatever field they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

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
from site_builder.schema.base import Model, Translated
from site_builder.schema.scalars import ScalarKind
from site_builder.yaml_marks import Loc

__all__ = ["iter_texts"]


def iter_texts(record: Model, prefix: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Yield place and words of every text that people read, in each language."""
    for name in _fields_with_texts(type(record)):
        yield from _texts_in(getattr(record, name), (*prefix, name))


def _texts_in(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    match value:
        case str():
            yield loc, value
        case Translated():
            yield (*loc, "kk"), value.kk
            yield (*loc, "ru"), value.ru
        case Model():
            yield from iter_texts(value, loc)
        case list():
            for index, item in enumerate(value):
                yield from _texts_in(item, (*loc, index))
        case dict():
            for key, item in value.items():
                yield from _texts_in(item, (*loc, key))


@cache
def _fields_with_texts(model: type[Model]) -> tuple[str, ...]:
    return tuple(field.name for field in describe(model) if _holds_text(field.value))


def _holds_text(value: Value) -> bool:
    match value:
        case TextValue() | ObjectValue() | VariantsValue():
            return True
        case ListValue(item) | MappingValue(item):
            return _holds_text(item)
        case ScalarValue(scalar):
            return scalar.kind in (ScalarKind.LINE, ScalarKind.PROSE)
    return False
