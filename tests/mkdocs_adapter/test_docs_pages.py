"""What the search is told of pages of `docs/`, whatever their front matter holds."""

from __future__ import annotations

from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from site_builder.mkdocs_adapter.docs_pages import docs_pages


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (None, ()),
        ("", ()),
        ("Правила", ("Правила",)),
        (2027, ("2027",)),
        (["Правила", 2027], ("Правила", "2027")),
    ],
)
def test_other_names_are_texts(written: Any, names: tuple[str, ...]) -> None:
    config = MkDocsConfig()
    file = File("ru/rules.md", "docs", "site", use_directory_urls=True)
    page = Page("Правила", file, config)
    page.meta = {"aliases": written, "description": None}
    page.toc = TableOfContents([])
    [told] = docs_pages([page])
    assert (told.aliases, told.description) == (names, "")
