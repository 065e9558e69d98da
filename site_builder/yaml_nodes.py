"""Reads YAML as editors write it: every scalar stays text, every mistake gets a place.

An event reader over libyaml's parser with a stack of its own, because composing trees crashes on
deep nesting and implicit types lose data (`18:30` becomes 1110). It types nothing: the schema does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from site_builder.problems import Position, Problem

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_NODES",
    "Document",
    "Loc",
    "YamlProblem",
    "decode_text",
    "parse_yaml",
]

MAX_BYTES = 512 * 1024
"""Largest file read."""
MAX_DEPTH = 20
"""Deepest nesting read."""
MAX_NODES = 50_000
"""Most values in one file."""

Loc = tuple[str | int, ...]
"""The way to a value: keys and list places, as pydantic gives it."""

# Control characters but tab and line ends, surrogates, U+FFFE and U+FFFF, spaces without width (a word
# with one is not found), and the characters that turn the direction of text around (a line with one
# reads differently from what it says).
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060"
    "\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_NOT_A_COMMENT = re.compile(r"[ \t]+(#[^\s#!].*)")
_LIST_ITEM = re.compile(r"[ ]*[-–—](?=[ ])")
_ODD_SPACES = frozenset(" \u00a0\u2007\u202f\u3000\t")

# libyaml's words → our code, and whether the mistake is where the context began.
# Source: scanner.c and parser.c of libyaml 0.2.5.
_SYNTAX_CODES = (
    ("found a tab character", "tab", False),
    ("while scanning an alias", "bad-start", True),
    ("while scanning an anchor", "bad-start", True),
    ("while scanning a directive", "bad-start", True),
    ("while scanning a quoted scalar found unexpected", "unclosed-quote", True),
    ("while scanning a block scalar", "text-after-block-mark", True),
    ("found character that cannot start any token", "bad-start", False),
    ("mapping values are not allowed", "colon-in-text", False),
    ("could not find expected ':'", "missing-colon", True),
    ("escape", "bad-escape", False),
    ("hexdecimal number", "bad-escape", False),
    ("did not find expected ',' or ']'", "unclosed-bracket", True),
    ("did not find expected ',' or '}'", "unclosed-bracket", True),
    ("did not find expected", "bad-indentation", False),
    ("block sequence entries are not allowed", "bad-indentation", False),
    ("found undefined tag handle", "tag", False),
)


class YamlProblem(Exception):  # noqa: N818  it becomes a Problem
    """The file cannot be read; says why and where."""

    def __init__(self, code: str, position: Position, **arguments: str) -> None:
        self.code = code
        self.position = position
        self.arguments = arguments
        super().__init__(f"{position.line}:{position.column}: {code}")

    def in_file(self, file: str) -> Problem:
        """Return it as a problem of `file`."""
        return Problem(file, self.code, self.position, self.arguments)


@dataclass(slots=True)
class Document:
    """A file's data, and where in the file each part of it stands."""

    data: Any
    """Nested dicts and lists of str and None."""
    text: str
    """The file's text."""
    _marks: dict[Loc, Position] | None = field(default=None, repr=False)

    def without_data(self) -> Document:
        """Return the document for positions only: data that is kept makes a build slow."""
        return Document(None, self.text)

    def position_of(self, loc: Sequence[str | int], *, key: bool = False) -> Position:
        """Return the place of the value at `loc`, or of its key.

        Parts of `loc` that are not in the data (pydantic names the members of a union there, and
        keys that are missing) are passed over, so that the nearest known place comes out.
        """
        if self._marks is None:
            self._marks = {}
            _Reader(self.text, self._marks).read()
        path: Loc = ()
        for part in loc:
            if (*path, part) in self._marks:
                path = (*path, part)
        if key and (*path, _KEY) in self._marks:
            return self._marks[(*path, _KEY)]
        return self._marks.get(path, Position(1, 1))


_KEY = "\x00key"  # no key of a file: control characters are refused


def parse_yaml(raw: bytes) -> Document:
    """Read a YAML file.

    Args:
        raw: The file's bytes, UTF-8 with or without a byte order mark.

    Raises:
        YamlProblem: The file is not what an editor's YAML file may be.
    """
    text = decode_text(raw)
    return Document(_Reader(text, None).read(), text)


def decode_text(raw: bytes, max_bytes: int = MAX_BYTES) -> str:
    """Return the text of a content file, all line ends alike.

    Args:
        raw: The file's bytes, UTF-8 with or without a byte order mark.
        max_bytes: The largest size.

    Raises:
        YamlProblem: It is too large, not UTF-8, or holds characters that nobody types.
    """
    if len(raw) > max_bytes:
        raise YamlProblem("file-too-large", Position(1, 1), limit=str(max_bytes // 1024))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _one_line_end(raw[: error.start].decode("utf-8").removeprefix("\ufeff"))
        raise YamlProblem("not-utf8", _position(before, len(before))) from None
    text = _one_line_end(text.removeprefix("\ufeff"))
    if match := _FORBIDDEN.search(text):
        raise YamlProblem("control-character", _position(text, match.start()), char=_name(match[0]))
    return text


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _position(text: str, index: int) -> Position:
    line_start = text.rfind("\n", 0, index) + 1
    return Position(text.count("\n", 0, index) + 1, index - line_start + 1)


def _name(char: str) -> str:
    return f"U+{ord(char):04X}"


class _Reader:
    """One pass over the events of a text; `marks` collects positions if it is not None."""

    def __init__(self, text: str, marks: dict[Loc, Position] | None) -> None:
        self._text = text
        self._marks = marks
        self._nodes = 0
        # Checks of single scalars that most files never need; the text as a whole is checked already.
        self._has_escapes = "\\" in text
        self._has_hashes = _NOT_A_COMMENT.search(text) is not None

    def read(self) -> Any:
        """Return the data of the only document."""
        parser = yaml.CSafeLoader(self._text)
        try:
            return self._read(parser)
        except yaml.MarkedYAMLError as error:
            raise self._syntax_problem(error) from None
        except yaml.reader.ReaderError as error:
            raise YamlProblem(
                "control-character", _position(self._text, error.position), char=str(error.reason)
            ) from None
        finally:
            parser.dispose()

    def _read(self, parser: yaml.CSafeLoader) -> Any:
        root: Any = None
        stack: list[_Frame] = []
        documents = 0
        event: Any
        while (kind := type(event := parser.get_event())) is not StreamEndEvent:
            if kind is ScalarEvent:
                value = self._scalar(event, stack)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._nodes += 1
                self._check(event, len(stack) + 1)
                stack.append(_Frame(event, self._place(event, stack)))
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                value = stack.pop().value
            elif kind is AliasEvent:
                raise YamlProblem("alias", _start(event))
            else:
                documents += kind is DocumentStartEvent
                if documents > 1:
                    raise YamlProblem("second-document", _start(event))
                continue
            if stack:
                stack[-1].add(value, event, self._marks)
            else:
                root = value
        return root

    def _place(self, event: Event, stack: list[_Frame]) -> Loc:
        if not stack:
            loc: Loc = ()
        elif stack[-1].wants_key:
            raise YamlProblem("complex-key", _start(event))
        else:
            loc = (*stack[-1].loc, stack[-1].here)
        if self._marks is not None:
            self._marks[loc] = _start(event)
        return loc

    def _check(self, event: Any, depth: int = 0) -> None:
        """Refuse what no editor needs, and too much of anything."""
        if self._nodes > MAX_NODES:
            raise YamlProblem("too-many-values", _start(event), limit=str(MAX_NODES))
        if depth > MAX_DEPTH:
            raise YamlProblem("too-deep", _start(event), limit=str(MAX_DEPTH))
        if event.anchor is not None:
            raise YamlProblem("anchor", _start(event), name=event.anchor)
        # "!" alone comes from libyaml for quoted scalars of a document that uses no tags.
        if event.tag is not None:
            raise YamlProblem("tag", _start(event))

    def _scalar(self, event: Any, stack: list[_Frame]) -> str | None:
        self._nodes += 1
        if event.anchor is not None or event.tag is not None or self._nodes > MAX_NODES:
            self._check(event)
        value: str = event.value
        if self._has_escapes and (match := _FORBIDDEN.search(value)):
            raise YamlProblem("control-character", _start(event), char=_name(match[0]))
        frame = stack[-1] if stack else None
        if frame is not None and frame.wants_key:
            self._check_key(value, event, frame)
            return value
        style = event.style
        if not style and event.start_mark.line != event.end_mark.line:
            self._check_plain(event)
        if self._has_hashes and style not in ("|", ">"):
            self._check_hash(event)
        if self._marks is not None and frame is not None:
            self._marks[(*frame.loc, frame.here)] = _start(event)
        return None if not style and value in ("", "~", "null") else value

    @staticmethod
    def _check_key(key: str, event: ScalarEvent, frame: _Frame) -> None:
        if key in frame.value:
            raise YamlProblem("duplicate-key", _start(event), key=key)
        if key == "<<":
            raise YamlProblem("merge-key", _start(event))
        if key[:1] in _ODD_SPACES or key[-1:] in _ODD_SPACES:
            raise YamlProblem("odd-space", _start(event))

    def _check_plain(self, event: Any) -> None:
        """Refuse a list that is indented too far: it would go on as text of the line above."""
        start, end = event.start_mark, event.end_mark
        lines = self._text[start.index : end.index].split("\n")
        for number, line in enumerate(lines[1:], start.line + 2):
            if match := _LIST_ITEM.match(line):
                raise YamlProblem("list-in-text", Position(number, match.end()))

    def _check_hash(self, event: Any) -> None:
        """Refuse `№5 #2`: all after ` #` would be a comment."""
        end = event.end_mark
        if match := _NOT_A_COMMENT.match(self._text, end.index):
            place = _position(self._text, match.start(1))
            raise YamlProblem("text-after-hash", place, text=match[1].strip())

    def _syntax_problem(self, error: yaml.MarkedYAMLError) -> YamlProblem:
        words = f"{error.context or ''} {error.problem or ''}".strip()
        code, at_context = next(
            ((code, at) for phrase, code, at in _SYNTAX_CODES if phrase in words),
            ("yaml-syntax", False),
        )
        # The context is where the thing began that libyaml could not finish: where the mistake is.
        mark = (at_context and error.context_mark) or error.problem_mark or error.context_mark
        position = Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)
        # The end of the text counts as a line of its own.
        line = [*self._text.split("\n"), ""][position.line - 1]
        before, char = line[: position.column - 1], line[position.column - 1 : position.column]
        if code == "bad-start":
            if char == "\t":
                return YamlProblem("tab", position)
            return YamlProblem(code, position, char=char)
        if code == "bad-indentation" and before.rstrip().endswith(("'", '"')):
            return YamlProblem("text-after-quote", position)
        if code == "yaml-syntax":
            return YamlProblem(code, position, text=words)
        return YamlProblem(code, position)


class _Frame:
    """A mapping or a list that is being read."""

    __slots__ = ("_key", "is_mapping", "loc", "value", "wants_key")

    def __init__(self, event: Event, loc: Loc) -> None:
        self.is_mapping = isinstance(event, MappingStartEvent)
        self.loc = loc
        self.value: Any = {} if self.is_mapping else []
        self.wants_key = self.is_mapping
        self._key = ""

    @property
    def here(self) -> str | int:
        """The key or the place in the list of the value that comes next."""
        return self._key if self.is_mapping else len(self.value)

    def add(self, value: Any, event: Event, marks: dict[Loc, Position] | None) -> None:
        """Take the next key or value."""
        if not self.is_mapping:
            self.value.append(value)
        elif self.wants_key:
            self._key = value
            self.wants_key = False
            if marks is not None:
                marks[(*self.loc, value, _KEY)] = _start(event)
        else:
            self.value[self._key] = value
            self.wants_key = True


def _start(event: Any) -> Position:
    return Position(event.start_mark.line + 1, event.start_mark.column + 1)
