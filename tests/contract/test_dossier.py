"""The site tells the facts that it was written from, and names who says them.

`dossier.yml` lists these facts. Texts may be worded anew; the list changes only with the facts.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from site_builder.languages import LANGUAGES, Language, month_name
from site_builder.linker import iter_references
from site_builder.loader import Content, load_content
from site_builder.occurrences.holidays import periods_between
from site_builder.record_texts import iter_texts
from site_builder.schema.base import Model, Prose, Text, Translated
from site_builder.schema.holidays import Holiday
from site_builder.schema.scalars import ApproximateDate, MonthDay, is_id
from site_builder.ui_strings import STRINGS_DIR
from site_builder.yaml_nodes import parse_yaml
from tests.support import ROOT

CONTENT = ROOT / "content"
LEFT_OUT = {"eti.ablution", "eti.photo"}
"""Facts that the site does not tell."""

ALPHABET = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі")
"""Russian and Kazakh; other Cyrillic letters that look like them come in by mistake."""
MIXED_WORDS: set[str] = set()
"""Words that are right in several alphabets, such as a Latin brand with a Cyrillic ending."""
WORD = re.compile(r"[^\W\d_]+")
CYRILLIC = re.compile(r"[\u0400-\u052f]")
OTHER_DAYS = r"(?:(?:-|, | и | или | және | мен | пен | не | немесе )\d+)*"
KAZAKH_LETTERS = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
ROMAN_NUMBER_IN_CYRILLIC = re.compile(r"\b(?:[ХІСМ]{2,}|І)\b")
LATIN_LETTER_FOR_A_WORD = re.compile(r"(?<=[\u0400-\u052f,] )[A-HJ-Za-z](?= [\u0400-\u052f«])")


class Value(Model):
    """A value that sources give a fact."""

    value: str
    """A date, a number, or words."""
    shown_as: Text | None = None
    """The words of the site, where they are not the value itself."""
    sources: tuple[str, ...] = ()
    """Who gives it."""


class Fact(Model):
    """A fact of the list."""

    at: tuple[str, ...] | str = ()
    """The records that tell it."""
    left_out: str | None = None
    """Why no record does."""
    sources: tuple[str, ...] = ()
    """Who tells it; those of the variants are not named again."""
    values: tuple[str | Value, ...] = ()
    """Values that the record shows."""
    variants: tuple[Value, ...] = ()
    """Values on which sources disagree: the record shows them all."""
    words: tuple[str, ...] = ()
    """Stems of Russian words that tell it, where it has no values."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a part of a record says, and on whose word."""

    sources: frozenset[str]
    words: Mapping[Language, list[str]] = field(
        default_factory=lambda: {language: [] for language in LANGUAGES}
    )


def _facts() -> dict[str, Fact]:
    document = parse_yaml((ROOT / "tests/contract/dossier.yml").read_bytes())
    return {
        id_: Fact.model_validate(fact)
        for facts in document.data.values()
        for id_, fact in facts.items()
    }


FACTS = _facts()
TOLD = [id_ for id_, fact in FACTS.items() if fact.at]


def _records(fact: Fact) -> tuple[str, ...]:
    return (fact.at,) if isinstance(fact.at, str) else fact.at


def _sources(fact: Fact) -> set[str]:
    return {*fact.sources, *chain.from_iterable(variant.sources for variant in fact.variants)}


def _values(fact: Fact) -> Iterator[tuple[Value, set[str]]]:
    """Yield each value and whose word will do for it."""
    for value in fact.values:
        yield (Value(value=value) if isinstance(value, str) else value), _sources(fact)
    for variant in fact.variants:
        yield variant, set(variant.sources)


@cache
def _content() -> Content:
    return load_content(CONTENT)


def _record(key: str) -> Any:
    kind, id_ = key.split("/")
    return _content().entries[kind][id_].record


def _cited(record: Model) -> set[str]:
    return {id_ for _, kind, id_ in iter_references(record) if kind == "sources"}


@cache
def _claims(key: str) -> list[Claim]:
    claims: list[Claim] = []
    record = _record(key)
    _gather(record, Claim(frozenset()), claims)
    if isinstance(record, Holiday):
        claims += _estimates(record)
    return claims


def _estimates(holiday: Holiday) -> Iterator[Claim]:
    """Yield the days that a table gives a moon holiday: its page shows them with that source."""
    first = min((date.start for date in holiday.dates), default=None)
    if first:
        for period in periods_between(holiday, first, dt.date(2030, 12, 31)):
            if period.is_calculated:
                words = {language: [period.first.isoformat()] for language in LANGUAGES}
                yield Claim(frozenset(period.sources), words)


def _gather(value: Any, claim: Claim, claims: list[Claim]) -> None:
    """Sort the words of `value` by the claims that they belong to: each names its sources."""
    match value:
        case Translated() | Prose():
            for language in LANGUAGES:
                claim.words[language].append(_plain(value[language] or ""))
        case Model():
            if hasattr(value, "sources"):
                claim = Claim(frozenset(value.sources))
                claims.append(claim)
            for name in type(value).model_fields:
                _gather(getattr(value, name), claim, claims)
        case list():
            for item in value:
                _gather(item, claim, claims)
        case _:
            for language in LANGUAGES:
                claim.words[language].append(_scalar(value))


def _scalar(value: Any) -> str:
    match value:
        case ApproximateDate():
            parts = (value.year, value.month, value.day)
            return "-".join(f"{part:02}" for part in parts if part)
        case MonthDay():
            return f"{value.month:02}-{value.day:02}"
        case dt.time():
            return f"{value:%H:%M}"
        case str() if is_id(value):
            return ""
    return _plain(str(value).removesuffix(".0"))


def _plain(text: str) -> str:
    """Return the text without marks, with one sort of space, dash, ё and number."""
    text = re.sub(r"\]\([^)]*\)|[«»“”„\"*\[\]]", "", text.casefold().replace("ё", "е"))
    text = re.sub(r"[‐‑‒–—−]", "-", re.sub(r"\s+", " ", text))
    text = re.sub(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)", lambda m: m[0].replace(" ", ""), text)
    return re.sub(r"(?<=\d)\.(?=\d)", ",", text)


def _is_shown(value: Value, sources: set[str], keys: tuple[str, ...]) -> bool:
    patterns = {language: _pattern(value, language) for language in LANGUAGES}
    return any(
        (not sources or sources & claim.sources)
        and all(re.search(patterns[lang], "\n".join(claim.words[lang])) for lang in LANGUAGES)
        for key in keys
        for claim in _claims(key)
    )


def _pattern(value: Value, language: Language) -> str:
    if value.shown_as:
        return re.escape(_plain(value.shown_as[language]))
    words = re.escape(_plain(value.value))
    spelled = _date_pattern(value.value, language)
    return rf"(?<![\w,-]){words}(?!\d|[,-]\d)" + (f"|{spelled}" if spelled else "")


def _date_pattern(value: str, language: Language) -> str | None:
    """Return how a text names a date: with any ending, the day perhaps as one of several."""
    match = re.fullmatch(r"(?:(\d{4})-)?(\d\d)(?:-(\d\d))?", value)
    if not match or not (match[1] or match[3]):
        return None
    name = month_name(language, int(match[2]))
    if language is Language.RU:
        name = rf"{name[:-1]}\w*"
    if match[3]:
        name = rf"(?<!\d){int(match[3])}{OTHER_DAYS} {name}"
    if not match[1]:
        return name
    return rf"{name} {match[1]}" if language is Language.RU else rf"{match[1]} ж\w+ {name}"


@pytest.mark.parametrize("id_", TOLD)
def test_every_record_of_a_fact_is_there_and_cites_a_source_of_it(id_: str) -> None:
    sources = _sources(FACTS[id_])
    for key in _records(FACTS[id_]):
        cited = _cited(_record(key))
        assert not sources or sources & cited, f"{key} cites none of {sources}"


@pytest.mark.parametrize("id_", [id_ for id_ in TOLD if FACTS[id_].words])
def test_a_claim_with_a_source_of_the_fact_tells_it(id_: str) -> None:
    fact, sources = FACTS[id_], _sources(FACTS[id_])
    texts = [
        "\n".join(claim.words[Language.RU])
        for key in _records(fact)
        for claim in _claims(key)
        if not sources or sources & claim.sources
    ]
    assert any(all(word in text for word in fact.words) for text in texts), fact.words


def test_few_facts_are_left_out_and_each_for_a_reason() -> None:
    assert {id_ for id_, fact in FACTS.items() if not fact.at} == LEFT_OUT
    assert not [id_ for id_, fact in FACTS.items() if bool(fact.at) == bool(fact.left_out)]


@pytest.mark.parametrize("id_", [id_ for id_ in TOLD if any(_values(FACTS[id_]))])
def test_every_value_of_a_fact_is_shown_in_both_languages_with_its_source(id_: str) -> None:
    keys = _records(FACTS[id_])
    missing = [
        value.value for value, sources in _values(FACTS[id_]) if not _is_shown(value, sources, keys)
    ]
    assert not missing, keys


def test_every_source_of_the_content_exists_and_is_cited() -> None:
    content = _content()
    records = [entry.record for entries in content.entries.values() for entry in entries.values()]
    cited = set().union(*map(_cited, records))
    assert cited - set(content.entries["sources"]) == set()
    assert set(content.entries["sources"]) - cited == set()


@pytest.mark.parametrize(
    "path",
    [
        path
        for folder in (CONTENT, ROOT / "docs", STRINGS_DIR)
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".yml", ".md"}
    ],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_no_word_has_letters_of_other_alphabets(path: Path) -> None:
    text = path.read_text("utf-8")
    cyrillic = {word for word in WORD.findall(text) if CYRILLIC.search(word)}
    assert {word for word in cyrillic if not set(word.casefold()) <= ALPHABET} <= MIXED_WORDS
    assert not ROMAN_NUMBER_IN_CYRILLIC.findall(text)
    assert not LATIN_LETTER_FOR_A_WORD.findall(text)


def test_kazakh_letters_in_russian_text_are_words_of_the_kazakh_text() -> None:
    foreign = []
    for entries in _content().entries.values():
        for entry in entries.values():
            texts = [text for _, text in iter_texts(entry.record)]
            kazakh = "\n".join(text.kk or "" for text in texts)
            words = {word for text in texts for word in WORD.findall(text.ru or "")}
            foreign += [
                (entry.file, word)
                for word in words
                if KAZAKH_LETTERS.search(word)
                and not re.search(rf"\b{word}", kazakh, re.IGNORECASE)
            ]
    assert not foreign
