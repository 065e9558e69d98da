"""The same outputs as a folder of plain pages, without any site generator."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.build import BuildOptions, BuildResult, build_site
from site_builder.directory_adapter import write_directory
from site_builder.verification import verify_site
from tests.support import FULL_CONTENT, TODAY


@pytest.fixture(scope="module")
def result() -> BuildResult:
    """Build the content that uses every field."""
    return build_site(FULL_CONTENT, BuildOptions(TODAY))


def test_the_folder_is_a_whole_site(result: BuildResult, tmp_path: Path) -> None:
    write_directory(result, tmp_path)
    verify_site(tmp_path, result.paths, result.site.settings.url)


def test_a_page_is_a_document_with_its_body(result: BuildResult, tmp_path: Path) -> None:
    write_directory(result, tmp_path)
    made = next(page for page in result.pages if page.path == "ru/places/full-place/")
    text = (tmp_path / made.path / "index.html").read_text("utf-8")
    assert made.body in text
    document = LexborHTMLParser(text)
    assert document.css_first("html").attributes["lang"] == "ru"
    assert document.css_first("title").text() == made.title
    graphs = document.css('head script[type="application/ld+json"]')
    assert [graph.text() for graph in graphs] == [made.structured_data]
