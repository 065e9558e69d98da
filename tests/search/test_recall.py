"""Finds what readers look for, as they type it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from site_builder.languages import Language
from tests.search.worker import SearchWorker

PAIRS = [
    ("kk", "Құрманғазы", "people/kurmangazy/"),
    ("kk", "Qurmangazy", "people/kurmangazy/"),
    ("ru", "Курмангазы", "people/kurmangazy/"),
]


@pytest.mark.parametrize(("language", "query", "page"), PAIRS)
def test_finds(
    workers: Mapping[Language, SearchWorker], language: Language, query: str, page: str
) -> None:
    assert page in workers[Language(language)].pages(query)[:5]
