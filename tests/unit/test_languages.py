"""Alphabet, plural categories, names of months and days."""

from __future__ import annotations

import pytest

from site_builder.languages import (
    LANGUAGES,
    Language,
    month_name,
    plural_category,
    sort_key,
    weekday_name,
)

ALPHABET = "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я"


def test_kazakh_is_the_first_language_and_each_is_the_others_other() -> None:
    """The switcher leads there and back."""
    assert [language.value for language in LANGUAGES] == ["kk", "ru"]
    assert Language.KK.other is Language.RU
    assert Language.RU.other is Language.KK
    assert [language.open_graph_locale for language in LANGUAGES] == ["kk_KZ", "ru_RU"]


def test_letters_sort_in_the_order_of_the_kazakh_alphabet() -> None:
    """Code points would put ә, ғ, қ … after я, and і with them."""
    letters = ALPHABET.split()
    assert len(letters) == 42
    by_code_point = sorted(letters)
    assert by_code_point != letters
    assert sorted(by_code_point, key=sort_key) == letters


@pytest.mark.parametrize(
    "words",
    [
        ["Абай", "Арай", "Әбіш", "Әсел", "Бөкей"],
        ["Ыдырыс", "Ілияс", "Эмба"],
        ["Гурьев", "Ғабит", "Дина"],
        ["Ель", "Ёлка", "Жайлау"],
        ["Астрахан", "Астрахан облысы", "Астраханьга"],
        ["2015 жыл", "Dina", "Абай"],
        ["«Адай»", "Айжан", "«Балбырауын»"],
        ["адай", "Айжан", "балбырауын"],
    ],
)
def test_words_sort_as_in_a_dictionary(words: list[str]) -> None:
    """Letters before length, capitals and quotation marks do not count."""
    backwards = words[::-1]
    assert sorted(backwards, key=sort_key) == words


@pytest.mark.parametrize(
    ("number", "kk", "ru"),
    [
        (0, "other", "many"),
        (1, "one", "one"),
        (2, "other", "few"),
        (4, "other", "few"),
        (5, "other", "many"),
        (11, "other", "many"),
        (12, "other", "many"),
        (21, "other", "one"),
        (22, "other", "few"),
        (111, "other", "many"),
        (101, "other", "one"),
    ],
)
def test_plural_categories(number: int, kk: str, ru: str) -> None:
    """By CLDR."""
    assert plural_category(Language.KK, number) == kk
    assert plural_category(Language.RU, number) == ru


def test_month_names() -> None:
    """Russian has two forms, Kazakh one; neither has a capital letter inside a sentence."""
    assert month_name(Language.KK, 3) == month_name(Language.KK, 3, standalone=True) == "наурыз"
    assert month_name(Language.RU, 3) == "марта"
    assert month_name(Language.RU, 3, standalone=True) == "март"
    assert month_name(Language.KK, 12) == "желтоқсан"


def test_weekday_names_begin_with_monday() -> None:
    """As Python counts them."""
    assert [weekday_name(Language.KK, day) for day in (0, 6)] == ["дүйсенбі", "жексенбі"]
    assert [weekday_name(Language.RU, day) for day in (0, 6)] == ["понедельник", "воскресенье"]
