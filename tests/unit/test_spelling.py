"""Guesses."""

from __future__ import annotations

import pytest

from site_builder.spelling import (
    find_mixed_words,
    guess,
    has_mixed_word,
    in_one_script,
    latin_look_alikes,
)

FIELDS = ["place", "people", "title", "start_time", "kk", "ru", "radius_km"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("titel", "title"),
        ("plaсe", "place"),
        ("рlасе", "place"),
        ("кк", "kk"),
        ("Title", "title"),
        ("start-time", "start_time"),
        ("start time", "start_time"),
        ("starttime", "start_time"),
        ("radius", "radius_km"),
    ],
)
def test_the_nearest_word_is_proposed(word: str, meant: str) -> None:
    """Look-alike letters, swapped letters, other cases and separators."""
    assert guess(word, FIELDS) == meant


def test_look_alikes_are_found_in_capital_letters_too() -> None:
    """Caps lock does not change the keyboard's alphabet."""
    assert guess("КК", FIELDS) == "kk"


@pytest.mark.parametrize("word", ["colour", "phone", "x", ""])
def test_far_words_get_no_guess(word: str) -> None:
    """A wrong guess is worse than none; more than half of the letters never differ."""
    assert guess(word, FIELDS) is None


def test_one_letter_is_not_guessed_from_another() -> None:
    """All of it would differ, and half of the letters at most may."""
    assert guess("x", ["y"]) is None


def test_more_than_three_letters_never_differ() -> None:
    """However long the word is."""
    assert guess("kurmangazy-mausoleum", ["kurmangazy-mausoleum-as"]) == "kurmangazy-mausoleum-as"
    assert guess("kurmangazy-mausoleum", ["kurmangazy-mausoleum-ast"]) is None


def test_separators_do_not_count_as_letters() -> None:
    """However many there are."""
    assert guess("a_b_c_d_e", ["a-b-c-d-e"]) == "a-b-c-d-e"
    assert guess("a-b c-d-e", ["a_b_c_d_e"]) == "a_b_c_d_e"


def test_the_order_of_the_candidates_does_not_matter() -> None:
    """Reports must be the same in every run."""
    assert guess("bat", ["cat", "hat"]) == guess("bat", ["hat", "cat"])


def test_no_candidates_no_guess() -> None:
    """A kind may have no records at all."""
    assert guess("place", []) is None


def test_only_look_alikes_change() -> None:
    """Other Cyrillic letters stay, so that the word stays visibly Cyrillic."""
    assert latin_look_alikes("сорд") == "copд"


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("Наурыз мерекесi", {"мерекесi": "мерекесі"}),
        ("мəдениет, қаhарман", {"мəдениет": "мәдениет", "қаhарман": "қаһарман"}),
        ("SMSтер", {"SMSтер": None}),
        ("Сofе", {"Сofе": "Cofe"}),
        ("IT-центр, Wi-Fi, QR-код, ХХI ғасыр, COVID-19", {}),
        ("https://site.example/мерекесi", {}),
    ],
)
def test_words_of_two_scripts(text: str, mixed: dict[str, str | None]) -> None:
    """Each with the word in the one script that it can be written in."""
    found = {word[0]: in_one_script(word[0]) for word in find_mixed_words(text)}
    assert found == mixed
    assert has_mixed_word(text) or not mixed
