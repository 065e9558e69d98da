"""The node of a single record, as its page tells it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from site_builder.build import BuildOptions, build_site
from tests.support import MINIMAL, TODAY, write_content

Describe = Callable[..., dict[str, Any] | None]


@pytest.fixture
def describe(tmp_path: Path) -> Describe:
    """Return a function that makes a record and returns the node of its thing, if it has one.

    The record is `<kind>/toy.yml`; `others` are files beside it.
    """

    def describe_record(
        kind: str,
        text: str,
        *,
        today: dt.date = TODAY,
        language: str = "ru",
        others: Mapping[str, str] | None = None,
    ) -> dict[str, Any] | None:
        record = (
            "title: {kk: Той, ru: Праздник}\nsummary: {kk: Той туралы., ru: О празднике.}\n"
            f"sources: [gazette]\n{text}"
        )
        files = {**MINIMAL, f"{kind}/toy.yml": record, **(others or {})}
        content = write_content(tmp_path / "content", files)
        pages = build_site(content, BuildOptions(today)).pages
        page = next(page for page in pages if page.path == f"{language}/{kind}/toy/")
        nodes = json.loads(page.structured_data)["@graph"]
        main = nodes[0].get("mainEntity")
        return next((node for node in nodes if main and node["@id"] == main["@id"]), None)

    return describe_record
