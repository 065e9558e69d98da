"""Says what an editor did where the YAML cannot be read: libyaml knows only its own grammar."""

from __future__ import annotations

import re
from dataclasses import replace

import yaml

from site_builder.problems import Position, Problem

__all__ = ["YamlProblem", "explain_syntax", "find_missing_space", "quote_value"]

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
_NO_SPACE = re.compile(r"\s*(?:- +)*(?P<field>[a-z_]+)(?:(?P<wide>：)\s*|:(?=[^ \t\n:])(?!//))")
_NEXT_FIELD = re.compile(r"\s(?=[a-z_]+[:：])")
_WRONG_DASH = re.compile(r"\s*([–—](?=\s*\S)|-(?=[^\s-]))")
_WHOLE_REST = ("missing-colon", "bad-indentation", "text-after-quote")
_TEXT_LIKE_LIST = re.compile(
    r"\s*(?:- +)*[\w-]+: +(?P<text>(?P<list>(?=- )|\[[^\]]*\]|\{[^}]*\}).*?)\s*\Z"
)
_FIELD = re.compile(r"\s*(?:- +)*[\w-]+\Z")
_VALUE = re.compile(r"\s*(?:- +)*(?:[\w-]+: +)?(.*?)\s*\Z")


class YamlProblem(Exception):  # noqa: N818  it becomes a Problem
    """The file cannot be read; says why and where."""

    def __init__(
        self, code: str, position: Position, supposed: str | None = None, **arguments: str
    ) -> None:
        self.code = code
        self.position = position
        self.supposed = supposed
        self.arguments = arguments
        super().__init__(f"{position.line}:{position.column}: {code}")

    def in_file(self, file: str) -> Problem:
        """Return it as a problem of `file`."""
        return Problem(file, self.code, self.position, self.arguments, self.supposed)


def explain_syntax(text: str, error: yaml.MarkedYAMLError) -> YamlProblem:
    """Return what an editor would call a mistake that libyaml found.

    Args:
        text: The file's text.
        error: Where libyaml gave up, and why.
    """
    words = f"{error.context or ''} {error.problem or ''}".strip()
    code, at_context = next(
        ((code, at) for phrase, code, at in _SYNTAX_CODES if phrase in words),
        ("yaml-syntax", False),
    )
    # The context is where the thing began that libyaml could not finish: where the mistake is.
    mark = (at_context and error.context_mark) or error.problem_mark or error.context_mark
    position = Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)
    if code == "yaml-syntax":
        return YamlProblem(code, position, text=words)
    # The end of the text counts as a line of its own.
    lines = [*text.split("\n"), ""][: position.line]
    problem = _explain(code, lines[-1], position)
    above = next((n for n in range(position.line - 2, -1, -1) if lines[n].strip()), None)
    if problem.code == "bad-indentation" and above is not None:
        # `venue:Астана` is a text, and the fields below it have nothing to belong to.
        return find_missing_space(lines[above], Position(above + 1, 1)) or problem
    return problem


def _explain(code: str, line: str, position: Position) -> YamlProblem:
    """Return a mistake by what its line looks like."""
    start = position.column - 1
    before, rest = line[:start], line[start:].rstrip()
    place = replace(position, length=max(1, len(rest)))
    if line[start : start + 1] == "\t":
        tabs = len(line[start:]) - len(line[start:].lstrip("\t"))
        return YamlProblem("tab", replace(position, length=tabs))
    if code in ("missing-colon", "bad-indentation") and (
        problem := _explain_line(line, position.line)
    ):
        return problem
    if code == "colon-in-text" and _FIELD.match(before):
        # A field's name further right than the fields above would go on as text of the line above.
        column = len(before) - len(before.lstrip(" -")) + 1
        code, place = "bad-indentation", Position(position.line, column, start + 1 - column)
    elif code == "bad-indentation" and before.rstrip().endswith(("'", '"')):
        code = "text-after-quote"
    elif code == "bad-indentation" and (problem := _half_a_list(line, position)):
        return problem
    if code in _WHOLE_REST:
        arguments = {"text": rest} if code == "missing-colon" else {}
        supposed = quote_value(line) if code == "text-after-quote" else None
        return YamlProblem(code, place, supposed, **arguments)
    arguments = {"char": rest[:1]} if code == "bad-start" else {}
    supposed = quote_value(line) if code in ("bad-start", "colon-in-text") else None
    return YamlProblem(code, position, supposed, **arguments)


def _half_a_list(line: str, position: Position) -> YamlProblem | None:
    """Return the problem of `ru: - Той` and `ru: [Той] айт`: a text that begins as a list does."""
    match = _TEXT_LIKE_LIST.match(line)
    if not match or match.end("list") > position.column - 1:
        return None
    place = replace(position, column=match.start("text") + 1)
    return YamlProblem("bad-start", place, _quoted(match["text"]), char=match["text"][0])


def _explain_line(line: str, number: int) -> YamlProblem | None:
    """Return what is wrong with a line that is no field and no list item."""
    if match := _WRONG_DASH.match(line):
        place = Position(number, match.start(1) + 1)
        return YamlProblem("wrong-list-mark", place, f"- {line[match.end() :].strip()}")
    return find_missing_space(line, Position(number, 1))


def find_missing_space(text: str, position: Position) -> YamlProblem | None:
    """Return the problem with the first `title:Той` or `title：Той` of a text that has no fields.

    Args:
        text: What was read as a text.
        position: Where its first line begins in the file.
    """
    for number, line in enumerate(text.split("\n")):
        if match := _NO_SPACE.match(line):
            code = "wide-colon" if match["wide"] else "no-space-after-colon"
            first = position.column if number == 0 else 1
            column = first + match.start("field")
            place = Position(position.line + number, column, len(match["field"]) + 1)
            value = _NEXT_FIELD.split(line[match.end() :])[0].strip()
            return YamlProblem(code, place, f"{match['field']}: {value}")
    return None


def quote_value(line: str) -> str | None:
    """Return the value of a line in quotes, where no brackets tell where it ends."""
    match = _VALUE.match(line)
    value = match[1] if match else ""
    if not value or value[0] in "{[" or value.endswith(("}", "]")):
        return None
    return _quoted(value)


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
