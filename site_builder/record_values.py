"""Walks through a record to the values of a certain sort, whatever fields they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from site_builder.fields import (
    ListValue,
    MappingValue,
    ObjectValue,
    Value,
    VariantsValue,
    describe,
)
from site_builder.schema.base import Model
from site_builder.yaml_marks import Loc

__all__ = ["Wanted", "iter_values"]

Wanted = Callable[[Value], bool]
"""Tells whether values of a sort are looked for; a function of a module, for the answers are kept."""


def iter_values(
    record: Model, wanted: Wanted, prefix: Loc = ()
) -> Iterator[tuple[Loc, Value, Any]]:
    """Yield place, description and value of all that is wanted and not empty, in the order of fields.

    Args:
        record: The record, or a part of it.
        wanted: What to look for.
        prefix: The way to the part.
    """
    for name, value, is_wanted in _fields(type(record), wanted):
        held = getattr(record, name)
        if not held:
            continue
        for loc, item in _items(held, (*prefix, name)):
            if is_wanted:
                yield loc, value, item
            else:
                yield from iter_values(item, wanted, loc)


def _items(held: Any, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    if isinstance(held, list):
        for index, item in enumerate(held):
            yield (*loc, index), item
    elif isinstance(held, dict):
        for key, item in held.items():
            yield (*loc, key), item
    else:
        yield loc, held


@cache
def _fields(model: type[Model], wanted: Wanted) -> tuple[tuple[str, Value, bool], ...]:
    """Return the fields with such values: passing over all others makes the walk fast."""
    fields = [(field.name, _one(field.value)) for field in describe(model)]
    return tuple((name, value, wanted(value)) for name, value in fields if _leads_to(value, wanted))


def _one(value: Value) -> Value:
    """Return what each item of a list or mapping is."""
    return value.item if isinstance(value, ListValue | MappingValue) else value


def _leads_to(value: Value, wanted: Wanted) -> bool:
    match value:
        case ObjectValue(model):
            return bool(_fields(model, wanted))
        case VariantsValue(models):
            return any(_fields(model, wanted) for model in models.values())
    return wanted(value)
