"""A YAML file as a tree that can be put in order and written again, comments and all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

__all__ = ["Branch", "Entry", "Leaf", "Node", "grow_tree"]


@dataclass(slots=True)
class Leaf:
    """A single value."""

    text: str | None
    """Its text; None for no value."""
    is_bare: bool = False
    """Whether it is a number or `true` or `false`, which must not be quoted."""


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item of a list."""

    key: str | None
    """The key; None in a list."""
    value: Node
    """What is written after the colon or the dash."""
    before: list[str] = field(default_factory=list)
    """Comments on lines of their own before it, with their `#`."""
    trailing: str = ""
    """The comment at the end of its line, with its `#`."""


@dataclass(slots=True)
class Branch:
    """A mapping or a list."""

    is_mapping: bool
    entries: list[Entry] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    """Comments after the last entry."""


Node: TypeAlias = Branch | Leaf
"""What a file or an entry holds."""


def grow_tree(data: Any) -> Node:
    """Return data as a tree without comments.

    Args:
        data: Nested dicts and lists of str and None, as the reader gives them.
    """
    if isinstance(data, Mapping):
        return Branch(True, [Entry(key, grow_tree(value)) for key, value in data.items()])
    if isinstance(data, Sequence) and not isinstance(data, str):
        return Branch(False, [Entry(None, grow_tree(item)) for item in data])
    return Leaf(data)
