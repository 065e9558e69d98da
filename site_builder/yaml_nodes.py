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
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from site_builder.problems import Position
from site_builder.yaml_marks import KEY, Loc, Span, find_spans
from site_builder.yaml_mistakes import YamlProblem, explain_syntax, quote_value

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

# Control characters but tab and line ends, surrogates, U+FFFE and U+FFFF, spaces without width (a word
# with one is not found), and the characters that turn the direction of text around (a line with one
# reads differently from what it says).
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060"
    "\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_NOT_A_COMMENT = re.compile(r"[ \t]+(#[^\s#!].*)")
_CONFLICT = re.compile(r"^<{7} .*$", re.MULTILINE)
_LIST_ITEM = re.compile(r"[ ]*[-–—](?=[ ])")
_ODD_SPACES = frozenset(" \u00a0\u2007\u202f\u3000\t")
_EMPTY = frozenset({"", "~", "null"})


@dataclass(slots=True)
class Document:
    """A file's data, and where in the file each part of it stands."""

    data: Any
    """Nested dicts and lists of str and None."""
    text: str
    """The file's text."""
    _spans: dict[Loc, Span] | None = field(default=None, repr=False)

    def without_data(self) -> Document:
        """Return the document for positions only: data that is kept makes a build slow."""
        return Document(None, self.text)

    def position_of(self, loc: Sequence[str | int], *, key: bool = False) -> Position:
        """Return the place of the value at `loc`, or of its key.

        Parts of `loc` that are not in the data (pydantic names the members of a union there, and
        keys that are missing) are passed over, so that the nearest known place comes out.
        """
        return Position.in_text(self.text, *self._span(loc, key=key))

    def position_in(self, loc: Sequence[str | int], value: str, start: int, end: int) -> Position:
        """Return the place of the word `value[start:end]` of the text at `loc`.

        Folding and quoting change the white space between words and leave the words alone, so the
        word is found by counting. One with a quote or an escape inside is not: the place is then
        that of the whole text.
        """
        first, last = self._span(loc, key=False)
        word = value[start:end]
        at = first - len(word)
        for _ in range(value.count(word, 0, start) + 1):
            at = self.text.find(word, at + len(word), last)
            if at < 0:
                return Position.in_text(self.text, first, last)
        return Position.in_text(self.text, at, at + len(word))

    def _span(self, loc: Sequence[str | int], *, key: bool) -> Span:
        if self._spans is None:
            self._spans = find_spans(self.text)
        path: Loc = ()
        for part in loc:
            if (*path, part) in self._spans:
                path = (*path, part)
        if key and (*path, KEY) in self._spans:
            return self._spans[(*path, KEY)]
        return self._spans.get(path, (0, 0))


def parse_yaml(raw: bytes) -> Document:
    """Read a YAML file.

    Args:
        raw: The file's bytes, UTF-8 with or without a byte order mark.

    Raises:
        YamlProblem: The file is not what an editor's YAML file may be.
    """
    text = decode_text(raw)
    return Document(_Reader(text).read(), text)


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
        raise YamlProblem("not-utf8", Position.in_text(before, len(before))) from None
    text = _one_line_end(text.removeprefix("\ufeff"))
    # Looking for each of them takes ten times as long as seeing that all can be printed.
    if not text.replace("\n", "").isprintable() and (match := _FORBIDDEN.search(text)):
        place = Position.in_text(text, match.start())
        raise YamlProblem("control-character", place, char=_name(match[0]))
    if "<<<<<<< " in text and (match := _CONFLICT.search(text)):
        raise YamlProblem("conflict-mark", Position.in_text(text, *match.span()))
    return text


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _name(char: str) -> str:
    return f"U+{ord(char):04X}"


class _Reader:
    """One pass over the events of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._nodes = self._documents = 0
        # Checks of single scalars that most files never need; the text as a whole is checked already.
        self._has_escapes = "\\" in text
        self._has_marks = "&" in text or "!" in text
        self._has_hashes = "#" in text and _NOT_A_COMMENT.search(text) is not None

    def read(self) -> Any:
        """Return the data of the only document."""
        parser = CParser(self._text)
        try:
            return self._read(parser)
        except yaml.MarkedYAMLError as error:
            raise explain_syntax(self._text, error) from None
        except yaml.reader.ReaderError as error:
            raise YamlProblem(
                "control-character",
                Position.in_text(self._text, error.position),
                char=str(error.reason),
            ) from None
        finally:
            parser.dispose()

    def _read(self, parser: CParser) -> Any:
        # The outermost list holds the document itself; `key` is the one that waits for its value.
        value: Any = []
        key: str | None = None
        stack: list[tuple[Any, str | None]] = []
        get_event = parser.get_event
        event: Any
        while (kind := type(event := get_event())) is not StreamEndEvent:
            if kind is ScalarEvent:
                self._nodes += 1
                if self._has_marks or self._nodes > MAX_NODES:
                    self._check(event)
                if key is not None:
                    value[key] = self._value(event)
                    key = None
                elif type(value) is dict:
                    key = self._key(event, value)
                else:
                    value.append(self._value(event))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if key is None and type(value) is dict:
                    raise YamlProblem("complex-key", _place(event))
                stack.append((value, key))
                self._nodes += 1
                self._check(event, len(stack))
                value, key = {} if kind is MappingStartEvent else [], None
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                inner = value
                value, key = stack.pop()
                if key is None:
                    value.append(inner)
                else:
                    value[key] = inner
                    key = None
            else:
                self._pass_over(event)
        return value[0] if value else None

    def _pass_over(self, event: Any) -> None:
        """Take a mark that holds no data: there may be one document, and no aliases."""
        if type(event) is AliasEvent:
            raise self._unquoted("alias", event)
        self._documents += type(event) is DocumentStartEvent
        if self._documents > 1:
            raise YamlProblem("second-document", _place(event))

    def _check(self, event: Any, depth: int = 0) -> None:
        """Refuse what no editor needs, and too much of anything."""
        if self._nodes > MAX_NODES:
            raise YamlProblem("too-many-values", _place(event), limit=str(MAX_NODES))
        if depth > MAX_DEPTH:
            raise YamlProblem("too-deep", _place(event), limit=str(MAX_DEPTH))
        if event.anchor is not None:
            raise self._unquoted("anchor", event, name=event.anchor)
        # "!" alone comes from libyaml for quoted scalars of a document that uses no tags.
        if event.tag is not None:
            raise self._unquoted("tag", event)

    def _unquoted(self, code: str, event: Any, **arguments: str) -> YamlProblem:
        line = self._text.split("\n")[event.start_mark.line]
        return YamlProblem(code, _place(event), quote_value(line), **arguments)

    def _key(self, event: Any, fields: dict[str, Any]) -> str:
        key: str = event.value
        if self._has_escapes:
            self._check_characters(event)
        if key in fields:
            above = next(reversed(fields))
            # `summary:` and then `kk:` in the same column, after such a pair for `title:`.
            if fields[above] is None:
                raise YamlProblem("lost-indentation", _place(event), field=key, parent=above)
            raise YamlProblem("duplicate-key", _place(event), key=key)
        # Nearly all keys are names of fields.
        if not key.isidentifier():
            self._check_key(event)
        return key

    def _check_key(self, event: Any) -> None:
        key = event.value
        if key == "<<":
            raise YamlProblem("merge-key", _place(event))
        if key[:1] in _ODD_SPACES or key[-1:] in _ODD_SPACES:
            raise YamlProblem("odd-space", Position.in_text(self._text, event.start_mark.index))

    def _value(self, event: Any) -> str | None:
        value: str = event.value
        if self._has_escapes:
            self._check_characters(event)
        style = event.style
        if not style and event.start_mark.line != event.end_mark.line:
            self._check_plain(event)
        if self._has_hashes and style not in ("|", ">"):
            self._check_hash(event)
        return None if value in _EMPTY and not style else value

    @staticmethod
    def _check_characters(event: Any) -> None:
        if match := _FORBIDDEN.search(event.value):
            raise YamlProblem("control-character", _place(event), char=_name(match[0]))

    def _check_plain(self, event: Any) -> None:
        """Refuse a list that would go on as text: indented too far, or its first mark is a dash."""
        start, end = event.start_mark, event.end_mark
        lines = self._text[start.index : end.index].split("\n")
        first = lines[0].lstrip("–—")
        if first != lines[0] and any(map(_LIST_ITEM.match, lines[1:])):
            raise YamlProblem("wrong-list-mark", _place(event), f"- {first.strip()}")
        for number, line in enumerate(lines[1:], start.line + 2):
            if match := _LIST_ITEM.match(line):
                raise YamlProblem("list-in-text", Position(number, match.end()))

    def _check_hash(self, event: Any) -> None:
        """Refuse `№5 #2`: all after ` #` would be a comment."""
        start = event.start_mark.index
        if match := _NOT_A_COMMENT.match(self._text, event.end_mark.index):
            lost = match[1].strip()
            place = Position.in_text(self._text, match.start(1), match.start(1) + len(lost))
            whole = None if event.style else f"'{self._text[start : match.end()].strip()}'"
            raise YamlProblem("text-after-hash", place, whole, text=lost)


def _place(event: Any) -> Position:
    start, end = event.start_mark, event.end_mark
    length = end.column - start.column if end.line == start.line else 1
    return Position(start.line + 1, start.column + 1, max(1, length))
