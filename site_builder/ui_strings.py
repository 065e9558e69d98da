"""Reads the words of the interface and of the messages from `strings/`; no word stands in code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from site_builder.languages import Language, plural_category
from site_builder.yaml_nodes import parse_yaml

__all__ = [
    "STRINGS_DIR",
    "FieldWords",
    "Strings",
    "choice_words",
    "editor_text",
    "editor_words",
    "field_words",
    "load_strings",
    "message_examples",
    "model_words",
    "theme_strings",
    "value_words",
]

STRINGS_DIR = Path(__file__).parent / "strings"


@cache
def _load(name: str) -> dict[str, Any]:
    data: dict[str, Any] = parse_yaml((STRINGS_DIR / name).read_bytes()).data
    return data


class Strings:
    """The words of the interface in one language."""

    def __init__(self, language: Language, words: Mapping[str, Any]) -> None:
        self.language = language
        self._words = words

    def __call__(self, key: str, **values: object) -> str:
        """Return the words for `key` with `{name}` replaced by the values.

        Raises:
            KeyError: There is no such key, or a value is missing.
        """
        words: str = self._words[key]
        return words.format(**values) if values else words

    def count(self, key: str, number: int) -> str:
        """Return the words for a number of things: «5 событий»."""
        forms: Mapping[str, str] = self._words[key]
        return forms[plural_category(self.language, number)].format(n=number)


@cache
def load_strings(language: Language) -> Strings:
    """Return the interface's words in `language`."""
    table = _load("interface.yml")
    return Strings(language, {key: words[language.value] for key, words in table.items()})


@cache
def theme_strings() -> Mapping[Language, Mapping[str, str]]:
    """Return the words that the theme asks for, by language."""
    table = _load("material.yml")
    return {language: table[language.value] for language in Language}


@cache
def message_examples() -> Mapping[str, Mapping[str, str]]:
    """Return lines that lead to messages, and better ones: code → `bad` and `good` → lines."""
    return _load("message_examples.yml")


def editor_words(table: str) -> Mapping[str, Mapping[str, str]]:
    """Return what editors read in messages and commands: code → language (en, kk, ru) → words.

    Args:
        table: The file's name in `strings/` without its ending: `problems`, `fmt`.
    """
    return _load(f"{table}.yml")


def editor_text(table: str, key: str, language: str, **values: object) -> str:
    """Return words for an editor with `{name}` replaced by the values.

    Args:
        table: As `editor_words` takes it.
        key: The code.
        language: The editor's language (en, kk, ru).
        values: What the words say in their `{…}` places.
    """
    return editor_words(table)[key][language].format(**values)


@dataclass(frozen=True, slots=True)
class FieldWords:
    """What an editor reads about a field."""

    label: str
    """What it is called."""
    hint: str
    """What to write there, in a sentence."""


@cache
def field_words(owner: str, field: str, language: str) -> FieldWords:
    """Return the words for a field in an editor's language (en, kk, ru).

    Args:
        owner: The class that declares the field, as `Field.owner` says.
        field: The field's name.
        language: The editor's language.
    """
    return FieldWords(**_load("fields.yml")[f"{owner}.{field}"][language])


@cache
def model_words(model: str, language: str) -> str:
    """Return what a record, or a part of one, is called in an editor's language (en, kk, ru).

    Args:
        model: The name of the class: `Event`, `Statement`.
        language: The editor's language.
    """
    words: str = _load("models.yml")[model][language]
    return words


@cache
def choice_words(name: str, word: str, language: str) -> str:
    """Return what a word of a list means, in an editor's language (en, kk, ru).

    Args:
        name: The name of the list, as `ChoiceValue.name` says: `EventKind`.
        word: The word that records write.
        language: The editor's language.
    """
    words: str = _load("choices.yml")[f"{name}.{word}"][language]
    return words


def value_words(key: str, language: str, **values: object) -> str:
    """Return what may be written as a value, in an editor's language (en, kk, ru).

    Args:
        key: The type of the value: `date`, `list`.
        language: The editor's language.
        values: What stands in braces.
    """
    words: str = _load("values.yml")[key][language]
    return words.format(**values)
