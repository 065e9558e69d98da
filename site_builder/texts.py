"""Finds the texts of a record, each with the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from site_builder.fields import (
    ListValue,
    MappingValue,
    ObjectValue,
    TextValue,
    Value,
    VariantsValue,
    describe,
)
from site_builder.schema.base import Model, Texts
from site_builder.yaml_nodes import Loc

__all__ = ["iter_texts"]

_TEXTS = get_args(Texts)


def iter_texts(model: Model, prefix: Loc = ()) -> Iterator[tuple[Loc, Texts]]:
    """Yield every text of a model and of what it consists of, in the order of its fields."""
    for name in _fields_with_texts(type(model)):
        value = getattr(model, name)
        if value:
            yield from _walk(value, (*prefix, name))


def _walk(value: Any, loc: Loc) -> Iterator[tuple[Loc, Texts]]:
    if isinstance(value, _TEXTS):
        yield loc, value
    elif isinstance(value, Model):
        yield from iter_texts(value, loc)
    else:
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in items:
            yield from _walk(item, (*loc, key))


@cache
def _fields_with_texts(model: type[Model]) -> tuple[str, ...]:
    return tuple(field.name for field in describe(model) if _holds_texts(field.value))


def _holds_texts(value: Value) -> bool:
    match value:
        case TextValue():
            return True
        case ListValue(item) | MappingValue(item):
            return _holds_texts(item)
        case ObjectValue(model):
            return bool(_fields_with_texts(model))
        case VariantsValue(models):
            return any(map(_fields_with_texts, models.values()))
    return False
