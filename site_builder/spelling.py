"""Guesses what was meant: look-alike letters first, then the nearest word.

It only proposes; nothing is ever corrected silently.
"""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

__all__ = ["guess", "latin_look_alikes"]

# Cyrillic letters that look like Latin ones, as they slip in from a Russian or Kazakh keyboard.
_LATIN_LOOK_ALIKES = str.maketrans("асеорхіуһкмтвнјѕԁԛԝ", "aceopxiyhkmtbhjsdqw")
_MOST_EDITS = 3


def latin_look_alikes(word: str) -> str:
    """Return `word` with Cyrillic letters that look like Latin ones replaced by those."""
    return word.translate(_LATIN_LOOK_ALIKES)


def guess(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that `word` was probably meant to be, or None.

    Half of the letters at most may differ, and never more than three.
    """
    known = sorted(set(candidates))
    plain = latin_look_alikes(word.lower()).replace("_", "-").replace(" ", "-")
    for form in (plain, plain.replace("-", "_")):
        if form in known:
            return form
    most = min(_MOST_EDITS, len(plain) // 2)
    found = process.extractOne(plain, known, scorer=DamerauLevenshtein.distance, score_cutoff=most)
    return found[0] if found else None
