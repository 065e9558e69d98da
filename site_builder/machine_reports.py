"""Prints problems for programs: GitHub's annotations, JSON, SARIF for tools that show code."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from site_builder.problems import Problem
from site_builder.reports import EditorLanguage, split_message, word_problem
from site_builder.ui_strings import editor_words

__all__ = ["format_github", "format_json", "format_sarif"]

_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def format_github(problems: Iterable[Problem], language: EditorLanguage) -> str:
    """Return GitHub workflow commands that put each problem at its line of a pull request."""
    return "\n".join(_github_command(problem, language) for problem in problems)


def _github_command(problem: Problem, language: EditorLanguage) -> str:
    wrong, remedy = split_message(problem, language)
    place = f"file={_github_escape(problem.file, ',:')}"
    if problem.position:
        line, column = problem.position.line, problem.position.column
        place += f",line={line},endLine={line},col={column}"
        place += f",endColumn={column + problem.position.length}"
    title = _github_escape(wrong, ",:")
    return f"::{problem.severity} {place},title={title}::{_github_escape(remedy or wrong)}"


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
            "length": problem.position.length if problem.position else None,
            "severity": problem.severity,
            "code": problem.code,
            "message": word_problem(problem, language),
            "guess": problem.guess,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def format_sarif(problems: Iterable[Problem], language: EditorLanguage) -> str:
    """Return the problems in SARIF 2.1.0, with a rule for each code that occurs."""
    problems = tuple(problems)
    codes = sorted({problem.code for problem in problems})
    driver = {
        "name": "site-builder",
        "language": language,
        "rules": [_sarif_rule(code, language) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": language,
        # A surrogate pair is one letter to an editor: columns are counted as everywhere here.
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(problem, codes, language) for problem in problems],
    }
    log = {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _sarif_rule(code: str, language: EditorLanguage) -> dict[str, Any]:
    """Return what a code means; what depends on the file stands as `…`."""
    text = editor_words("problems")[code][language]
    wrong, _, remedy = (part.format_map(_Ellipses()) for part in text.partition("; "))
    return {
        "id": code,
        "shortDescription": {"text": wrong},
        "help": {"text": remedy or wrong},
    }


class _Ellipses(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def _sarif_result(problem: Problem, codes: list[str], language: EditorLanguage) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(problem.file)}}
    if problem.position:
        line, column = problem.position.line, problem.position.column
        place["region"] = {
            "startLine": line,
            "startColumn": column,
            "endColumn": column + problem.position.length,
        }
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": problem.severity,
        "message": {"text": word_problem(problem, language)},
        "locations": [{"physicalLocation": place}],
    }
