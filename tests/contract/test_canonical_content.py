"""The content stands in the form that the web form writes, so that a save changes one line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_builder.canonical import content_of, format_prose, format_text, is_prose
from tests.npm_yaml import NpmYaml
from tests.support import ROOT

CONTENT = ROOT / "content"
EXAMPLES = ROOT / "docs" / "examples" / "content"
RECORDS = sorted(path for path in CONTENT.rglob("*.yml") if content_of(path.relative_to(CONTENT)))
PROSE = sorted(path for path in CONTENT.rglob("*.md") if is_prose(path.relative_to(CONTENT)))


def test_every_file_of_the_content_has_a_form() -> None:
    assert {*RECORDS, *PROSE} == {*CONTENT.rglob("*.yml"), *CONTENT.rglob("*.md")}


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.relative_to(CONTENT).as_posix())
def test_the_record_is_in_the_canonical_form(path: Path) -> None:
    content = content_of(path.relative_to(CONTENT))
    assert content
    text = path.read_bytes().decode()
    assert format_text(content, text) == text


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.yml")), ids=lambda path: path.name)
def test_the_example_is_in_the_canonical_form(path: Path) -> None:
    content = content_of(path.relative_to(EXAMPLES))
    assert content
    text = path.read_bytes().decode()
    assert format_text(content, text) == text


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.name)
def test_the_prose_is_in_the_canonical_form(path: Path) -> None:
    text = path.read_bytes().decode()
    assert format_prose(text) == text


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.relative_to(CONTENT).as_posix())
def test_the_web_form_saves_the_record_as_it_is(path: Path, npm_yaml: NpmYaml) -> None:
    text = path.read_text("utf-8")
    without_comments = re.sub(r"^ *#.*\n+", "", text, flags=re.MULTILINE)
    assert npm_yaml.save(text)[1] == without_comments


def test_the_web_form_writes_with_the_options_that_the_tests_use() -> None:
    bundle = (ROOT / "node_modules/@sveltia/cms/dist/sveltia-cms.mjs").read_text("utf-8")
    assert re.search(
        r"indent_size:\w+=2,indent_sequences:\w+=!0,quote:\w+=`none`\}.{1,60}"
        r"\(\w+,null,\{indent:\w+,indentSeq:\w+,lineWidth:0,defaultKeyType:`PLAIN`,"
        r"defaultStringType:.{1,80}:`PLAIN`,singleQuote:!.{1,40}\}\)\.trim\(\)",
        bundle,
    )
