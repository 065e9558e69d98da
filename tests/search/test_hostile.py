"""Texts and queries that mean harm: the worker answers each, and marks words, never markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from site_builder.languages import Language
from site_builder.outputs import OutputPage, OutputSection
from site_builder.schema.site import SearchEngine
from site_builder.search.index import search_indexes
from site_builder.search.language_file import language_file
from site_builder.search.pagefind import pagefind_indexes, pagefind_worker
from tests.search.worker import SearchWorker, write_search_files

EXAMPLES = settings(
    derandomize=True,
    deadline=None,
    max_examples=120,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
ENTITIES = "&amp;lt;b&amp;gt; &amp;amp;amp; &amp;quot;<mark>тырнақша</mark>&amp;quot; AT&amp;T"
IMAGE = "<img src=x onerror=alert(1)>"
TEXTS = {
    "and": "Той & той",
    "apart": "Көпір ағаш жол",
    "together": "Жол & көпір",
    "less": "a < b, b > a, a <= b",
    "entities": "&lt;b&gt; &amp;amp; &quot;тырнақша&quot; AT&T",
    "image": f"Сурет {IMAGE} соңы",
    "script": "Алаң</script><script>alert(1)</script>",
    "marks": "<mark>бояу</mark> </mark>қалам<mark>",
    "first": "<b>қалың</b>",
    "quotes": "«Тоғыз» \"он\" 'он бір' `он екі`",
    "punctuation": "… — !",
    "emoji": "🐎👩‍👩‍👧",
    "emoji-word": "🐎ат 🐎 жылқы🐎",
    "words": "constructor __proto__ toString hasOwnProperty",
    "stress": "Кре\u0301пость «Ма\u0301як» и ель",
    "other-stress": "Крепость, маяк",
    "hyphen": "Жол\u00adдас\u00adтық үйі",
    "composed": "Му\u0438\u0306нак",
    "spaces": "Бұл\u00a0бос\u2009орын\u3000бар",
    "apostrophe": "О’Генри д'Артаньян",
    "long": "ұ" * 5000,
    "two-long": f"{'a' * 1500} {'b' * 1500} мың",
}
"""Titles, which are texts too, by the name of the page."""
DOCS = {f"places/{name}/": text for name, text in TEXTS.items()}
SECTION = "glossary/#angle"


def page(location: str, title: str, **more: Any) -> OutputPage:
    """Return a page as the build makes it, its text escaped."""
    return OutputPage(
        path=f"kk/{location}",
        language=Language.KK,
        title=title,
        description="",
        body=f"<h1></h1><p>{escape(title)}</p>",
        source_file="x.yml",
        kind="places",
        **more,
    )


PAGES = (
    *(page(location, text, label=text, aliases=(text[::-1],)) for location, text in DOCS.items()),
    page("places/names/", "Атаулар", aliases=("Бірінші\nЕкінші", "<i>Үшінші", "")),
    page("glossary/", "Сөздік", sections=(OutputSection("angle", "Бұрыш <>", "x < y", ("<",)),)),
)


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, SearchWorker]]:
    """Return the search of these pages by each engine."""
    indexes = [next(search_indexes(PAGES))]
    files = {
        SearchEngine.BUILT_IN: (language_file(), *indexes),
        SearchEngine.PAGEFIND: (language_file(), pagefind_worker(), *pagefind_indexes(indexes)),
    }
    started = {}
    for engine, assets in files.items():
        folder: Path = tmp_path_factory.mktemp(engine)
        write_search_files(assets, folder)
        started[engine] = SearchWorker(folder, Language.KK, engine)
    yield started
    for worker in started.values():
        worker.close()


@pytest.fixture(params=list(SearchEngine))
def worker(workers: Mapping[str, SearchWorker], request: pytest.FixtureRequest) -> SearchWorker:
    """Return the search by one engine."""
    return workers[request.param]


def marked(worker: SearchWorker, query: str, location: str) -> dict[str, Any]:
    """Return what is shown of a page that a query finds."""
    [entry] = [
        entry
        for item in worker.answer(query)["items"]
        for entry in item
        if entry["location"] == location
    ]
    return entry


@pytest.mark.parametrize(
    ("query", "name", "title"),
    [
        ("той", "and", "<mark>Той</mark> &amp; <mark>той</mark>"),
        ("b", "less", "a &lt; <mark>b</mark>, <mark>b</mark> &gt; a, a &lt;= <mark>b</mark>"),
        ("соңы", "image", "Сурет &lt;img src=x onerror=alert(1)&gt; <mark>соңы</mark>"),
        (
            "қалам",
            "marks",
            "&lt;mark&gt;бояу&lt;/mark&gt; &lt;/mark&gt;<mark>қалам</mark>&lt;mark&gt;",
        ),
        ("тырнақша", "entities", ENTITIES),
        ("крепость", "stress", "<mark>Кре\u0301пость</mark> «Ма\u0301як» и ель"),
        ("қалың", "first", "&lt;b&gt;<mark>қалың</mark>&lt;/b&gt;"),
        ("тоғыз", "quotes", "«<mark>Тоғыз</mark>» \"он\" 'он бір' `он екі`"),
        ("жылқы", "emoji-word", "🐎ат 🐎 <mark>жылқы🐎</mark>"),
        ("маяк", "stress", "Кре\u0301пость «<mark>Ма\u0301як</mark>» и ель"),
        ("жолдастық", "hyphen", "<mark>Жол\u00adдас\u00adтық</mark> үйі"),
        ("муйнак", "composed", "<mark>Му\u0438\u0306нак</mark>"),
        ("орын", "spaces", "Бұл\u00a0бос\u2009<mark>орын</mark>\u3000бар"),
        ("огенри", "apostrophe", "<mark>О’Генри</mark> д'Артаньян"),
    ],
)
def test_marks_stand_at_the_letters(
    worker: SearchWorker, query: str, name: str, title: str
) -> None:
    assert marked(worker, query, f"places/{name}/")["title"] == title


@pytest.mark.parametrize("query", ["amp", "lt", "gt", "&amp;", "&lt;", "quot"])
def test_signs_of_html_are_no_words(worker: SearchWorker, query: str) -> None:
    found = set(worker.pages(query))
    assert found <= {location for location, text in DOCS.items() if query.strip("&;") in text}


def test_text_begins_and_ends_with_whole_signs(worker: SearchWorker) -> None:
    """The theme cuts what stands before the first word and after the last."""
    assert marked(worker, "қалың", "places/first/")["text"] == "b&gt;<mark>қалың</mark>&lt;/b"


def test_signs_of_html_do_not_part_words(workers: Mapping[str, SearchWorker]) -> None:
    """Without the bonus of words side by side, the first page of two would be first."""
    found = workers[SearchEngine.BUILT_IN].pages("жол көпір")
    assert found[:2] == ["places/together/", "places/apart/"]


def test_tags_are_escaped_once(worker: SearchWorker) -> None:
    [tag] = marked(worker, "соңы", "places/image/")["tags"]
    assert tag == escape(TEXTS["image"], quote=False)


@pytest.mark.parametrize("query", ["Бірінші", "Екінші", "Үшінші", "екінші бірінші"])
def test_a_line_end_parts_names(worker: SearchWorker, query: str) -> None:
    assert worker.pages(query)[0] == "places/names/"


@pytest.mark.parametrize("query", ["constructor", "proto", "__proto__", "toString"])
def test_words_of_the_program_are_words(worker: SearchWorker, query: str) -> None:
    entry = marked(worker, query, "places/words/")
    assert "<mark>" in entry["title"]
    assert list(entry["terms"].values()) == [True]


PIECES = st.sampled_from(
    [
        *('"', "+", "-", "~1", "^", ":", "*", "title:", "&amp;", "<", "</mark>", "\\", "\0", "\n"),
        *(
            "\u0301",
            "\u00ad",
            "\u202e",
            "\ufeff",
            "🐎",
            "\ud800",
            "哈萨克",
            "İ",
            "ß",
            "ŉ",
            " ",
            " ",
        ),
        *(word for text in TEXTS.values() for word in text[:60].split()),
    ]
)
QUERIES = st.text(max_size=300) | st.lists(PIECES, max_size=40).map(
    lambda all_: "".join(all_)[:300]
)


def spaced(text: str) -> str:
    """Return a text with the white space that the index leaves of it."""
    return " ".join(text.split())


def is_well_marked(shown: str, text: str) -> bool:
    """Whether what is shown of an escaped text is it or pieces of it, with whole words marked."""
    bare = re.sub(r"<mark>([^<>]+)</mark>", r"\1", shown)
    marks = re.findall(r"(&\w*)?<mark>([^<>]+)</mark>", shown)
    return all(spaced(piece) in spaced(text) for piece in bare.split(" … ")) and all(
        not entity and not re.search("[&;]", word) for entity, word in marks
    )


@pytest.mark.parametrize("engine", list(SearchEngine))
@EXAMPLES
@given(query=QUERIES)
@example(query="哈" * 300)
@example(query="-" * 299 + "x")
@example(query=" ".join("ab" * 50)[:300])
def test_any_query_gets_an_answer(
    engine: SearchEngine, workers: Mapping[str, SearchWorker], query: str
) -> None:
    answer = workers[engine].answer(query)
    titles = {location: escape(text, quote=False) for location, text in DOCS.items()}
    titles |= {
        "places/names/": "Атаулар",
        "glossary/": "Сөздік",
        SECTION: "Бұрыш &lt;&gt;",
    }
    entries = [entry for item in answer["items"] for entry in item]
    locations = [entry["location"] for entry in entries]
    assert len(set(locations)) == len(locations)
    assert set(locations) <= titles.keys()
    for entry in entries:
        if not entry["location"].endswith("long/"):
            title = titles[entry["location"]]
            assert is_well_marked(entry["title"], title)
            assert re.sub("</?mark>", "", entry["title"]) == title
            assert is_well_marked(entry["text"], f"{title} x &lt; y")
