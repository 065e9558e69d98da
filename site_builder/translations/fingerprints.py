"""Short marks of texts: two texts with the same words have the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple
from unicodedata import normalize

from site_builder.languages import Language
from site_builder.schema.base import Texts

__all__ = ["FINGERPRINT", "SEAL", "Pair", "fingerprint", "pair_of", "seal"]

FINGERPRINT = r"[0-9a-f]{10}"
"""What every fingerprint matches as a whole."""
SEAL = r"[0-9a-f]{16}"
"""What every seal matches as a whole."""
_BETWEEN_LETTERS = re.compile(r"[\W_]+")


class Pair(NamedTuple):
    """The fingerprints of a text in both languages."""

    kk: str
    ru: str

    def side(self, language: Language) -> str:
        """Return the fingerprint of one side."""
        return self.kk if language is Language.KK else self.ru


def fingerprint(text: str) -> str:
    """Return the first ten hexadecimal digits of the SHA-256 of a text's letters and digits.

    White space, punctuation, capitals and the marks of Markdown do not count.
    """
    letters = _BETWEEN_LETTERS.sub("", normalize("NFC", text.casefold()))
    return sha256(letters.encode()).hexdigest()[:10]


def seal(texts: Iterable[Texts]) -> str:
    """Return a mark of all letters of some texts: of each character, unlike a fingerprint."""
    sides = (side or "" for text in texts for side in (text.kk, text.ru))
    return sha256("\0".join(sides).encode()).hexdigest()[:16]


def pair_of(text: Texts) -> Pair | None:
    """Return the fingerprints of both sides, or None where one is missing."""
    kk, ru = text.kk, text.ru
    return Pair(fingerprint(kk), fingerprint(ru)) if kk is not None and ru is not None else None
