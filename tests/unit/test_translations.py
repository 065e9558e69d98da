"""Which texts are stale: never by white space or by their order, always by an edit of one side."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.languages import LANGUAGES, Language
from site_builder.loader import Content, load_content
from site_builder.schema.places import Place
from site_builder.translations.comparison import find_missing, find_stale, renew
from site_builder.translations.fingerprints import Pair, fingerprint
from site_builder.translations.memory import Memory, format_memory, parse_memory
from tests.support import FULL_CONTENT, MINIMAL, write_content

Texts = Sequence[tuple[str | None, str | None]]
PLACE = "kurmangazy-mausoleum"
EXAMPLES = settings(derandomize=True, deadline=None, max_examples=60, database=None)
LETTERS = "абвгдезәғқңөұүһі0123456789"
NOISE = " \t\n\u00a0.,;:!?—–-«»\"'()[]*_#>…"
WORDS = st.text(LETTERS, min_size=1, max_size=12)
PASSAGES = st.lists(
    st.tuples(WORDS, WORDS), min_size=1, max_size=6, unique_by=(lambda t: t[0], lambda t: t[1])
)
NEW = "жаңа"
"""A text that no strategy draws: it has letters of its own."""


@cache
def _minimal() -> Content:
    with tempfile.TemporaryDirectory() as folder:
        return load_content(write_content(Path(folder) / "content", MINIMAL))


def _content(passages: Texts, facts: Texts = ()) -> Content:
    """Return the smallest content with statements and facts of these texts."""
    content = _minimal()
    entry = content.entries["places"][PLACE]
    texts = [{"kk": kk, "ru": ru} for kk, ru in passages]
    data = {
        "title": {"kk": "К", "ru": "Р"},
        "summary": {"kk": "К", "ru": "Р"},
        "kind": "mausoleum",
        "region": "astrakhan",
        "located_in": {"kk": "К", "ru": "Р"},
        "visiting": [{"text": text, "sources": ["gazette"]} for text in texts],
        "facts": [
            {
                "label": {"kk": "К", "ru": "Р"},
                "value": {"kk": kk, "ru": ru},
                "sources": ["gazette"],
            }
            for kk, ru in facts
        ],
        "sources": ["gazette"],
    }
    changed = replace(entry, record=Place.model_validate(data))
    return replace(content, entries={**content.entries, "places": {PLACE: changed}})


def _remember(passages: Texts, facts: Texts = ()) -> Memory:
    return renew(_content(passages, facts), Memory())


def _stale(
    passages: Texts, memory: Memory, facts: Texts = ()
) -> list[tuple[str | None, str | None, Language]]:
    found = find_stale(_content(passages, facts), memory)
    return [(item.placed.text.kk, item.placed.text.ru, item.language) for item in found]


@EXAMPLES
@given(
    text=st.text(LETTERS, max_size=20),
    noise=st.lists(st.tuples(st.integers(0), st.sampled_from(NOISE))),
)
def test_white_space_and_punctuation_do_not_count(text: str, noise: list[tuple[int, str]]) -> None:
    noisy = text
    for place, char in noise:
        index = place % (len(noisy) + 1)
        noisy = noisy[:index] + char + noisy[index:]
    assert fingerprint(noisy) == fingerprint(text)


def test_capitals_and_ways_to_write_a_letter_do_not_count() -> None:
    assert fingerprint("Наурыз Көже") == fingerprint("наурыз көже")
    assert fingerprint("и\u0306од") == fingerprint("йод")
    assert fingerprint("1823 жылы") != fingerprint("1824 жылы")
    assert fingerprint("ән") != fingerprint("ан")


@EXAMPLES
@given(texts=st.lists(WORDS, unique=True))
def test_other_words_have_other_fingerprints(texts: list[str]) -> None:
    assert len({fingerprint(text) for text in texts}) == len(texts)


@EXAMPLES
@given(known=PASSAGES, data=st.data())
def test_new_texts_and_another_order_make_nothing_stale(
    known: list[tuple[str, str]], data: st.DataObject
) -> None:
    moved = data.draw(st.permutations([*known, (NEW, NEW), (f"{NEW} {NEW}", f"{NEW} {NEW}")]))
    assert _stale(moved, _remember(known)) == []


@EXAMPLES
@given(known=PASSAGES, data=st.data())
def test_texts_that_are_taken_away_make_nothing_stale(
    known: list[tuple[str, str]], data: st.DataObject
) -> None:
    rest = data.draw(st.lists(st.sampled_from(known), unique=True))
    assert _stale(rest, _remember(known)) == []


@EXAMPLES
@given(known=PASSAGES, data=st.data(), language=st.sampled_from(LANGUAGES))
def test_an_edit_of_one_side_makes_the_other_stale_and_nothing_else(
    known: list[tuple[str, str]], data: st.DataObject, language: Language
) -> None:
    index = data.draw(st.integers(0, len(known) - 1))
    kk, ru = known[index]
    edited = (NEW, ru) if language is Language.KK else (kk, NEW)
    now = data.draw(st.permutations([*known[:index], edited, *known[index + 1 :]]))
    assert _stale(now, _remember(known)) == [(*edited, language.other)]


@EXAMPLES
@given(known=PASSAGES, data=st.data())
def test_an_edit_of_both_sides_makes_nothing_stale(
    known: list[tuple[str, str]], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(known) - 1))
    now = [*known[:index], (NEW, NEW), *known[index + 1 :]]
    assert _stale(now, _remember(known)) == []


@EXAMPLES
@given(known=PASSAGES)
def test_accepting_clears_one_text_and_updating_clears_none(known: list[tuple[str, str]]) -> None:
    now = [(kk, f"{NEW} {number}") for number, (kk, _) in enumerate(known)]
    content, memory = _content(now), _remember(known)
    first, *rest = find_stale(content, memory)
    assert list(find_stale(content, renew(content, memory))) == [first, *rest]
    accepted = renew(content, memory, [first])
    assert list(find_stale(content, accepted)) == rest
    assert list(find_stale(content, renew(content, accepted))) == rest


@EXAMPLES
@given(known=PASSAGES)
def test_updating_remembers_what_is_new_and_forgets_what_is_gone(
    known: list[tuple[str, str]],
) -> None:
    memory = renew(_content([(NEW, NEW)]), _remember(known))
    assert memory == _remember([(NEW, NEW)])
    assert _stale([(NEW, f"{NEW} {NEW}")], memory) == [(NEW, f"{NEW} {NEW}", Language.KK)]


def test_a_word_with_two_translations_is_not_stale() -> None:
    known = [("ұстазы", "учитель")]
    both = [("ұстазы", "учительница"), ("ұстазы", "учитель")]
    assert _stale(both, _remember(known)) == []


def test_one_of_two_equal_texts_can_be_stale() -> None:
    known = [("ай туса", "если виден месяц")] * 2
    now = [known[0], ("ай туса", "если его видно")]
    assert _stale(now, _remember(known)) == [("ай туса", "если его видно", Language.KK)]


def test_the_same_words_elsewhere_explain_nothing() -> None:
    """A fact does not make a paragraph stale."""
    memory = _remember([], facts=[("он", "десять")])
    assert _stale([("он", "тысяча")], memory, facts=[("он", "десять")]) == []
    assert _stale([], memory, facts=[("он", "тысяча")]) == [("он", "тысяча", Language.KK)]


def test_a_translation_that_was_taken_away_is_missing_not_stale() -> None:
    content = _content([("ән", None), (None, "песня"), ("күй", "кюй")])
    assert list(find_stale(content, _remember([("ән", "песня")]))) == []
    found = [(placed.text.kk, placed.text.ru, lacks) for placed, lacks in find_missing(content)]
    assert found == [("ән", None, Language.RU), (None, "песня", Language.KK)]
    remembered = renew(content, Memory()).pairs[f"places/{PLACE} visiting.text"]
    assert remembered == Counter([Pair(fingerprint("күй"), fingerprint("кюй"))])


@EXAMPLES
@given(known=PASSAGES)
def test_the_file_gives_back_what_was_written(known: list[tuple[str, str]]) -> None:
    memory = _remember([*known, known[0]])
    text = format_memory(memory)
    assert parse_memory(text) == (memory, [])
    assert parse_memory(text.replace("\n", "\r\n")) == (memory, [])
    assert text.splitlines()[2:] == sorted(text.splitlines()[2:])


def test_lines_that_cannot_be_read_are_counted_and_passed_over() -> None:
    line = "site/settings title 0123456789 abcdef0123"
    sealed = "events/a 0123456789abcdef"
    text = f"# сөз\n\n<<<<<<< HEAD\n{line}\n=======\nevents/a b\n{line[:-1]}G\n{sealed}\n"
    pairs = {"site/settings title": Counter([Pair("0123456789", "abcdef0123")])}
    memory = Memory(pairs, {"events/a": "0123456789abcdef"})
    assert parse_memory(text) == (memory, [3, 5, 6, 7])


def test_texts_of_all_kinds_of_records_are_remembered() -> None:
    """Settings, tables, texts by ids, texts in unions, and long texts in files of their own."""
    memory = renew(load_content(FULL_CONTENT), Memory())
    assert {
        "site/settings title",
        "site/settings regions.astrakhan.title",
        "glossary/kesene meaning",
        "media/drawing alt",
        "stories/full-story body",
        "holidays/full-holiday dates.changes.text",
        "places/full-place timeline.variants.note",
    } <= set(memory.pairs)
