"""Writes a tree as YAML, to the letter as the web form does.

The web form (Sveltia CMS) writes by the npm package `yaml` 2.9 with blocks only, two spaces, lists
indented below their key, nothing folded, and quotes only where that package wants them. Its rules
stand here once more because its own parser would lose the types of values and comments that move.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import takewhile

from site_builder.yaml_tree import Branch, Entry, Leaf

__all__ = ["write_tree"]

_STEP = "  "
# The rules of `plainString` in yaml/dist/stringify/stringifyString.js.
_NEVER_PLAIN = re.compile(
    r"""[\n\t ,\[\]{}#&*!|>'"%@`]|[?-]\Z|[?-][ \t]|.*(?:[\n:][ \t]|[ \t]\n|[\n\t ]\#|[\n\t :]\Z)""",
    re.DOTALL,
)
# Plain text that YAML 1.2 (core schema) would not read as text.
_NOT_TEXT = re.compile(
    r"""~|[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE|
    [-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|
    [-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+|
    [-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|""",
    re.VERBOSE,
)
_ENDS_IN_BLANKS = re.compile(r"\n[\t ]+\Z")
# The reader takes `#2` after a text for a part of it that was not quoted.
_TIGHT = re.compile(r"#(?=[^\s#!])")


def write_tree(tree: Branch, head: list[str]) -> str:
    """Return the text of a file.

    Args:
        tree: What it holds.
        head: Comments on the file as a whole; an empty line follows them.
    """
    lines = [*head, *([""] if head else []), *_branch(tree, "")]
    return "\n".join([*lines, ""])


def _branch(branch: Branch, indent: str) -> Iterator[str]:
    for entry in branch.entries:
        yield from (indent + comment for comment in entry.before)
        yield from (_item if entry.key is None else _pair)(entry, indent)
    yield from (indent + comment for comment in branch.after)


def _pair(entry: Entry, indent: str) -> Iterator[str]:
    start = f"{indent}{_key(entry.key or '', indent)}:"
    if isinstance(entry.value, Branch) and (entry.value.entries or entry.value.after):
        yield start + _trailing(entry)
        yield from _branch(entry.value, indent + _STEP)
    else:
        first, *rest = _value(entry.value, indent + _STEP)
        yield f"{start} {first}{_trailing(entry)}"
        yield from rest


def _item(entry: Entry, indent: str) -> Iterator[str]:
    if isinstance(entry.value, Branch) and entry.value.entries:
        lines = list(_branch(entry.value, indent + _STEP))
        # A comment cannot stand between the dash and the first key.
        comments = list(takewhile(lambda line: line.lstrip(" ").startswith("#"), lines))
        yield from (indent + comment.lstrip(" ") for comment in comments)
        first, *rest = lines[len(comments) :]
        yield f"{indent}- {first.removeprefix(indent + _STEP)}"
    else:
        first, *rest = _value(entry.value, indent + _STEP)
        yield f"{indent}- {first}{_trailing(entry)}"
    yield from rest


def _trailing(entry: Entry) -> str:
    return " " + _TIGHT.sub("# ", entry.trailing, count=1) if entry.trailing else ""


def _value(value: Branch | Leaf, indent: str) -> list[str]:
    """Return a single value's lines, the first of them without its indentation."""
    if isinstance(value, Branch):
        return ["{}" if value.is_mapping else "[]"]
    text = value.text
    if text is None:
        return ["null"]
    if value.is_bare:
        return [text]
    if "\n" in text and "\r" not in text and not _ENDS_IN_BLANKS.search(text):
        return _block(text, indent)
    return [_inline(text)]


def _block(text: str, indent: str) -> list[str]:
    """Return a text of several lines after `|`."""
    end = text[len(text.rstrip("\n\t ")) :]
    if "\n" not in end:
        chomping = "-"
    else:
        chomping = "" if end == "\n" != text else "+"
        text = text.removesuffix("\n")
    # Without a number the reader would take the first line's own spaces for indentation.
    start = text[: len(text) - len(text.lstrip("\n\t "))]
    depth = str(len(_STEP)) if start.strip("\n") else ""
    return [f"|{depth}{chomping}", *(line and indent + line for line in text.split("\n"))]


def _key(key: str, indent: str) -> str:
    is_document_mark = not indent and key.startswith(("---", "..."))
    return _quoted(key) if is_document_mark else _inline(key)


def _inline(text: str) -> str:
    """Return a key, or a value that is written on one line."""
    if _NEVER_PLAIN.match(text) or _NOT_TEXT.fullmatch(text) or "\n" in text or "\r" in text:
        return _quoted(text)
    return text


def _quoted(text: str) -> str:
    if "\n" in text or "\r" in text or ("'" in text and '"' not in text):
        return json.dumps(text, ensure_ascii=False).replace(" \\n", "\\ \\n")
    return "'" + text.replace("'", "''") + "'"
