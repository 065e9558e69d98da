"""Words problems in an editor's language and prints them: for a terminal, as a banner on the page."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cache
from html import escape
from pathlib import Path
from unicodedata import category, east_asian_width

from site_builder.problems import Position, Problem, Severity
from site_builder.ui_strings import editor_words

__all__ = [
    "EditorLanguage",
    "editor_language",
    "format_banner",
    "format_line",
    "format_text",
    "read_lines",
    "split_message",
    "word_problem",
]


_MARGIN = " " * 6


class EditorLanguage(StrEnum):
    """A language that messages are written in."""

    EN = "en"
    KK = "kk"
    RU = "ru"


def editor_language(environment: Mapping[str, str] = os.environ) -> EditorLanguage:
    """Return the language of the environment's locale (`LC_ALL`, `LC_MESSAGES`, `LANG`)."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if code := environment.get(name, "")[:2]:
            return EditorLanguage(code) if code in list(EditorLanguage) else EditorLanguage.EN
    return EditorLanguage.EN


def word_problem(problem: Problem, language: EditorLanguage) -> str:
    """Return what is wrong and what to write instead, in one line."""
    wrong, remedy = split_message(problem, language)
    if not remedy:
        return wrong
    return f"{wrong}; {remedy}" if problem.guess is None else f"{wrong}. {remedy}"


def split_message(problem: Problem, language: EditorLanguage) -> tuple[str, str]:
    """Return what is wrong, and what to write instead: what was probably meant, if anything was.

    In a message the first semicolon stands between the two.
    """
    words = editor_words("problems")
    wrong, _, remedy = words[problem.code][language].partition("; ")
    if problem.guess is not None:
        remedy = words["guess"][language].format(guess=problem.guess)
    else:
        remedy = remedy.format_map(problem.arguments)
    return wrong.format_map(problem.arguments), remedy


def _place(problem: Problem) -> str:
    position, file = problem.position, _visible(problem.file)
    return f"{file}:{position.line}:{position.column}" if position else file


def format_line(problem: Problem, language: EditorLanguage = EditorLanguage.EN) -> str:
    """Return `file:line:column: error: message [code]`."""
    return _line(problem, word_problem(problem, language), language)


def _line(problem: Problem, message: str, language: EditorLanguage) -> str:
    kind = editor_words("problems")[problem.severity][language]
    return f"{_place(problem)}: {kind}: {message} [{problem.code}]"


def _no_excerpt(_file: str) -> None:
    return None


def read_lines(root: Path) -> Callable[[str], list[str] | None]:
    """Return a function that reads the lines of a file below `root`, or None if it cannot."""

    @cache
    def read(file: str) -> list[str] | None:
        path = root / file
        # Never through a link: the excerpt would show a line of whatever it leads to.
        if path.is_symlink() or not path.is_file():
            return None
        try:
            return path.read_text("utf-8", errors="replace").splitlines()
        except OSError:
            return None

    return read


def format_text(
    problems: Iterable[Problem],
    language: EditorLanguage,
    lines_of: Callable[[str], list[str] | None] = _no_excerpt,
) -> str:
    """Return all problems with the lines around them, and a count at the end.

    Below each stands, after `=`, what to write instead.
    """
    problems = tuple(problems)
    parts = []
    for problem in problems:
        wrong, remedy = split_message(problem, language)
        parts.append(_line(problem, wrong, language))
        lines = lines_of(problem.file)
        if lines and problem.position:
            parts += _excerpt(lines, problem.position)
        if remedy:
            parts.append(f"{_MARGIN} = {remedy}")
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    words = editor_words("problems")
    if not problems:
        parts.append(words["summary-ok"][language])
    else:
        summary = words["summary"][language]
        parts.append(summary.format(errors=errors, warnings=len(problems) - errors))
    return "\n".join(parts)


def _excerpt(lines: list[str], place: Position) -> list[str]:
    """Return the line with a mark under what is meant, and a line before and after it."""
    shown = []
    for number in range(max(1, place.line - 1), place.line + 2):
        if number <= len(lines):
            shown.append(f"{number:>{len(_MARGIN)}} | {_visible(lines[number - 1])}")
        if number == place.line:
            line = lines[number - 1] if number <= len(lines) else ""
            before = _width(line[: place.column - 1])
            length = _width(line[place.column - 1 : place.column - 1 + place.length])
            shown.append(f"{_MARGIN} | {' ' * before}^{'~' * (length - 1)}")
    return shown


def _visible(line: str) -> str:
    """Return a line of a strange file as a terminal may print it."""
    return "".join(char if char.isprintable() else "→" if char == "\t" else "�" for char in line)


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes: an emoji two, a combining accent none."""
    return sum(_char_width(char) for char in _visible(text))


def _char_width(char: str) -> int:
    if category(char) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def format_banner(problems: Iterable[Problem], language: EditorLanguage) -> str:
    """Return an HTML list of the problems, for the page that an editor is previewing."""
    items = "".join(f"<li>{escape(format_line(problem, language))}</li>" for problem in problems)
    return f'<ul class="problems" lang="{language}">{items}</ul>'
