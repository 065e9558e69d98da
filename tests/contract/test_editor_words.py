"""The words about fields and choices: complete in three languages, real, alphabets not mixed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from site_builder.fields import (
    ChoiceValue,
    Field,
    ListValue,
    MappingValue,
    Value,
    describe,
    iter_models,
)
from site_builder.schema.kinds import KINDS, SETTINGS
from site_builder.schema.scalars import ScalarKind
from site_builder.ui_strings import STRINGS_DIR, choice_words, field_words
from site_builder.yaml_nodes import parse_yaml
from tests.support import ROOT

LANGUAGES = ("kk", "ru", "en")
FIELDS: dict[str, Any] = parse_yaml((STRINGS_DIR / "fields.yml").read_bytes()).data
CHOICES: dict[str, Any] = parse_yaml((STRINGS_DIR / "choices.yml").read_bytes()).data
MODELS: dict[str, Any] = parse_yaml((STRINGS_DIR / "models.yml").read_bytes()).data
VALUES: dict[str, Any] = parse_yaml((STRINGS_DIR / "values.yml").read_bytes()).data
INTERFACE: dict[str, Any] = parse_yaml((STRINGS_DIR / "interface.yml").read_bytes()).data

LATIN_AND_CYRILLIC = re.compile(r"(?=\w*[a-z])(?=\w*[а-яёәғқңөұүһі])\w+", re.IGNORECASE)
CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]", re.IGNORECASE)
KAZAKH_LETTERS = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
NAMES = ("Forge.",)  # names of programs are the same in all languages

# What pages call the same things.
FAMILIES = {
    "PlaceKind": "place.kind",
    "EventKind": "event.kind",
    "EventStatus": "event.status",
    "SourceKind": "source.kind",
    "StoryKind": "story.kind",
    "DateState": "holiday.state",
    "Language": "event.language",
}


def _models() -> Iterator[type]:
    for kind in (*KINDS, SETTINGS):
        yield from iter_models(kind.model)


def _fields() -> Iterator[Field]:
    for model in _models():
        yield from describe(model)


def _lists(value: Value) -> Iterator[ChoiceValue]:
    match value:
        case ListValue(item) | MappingValue(item):
            yield from _lists(item)
        case ChoiceValue(name) if name:
            yield value


def _texts() -> Iterator[tuple[str, str, str]]:
    for key, words in FIELDS.items():
        for language, parts in words.items():
            yield from ((key, language, text) for text in parts.values())
    for table in (CHOICES, MODELS, VALUES):
        for key, words in table.items():
            yield from ((key, language, text) for language, text in words.items())


def test_every_field_has_words_and_no_words_are_left_over() -> None:
    assert set(FIELDS) == {f"{field.owner}.{field.name}" for field in _fields()}


def test_every_choice_has_words_and_no_words_are_left_over() -> None:
    lists = {choice for field in _fields() for choice in _lists(field.value)}
    assert set(CHOICES) == {f"{one.name}.{word}" for one in lists for word in one.choices}


def test_every_model_has_words_and_no_words_are_left_over() -> None:
    assert set(MODELS) == {model.__name__ for model in _models()}


def test_every_sort_of_value_has_words_and_no_words_are_left_over() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "site_builder").glob("*.py"))
    others = {key for key in VALUES if f'"{key}"' in code}
    assert set(VALUES) == {*ScalarKind, *others}


@pytest.mark.parametrize("table", [CHOICES, MODELS, VALUES])
def test_words_say_the_same_in_three_languages(table: dict[str, Any]) -> None:
    for key, words in table.items():
        assert set(words) == set(LANGUAGES)
        assert len({frozenset(re.findall(r"{\w+}", text)) for text in words.values()}) == 1, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_full_in_every_language(language: str) -> None:
    for key in FIELDS:
        words = field_words(*key.split("."), language)
        assert 2 <= len(words.label) <= 42, key
        assert words.label[0].isupper(), key
        assert not words.label.endswith("."), key
        assert words.hint.strip(), key
        assert words.hint.endswith(".") or words.hint.split()[-1].startswith("https://"), key
    for key in CHOICES:
        assert choice_words(*key.split(".", 1), language)[0].isupper(), key


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_word_is_the_raw_name(language: str) -> None:
    for key, words in FIELDS.items():
        assert words[language]["label"].casefold() != key.split(".")[1].replace("_", " "), key
        assert all(CYRILLIC.search(text) for text in words[language].values()), key
    for key, words in CHOICES.items():
        assert key.startswith(NAMES) or CYRILLIC.search(words[language]), key


def test_no_word_mixes_alphabets_or_has_stray_spaces() -> None:
    for key, _, text in _texts():
        assert not LATIN_AND_CYRILLIC.search(text), key
        assert text == " ".join(text.split()), key


def test_each_language_has_its_own_letters() -> None:
    for key, language, text in _texts():
        if language == "ru":
            assert not KAZAKH_LETTERS.search(text), key
        if language == "en":
            assert not CYRILLIC.search(text) or "«" in text, key


@pytest.mark.parametrize(("choices", "family"), FAMILIES.items())
def test_editors_and_visitors_read_the_same_words(choices: str, family: str) -> None:
    compared = 0
    for key, words in CHOICES.items():
        name, word = key.split(".", 1)
        shown = INTERFACE.get(f"{family}.{word}")
        if name == choices and shown:
            for language in ("kk", "ru"):
                start = words[language].split(":")[0]
                assert start.casefold() == shown[language].casefold()
                compared += 1
    assert compared
