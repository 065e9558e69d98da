"""What readers see of a text whose translation is missing or older than the other text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.build import BuildOptions, BuildResult, build_site
from site_builder.languages import LANGUAGES, Language
from site_builder.loader import load_content
from site_builder.translations.comparison import renew
from site_builder.translations.memory import Memory, write_memory
from site_builder.ui_strings import load_strings
from tests.support import MINIMAL, TODAY, write_content

WORDS = {Language.KK: "Бір жылда салынды", Language.RU: "Построили за год"}
BODY = {Language.KK: "## Бөлім\n\nҰзақ мәтін.", Language.RU: "## Раздел\n\nДлинный текст."}
PATH = "stories/tale"


def _story(**texts: str) -> dict[str, str]:
    """Return a story with a paragraph in `texts` and, where they say so, long texts beside it."""
    written = ", ".join(f"{language}: {text}" for language, text in texts.items())
    return {
        "stories/tale.yml": f"""\
title: {{kk: Аңыз, ru: Рассказ}}
summary: {{kk: Қысқаша., ru: Коротко.}}
kind: history
published: 2026-11-22
sections:
  - id: about
    title: {{kk: Туралы, ru: О нём}}
    statements:
      - text: {{{written}}}
        sources: [gazette]
        variants:
          - text: {{{written}}}
            sources: [gazette]
sources: [gazette]
"""
    }


def _build(content: Path, files: dict[str, str]) -> BuildResult:
    return build_site(write_content(content, MINIMAL | files), BuildOptions(TODAY))


def _page(result: BuildResult, language: Language) -> LexborHTMLParser:
    body = next(page.body for page in result.pages if page.path == f"{language}/{PATH}/")
    return LexborHTMLParser(f'<main lang="{language}">{body}</main>')


def _language_of(node: LexborNode) -> str:
    """Return the language that a browser takes an element's words for."""
    while "lang" not in node.attributes:
        assert node.parent is not None
        node = node.parent
    return node.attributes["lang"] or ""


def _paragraphs(page: LexborHTMLParser, words: str) -> list[LexborNode]:
    return [node for node in page.css("p") if node.text().strip() == words]


def _notes(page: LexborHTMLParser) -> list[str]:
    return [node.text().strip() for node in page.css("p.translation")]


@pytest.mark.parametrize("written", LANGUAGES)
def test_readers_get_the_other_language_where_the_translation_is_missing(
    written: Language, content_dir: Path
) -> None:
    body = {f"stories/tale.{written}.md": BODY[written]}
    result = _build(content_dir, _story(**{written.value: WORDS[written]}) | body)
    own, other = _page(result, written), _page(result, written.other)
    assert _notes(own) == []
    # The long text, the paragraph, and what other sources say.
    assert _notes(other) == [load_strings(written.other)("translation.missing")] * 3
    for words in (WORDS[written], BODY[written].rpartition("\n")[2]):
        for page in (own, other):
            found = _paragraphs(page, words)
            assert found
            assert {_language_of(node) for node in found} == {written.value}
    assert {_language_of(node) for node in other.css("p.translation, sup a")} == {
        written.other.value
    }
    assert _language_of(other.css("h2")[0]) == written.value


@pytest.mark.parametrize("written", LANGUAGES)
def test_the_table_of_contents_speaks_the_page_s_language(
    written: Language, content_dir: Path
) -> None:
    files = _story(kk="Ә", ru="Я") | {f"stories/tale.{written}.md": BODY[written]}
    pages = {page.path: page for page in _build(content_dir, files).pages}
    anchors = [
        [heading.anchor for heading in pages[f"{language}/{PATH}/"].headings]
        for language in (written, written.other)
    ]
    assert anchors[0] == [{"kk": "бөлім", "ru": "раздел"}[written], *anchors[1]]


def test_the_search_finds_the_text_and_not_the_note(content_dir: Path) -> None:
    assets = {asset.path: asset.data for asset in _build(content_dir, _story(ru="Кюй")).assets}
    docs = json.loads(assets["kk/search/search_index.json"])["docs"]
    text = next(doc["text"] for doc in docs if doc["location"] == f"{PATH}/")
    assert "Кюй" in text
    assert "аударма" not in text


@pytest.mark.parametrize("written", LANGUAGES)
def test_nothing_says_none(written: Language, content_dir: Path) -> None:
    body = {f"stories/tale.{written}.md": BODY[written]}
    result = _build(content_dir, _story(**{written.value: WORDS[written]}) | body)
    texts = {page.path: page.body for page in result.pages}
    texts |= {
        asset.path: asset.data.decode()
        for asset in result.assets
        if asset.path.endswith(("index.html", ".json", ".csv", ".xml", ".ics"))
    }
    assert [path for path, text in texts.items() if ">None<" in text or '"None"' in text] == []
    side_by_side = LexborHTMLParser(texts[f"both/{PATH}/index.html"])
    found = _paragraphs(side_by_side, WORDS[written])
    assert [_language_of(node) for node in found] == [written.value] * 4


@pytest.mark.parametrize("edited", LANGUAGES)
def test_readers_of_an_old_translation_are_told_and_led_to_the_newer_text(
    edited: Language, content_dir: Path
) -> None:
    write_content(content_dir, MINIMAL | _story(**WORDS))
    write_memory(content_dir, renew(load_content(content_dir), Memory()))
    result = _build(content_dir, _story(**{**WORDS, edited: f"{WORDS[edited]} 1920"}))
    assert _notes(_page(result, edited)) == []
    page, strings = _page(result, edited.other), load_strings(edited.other)
    words = f"{strings('translation.stale')} {strings('translation.other')}"
    assert _notes(page) == [words] * 2
    for link in page.css("p.translation a"):
        assert link.attributes["href"] == f"../../../{edited}/{PATH}/#about"
        assert link.attributes["hreflang"] == edited.value
    assert len(_paragraphs(page, WORDS[edited.other])) == 2
    assert _page(result, edited).css_first("#about") is not None


@pytest.mark.parametrize("edited", LANGUAGES)
def test_old_short_texts_are_told_of_once_at_the_foot(edited: Language, content_dir: Path) -> None:
    files = _story(**WORDS)
    write_content(content_dir, MINIMAL | files)
    write_memory(content_dir, renew(load_content(content_dir), Memory()))
    old, new = {
        Language.KK: ("Қысқаша", "Қысқаша айтқанда"),
        Language.RU: ("Коротко", "Короче"),
    }[edited]
    title = {Language.KK: ("Туралы", "Ол туралы"), Language.RU: ("О нём", "Об этом")}[edited]
    story = files["stories/tale.yml"].replace(old, new).replace(*title)
    result = _build(content_dir, {"stories/tale.yml": story})
    assert _notes(_page(result, edited)) == []
    page, strings = _page(result, edited.other), load_strings(edited.other)
    note = f"{strings('translation.stale_facts')} {strings('translation.other')}"
    assert _notes(page) == [note]
    assert len(page.css(".record-foot p.translation")) == 1
    assert page.css("p.translation a")[0].attributes["href"] == f"../../../{edited}/{PATH}/"
