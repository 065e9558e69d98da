"""Words of the glossary in running text."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.glossing import Glosser
from site_builder.languages import Language

EXAMPLES = settings(derandomize=True, deadline=None, max_examples=300, database=None)
LINK = re.compile(r'<a class="term" href="#term-([a-z]+)">([^<]*)</a>')

KAZAKH = Glosser(
    {
        "ait": ["айт"],
        "as": ["ас"],
        "kesene": ["кесене"],
        "koje": ["наурыз көже"],
        "kuishi": ["күйші"],
        "mektep": ["мектеп"],
        "nauryz": ["наурыз"],
        "qulaq": ["құлақ"],
    },
    Language.KK,
)
RUSSIAN = Glosser(
    {
        "as": ["ас"],
        "baba": ["баба"],
        "cemetery": ["старое кладбище"],
        "khan": ["хан"],
        "kuy": ["кюй"],
        "late": ["поздняя трава"],
        "mazar": ["мазар"],
        "white": ["белая кость"],
    },
    Language.RU,
)


def linked(glosser: Glosser, html: str) -> list[tuple[str, str]]:
    """Return ids and words of the links that a page without explanations so far gets."""
    return LINK.findall(glosser.gloss(html, []))


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("kesene", "кесене кесенелер кесененің кесенеге кесенені кесенеде кесенеден кесенемен"),
        ("kesene", "кесенесі кесенесінің кесенесіне кесенесін кесенесінде кесенесінен кесенесімен"),
        ("kesene", "кесенеміз кесенелеріміз кесенелерінде кесенедегі кесенелердегі кесенесіндегі"),
        ("ait", "айт айты айттың айтқа айтты айтта айттан айтпен айттар айтында"),
        ("kuishi", "Күйші күйшілер күйшілердің күйшінің КҮЙШІГЕ күйшісі"),
        ("nauryz", "Наурыз наурызға наурызда наурызы"),
        # Voiced before a vowel.
        ("qulaq", "құлақ құлақта құлағы құлағында"),
        ("mektep", "мектеп мектепке мектебі мектебінде"),
        # Of a phrase the last word.
        ("koje", "наурыз\u00a0көже|наурыз көжесі|Наурыз көжеден|наурыз\nкөженің"),
    ],
)
def test_kazakh_forms_are_found(id_: str, words: str) -> None:
    """Plural, possessive and case, one after the other."""
    for word in words.split("|" if "|" in words else None):
        assert linked(KAZAKH, f"<p>Бұл {word}, иә.</p>") == [(id_, word)]


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("mazar", "мазар мазара мазару мазаром мазаре мазары мазаров мазарам мазарами Мазарах"),
        ("baba", "баба бабы бабе бабу бабой"),
        ("kuy", "кюй кюя кюю кюем кюи кюев"),
        ("cemetery", "старое кладбище|старого кладбища|старому кладбищу|старым кладбищем"),
        ("cemetery", "Старые кладбища|старых кладбищ|старых\nкладбищах"),
        ("white", "белая кость|белой кости|белую кость|белою костью|белых костей"),
        ("late", "поздняя трава|поздние травы|поздней траве|позднюю траву"),
    ],
)
def test_russian_forms_are_found(id_: str, words: str) -> None:
    """In a phrase every word has its own ending."""
    for word in words.split("|" if "|" in words else None):
        assert linked(RUSSIAN, f"<p>Это {word}, да.</p>") == [(id_, word)]


@pytest.mark.parametrize(
    ("glosser", "text"),
    [
        (KAZAKH, "кесенелі кесенесіз кесенешіл наурызнама бернаурыз күй мектепшілік"),
        (KAZAKH, "наурыз-думан қайырымды-айт мектеп-интернат"),
        # Two letters are taken as they are: «асу» is a mountain pass.
        (KAZAKH, "асу асқа асы"),
        (KAZAKH, "көже көжесі"),
        (RUSSIAN, "ханский ханство мазарный прабаба бабочка бабушка кюйши"),
        (RUSSIAN, "Букей-хан хан-батыр Сеид-баба"),
        (RUSSIAN, "аса асы"),
        (RUSSIAN, "старое здание, белая стена, кладбище"),
    ],
)
def test_parts_of_words_and_of_phrases_are_not(glosser: Glosser, text: str) -> None:
    """Nor are words that hyphens join."""
    assert linked(glosser, f"<p>{text}</p>") == []


def test_in_a_kazakh_phrase_the_first_words_stay_as_they_are() -> None:
    """With an ending the first word is no part of the phrase."""
    assert linked(KAZAKH, "<p>Наурызда көже ішеді.</p>") == [("nauryz", "Наурызда")]


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="../nauryz/">Наурыз мерекесі</a></p>',
        '<p><a href="../nauryz/">мереке <em>наурыз</em> күні</a></p>',
        "<p>«Наурыз» газеті</p>",
        "<p>«Ақ наурыз, күйші» газеті</p>",
        "<p>«<em>Наурыз</em> жыры» газеті</p>",
        '<p><em title="наурыз" data-x="күйші мектеп">бар</em></p>',
        '<ol class="кесене">\n<li>бар</li>\n</ol>',
    ],
)
def test_links_names_and_attributes_stay_as_they_are(html: str) -> None:
    """A word inside of «…» is a part of a name."""
    assert KAZAKH.gloss(html, []) == html


def test_text_after_a_link_or_a_name_has_its_terms() -> None:
    """The end of a link or a name is the end of the exception."""
    html = '<p><a href="x/">айт</a> пен айт, «күйші» мен <em>күйші</em>.</p>'
    assert KAZAKH.gloss(html, []) == (
        '<p><a href="x/">айт</a> пен <a class="term" href="#term-ait">айт</a>, '
        '«күйші» мен <em><a class="term" href="#term-kuishi">күйші</a></em>.</p>'
    )


def test_the_first_mention_on_the_page_is_explained() -> None:
    """In whatever form it stands, and once for all paragraphs."""
    explained = ["ait"]
    first = KAZAKH.gloss("<p>Айт, күйшілер, күйші.</p>", explained)
    assert LINK.findall(first) == [("kuishi", "күйшілер")]
    assert explained == ["ait", "kuishi"]
    again = "<p>Күйшінің айты.</p>"
    assert KAZAKH.gloss(again, explained) == again


@pytest.mark.parametrize("order", [("nauryz", "koje"), ("koje", "nauryz")])
def test_longer_terms_come_first(order: tuple[str, str]) -> None:
    """Whatever the order of the glossary."""
    words = {"nauryz": ["наурыз"], "koje": ["наурыз көже"]}
    glosser = Glosser({id_: words[id_] for id_ in order}, Language.KK)
    assert linked(glosser, "<p>Наурыз көже мен Наурыз.</p>") == [
        ("koje", "Наурыз көже"),
        ("nauryz", "Наурыз"),
    ]


@pytest.mark.parametrize("words", [{}, {"x": []}])
def test_an_empty_glossary_changes_nothing(words: Mapping[str, list[str]]) -> None:
    """It does not find the empty word everywhere."""
    assert Glosser(words, Language.RU).gloss("<p>Хан.</p>", []) == "<p>Хан.</p>"


PIECES = st.lists(
    st.one_of(
        st.sampled_from(["<p>", "</p>", "<em>", "</em>", '<a href="../айт/">', "</a>", "«", "»"]),
        st.sampled_from(["кесенелер", "Наурыз көже", "құлағы", "айт", "мазары", "хан", "ас"]),
        st.sampled_from([" ", "-", ", ", "\n", "&amp;", "&lt;"]),
        st.text("абайхысқнурз 1", max_size=4),
    ),
    max_size=30,
).map("".join)


@pytest.mark.parametrize("glosser", [KAZAKH, RUSSIAN], ids=["kk", "ru"])
@EXAMPLES
@given(html=PIECES)
def test_without_the_links_the_text_is_as_before(glosser: Glosser, html: str) -> None:
    """Each id is linked once, and the page knows of each."""
    explained: list[str] = []
    glossed = glosser.gloss(html, explained)
    assert LINK.sub(r"\2", glossed) == html
    assert [id_ for id_, _ in LINK.findall(glossed)] == explained
    assert len(set(explained)) == len(explained)
