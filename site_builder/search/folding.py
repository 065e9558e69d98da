"""Makes words alike that readers take for the same: Kazakh letters or not, Cyrillic or Latin.

The search worker does the same, from the same table.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import yaml

__all__ = ["fold", "folding_table"]

_TABLE = Path(__file__).parent / "folding.yml"
_LATIN = re.compile("[a-z]")
_DOUBLED = re.compile(r"(.)\1+")


@cache
def folding_table() -> dict[str, Any]:
    """Return the table: `digraphs`, `letters`, and the endings of both languages."""
    table: dict[str, Any] = yaml.load(_TABLE.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return table


def fold(word: str) -> str:
    """Return the key of a word: «Құрманғазы», «Курмангазы» and `Qurmangazy` are `курманкази`."""
    word = unicodedata.normalize("NFC", word.lower())
    table = folding_table()
    if _LATIN.search(unicodedata.normalize("NFD", word)):
        for digraph, letter in table["digraphs"].items():
            word = word.replace(digraph, letter)
    letters = table["letters"]
    word = "".join(letters.get(letter, letter) for letter in word)
    plain = "".join(
        letters.get(letter, letter)
        for letter in unicodedata.normalize("NFD", word)
        if not unicodedata.combining(letter)
    )
    return _DOUBLED.sub(r"\1", plain)
