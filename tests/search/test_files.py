"""The engine that the settings name, and the warning when another is due."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.build import BuildOptions, build_site
from site_builder.checking import check_content
from site_builder.reports import EditorLanguage, format_line
from site_builder.search import files
from tests.support import MINIMAL, TODAY, write_content

SETTINGS = MINIMAL["site.yml"]
LINES = len(SETTINGS.splitlines())


def problems(content_dir: Path, settings: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what a build of a site reports that has outgrown its search."""
    monkeypatch.setattr(files, "LARGEST_INDEX", 1024)
    write_content(content_dir, {"site.yml": settings})
    assert not check_content(content_dir, TODAY).problems
    result = build_site(content_dir, BuildOptions(TODAY))
    return [format_line(problem, EditorLanguage.EN) for problem in result.problems]


@pytest.mark.parametrize(
    ("settings", "place"),
    [(SETTINGS, "1:1"), (f"{SETTINGS}search: built-in\n", f"{LINES + 1}:9")],
)
def test_a_build_says_that_the_site_has_outgrown_its_search(
    content_dir: Path, settings: str, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    [line] = problems(content_dir, settings, monkeypatch)
    assert line.startswith(f"content/site.yml:{place}: warning: the search index has grown to ")
    assert line.endswith("write in this file: search: pagefind [search-outgrown]")


def test_pagefind_is_the_remedy(content_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not problems(content_dir, f"{SETTINGS}search: pagefind\n", monkeypatch)


def test_the_limit_is_not_reached_by_a_small_site(content_dir: Path) -> None:
    assert not build_site(content_dir, BuildOptions(TODAY)).problems
