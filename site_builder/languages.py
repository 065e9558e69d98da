"""The two languages of the site: their names, alphabetical order, plurals, names of months and countries.

This module knows languages, not wording: every sentence of the interface lives in `strings/`.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

__all__ = [
    "LANGUAGES",
    "Language",
    "country_name",
    "month_name",
    "plural_category",
    "sort_key",
    "weekday_name",
]


class Language(StrEnum):
    """A language that the site is written in; the value is its BCP 47 tag and its URL prefix."""

    KK = "kk"
    RU = "ru"

    @property
    def other(self) -> Language:
        """The language that the switcher leads to."""
        return Language.RU if self is Language.KK else Language.KK

    @property
    def open_graph_locale(self) -> str:
        """The value of `og:locale`."""
        return {Language.KK: "kk_KZ", Language.RU: "ru_RU"}[self]


LANGUAGES: tuple[Language, ...] = tuple(Language)

# CLDR's Kazakh collation is not in Babel, and code points put ә, ғ, қ … after я.
# Source: the order of the Kazakh Cyrillic alphabet (42 letters); Russian is a subset of it.
_ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_ORDER = {letter: chr(0xF0000 + place) for place, letter in enumerate(_ALPHABET)}


@lru_cache(maxsize=100_000)
def sort_key(text: str) -> tuple[str, str]:
    """Return the key that sorts `text` alphabetically in Kazakh and in Russian.

    Punctuation such as «…» is ignored; digits and Latin letters come before Cyrillic ones.
    """
    folded = text.casefold()
    key = "".join(_ORDER.get(char, char) for char in folded if char.isalnum() or char == " ")
    return key.strip(), text


@cache
def _locale(language: Language) -> Locale:
    # A check says nothing in the site's languages, and loading it takes as long as many files.
    from babel import Locale  # noqa: PLC0415

    return Locale.parse(language.value)


def plural_category(language: Language, number: int) -> str:
    """Return the CLDR plural category of `number`: one, few, many or other."""
    return str(_locale(language).plural_form(number))


@cache
def month_name(language: Language, month: int, *, standalone: bool = False) -> str:
    """Return the name of a month (1–12).

    Args:
        language: The language of the name.
        month: The month's number.
        standalone: Without a day before it: Russian «март» instead of «марта».
    """
    width = "stand-alone" if standalone else "format"
    # CLDR capitalises the stand-alone Kazakh names, which is right in a table, not in a sentence.
    return str(_locale(language).months[width]["wide"][month]).lower()


@cache
def weekday_name(language: Language, weekday: int, *, short: bool = False) -> str:
    """Return the name of a weekday (0 is Monday), or its two letters for the head of a table."""
    width = "short" if short else "wide"
    return str(_locale(language).days["format"][width][weekday]).lower()


@cache
def country_name(language: Language, code: str) -> str:
    """Return the name of a country by its code of ISO 3166-1."""
    return str(_locale(language).territories[code])
