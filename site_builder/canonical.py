"""The one form in which content is written: what `fmt` makes of a file and `new` and `import` write.

It is what the web form writes on saving, so that a save there changes no other line: keys in the
order of the model, `yaml_writing`'s blocks and quotes. Numbers and `true` and `false` are bare only
where the model wants them; elsewhere they are text and quoted, or the form would read a number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import PurePath
from typing import Any

from site_builder.fields import (
    Field,
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
from site_builder.schema.base import Model, Prose, Text
from site_builder.schema.kinds import FOLDERS, SETTINGS, TABLES
from site_builder.schema.scalars import ScalarKind, is_id
from site_builder.yaml_comments import read_tree
from site_builder.yaml_nodes import YamlProblem, parse_yaml
from site_builder.yaml_tree import Branch, Leaf, Node, grow_tree
from site_builder.yaml_writing import write_tree

__all__ = [
    "ValueLostError",
    "content_of",
    "format_prose",
    "format_text",
    "is_prose",
    "write_record",
    "write_table",
]

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_BLANK_LINES = re.compile(r"\A(?:[ \t]*\n)+")


class ValueLostError(Exception):
    """The canonical form of a file would not say what the file says."""


def content_of(file: PurePath) -> Value | None:
    """Return what a YAML file of the content holds, or None if it is none of ours.

    Args:
        file: Its path below `content/`.
    """
    match (*file.parts[:-1], *file.name.split(".")):
        case ["site", "yml"]:
            return ObjectValue(SETTINGS.model)
        case [table, "yml"] if table in TABLES:
            return MappingValue(ObjectValue(TABLES[table].model))
        case [folder, id_, "yml"] if folder in FOLDERS and is_id(id_):
            return ObjectValue(FOLDERS[folder].model)
    return None


def is_prose(file: PurePath) -> bool:
    """Tell whether a file of the content is the long prose of a record.

    Args:
        file: Its path below `content/`.
    """
    match (*file.parts[:-1], *file.name.split(".")):
        case [folder, id_, language, "md"]:
            return folder in FOLDERS and is_id(id_) and language in LANGUAGES
    return False


def write_record(model: type[Model], data: Mapping[str, Any]) -> str:
    """Return a record as the text of its file.

    Args:
        model: The model of the record's kind; it gives the order of the keys.
        data: Nested dicts and lists of strings, as the reader gives them.
    """
    return _write(ObjectValue(model), data)


def write_table(model: type[Model], records: Mapping[str, Any]) -> str:
    """Return records as the text of a table's file, or of a part of it.

    Args:
        model: The model of one record.
        records: Their data by id, as `write_record` takes it.
    """
    return _write(MappingValue(ObjectValue(model)), records)


def _write(content: Value, data: Mapping[str, Any]) -> str:
    tree = grow_tree(data)
    _arrange(tree, content)
    if not isinstance(tree, Branch):
        raise TypeError(data)
    return write_tree(tree, [])


def format_text(content: Value, text: str) -> str:
    """Return the text of a file in the canonical form, its comments kept.

    Args:
        content: What the file holds.
        text: Its text; one that holds no keys comes back as it is.

    Raises:
        YamlProblem: The file cannot be read.
        ValueLostError: The canonical form would say something else.
    """
    data = parse_yaml(text.encode()).data
    if not data or not isinstance(data, dict):
        return text
    tree, head = read_tree(text)
    _arrange(tree, content)
    written = write_tree(tree, head)
    try:
        is_kept = _is_same(data, parse_yaml(written.encode()).data)
    except YamlProblem as problem:
        raise ValueLostError from problem
    if not is_kept:
        raise ValueLostError
    return written


def format_prose(text: str) -> str:
    """Return the text of a Markdown file with one line end after the last word, else as it is."""
    return text.rstrip() + "\n"


def _is_same(before: Any, after: Any) -> bool:
    """Compare data but for the order of keys, space around texts and zeros around numbers."""
    if isinstance(before, dict) and isinstance(after, dict):
        return before.keys() == after.keys() and all(
            _is_same(before[key], after[key]) for key in before
        )
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(map(_is_same, before, after))
    if isinstance(before, str) and isinstance(after, str):
        if _NUMBER.fullmatch(before) and _NUMBER.fullmatch(after):
            return float(before) == float(after)
        return before.strip() == after.strip()
    return before is None and after is None


def _arrange(node: Node, value: Value | None) -> None:
    """Put keys in order and give single values their types; of what is no such value, cut the space around."""
    match node, value:
        case Leaf(str(text)), ScalarValue():
            _type(node, text, value)
        case Branch(True), ObjectValue(model):
            _arrange_fields(node, describe(model), _order(model))
        case Branch(True), TextValue(is_prose):
            model = Prose if is_prose else Text
            _arrange_fields(node, describe(model), _order(model))
        case Branch(True), VariantsValue(models):
            variant = next((entry.value for entry in node.entries if entry.key == "type"), None)
            chosen = models.get(variant.text or "") if isinstance(variant, Leaf) else None
            _arrange_fields(node, describe(chosen) if chosen else (), _order(*models.values()))
        case (Branch(False) as node, ListValue(item)) | (Branch(True) as node, MappingValue(item)):
            for entry in node.entries:
                _arrange(entry.value, item)
        case Leaf(str(text)), _:
            node.text = text.strip()
        case Branch(), _:
            for entry in node.entries:
                _arrange(entry.value, None)


def _order(*models: type[Model]) -> dict[str, int]:
    """Return the places of the keys; the form has one order for all variants of a record."""
    names = dict.fromkeys(field.name for model in models for field in describe(model))
    return {name: place for place, name in enumerate(names)}


def _arrange_fields(branch: Branch, fields: tuple[Field, ...], order: dict[str, int]) -> None:
    values = {field.name: field.value for field in fields}
    for entry in branch.entries:
        _arrange(entry.value, values.get(entry.key or ""))
    branch.entries.sort(key=lambda entry: order.get(entry.key or "", len(order)))


def _type(leaf: Leaf, text: str, value: ScalarValue) -> None:
    """Write a single value as its type is written; what is not of the type stays text."""
    match value.scalar.kind:
        case ScalarKind.PROSE:
            # Spaces before its first word may make it a block of code.
            leaf.text = _BLANK_LINES.sub("", text).rstrip()
        case ScalarKind.BOOLEAN:
            leaf.is_bare = text in ("true", "false")
        case ScalarKind.INTEGER | ScalarKind.DECIMAL:
            if re.fullmatch(value.scalar.pattern, text, re.ASCII):
                leaf.text, leaf.is_bare = _shortest(text), True
        case _:
            leaf.text = text.strip()


def _shortest(number: str) -> str:
    """Return a number as JavaScript writes it: `45.0` becomes `45`."""
    value = Decimal(repr(float(number)))
    return format(value.to_integral() if value == value.to_integral() else value, "f")
