"""Finds what readers look for, as they type it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import pytest

from site_builder.build import BuildResult
from site_builder.languages import LANGUAGES, Language
from site_builder.linker import Site
from tests.search.recall import FIRST, Pair, Ranked, rank, read_pairs, recall, recall_table
from tests.search.worker import SearchWorker, index_of

ENOUGH = 0.95
ENOUGH_OF_A_KIND = 0.85
FIRST_ENOUGH = 0.88
OPEN, HELD = "queries.yml", "queries_held.yml"
NAMED = ("places", "people", "organisations", "events", "holidays", "stories", "guides", "routes")
# One name as readers spell it: with Kazakh letters, without, in Latin letters of three kinds.
SPELLINGS = [
    ("people/kurmangazy/", "Құрманғазы Курмангазы Qurmangazy Qūrmanğazy Kurmangazy"),
    ("people/bukey-khan/", "Бөкей Бокей Bökei Bokey"),
    ("people/dina/", "Нұрпейісова Нурпеисова Нурпейисова Nurpeisova"),
    ("organisations/zholdastyk/", "Жолдастық Жолдастык Zholdastyk Joldastyq"),
]


def entries(built: BuildResult, language: Language) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(index_of(built.assets, language))["docs"]
    return found


def record_names(site: Site, language: Language) -> Iterator[tuple[str, str, list[str]]]:
    """Yield location, title and other names of each record."""
    for kind in NAMED:
        for entry in site.all(kind):
            record = entry.record
            yield f"{kind}/{entry.id}/", record.title[language], record.aliases
    for entry in site.all("glossary"):
        yield f"glossary/#{entry.id}", entry.record.term[language], entry.record.aliases


def is_word(pair: Pair) -> bool:
    return all(location.startswith("glossary/") for location in pair.wanted)


def failures(ranked: Sequence[Ranked]) -> str:
    return "\n".join(failure(item) for item in ranked if not item.found)


def failure(item: Ranked) -> str:
    pair = item.pair
    came = ", ".join(min(found) for found in item.results[:FIRST]) or "nothing"
    return (
        f"The {pair.language} search for “{pair.query}” ({pair.category}) should show one of "
        f"{', '.join(sorted(pair.wanted))} among the first {FIRST}, but shows {came}."
    )


def explained(ranked: Mapping[str, list[Ranked]]) -> str:
    tables = "\n\n".join(f"{name}\n{recall_table(found)}" for name, found in ranked.items())
    # Who reads the failures of the other file can no longer tell whether he mends the search for it.
    return f"{tables}\n\n{failures(ranked[OPEN])}"


@pytest.fixture(scope="module")
def ranked(workers: Mapping[Language, SearchWorker]) -> Mapping[str, list[Ranked]]:
    return {name: rank(workers, read_pairs(name)) for name in (OPEN, HELD)}


def test_pairs_lead_to_what_is_searched(built: BuildResult) -> None:
    pairs = [pair for name in (OPEN, HELD) for pair in read_pairs(name)]
    assert len(pairs) > 300
    for language in LANGUAGES:
        known = {entry["location"] for entry in entries(built, language)}
        wanted = {place for pair in pairs if pair.language is language for place in pair.wanted}
        assert wanted <= known, sorted(wanted - known)


def test_finds_what_readers_look_for(ranked: Mapping[str, list[Ranked]]) -> None:
    items = list(chain(*ranked.values()))
    shares = [recall(items)]
    shares += [recall([item for item in items if item.pair.language is one]) for one in LANGUAGES]
    assert min(shares) >= ENOUGH, explained(ranked)


def test_finds_every_kind_of_query(ranked: Mapping[str, list[Ranked]]) -> None:
    kinds = defaultdict(list)
    for item in chain(*ranked.values()):
        kinds[item.pair.category].append(item)
    poor = [category for category, items in kinds.items() if recall(items) < ENOUGH_OF_A_KIND]
    assert not poor, explained(ranked)


def test_wanted_pages_come_first(ranked: Mapping[str, list[Ranked]]) -> None:
    items = list(chain(*ranked.values()))
    assert sum(item.rank == 1 for item in items) / len(items) >= FIRST_ENOUGH, explained(ranked)


def test_held_out_queries_are_found_as_well_as_the_others(
    ranked: Mapping[str, list[Ranked]],
) -> None:
    assert recall(ranked[HELD]) >= recall(ranked[OPEN]) - 0.05, recall_table(ranked[HELD])


def test_finds_words_in_quotes(
    built: BuildResult, workers: Mapping[Language, SearchWorker]
) -> None:
    for language in LANGUAGES:
        quoted = defaultdict(set)
        for entry in entries(built, language):
            for words in re.findall(r"«(\w[\w\s.-]*)»", f"{entry['title']} {entry['text']}"):
                quoted[words].add(entry["location"])
        assert len(quoted) > 50
        results = workers[language].results(list(quoted))
        for (words, pages), found in zip(quoted.items(), results, strict=True):
            missing = pages.difference(*found)
            assert not missing, f"«{words}» of {missing}"


def test_titles_come_first(built: BuildResult, workers: Mapping[Language, SearchWorker]) -> None:
    pairs = []
    for language in LANGUAGES:
        titles = defaultdict(set)
        for location, title, _ in record_names(built.site, language):
            titles[title.lower()].add(location)
        pairs += [
            Pair("titles", language, title, frozenset(found)) for title, found in titles.items()
        ]
    assert len(pairs) > 400
    later = [
        failure(item)
        for item in rank(workers, pairs)
        # A page may come before a word of the glossary.
        if not item.found or (item.rank != 1 and not is_word(item.pair))
    ]
    assert not later, "\n".join(later)


def test_finds_records_by_their_other_names(
    built: BuildResult, workers: Mapping[Language, SearchWorker]
) -> None:
    pairs = [
        Pair("aliases", language, alias, frozenset([location]))
        for language in LANGUAGES
        for location, _, aliases in record_names(built.site, language)
        for alias in aliases
    ]
    assert len(pairs) > 300
    missing = failures(rank(workers, pairs))
    assert not missing, missing


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("page", "spellings"), SPELLINGS)
def test_finds_a_name_in_any_spelling(
    workers: Mapping[Language, SearchWorker], language: Language, page: str, spellings: str
) -> None:
    missed = [
        spelling
        for spelling in spellings.split()
        if page not in workers[language].pages(spelling)[:FIRST]
    ]
    assert not missed
