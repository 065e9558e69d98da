"""The JSON Schemas take what the reader takes, refuse what editors get wrong, and speak to them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from jsonschema import Draft7Validator

from site_builder.cli import main
from site_builder.json_schemas import make_schemas
from site_builder.loader import load_content
from site_builder.reports import EditorLanguage
from tests.contract.yaml12 import find_bad_patterns, find_yaml, read_texts
from tests.problems.case_files import CASES_DIR, read_case
from tests.support import FULL_CONTENT, ROOT, write_content

ACCEPTED = tuple(path.stem for path in sorted(CASES_DIR.glob("ok-*.case")))
REFUSED = (
    *("bad-approximate-date", "bad-boolean", "bad-date", "bad-decimal", "bad-email", "bad-id"),
    *("bad-id-in-table", "bad-id-of-region", "bad-integer", "bad-language", "bad-month-day"),
    *("bad-phone", "bad-picture-name", "bad-text", "bad-tile-url", "bad-time", "bad-url"),
    *("blank-prose", "crossing-unchecked", "empty-list", "empty-text"),
    *("holiday-without-rule", "look-alike-language", "look-alike-letter", "missing-field"),
    *("missing-field-of-table", "missing-language", "not-a-list"),
    *("not-a-mapping", "not-in-list", "out-of-range", "rule-without-type", "text-needs-languages"),
    *("text-of-several-lines", "unknown-field", "unknown-field-nested", "unknown-id"),
    *("unknown-id-in-settings", "unknown-id-in-table", "unknown-rule", "year-9999"),
)
"""Cases that a schema can find; the others need the file itself, the calendar or other records."""

PEOPLE_WRITE = """\
title: {kk: 2027, ru: true}
summary: {kk: 18:30, ru: "2027"}
aliases: [1999, 1e3]
kind: concert
status: planned
scope: astrakhan
start: 2027
end:
start_time:
place:
repeats:
languages: [kk, ru]
sources: [gazette]
"""


Errors = dict[str, list[str]]
"""What the schemas refuse, by file."""


@pytest.fixture(scope="module")
def errors_of(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Errors]:
    """Errors of whole content folders by name; all files are read in one run of node."""
    folders = {"real": ROOT / "content", "full": FULL_CONTENT}
    for name in (*ACCEPTED, *REFUSED):
        case = read_case(CASES_DIR / f"{name}.case")
        folders[name] = case.write_files(tmp_path_factory.mktemp(name))
    texts = {
        f"{name}:{file}": text
        for name, folder in folders.items()
        for file, text in find_yaml(folder).items()
    }
    records = read_texts(texts)
    return {
        name: _validate(
            folder,
            {key.removeprefix(f"{name}:"): records[key] for key in records if _of(key, name)},
        )
        for name, folder in folders.items()
    }


def _of(key: str, name: str) -> bool:
    return key.startswith(f"{name}:")


def _validate(content: Path, records: dict[str, Any]) -> Errors:
    schemas = make_schemas(load_content(content), "ru")
    return {
        name: [error.message for error in Draft7Validator(schemas[_kind(name)]).iter_errors(data)]
        for name, data in records.items()
    }


def _kind(name: str) -> str:
    path = PurePosixPath(name)
    return path.parts[0] if len(path.parts) > 1 else path.stem


def _schemas_within(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for inner in schema.values():
            yield from _schemas_within(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _schemas_within(inner)


@pytest.mark.parametrize("name", ["real", "full", *ACCEPTED])
def test_what_the_reader_takes_is_valid(name: str, errors_of: dict[str, Errors]) -> None:
    errors = errors_of[name]
    assert len(errors) >= 5
    assert not {file: found for file, found in errors.items() if found}


@pytest.mark.parametrize("name", REFUSED)
def test_mistakes_are_refused(name: str, errors_of: dict[str, Errors]) -> None:
    report = read_case(CASES_DIR / f"{name}.case").expected(EditorLanguage.RU)
    reported = set(re.findall(r"^content/(\S+?\.yml):\d", report, re.MULTILINE))
    assert reported
    assert reported <= {file for file, found in errors_of[name].items() if found}


def test_values_that_look_like_others_are_valid_as_the_reader_takes_them(
    content_dir: Path,
) -> None:
    write_content(content_dir, {"events/trial.yml": PEOPLE_WRITE})
    assert not load_content(content_dir).problems
    assert not _validate(content_dir, read_texts({"events/trial.yml": PEOPLE_WRITE}))[
        "events/trial.yml"
    ]


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("start: 21.03.2027", "start: 2027-03-21"),
        ("start: 999", "start: 1999"),
        ("kind: konzert", "kind: concert"),
        ("sources: gazette", "sources: [gazette]"),
        ("sources: []", "sources: [gazette]"),
        ("title: Той", "title: {kk: Той, ru: Той}"),
        ("place: altynzar", "place: kurmangazy-mausoleum"),
    ],
)
def test_one_wrong_line_is_refused(line: str, better: str, content_dir: Path) -> None:
    validator = Draft7Validator(make_schemas(load_content(content_dir), "ru")["events"])
    field = line.partition(":")[0]
    keep = [one for one in PEOPLE_WRITE.splitlines() if not one.startswith(f"{field}:")]
    texts = {key: "\n".join([*keep, value]) for key, value in (("bad", line), ("good", better))}
    records = read_texts(texts)
    assert validator.is_valid(records["good"])
    assert not validator.is_valid(records["bad"])


@pytest.mark.parametrize(
    ("prose", "is_valid"),
    [("{kk: Мәтін}", True), ("{ru: Текст}", True), ("{kk: , ru: Текст}", True), ("{}", False)],
)
def test_prose_may_wait_for_its_translation(prose: str, is_valid: bool, content_dir: Path) -> None:
    section = (
        f"{{id: x, title: {{kk: X, ru: X}}, statements: [{{text: {prose}, sources: [gazette]}}]}}"
    )
    text = f"{PEOPLE_WRITE}sections: [{section}]\n"
    write_content(content_dir, {"events/trial.yml": text})
    problems = load_content(content_dir).problems
    errors = _validate(content_dir, read_texts({"events/trial.yml": text}))["events/trial.yml"]
    assert (not problems, not errors) == (is_valid, is_valid)


def test_schemas_are_schemas_and_browsers_read_their_patterns() -> None:
    patterns = set()
    for schema in make_schemas(load_content(FULL_CONTENT), "ru").values():
        Draft7Validator.check_schema(schema)
        patterns |= {one["pattern"] for one in _schemas_within(schema) if "pattern" in one}
    patterns = {pattern for pattern in patterns if isinstance(pattern, str)}
    assert len(patterns) > 10
    assert not find_bad_patterns(patterns)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_refusal_is_worded_and_every_field_explained(language: str) -> None:
    fields = 0
    for schema in make_schemas(load_content(FULL_CONTENT), language).values():
        for one in _schemas_within(schema):
            if isinstance(one.get("pattern"), str):
                assert one["patternErrorMessage"]
            if isinstance(one.get("enum"), list) or one.get("additionalProperties") is False:
                assert one["errorMessage"]
                for field in one.get("properties", {}).values():
                    assert field["title"]
                    fields += 1
    assert fields > 255


def test_ids_are_completed_with_the_names_of_their_records() -> None:
    schemas = make_schemas(load_content(ROOT / "content"), "ru")
    places = schemas["events"]["definitions"]["places-or-nothing"]
    names = dict(zip(places["enum"], places["enumDescriptions"], strict=False))
    assert names["kurmangazy-mausoleum"] == "Мавзолей Курмангазы"
    assert set(places["enum"]) - {None} == set(load_content(ROOT / "content").entries["places"])


def test_the_command_writes_the_same_bytes_again(content_dir: Path) -> None:
    assert main(["schema", "--content", str(content_dir), "--lang", "ru"]) == 0
    folder = content_dir / ".schema"
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert main(["schema", "--content", str(content_dir), "--lang", "ru"]) == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == first
    assert not load_content(content_dir).problems


def test_vs_code_finds_one_schema_for_every_file(content_dir: Path) -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    schemas: dict[str, str] = settings["yaml.schemas"]
    main(["schema", "--content", str(content_dir), "--lang", "ru"])
    written = {f"./content/.schema/{path.name}" for path in (content_dir / ".schema").iterdir()}
    assert set(schemas) == written
    for path in (ROOT / "content").rglob("*.yml"):
        name = path.relative_to(ROOT).as_posix()
        matching = [schema for schema, glob in schemas.items() if fnmatch(name, glob)]
        assert matching == [f"./content/.schema/{_kind(name.removeprefix('content/'))}.json"]
