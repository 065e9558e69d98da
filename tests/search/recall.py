"""Queries with the pages that answer them, and how many of them a search finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import yaml

from site_builder.languages import LANGUAGES, Language
from tests.search.worker import SearchWorker

__all__ = ["FIRST", "Pair", "Ranked", "rank", "read_pairs", "recall", "recall_table"]

FIRST = 5
"""How many results a reader looks at."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A query, and the locations of which a reader wants any."""

    category: str
    language: Language
    query: str
    wanted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A pair with what was found: the locations of each result, a page with its sections."""

    pair: Pair
    results: Sequence[frozenset[str]]

    @property
    def rank(self) -> int | None:
        """The place of the first wanted result, from 1."""
        places = (place for place, found in enumerate(self.results, 1) if found & self.pair.wanted)
        return next(places, None)

    @property
    def found(self) -> bool:
        """Whether a wanted result is among the first."""
        return self.rank is not None and self.rank <= FIRST


def read_pairs(name: str) -> list[Pair]:
    """Return the pairs of a file beside this one: category, language, query, locations."""
    table = yaml.safe_load((Path(__file__).parent / name).read_text("utf-8"))
    return [
        Pair(category, Language(language), str(query), frozenset(wanted.split()))
        for category, languages in table.items()
        for language, queries in languages.items()
        for query, wanted in queries.items()
    ]


def rank(workers: Mapping[Language, SearchWorker], pairs: Sequence[Pair]) -> list[Ranked]:
    """Return the pairs with what the search of their language finds, both languages at once."""

    def ask(language: Language) -> list[Ranked]:
        own = [pair for pair in pairs if pair.language is language]
        results = workers[language].results([pair.query for pair in own])
        return [Ranked(pair, found) for pair, found in zip(own, results, strict=True)]

    with ThreadPoolExecutor() as pool:
        return [ranked for part in pool.map(ask, LANGUAGES) for ranked in part]


def recall(ranked: Sequence[Ranked]) -> float:
    """Return the share of the pairs that are found."""
    return sum(item.found for item in ranked) / len(ranked)


def recall_table(ranked: Sequence[Ranked]) -> str:
    """Return recall in the first five, recall at the first place and the mean reciprocal rank.

    A line for each category, for each language and for all.
    """
    groups = {category: [] for category in dict.fromkeys(item.pair.category for item in ranked)}
    groups |= {str(language): [] for language in LANGUAGES}
    for item in ranked:
        groups[item.pair.category].append(item)
        groups[str(item.pair.language)].append(item)
    groups["all"] = list(ranked)
    lines = [f"{'':24}{'pairs':>6}{f'@{FIRST}':>8}{'@1':>8}{'MRR':>7}"]
    for name, items in groups.items():
        first = sum(item.rank == 1 for item in items) / len(items)
        reciprocal = sum(1 / item.rank for item in items if item.rank) / len(items)
        lines.append(f"{name:24}{len(items):6}{recall(items):8.1%}{first:8.1%}{reciprocal:7.2f}")
    return "\n".join(lines)
