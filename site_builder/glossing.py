"""Finds the words of the glossary in running text, in their Kazakh and Russian forms.

A word is found with the endings that its language adds to it, from the lists below: plural,
possessive and case in Kazakh, case endings in Russian. Only whole words count, never parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from site_builder.languages import Language

__all__ = ["Glosser"]

_KAZAKH_ENDINGS = (
    "(?:[лдт][ае]р)?"
    "(?:ымыз|іміз|ыңыз|іңіз|ым|ім|ың|ің|сы|сі|мыз|міз|ңыз|ңіз|ы|і|м|ң)?"
    "(?:[нд][ыі]ң|т[ыі]ң|[нд]?[ае]н|т[ае]н|нд[ае]|д[ае]|т[ае]|[ғқкг][ае]|[нае]|н[ае]|[ндт][ыі]|[мбп]ен)?"
    "(?:ғ[ыі]|г[ыі])?"
)
_RUSSIAN_ENDINGS = (
    "(?:ами|ями|ого|его|ому|ему|ыми|ими|ым|им|ах|ях|ам|ям"
    "|ом|ем|ём|ой|ей|ою|ею|ов|ев|ая|яя|ое|ее|ые|ие|ый|ий|ых|их|ую|юю|ью|[аяоёеиыуюьй])?"
)
_RUSSIAN_LAST = "аяоёеиыуюьй"
_RUSSIAN_ADJECTIVES = ("ая", "яя", "ое", "ее", "ые", "ие", "ый", "ий")
# A Kazakh word's last consonant is voiced before a vowel: құлақ, құлағы.
_VOICED = {"қ": "[қғ]", "к": "[кг]", "п": "[пб]"}
# Words of two letters have too many look-alikes among longer ones' forms: they are taken as they are.
_SHORT = 2


class Glosser:
    """Turns the first mention of each term into a link to its explanation on the page."""

    def __init__(self, words: Mapping[str, Iterable[str]], language: Language) -> None:
        """Take the words to look for.

        Args:
            words: The words of each term by its id.
            language: The language of the words.
        """
        pairs = [(word, id_) for id_, several in words.items() for word in several]
        # Longer terms first: «наурыз көже» before «наурыз».
        pairs.sort(key=lambda pair: (-len(pair[0]), pair))
        self._ids = [id_ for _, id_ in pairs]
        forms = "|".join(f"({_forms(word, language)})" for word, _ in pairs)
        # Links, tags and escaped characters come first, and names in «…»: a word in one is its part.
        pattern = rf"<a .*?</a>|<[^>]*>|&#?\w+;|«(?:[^»<]|<[^>]*>){{0,200}}»|(?<![\w-])(?:{forms})(?![\w-])"
        self._pattern = re.compile(pattern, re.IGNORECASE | re.DOTALL)

    def gloss(self, html: str, explained: list[str]) -> str:
        """Return `html` with links to the explanations of terms.

        Args:
            html: Safe HTML; words inside of links stay as they are.
            explained: Ids of terms that the page has explained already; new ones are added.
        """

        def link(match: re.Match[str]) -> str:
            if match.lastindex is None:
                return match[0]
            id_ = self._ids[match.lastindex - 1]
            if id_ in explained:
                return match[0]
            explained.append(id_)
            return f'<a class="term" href="#term-{id_}">{match[0]}</a>'

        return self._pattern.sub(link, html)


def _forms(term: str, language: Language) -> str:
    """Return a pattern for the forms of a term.

    In Russian each word of a term changes, in Kazakh the last one only.
    """
    words = term.lower().split()
    if language is Language.KK:
        return r"\s+".join([*map(re.escape, words[:-1]), _kazakh_forms(words[-1])])
    return r"\s+".join(map(_russian_forms, words))


def _kazakh_forms(word: str) -> str:
    if len(word) <= _SHORT:
        return re.escape(word)
    last = _VOICED.get(word[-1], re.escape(word[-1]))
    return re.escape(word[:-1]) + last + _KAZAKH_ENDINGS


def _russian_forms(word: str) -> str:
    if len(word) <= _SHORT:
        return re.escape(word)
    ending = next((e for e in _RUSSIAN_ADJECTIVES if word.endswith(e)), "")
    if not ending and word[-1] in _RUSSIAN_LAST:
        ending = word[-1]
    return re.escape(word.removesuffix(ending)) + _RUSSIAN_ENDINGS
