"""Golden tests: mistakes of editors and the exact words that editors read about them.

A new case is a new file in `cases/`. `REGENERATE_CASES='tab-*' pytest tests/problems` writes the
reports of the cases whose names match; read the difference before you keep it.
"""

from __future__ import annotations

import os
from fnmatch import fnmatch
from pathlib import Path

import pytest

from site_builder.checking import check_content
from site_builder.problems import Problem
from site_builder.reports import EditorLanguage, format_text, read_lines
from site_builder.ui_strings import editor_words
from tests.problems.case_files import CASES_DIR, make_visible, read_case, write_expected
from tests.support import TODAY, write_content

CASES = sorted(CASES_DIR.glob("*.case"))
REGENERATE = os.environ.get("REGENERATE_CASES", "")

EVENT = """\
title: {kk: Той, ru: Той}
summary: {kk: Той., ru: Той.}
kind: concert
status: planned
scope: astrakhan
start: 2027-03-21
sources: [gazette]
"""
TOO_BIG_FOR_A_FILE = {
    "deep": (b"[" * 200_000, "too-deep", (1, 21)),
    "deep-mappings": (b"{a: " * 100_000, "too-deep", (1, 81)),
    "large": (b"# " + b"x" * 512 * 1024, "file-too-large", (1, 1)),
    "values": (EVENT.encode() + b"aliases:\n" + b"- x\n" * 50_000, "too-many-values", (49_983, 3)),
}
"""Mistakes that are too large to keep as files: bytes of an event, code and place."""

NOT_A_PROBLEM = {"guess", "summary", "summary-ok", "error", "warning"}
"""Words in `problems.yml` that other messages are put together from."""
# `bad-value` stands in for errors of pydantic that no model provokes; root can read every file.
NOT_COVERED = {"bad-value", "unreadable-file"}
"""The last resort for errors of pydantic; no field of today should be able to raise one."""
ONLY_IN_A_BUILD = {"search-outgrown"}
"""What a check cannot tell: `tests/search/test_files.py` shows it."""


def find_problems(content_dir: Path) -> tuple[Problem, ...]:
    """Return all problems of a content folder."""
    return check_content(content_dir, TODAY).problems


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_editors_read_the_expected_words(path: Path, tmp_path: Path) -> None:
    """The report is, line by line, the one that the case holds."""
    case = read_case(path)
    problems = find_problems(case.write_files(tmp_path))
    # One language shows the lines of the files; they are the same in the others.
    lines = read_lines(tmp_path)
    reports = {
        language: make_visible(
            format_text(problems, language, lines)
            if language is EditorLanguage.EN
            else format_text(problems, language)
        )
        for language in EditorLanguage
    }
    if REGENERATE and fnmatch(path.stem, REGENERATE):
        write_expected(path, reports)
        case = read_case(path)
    for language, report in reports.items():
        assert report == case.expected(language)


@pytest.mark.parametrize("name", TOO_BIG_FOR_A_FILE)
def test_a_file_made_to_exhaust_the_reader_is_one_problem(name: str, content_dir: Path) -> None:
    """Limits stop such a file before it costs memory or the stack of libyaml."""
    raw, code, place = TOO_BIG_FOR_A_FILE[name]
    write_content(content_dir, {"events/big.yml": raw})
    (problem,) = find_problems(content_dir)
    assert problem.position is not None
    assert (problem.code, (problem.position.line, problem.position.column)) == (code, place)


def test_every_code_has_a_case() -> None:
    """No message stands in `problems.yml` that nobody has seen at work."""
    reports = [read_case(path).expected(EditorLanguage.EN) for path in CASES]
    seen = {
        code
        for code in editor_words("problems")
        if any(f" [{code}]" in report for report in reports)
    }
    seen |= {code for _, code, _ in TOO_BIG_FOR_A_FILE.values()}
    assert set(editor_words("problems")) - seen - NOT_A_PROBLEM - ONLY_IN_A_BUILD == NOT_COVERED


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_says_what_it_shows(path: Path) -> None:
    """A case begins with a sentence for the reader."""
    assert not path.read_text("utf-8").startswith(">>>")
