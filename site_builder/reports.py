"""Words and prints problems: for a terminal, for GitHub, as JSON, as a banner on the page."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cache
from html import escape
from pathlib import Path

from site_builder.problems import Problem, Severity
from site_builder.ui_strings import problem_words

__all__ = [
    "EditorLanguage",
    "editor_language",
    "format_banner",
    "format_github",
    "format_json",
    "format_line",
    "format_text",
    "read_lines",
    "word_problem",
]


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
    """Return what is wrong and what was probably meant, in one line."""
    words = problem_words()
    message = words[problem.code][language].format_map(problem.arguments)
    if problem.guess is None:
        return message
    return f"{message}. {words['guess'][language].format(guess=problem.guess)}"


def _place(problem: Problem) -> str:
    position, file = problem.position, _visible(problem.file)
    return f"{file}:{position.line}:{position.column}" if position else file


def format_line(problem: Problem, language: EditorLanguage = EditorLanguage.EN) -> str:
    """Return `file:line:column: error: message [code]`."""
    kind = problem_words()[problem.severity][language]
    return f"{_place(problem)}: {kind}: {word_problem(problem, language)} [{problem.code}]"


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
    """Return all problems with the lines around them and a caret, and a count at the end."""
    problems = tuple(problems)
    parts = []
    for problem in problems:
        parts.append(format_line(problem, language))
        lines = lines_of(problem.file)
        if lines and problem.position:
            parts.append(_excerpt(lines, problem.position.line, problem.position.column))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    words = problem_words()
    if not problems:
        parts.append(words["summary-ok"][language])
    else:
        summary = words["summary"][language]
        parts.append(summary.format(errors=errors, warnings=len(problems) - errors))
    return "\n".join(parts)


def _excerpt(lines: list[str], line: int, column: int) -> str:
    first = max(1, line - 1)
    shown = [
        f"{number:>6} | " + _visible(lines[number - 1])
        for number in range(first, min(line, len(lines)) + 1)
    ]
    shown.append(" " * 6 + " | " + " " * (column - 1) + "^")
    return "\n".join(shown)


def _visible(line: str) -> str:
    """Return a line of a strange file as a terminal may print it."""
    return "".join(char if char.isprintable() else "→" if char == "\t" else "�" for char in line)


def format_github(problems: Iterable[Problem], language: EditorLanguage) -> str:
    """Return GitHub workflow commands that put each problem at its line of a pull request."""
    return "\n".join(_github_command(problem, language) for problem in problems)


def _github_command(problem: Problem, language: EditorLanguage) -> str:
    place = f"file={_github_escape(problem.file, ',:')}"
    if problem.position:
        place += f",line={problem.position.line},col={problem.position.column}"
    return f"::{problem.severity} {place}::{_github_escape(word_problem(problem, language))}"


def _github_escape(text: str, more: str = "") -> str:
    for char in "%\r\n" + more:
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def format_json(problems: Iterable[Problem], language: EditorLanguage) -> str:
    """Return the problems as a JSON list of objects."""
    rows = [
        {
            "file": problem.file,
            "line": problem.position.line if problem.position else None,
            "column": problem.position.column if problem.position else None,
            "severity": problem.severity,
            "code": problem.code,
            "message": word_problem(problem, language),
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def format_banner(problems: Iterable[Problem], language: EditorLanguage) -> str:
    """Return an HTML list of the problems, for the page that an editor is previewing."""
    items = "".join(f"<li>{escape(format_line(problem, language))}</li>" for problem in problems)
    return f'<ul class="problems" lang="{language}">{items}</ul>'
