"""Kazakh names in Latin letters.

The letters are those of the alphabet of 2021 as its drafts list them (ä ğ ı i ñ ö q ş ū ü y); no law has
brought it into force, so it is a second form of a name beside the Cyrillic one, never in its place.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["ascii_words", "latin_names", "romanise"]

_LETTERS = {
    "а": "a", "ә": "ä", "б": "b", "в": "v", "г": "g", "ғ": "ğ", "д": "d", "е": "e", "ё": "io",
    "ж": "j", "з": "z", "и": "i", "й": "i", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n",
    "ң": "ñ", "о": "o", "ө": "ö", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "ū",
    "ү": "ü", "ф": "f", "х": "h", "һ": "h", "ц": "ts", "ч": "ch", "ш": "ş", "щ": "ş", "ъ": "",
    "ы": "y", "і": "ı", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
_TABLE = str.maketrans(
    _LETTERS
    | {letter.upper(): latin.capitalize() for letter, latin in _LETTERS.items()}
    # The capital of ı is I, that of i keeps its dot.
    | {"И": "İ", "Й": "İ"}
)


def romanise(name: str) -> str:
    """Return a Kazakh name in Latin letters: «Құрманғазы» is `Qūrmanğazy`."""
    return name.translate(_TABLE)


def latin_names(name: str) -> tuple[str, str]:
    """Return a Kazakh name in Latin letters, and as travellers' maps spell it."""
    return romanise(name), " ".join(ascii_words(name))


# The ids of the site's records spell names as travellers' maps do: Kurmangazy, Zhangir, Bukey.
_ASCII = str.maketrans({
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "yo",
    "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n",
    "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u",
    "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
})  # fmt: skip


def ascii_words(name: str) -> list[str]:
    """Return the words of a Kazakh, Russian or Latin name in plain small letters and digits."""
    latin = unicodedata.normalize("NFC", name).lower().translate(_ASCII)
    letters = unicodedata.normalize("NFD", latin)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.findall(r"[a-z0-9]+", plain)
