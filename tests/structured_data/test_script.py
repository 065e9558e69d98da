"""The text of the element: JSON that nothing in it can end."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.build import BuildOptions, build_site
from site_builder.structured_data.pages import describe_pages
from site_builder.views.page import PageFiles
from tests.support import TODAY


@pytest.mark.parametrize(
    "title", ["</script>", "<!--<script>", "a & b", "line\u2028line\u2029", '"quotes\' \\ "']
)
def test_any_title_stays_data(content_dir: Path, title: str) -> None:
    result = build_site(content_dir, BuildOptions(TODAY))
    pages = [replace(page, title=title) for page in result.pages]
    files = PageFiles(result.assets_folder, {})
    for page in describe_pages(pages, result.site, files, TODAY):
        assert not set("<>&\u2028\u2029") & set(page.structured_data)
        assert json.loads(page.structured_data)["@graph"][0]["name"] == title
