"""Structured data in finished pages: one graph each, and no content can end its element."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.build import BuildOptions, build_site
from site_builder.directory_adapter import write_directory
from tests.mkdocs_adapter.conftest import Run
from tests.support import FULL_CONTENT, MINIMAL, ROOT, TODAY, write_content, write_project

BUILD_DAY = dt.date(2026, 11, 23)
"""The day that the commands of these tests build for."""
HOSTILE = "</script><script>alert(1)</script><!--<script>'&amp;]]>"
STORY = f"""\
title: {{kk: "{HOSTILE}", ru: '{HOSTILE.replace("'", '"')}'}}
summary: {{kk: "{HOSTILE}", ru: "{HOSTILE}"}}
kind: history
published: 2026-11-22
sources: [gazette]
"""


def _scripts(path: Path) -> list[str]:
    page = LexborHTMLParser(path.read_text("utf-8"))
    return [node.text() for node in page.css('head script[type="application/ld+json"]')]


def _article(script: str) -> dict[str, Any]:
    nodes: list[dict[str, Any]] = json.loads(script)["@graph"]
    return next(node for node in nodes if node["@type"] == "Article")


def test_every_page_of_the_core_has_its_graph(site: Path) -> None:
    for page in build_site(FULL_CONTENT, BuildOptions(BUILD_DAY)).pages:
        assert _scripts(site / page.path / "index.html") == [page.structured_data], page.path


def test_pages_of_docs_and_the_404_page_have_none(site: Path) -> None:
    texts = [
        f"{path.parent.name}/{path.stem}/index.html" for path in (ROOT / "docs").glob("*/*.md")
    ]
    for name in ["404.html", *texts]:
        assert _scripts(site / name) == [], name


@pytest.fixture(params=["spliced", "plain", "directory"])
def hostile_site(request: pytest.FixtureRequest, tmp_path: Path, run: Run) -> Path:
    """Return the folder of a site whose titles try to end the element, made in each way."""
    files = {**MINIMAL, "stories/hostile.yml": STORY}
    content = write_content(tmp_path / "files", files)
    if request.param == "directory":
        write_directory(build_site(content, BuildOptions(TODAY)), tmp_path)
        return tmp_path
    root = tmp_path / "project"
    root.mkdir()
    write_project(root, content, splice=request.param == "spliced")
    done = run("mkdocs", "build", "--strict", cwd=root)
    assert done.returncode == 0, done.stderr
    return root / "site"


def test_hostile_words_stay_data(hostile_site: Path) -> None:
    for language, title in (("kk", HOSTILE), ("ru", HOSTILE.replace("'", '"'))):
        path = hostile_site / language / "stories" / "hostile" / "index.html"
        (script,) = _scripts(path)
        article = _article(script)
        assert (article["headline"], article["description"]) == (title, HOSTILE)
        page = LexborHTMLParser(path.read_text("utf-8"))
        assert "alert(1)" not in [node.text() for node in page.css("script")]
        assert not set("<>&") & set(script)
