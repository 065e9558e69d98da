"""Finds words in any form, and little else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from site_builder.build import BuildResult
from site_builder.languages import LANGUAGES, Language
from tests.search.forms import form_pairs, precision, read_words
from tests.search.recall import Ranked, rank, recall, recall_table
from tests.search.worker import SearchWorker, index_of

ENOUGH = 0.97


@pytest.fixture(scope="module")
def ranked(built: BuildResult, workers: Mapping[Language, SearchWorker]) -> list[Ranked]:
    return rank(workers, form_pairs({one: index_of(built.assets, one) for one in LANGUAGES}))


def test_there_are_many_words() -> None:
    words = read_words()
    assert len(set(words[Language.KK])) >= 60
    assert len(set(words[Language.RU])) >= 40


def test_finds_words_in_any_form(ranked: list[Ranked]) -> None:
    missed = [f"{item.pair.query} ({item.pair.category})" for item in ranked if not item.found]
    assert recall(ranked) >= ENOUGH, f"{recall_table(ranked)}\n{', '.join(missed)}"


def test_shows_little_else(ranked: list[Ranked]) -> None:
    assert precision(ranked) >= 0.9
