"""Pagefind in the place of the built-in search: the same messages, answers as good, words as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from site_builder.build import BuildResult
from site_builder.languages import LANGUAGES, Language
from site_builder.outputs import OutputAsset
from site_builder.schema.site import SearchEngine
from site_builder.search.files import search_files
from tests.search.recall import rank, read_pairs, recall, recall_table
from tests.search.test_recall import ENOUGH, HELD, OPEN, failures
from tests.search.worker import SearchWorker, write_search_files

Workers = Mapping[Language, SearchWorker]


@pytest.fixture(scope="module")
def files(built: BuildResult) -> tuple[OutputAsset, ...]:
    settings = built.site.settings.model_copy(update={"search": SearchEngine.PAGEFIND})
    return tuple(search_files(built.pages, settings))


@pytest.fixture(scope="module")
def pagefind(
    files: tuple[OutputAsset, ...], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workers]:
    folder: Path = tmp_path_factory.mktemp("pagefind")
    write_search_files(files, folder)
    started = {one: SearchWorker(folder, one, SearchEngine.PAGEFIND) for one in LANGUAGES}
    yield started
    for worker in started.values():
        worker.close()


def test_finds_what_readers_look_for(pagefind: Workers) -> None:
    ranked = rank(pagefind, [pair for name in (OPEN, HELD) for pair in read_pairs(name)])
    assert recall(ranked) >= ENOUGH, f"{recall_table(ranked)}\n\n{failures(ranked)}"
