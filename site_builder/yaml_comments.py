"""Reads a YAML file as a tree in which every comment hangs on what it speaks of.

A comment on a line of its own belongs to the key or the item below it, unless it is indented more:
then it ends the block above. One at the end of a line belongs to the entry that ends there. The
tree of ruamel.yaml hangs comments on the entry above, so that they go astray when keys move.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from site_builder.yaml_tree import Branch, Entry, Leaf, Node

__all__ = ["read_tree"]

_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def read_tree(text: str) -> tuple[Branch, list[str]]:
    """Return the tree of a file, and the comments at its head that an empty line sets apart.

    Args:
        text: A file's text that the reader accepts and finds a mapping in.
    """
    return _Reader(text).read()


@dataclass(slots=True)
class _Span:
    """Where an entry stands in the text."""

    entry: Entry
    branch: Branch
    """The mapping or list that it is in."""
    parent: _Span | None
    """The entry that holds that."""
    in_flow: bool
    """Whether that is written in brackets."""
    start: int
    """Index of its first character; for an item, of its value's."""
    column: int
    """Column of its key or its dash, from 0."""
    line: int
    """Line of its start, from 0."""
    end: int
    """Index after its last character; the start where a block below says nothing of its end."""
    end_line: int
    """Line of its end."""

    def spans(self, index: int) -> bool:
        """Tell whether it goes on after `index`."""
        return self.start < index < self.end


@dataclass(frozen=True, slots=True)
class _Comment:
    text: str
    index: int
    line: int
    column: int
    is_alone: bool
    """Whether nothing else is on its line."""


def _marks(
    node: yaml.Node, key: yaml.Node | None, value: yaml.Node
) -> tuple[int, int, int, int, int]:
    """Return start, column, line, end and line of the end of an entry of `node`."""
    start, end = (key or value).start_mark, value.end_mark
    # libyaml ends a block only where the next token begins.
    is_block = (
        not value.flow_style
        if isinstance(value, yaml.CollectionNode)
        else (isinstance(value, yaml.ScalarNode) and value.style in ("|", ">"))
    )
    if is_block:
        end = start
    column = start.column if key else node.start_mark.column
    return start.index, column, start.line, end.index, end.line


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: list[_Span] = []
        self._scalars: list[tuple[int, int]] = []

    def read(self) -> tuple[Branch, list[str]]:
        node = yaml.compose(self._text, Loader=yaml.CSafeLoader)
        root = self._node(node, None) if node else None
        if not isinstance(root, Branch):
            raise TypeError(root)
        head: list[str] = []
        for comment in self._comments():
            if self._is_head(comment):
                head.append(comment.text)
            elif comment.is_alone or not self._attach_trailing(comment):
                self._attach(comment, root)
        return root, head

    def _node(self, node: yaml.Node, parent: _Span | None) -> Node:
        if isinstance(node, yaml.ScalarNode):
            self._mask(node)
            is_empty = not node.style and node.value in ("", "~", "null")
            return Leaf(None if is_empty else node.value)
        branch = Branch(isinstance(node, yaml.MappingNode))
        is_flow = isinstance(node, yaml.CollectionNode) and bool(node.flow_style)
        for child in node.value:
            key, value = child if branch.is_mapping else (None, child)
            entry = Entry(key and key.value, Leaf(None))
            if key:
                self._mask(key)
            span = _Span(entry, branch, parent, is_flow, *_marks(node, key, value))
            branch.entries.append(entry)
            self._spans.append(span)
            entry.value = self._node(value, span)
        return branch

    def _mask(self, node: yaml.ScalarNode) -> None:
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in ("|", ">"):  # a comment may follow the mark
            start = self._text.find("\n", start, end) + 1 or end
        self._scalars.append((start, end))

    def _comments(self) -> Iterator[_Comment]:
        """Yield what stands after a `#` outside of all scalars."""
        parts, done = [], 0
        for start, end in sorted(self._scalars):
            parts += [self._text[done:start], re.sub(r"[^\n]", "x", self._text[start:end])]
            done = end
        masked = "".join([*parts, self._text[done:]])
        index = 0
        lines = zip(masked.split("\n"), self._text.split("\n"), strict=True)
        for number, (shape, line) in enumerate(lines):
            if (column := shape.find("#")) >= 0:
                is_alone = not shape[:column].strip()
                yield _Comment(line[column:].rstrip(), index + column, number, column, is_alone)
            index += len(line) + 1

    def _is_head(self, comment: _Comment) -> bool:
        first = self._spans[0].start if self._spans else len(self._text)
        return comment.index < first and bool(_BLANK_LINE.search(self._text, comment.index, first))

    def _attach_trailing(self, comment: _Comment) -> bool:
        """Hang a comment on the entry that it stands after; tell whether there is one."""
        earlier = [s for s in self._spans if s.start < comment.index]
        ended = [
            s for s in earlier if s.end_line == comment.line and s.start < s.end <= comment.index
        ]
        begun = [s for s in earlier if s.line == comment.line]
        if not ended and not begun:
            return False
        entry = (max(ended, key=lambda s: s.end) if ended else begun[-1]).entry
        is_block = isinstance(entry.value, Branch) and bool(entry.value.entries)
        if entry.trailing or (is_block and entry.key is None):
            entry.before.append(comment.text)
        else:
            entry.trailing = comment.text
        return True

    def _attach(self, comment: _Comment, root: Branch) -> None:
        """Hang a comment on the entry below it, or on the block above that it ends."""
        previous = next((s for s in reversed(self._spans) if s.start < comment.index), None)
        following = next((s for s in self._spans if s.start > comment.index), None)
        around = previous
        while around and not around.spans(comment.index):
            around = around.parent
        if around and not (following and following.start < around.end):
            within = around.entry.value
            if isinstance(within, Branch) and within.entries:
                within.after.append(comment.text)
            else:
                around.entry.before.append(comment.text)
            return
        block = None if around else self._block_above(previous, comment, following)
        if block:
            block.after.append(comment.text)
        elif following:
            following.entry.before.append(comment.text)
        else:
            root.after.append(comment.text)

    @staticmethod
    def _block_above(
        above: _Span | None, comment: _Comment, following: _Span | None
    ) -> Branch | None:
        """Return the block that a comment ends: it is indented more than what follows."""
        least = following.column if following else -1
        while above and above.in_flow:
            above = above.parent
        if not above or comment.column <= least or above.column <= least:
            return None
        # A list may stand below its key with no indentation of its own.
        while (
            (parent := above.parent)
            and parent.column > least
            and (above.column > comment.column or above.column == parent.column)
        ):
            above = parent
        return above.branch
