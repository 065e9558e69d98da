"""Finds where in a YAML text its parts stand; asked only when something is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

__all__ = ["KEY", "Loc", "Span", "find_spans"]

Loc = tuple[str | int, ...]
"""The way to a value: keys and list places, as pydantic gives it."""
Span = tuple[int, int]
"""Where something begins and ends in a text, in characters."""

KEY = "\x00key"
"""Behind the way to a value the way to its key; no file has it, control characters are refused."""


def find_spans(text: str) -> dict[Loc, Span]:
    """Return where all keys and values of a text stand that the reader has accepted."""
    root: Any = yaml.compose(text, Loader=yaml.CSafeLoader)
    return {} if root is None else dict(_iter_spans(root, ()))


def _iter_spans(node: yaml.Node, loc: Loc) -> Iterator[tuple[Loc, Span]]:
    start, end = _span(node)
    if isinstance(node, yaml.ScalarNode):
        yield loc, (start, end)
        return
    # What spans many lines is named by how it begins: the dash of a list, the first field's name.
    if isinstance(node, yaml.MappingNode):
        yield loc, (start, end) if node.flow_style else _span(node.value[0][0])
        for key, value in node.value:
            yield (*loc, key.value, KEY), _span(key)
            yield from _iter_spans(value, (*loc, key.value))
    elif isinstance(node, yaml.SequenceNode):
        yield loc, (start, end if node.flow_style else start + 1)
        for index, item in enumerate(node.value):
            yield from _iter_spans(item, (*loc, index))


def _span(node: yaml.Node) -> Span:
    return node.start_mark.index, node.end_mark.index
