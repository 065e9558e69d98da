"""The fields of a record side by side: what fits a flag, an answer or a cell of a spreadsheet.

Texts have a column a language (`title_kk`), the fields of an object one each (`point_lat`), lists of
simple values are joined by semicolons. Sections, facts and statements have no column.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from site_builder.fields import (
    ChoiceValue,
    Field,
    ListValue,
    ObjectValue,
    ReferenceValue,
    ScalarValue,
    TextValue,
    Value,
    VariantsValue,
    describe,
)
from site_builder.languages import LANGUAGES
from site_builder.schema.base import Model
from site_builder.schema.scalars import Scalar, ScalarKind
from site_builder.yaml_nodes import Loc

__all__ = ["Column", "columns", "join_list", "kind_of_ids", "put_cells", "read_cells", "split_list"]

_SEPARATOR = ";"
_LINE = ScalarValue(Scalar(ScalarKind.LINE))


@dataclass(frozen=True, slots=True)
class Column:
    """A simple value of a record."""

    path: Loc
    """The keys that lead to it."""
    field: Field
    """The field that it is, or is a part of."""
    value: Value
    """What one value is: a scalar, a choice or a reference."""
    is_list: bool = False
    """Whether there may be several."""

    @property
    def name(self) -> str:
        """The heading in a spreadsheet: `point_lat`."""
        return "_".join(map(str, self.path))


def kind_of_ids(field: Field, value: Value) -> str | None:
    """Return the kind of records whose ids a value names, `regions` for those of the settings."""
    if isinstance(value, ReferenceValue):
        return value.kind
    return "regions" if (field.owner, field.name) == ("Place", "region") else None


@cache
def columns(model: type[Model]) -> tuple[Column, ...]:
    """Return the columns of a model in the order in which records write their fields."""
    by_name: dict[str, Column] = {}
    for column in _columns(model, ()):
        by_name.setdefault(column.name, column)
    return tuple(by_name.values())


def _columns(model: type[Model], prefix: Loc) -> Iterator[Column]:
    for field in describe(model):
        path = (*prefix, field.name)
        match field.value:
            case TextValue(is_prose=False):
                for language in LANGUAGES:
                    yield Column((*path, language.value), field, _LINE)
            case ObjectValue(inner):
                yield from _columns(inner, path)
            case VariantsValue(models):
                # Each of them begins with its field `type`; the first stands for all.
                for inner in models.values():
                    yield from _columns(inner, path)
            case ListValue((ScalarValue() | ChoiceValue() | ReferenceValue()) as item):
                yield Column(path, field, item, is_list=True)
            case ScalarValue() | ChoiceValue() | ReferenceValue():
                yield Column(path, field, field.value)


def join_list(items: list[str]) -> str:
    """Return values as one cell; a semicolon within a value gets a backslash."""
    escaped = (item.strip().replace("\\", r"\\").replace(_SEPARATOR, r"\;") for item in items)
    return f"{_SEPARATOR} ".join(escaped)


def split_list(cell: str) -> list[str]:
    """Return the values that `join_list` joined, without empty ones."""
    parts = re.findall(r"(?:\\.|[^\\;])+|\\$", cell, re.DOTALL)
    items = (re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL).strip() for part in parts)
    return [item for item in items if item]


def read_cells(model: type[Model], data: Mapping[str, Any]) -> dict[str, str]:
    """Return the simple values of a record as text by column; what it does not say is empty.

    Args:
        model: The model of the record's kind.
        data: Nested dicts and lists of strings, as the reader gives them.
    """
    return {column.name: _cell(data, column) for column in columns(model)}


def _cell(data: Mapping[str, Any], column: Column) -> str:
    value: Any = data
    for key in column.path:
        value = value.get(key) if isinstance(value, Mapping) else None
    if isinstance(value, list):
        return join_list(value)
    return value.strip() if isinstance(value, str) else ""


def put_cells(
    model: type[Model], data: Mapping[str, Any], cells: Mapping[str, str]
) -> dict[str, Any]:
    """Return the record with the cells put into it; an empty cell takes its value out.

    What already says the same stays as it is written, and so does what has no column.

    Args:
        model: The model of the record's kind.
        data: The record as it was; empty for a new one.
        cells: Text by column.
    """
    changed: dict[str, Any] = copy.deepcopy(dict(data))
    for column in columns(model):
        cell = cells.get(column.name)
        if cell is None or cell.strip() == _cell(changed, column):
            continue
        value = split_list(cell) if column.is_list else cell.strip()
        if value:
            _put(changed, column.path, value)
        else:
            _take(changed, column.path)
    return changed


def _put(data: MutableMapping[str, Any], path: Loc, value: str | list[str]) -> None:
    *outer, last = map(str, path)
    for key in outer:
        if not isinstance(data.get(key), dict):
            data[key] = {}
        data = data[key]
    data[last] = value


def _take(data: MutableMapping[str, Any], path: Loc) -> None:
    """Remove a value, and the objects that it leaves empty."""
    key = str(path[0])
    if len(path) > 1 and isinstance(data.get(key), dict):
        _take(data[key], path[1:])
        if data[key]:
            return
    data.pop(key, None)
