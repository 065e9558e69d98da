"""Forms of words that other people's grammars make, and the pages that hold them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from html import unescape
from itertools import product
from pathlib import Path

import yaml
from pymorphy3 import MorphAnalyzer
from qazaq_inflector import QazaqNameInflector

from site_builder.languages import Language
from site_builder.romanisation import romanise
from tests.search.recall import Pair, Ranked

__all__ = ["SHOWN", "form_pairs", "precision", "read_words"]

SHOWN = 10
"""How many results count for precision."""

_WORD = re.compile(r"[^\W\d_]+")
_CASES = QazaqNameInflector.CASES
_OWNERS = ("1sg", "2sg", "2sg_formal", "1pl", "3")
_WITHOUT_KAZAKH_LETTERS = str.maketrans("әғқңөұүһі", "агкноуухи")
# What a reader shows of a page: neither comparatives nor short forms, which few adjectives have.
_RARE = {"COMP", "Supr", "ADJS"}


def read_words() -> dict[Language, list[str]]:
    """Return the words of each language."""
    table = yaml.safe_load((Path(__file__).parent / "words.yml").read_text("utf-8"))
    return {Language(language): words.split() for language, words in table.items()}


def form_pairs(documents: Mapping[Language, bytes]) -> list[Pair]:
    """Return each form of each word with the pages that hold any form of it, of each search index.

    Raises:
        ValueError: A word is on no page.
    """
    pairs = []
    for language, words in read_words().items():
        held = _words_of_pages(documents[language])
        for word in words:
            any_form = _all_forms(language, word)
            pages = frozenset(page for page, own in held.items() if any_form & own)
            if not pages:
                message = f"«{word}» is on no page"
                raise ValueError(message)
            pairs += [
                Pair(category, language, form, pages)
                for category, form in _typed_forms(language, word)
            ]
    return pairs


def precision(ranked: Iterable[Ranked]) -> float:
    """Return the share of wanted results among the first ones of all queries."""
    shown = [bool(found & item.pair.wanted) for item in ranked for found in item.results[:SHOWN]]
    return sum(shown) / len(shown)


def _words_of_pages(documents: bytes) -> dict[str, set[str]]:
    return {
        entry["location"]: set(
            _WORD.findall(
                unescape(f"{entry['title']} {entry['text']} {entry.get('alias', '')}").lower()
            )
        )
        for entry in json.loads(documents)["docs"]
    }


def _typed_forms(language: Language, word: str) -> Iterator[tuple[str, str]]:
    """Yield category and form."""
    if language is Language.RU:
        yield from (("Russian forms", form) for form in sorted(_russian_forms(word)))
        return
    yield from (("Kazakh forms", form) for form in _kazakh_forms(word))
    yield "Latin", romanise(word)
    plain = word.translate(_WITHOUT_KAZAKH_LETTERS)
    if plain != word:
        yield "without Kazakh letters", plain


def _kazakh_forms(word: str) -> Sequence[str]:
    """Return six cases, three forms of many, three of possession."""
    grammar = QazaqNameInflector(strict=True)
    many = grammar.pluralize(word)
    return [
        *(grammar.inflect(word, case) for case in _CASES[1:]),
        *(grammar.inflect(many, case) for case in ("nominative", "genitive", "locative")),
        grammar.possessive(word, "1sg"),
        grammar.possessive(word, "3"),
        grammar.possessive(word, "3", "dative"),
    ]


def _all_forms(language: Language, word: str) -> set[str]:
    if language is Language.RU:
        return _russian_forms(word)
    grammar = QazaqNameInflector(strict=True)
    bases = [word, grammar.pluralize(word)]
    forms = {grammar.inflect(base, case) for base, case in product(bases, _CASES)}
    forms |= {
        grammar.possessive(word, owner, case, plural)
        for owner, case, plural in product(_OWNERS, _CASES, (False, True))
    }
    # «кесенедегі»: what is there
    return forms | {f"{form}{end}" for form in forms for end in ("ғы", "гі")}


@cache
def _russian_grammar() -> MorphAnalyzer:
    return MorphAnalyzer()


def _russian_forms(word: str) -> set[str]:
    lexeme = _russian_grammar().parse(word)[0].lexeme
    return {form.word for form in lexeme if not _RARE & form.tag.grammemes}
