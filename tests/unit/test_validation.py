"""pydantic's errors as located problems."""

from __future__ import annotations

import pytest

from site_builder.problems import Problem
from site_builder.schema.base import Model
from site_builder.schema.events import Event
from site_builder.schema.holidays import Holiday
from site_builder.schema.places import Place
from site_builder.validation import known_keys, validate_record
from site_builder.yaml_nodes import parse_yaml

PAGE = "title: {kk: а, ru: а}\nsummary: {kk: а, ru: а}\nsources: [gazette]\n"
HOLIDAY = PAGE + "group: folk\n"
EVENT = PAGE + "kind: concert\nstatus: planned\nscope: astrakhan\nstart: 2027-03-21\n"


def check(model: type[Model], text: str) -> list[Problem]:
    """Return the problems of a file's text."""
    document = parse_yaml(text.encode())
    record, problems = validate_record(model, document.data, "x.yml", document.position_of)
    assert (record is None) == bool(problems)
    return problems


def only(model: type[Model], text: str) -> tuple[str, str, str | None]:
    """Return place, code and guess of the only problem."""
    (problem,) = check(model, text)
    assert problem.position is not None
    return f"{problem.position.line}:{problem.position.column}", problem.code, problem.guess


def test_a_right_record_has_no_problems_and_asks_for_no_positions() -> None:
    """Positions cost a second pass."""

    def locate(*_: object, **__: object) -> None:
        raise AssertionError

    data = parse_yaml(EVENT.encode()).data
    record, problems = validate_record(Event, data, "x.yml", locate)  # type: ignore[arg-type]
    assert isinstance(record, Event)
    assert problems == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("venue: {kk: а}", ("8:1", "missing-language", None)),
        ("venue: а", ("8:8", "text-needs-languages", None)),
        ("venue: [а]", ("8:8", "text-needs-languages", None)),
        ("people: dina", ("8:9", "not-a-list", None)),
        ("people: [dina, Дина]", ("8:16", "bad-id", None)),
        ("venu: {kk: а, ru: а}", ("8:1", "unknown-field", "venue")),
        ("reported: 2026-02-30", ("8:11", "no-such-date", None)),
        (
            "facts: [{label: {kk: а, ru: а}, value: {kk: а, ru: а}}]",
            ("8:9", "without-source", None),
        ),
        ("confidence: hihg", ("8:13", "not-in-list", "high")),
    ],
)
def test_problems_of_an_event(line: str, expected: tuple[str, str, str | None]) -> None:
    """Place, code and guess."""
    assert only(Event, EVENT + line) == expected


def test_a_missing_language_names_the_field_and_the_language() -> None:
    """«ru is missing» says nothing to an editor."""
    (problem,) = check(Event, EVENT + "venue: {kk: а}")
    assert (problem.arguments["field"], problem.arguments["language"]) == ("venue", "ru")


def test_a_rule_is_checked_as_the_type_that_it_says() -> None:
    """Not as all types one after the other."""
    assert only(Holiday, HOLIDAY + "rule: {type: fixed, dai: 03-21, day: 03-21}") == (
        "5:21",
        "unknown-field",
        "day",
    )
    assert only(Holiday, HOLIDAY + "rule: {type: range, first: 03-21, last: 3-23}")[:2] == (
        "5:41",
        "bad-month-day",
    )


def test_an_unknown_type_of_rule_lists_the_types() -> None:
    """Types are a list to choose from."""
    (problem,) = check(Holiday, HOLIDAY + "rule: {type: fixt}")
    assert problem.arguments["value"] == "fixt"
    assert (
        problem.arguments["expected"]
        == "fixed, range, nth-weekday, hijri, changed, listed, undated"
    )
    assert problem.guess == "fixed"


def test_a_misspelt_field_is_not_missing_as_well() -> None:
    """One mistake, one problem."""
    assert only(Event, EVENT.replace("status:", "statsu:")) == ("5:1", "unknown-field", "status")


def test_a_misspelt_field_does_not_hide_that_another_one_is_missing() -> None:
    """`sorces` at the top says nothing about the sources of a fact."""
    text = EVENT.replace("sources:", "sorces:") + "facts: [{label: {kk: а, ru: а}}]"
    missing = [problem.arguments["field"] for problem in check(Event, text)]
    assert sorted(missing) == ["sorces", "sources", "value"]


def test_all_problems_of_a_record_are_found_at_once() -> None:
    """An editor mends all in one go."""
    problems = check(Event, "kind: x\nstart: y\n")
    assert len(problems) == 7


def test_long_values_are_cut() -> None:
    """A message is one line."""
    (problem,) = check(Event, EVENT + f"registration: {'x' * 100}")
    assert problem.arguments["value"] == "x" * 59 + "…"


@pytest.mark.parametrize("line", ["latin: |\n  а\n  б", 'reported: "а\\n\\nб"', 'place: "а\\nб"'])
def test_a_value_of_several_lines_does_not_break_the_message(line: str) -> None:
    """A message is one line, whatever the value is."""
    (problem,) = check(Event, EVENT + line)
    assert "\n" not in problem.arguments["value"]


def test_known_keys_follow_the_data() -> None:
    """Through lists and unions."""
    rule = {"rule": {"type": "range"}}
    assert known_keys(Holiday, rule, ("rule", "range")) == ["type", "first", "last"]
    place: dict[str, list[object]] = {"facts": [{}]}
    assert known_keys(Place, place, ("facts", 0, "label")) == ["kk", "ru"]
    assert "label" in known_keys(Place, place, ("facts", 0))
    assert "region" in known_keys(Place, place, ())
