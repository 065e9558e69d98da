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
# Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic. What is a letter, its small form and its marks changed
# nowhere here between the versions of Unicode that browsers and Python know; elsewhere they differ.
_OTHER = re.compile("[^\0-\u02af\u0300-\u06ff\u1e00-\u1eff]")
# Of digits, each counts. Those of other scripts are no digits for browsers' regular expressions.
_DOUBLED = re.compile(r"([^0-9])\1+")


@cache
def folding_table() -> dict[str, Any]:
    """Return the table: `digraphs`, `letters`, the endings of both languages, and what queries need."""
    table: dict[str, Any] = yaml.load(_TABLE.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return table


@cache
def _digraphs() -> re.Pattern[str]:
    return re.compile("|".join(folding_table()["digraphs"]))


def _letter(composed: str) -> str:
    letters: dict[str, str] = folding_table()["letters"]
    if composed in letters:
        return letters[composed]
    plain = unicodedata.normalize("NFD", composed)[0]
    return letters.get(plain, plain)


def fold(word: str) -> str:
    """Return the key of a word: «Құрманғазы», «Курмангазы» and `Qurmangazy` are `курманкази`.

    A key has letters and digits only; that of an emoji is empty.
    """
    word = unicodedata.normalize("NFC", _OTHER.sub("", word)).lower()
    # Some small letters stand elsewhere than their great ones.
    word = "".join(letter for letter in _OTHER.sub("", word) if letter.isalnum())
    word = _digraphs().sub(lambda match: folding_table()["digraphs"][match[0]], word)
    return _DOUBLED.sub(r"\1", "".join(map(_letter, word)))
