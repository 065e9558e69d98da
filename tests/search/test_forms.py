"""Finds words in any form, and little else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from site_builder.build import BuildResult
from site_builder.languages import LANGUAGES, Language
from tests.search.forms import form_pairs, precision, read_words
from tests.search.recall import Ranked, rank, recall
from tests.search.worker import SearchWorker, index_of

ENOUGH = 0.97
PRECISE = 0.95


@pytest.fixture(scope="module")
def ranked(built: BuildResult, workers: Mapping[Language, SearchWorker]) -> list[Ranked]:
    return rank(workers, form_pairs({one: index_of(built.assets, one) for one in LANGUAGES}))


def test_there_are_many_words() -> None:
    words = read_words()
    assert len(set(words[Language.KK])) >= 60
    assert len(set(words[Language.RU])) >= 40


@pytest.mark.parametrize(
    "category", ["Kazakh forms", "Latin", "without Kazakh letters", "Russian forms"]
)
def test_finds_words_in_any_form(ranked: list[Ranked], category: str) -> None:
    own = [item for item in ranked if item.pair.category == category]
    missed = [item.pair.query for item in own if not item.found]
    assert recall(own) >= ENOUGH, ", ".join(missed)


def test_shows_little_else(ranked: list[Ranked]) -> None:
    assert precision(ranked) >= PRECISE
