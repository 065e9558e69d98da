"""The words of the interface."""

from __future__ import annotations

import re
import string
from typing import Any

import pytest

from site_builder.languages import LANGUAGES, Language
from site_builder.ui_strings import STRINGS_DIR, load_strings, theme_strings
from site_builder.yaml_nodes import parse_yaml

INTERFACE: dict[str, Any] = parse_yaml((STRINGS_DIR / "interface.yml").read_bytes()).data
PLURALS = {"kk": {"one", "other"}, "ru": {"one", "few", "many", "other"}}
# A word with Latin and Cyrillic letters is a look-alike slip: search will never find it.
MIXED = re.compile(r"[a-z][а-яёәғқңөұүһі]|[а-яёәғқңөұүһі][a-z]", re.IGNORECASE)
KAZAKH_ONLY = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)


def _texts(words: str | dict[str, str]) -> list[str]:
    return [words] if isinstance(words, str) else list(words.values())


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", INTERFACE)
def test_both_languages_say_the_same_places(key: str) -> None:
    """A place that one language lacks loses a fact; a plural lacks no category."""
    words = INTERFACE[key]
    assert set(words) == {"kk", "ru"}
    for language, forms in words.items():
        if isinstance(forms, dict):
            assert set(forms) == PLURALS[language]
    places = [_places(text) for forms in words.values() for text in _texts(forms)]
    assert all(found == places[0] for found in places)


@pytest.mark.parametrize("key", INTERFACE)
def test_no_word_mixes_alphabets(key: str) -> None:
    """Placeholders are taken out first: «{n}-ші» is no slip."""
    for text in [text for forms in INTERFACE[key].values() for text in _texts(forms)]:
        assert not MIXED.search(re.sub(r"\{\w+\}", " ", text)), text
        assert text == text.strip()


@pytest.mark.parametrize("key", [key for key in INTERFACE if key != "nav.switch"])
def test_russian_words_have_no_kazakh_letters(key: str) -> None:
    """A swapped pair of languages shows by them."""
    for text in _texts(INTERFACE[key]["ru"]):
        assert not KAZAKH_ONLY.search(text), text


def test_values_are_filled_in_and_not_read_again() -> None:
    """Braces in a title are text."""
    strings = load_strings(Language.RU)
    assert strings("map.label", place="{x}") == "Карта: {x}"


def test_a_missing_key_or_value_is_an_error() -> None:
    """A page must never show a raw key."""
    strings = load_strings(Language.KK)
    with pytest.raises(KeyError):
        strings("no.such.key")
    with pytest.raises(KeyError):
        strings("date.year", year=1823)


def test_counts() -> None:
    """The noun after a number stays singular in Kazakh and has three forms in Russian."""
    kk, ru = load_strings(Language.KK), load_strings(Language.RU)
    assert [ru.count("event.count", n) for n in (1, 2, 5, 21)] == [
        "1 событие",
        "2 события",
        "5 событий",
        "21 событие",
    ]
    assert kk.count("event.count", 5) == "5 іс-шара"


def test_the_theme_has_the_same_words_in_both_languages() -> None:
    """The theme knows no Kazakh of its own."""
    words = theme_strings()
    assert set(words) == set(LANGUAGES)
    assert all(words[Language.KK].values())
