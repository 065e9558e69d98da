"""The forms of reports and proposals that the repository's site shows."""

from __future__ import annotations

import json
from importlib import resources

import pytest
import yaml
from jsonschema import Draft7Validator

from site_builder.languages import LANGUAGES, Language
from site_builder.ui_strings import load_strings
from tests.support import ROOT

GITHUB = ROOT / ".github" / "ISSUE_TEMPLATE"
GITLAB = ROOT / ".gitlab" / "issue_templates"
FORMS = sorted(path for path in GITHUB.glob("*.yml") if path.name != "config.yml")
SCHEMAS = resources.files("check_jsonschema") / "builtin_schemas" / "vendor"


def _validator(name: str) -> Draft7Validator:
    return Draft7Validator(json.loads((SCHEMAS / name).read_text("utf-8")))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_one_that_github_takes(path: object) -> None:
    form = yaml.safe_load((GITHUB / str(path)).read_text("utf-8"))
    faults = _validator("github-issue-forms.json").iter_errors(form)
    assert [fault.message for fault in faults] == []


def test_the_list_of_forms_is_one_that_github_takes() -> None:
    config = yaml.safe_load((GITHUB / "config.yml").read_text("utf-8"))
    faults = _validator("github-issue-config.json").iter_errors(config)
    assert [fault.message for fault in faults] == []


@pytest.mark.parametrize("name", ["mistake", "event"])
def test_forms_ask_the_same_in_both_languages(name: str) -> None:
    asked = [
        [(field["type"], field.get("id"), field.get("validations")) for field in form["body"]]
        for language in LANGUAGES
        for form in [yaml.safe_load((GITHUB / f"{name}-{language}.yml").read_text("utf-8"))]
    ]
    assert asked[0] == asked[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_gitlab_gets_the_same_report_by_link_and_by_template(language: Language) -> None:
    template = (GITLAB / f"mistake-{language}.md").read_text("utf-8")
    text = load_strings(language)("report.text", address="")
    assert [line.rstrip() for line in text.splitlines()] == template.splitlines()


def test_every_form_of_github_has_a_template_of_gitlab() -> None:
    assert {path.stem for path in FORMS} == {path.stem for path in GITLAB.glob("*.md")}
    proposal = ROOT / ".gitlab" / "merge_request_templates" / "Default.md"
    assert proposal.read_bytes() == (ROOT / ".github" / "PULL_REQUEST_TEMPLATE.md").read_bytes()
