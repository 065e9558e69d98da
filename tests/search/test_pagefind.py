"""Pagefind in the place of the built-in search: the same messages, answers as good, words as they stand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from site_builder.build import BuildResult
from site_builder.languages import LANGUAGES, Language
from site_builder.outputs import OutputAsset
from site_builder.schema.site import SearchEngine
from site_builder.search import pagefind as engine
from site_builder.search.files import search_files
from site_builder.search.pagefind import PagefindError, pagefind_indexes
from tests.search.recall import rank, read_pairs, recall, recall_table
from tests.search.test_recall import ENOUGH, HELD, OPEN, failures
from tests.search.worker import SearchWorker, index_of, search_workers

Workers = Mapping[Language, SearchWorker]

TINY = OutputAsset(
    "kk/search/search_index.json",
    json.dumps({"config": {}, "docs": [{"location": "", "title": "Той", "text": "Той"}]}).encode(),
)


def with_pagefind(built: BuildResult) -> tuple[OutputAsset, ...]:
    settings = built.site.settings.model_copy(update={"search": SearchEngine.PAGEFIND})
    return tuple(search_files(built.pages, settings))


@pytest.fixture(scope="module")
def files(built: BuildResult) -> tuple[OutputAsset, ...]:
    return with_pagefind(built)


@pytest.fixture(scope="module")
def workers(
    files: tuple[OutputAsset, ...], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workers]:
    folder = tmp_path_factory.mktemp("pagefind")
    with search_workers(files, folder, SearchEngine.PAGEFIND) as started:
        yield started


def test_finds_what_readers_look_for(workers: Workers) -> None:
    ranked = rank(workers, [pair for name in (OPEN, HELD) for pair in read_pairs(name)])
    assert recall(ranked) >= ENOUGH, f"{recall_table(ranked)}\n\n{failures(ranked)}"


@pytest.mark.parametrize(
    ("language", "query", "title", "words"),
    [
        ("kk", "kesenesine", "Бөкей хан <mark>кесенесі</mark>", "<mark>Кесене"),
        ("ru", "мавзолеям букея", "<mark>Мавзолей</mark> <mark>Букей</mark>-хана", "<mark>Букей"),
    ],
)
def test_marks_words_as_they_stand(
    workers: Workers, language: Language, query: str, title: str, words: str
) -> None:
    items = workers[language].answer(query)["items"]
    [page] = [item[0] for item in items if item[0]["location"] == "places/bukey-mausoleum/"]
    assert page["title"] == title
    assert any(words in item[0]["text"] for item in items)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_is_that_of_the_built_in_index(
    built: BuildResult, workers: Workers, language: Language
) -> None:
    docs = json.loads(index_of(built.assets, language))["docs"]
    [entry] = [doc for doc in docs if doc["location"] == "holidays/nauryz/"]
    [found] = [
        item[0]
        for item in workers[language].answer("nauryz")["items"]
        if item[0]["location"] == entry["location"]
    ]
    for field in ("kind", "tags", "date", "last", "alias"):
        assert found.get(field) == entry.get(field)


def test_finds_sections_of_a_page(workers: Workers) -> None:
    [first, *_] = workers[Language.RU].answer("юрта")["items"]
    assert "glossary/#kiyiz-ui" in {entry["location"] for entry in first}


def test_another_keyboard_layout_is_tried_where_nothing_is_found(workers: Workers) -> None:
    answer = workers[Language.RU].answer("rehvfyufps")
    assert answer["shown_for"] == "курмангазы"
    assert answer["items"][0][0]["location"] in {"people/kurmangazy/", "places/ganyushkino/"}
    assert "shown_for" not in workers[Language.RU].answer("kurmangazy")


def test_nothing_is_found_of_words_that_nobody_wrote(workers: Workers) -> None:
    assert workers[Language.KK].answer("qwzxqwzx")["items"] == []


def test_a_build_gives_the_same_bytes_again(
    built: BuildResult, files: tuple[OutputAsset, ...]
) -> None:
    assert files == with_pagefind(built)


def test_a_reader_fetches_no_more_than_a_search_needs(files: tuple[OutputAsset, ...]) -> None:
    names = {file.path.partition("/pagefind/")[2].partition("/")[0] for file in files}
    shown = {name for name in names if not name.endswith(".pf_meta")}
    assert shown == {
        "",
        "index",
        "names.json",
        "pagefind-entry.json",
        "pagefind-worker.js",
        "pages",
        "wasm.unknown.pagefind",
    }


@pytest.mark.parametrize(
    ("program", "message"), [("nowhere", "run `make setup`"), ("true", "made no index")]
)
def test_a_build_without_pagefind_says_so(
    program: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "get_executable", lambda: Path("/bin") / program)
    with pytest.raises(PagefindError, match=message):
        list(pagefind_indexes([TINY]))
