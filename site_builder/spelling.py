"""Guesses what was meant: look-alike letters first, then the nearest word.

It only proposes; nothing is ever corrected silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

__all__ = ["find_mixed_words", "guess", "has_mixed_word", "in_one_script", "latin_look_alikes"]

# Cyrillic letters that look like Latin ones, as they slip in from a Russian or Kazakh keyboard.
_LATIN_LOOK_ALIKES = str.maketrans("асеорхіуһкмтвнјѕԁԛԝ", "aceopxiyhkmtbhjsdqw")
_MOST_EDITS = 3

_LATIN, _CYRILLIC = "A-Za-z\u00c0-\u024f\u0259", "\u0400-\u052f"
_MIXED = re.compile(f"[{_LATIN}](?:(?=[{_CYRILLIC}])|(?<=[{_CYRILLIC}].))")
# An address is no word, whatever its parts.
_WORD = re.compile(r"https?://\S+|[^\W\d_]+")
_ROMAN = re.compile("[IVXLCDMІХСМ]+")
# The letters of each script that look like, or are typed for, letters of the other. One looks so in
# capitals only (Н and H), another in small letters only (һ and h), so both cases are listed.
_LATIN_TYPED = "AaBCcEeHhIiKkMOoPpTXxYyƏə"
_CYRILLIC_MEANT = "АаВСсЕеНһІіКкМОоРрТХхУуӘә"
_TO_CYRILLIC = str.maketrans(_LATIN_TYPED, _CYRILLIC_MEANT)
_TO_LATIN = str.maketrans(_CYRILLIC_MEANT, _LATIN_TYPED)


def latin_look_alikes(word: str) -> str:
    """Return `word` with Cyrillic letters that look like Latin ones replaced by those."""
    return word.translate(_LATIN_LOOK_ALIKES)


def guess(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that `word` was probably meant to be, or None.

    Half of the letters at most may differ, and never more than three.
    """
    # Only mistakes need it, and loading it takes as long as reading a hundred files.
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415

    known = sorted(set(candidates))
    plain = latin_look_alikes(word.lower()).replace("_", "-").replace(" ", "-")
    for form in (plain, plain.replace("-", "_")):
        if form in known:
            return form
    most = min(_MOST_EDITS, len(plain) // 2)
    found = process.extractOne(plain, known, scorer=DamerauLevenshtein.distance, score_cutoff=most)
    return found[0] if found else None


def has_mixed_word(text: str) -> bool:
    """Tell whether Latin and Cyrillic letters touch somewhere in a text."""
    return _MIXED.search(text) is not None


def find_mixed_words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of a text that mix Latin and Cyrillic letters: nobody can search for them.

    Parts of a compound (`IT-центр`) are words of their own; Roman numerals are left alone.
    """
    for word in _WORD.finditer(text):
        is_address = "/" in word[0]
        if not is_address and _MIXED.search(word[0]) and not _ROMAN.fullmatch(word[0]):
            yield word


def in_one_script(word: str) -> str | None:
    """Return a mixed word in the one script that it can be written in; Cyrillic of two."""
    for table, wrong in ((_TO_CYRILLIC, _LATIN), (_TO_LATIN, _CYRILLIC)):
        candidate = word.translate(table)
        if not re.search(f"[{wrong}]", candidate):
            return candidate
    return None
