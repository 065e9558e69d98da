"""The order and the reach of the search, on small indexes in the theme's own worker."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from site_builder.languages import Language
from site_builder.outputs import OutputAsset
from site_builder.search.index import search_indexes
from site_builder.search.language_file import language_file
from tests.search.worker import SearchWorker, write_search_files

_Search = Callable[[list[dict[str, Any]]], SearchWorker]


def _start(folder: Path, docs: Iterable[dict[str, Any]]) -> SearchWorker:
    config = json.loads(next(search_indexes(())).data)["config"]
    whole = [{"title": "", "text": "", "alias": "", "kind": "places", **doc} for doc in docs]
    index = json.dumps({"config": config, "docs": whole}).encode()
    files = [OutputAsset("kk/search/search_index.json", index), language_file()]
    write_search_files(files, folder)
    return SearchWorker(folder, Language.KK)


@pytest.fixture
def search(tmp_path: Path) -> Iterator[_Search]:
    """Return a function that starts a search of documents: each a location, a title and more."""
    started: list[SearchWorker] = []

    def start(docs: Iterable[dict[str, Any]]) -> SearchWorker:
        started.append(_start(tmp_path, docs))
        return started[-1]

    yield start
    for worker in started:
        worker.close()


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchWorker]:
    """Return a search of a few pages as on the site."""
    worker = _start(tmp_path_factory.mktemp("village"), _DOCS)
    yield worker
    worker.close()


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        pytest.param("ұлы", ["ұлы", "улы"], id="exact before folded"),
        pytest.param("казагы", ["қазағы", "қазақтар", "қазағыстан"], id="folded, stem, prefix"),
        pytest.param("наурыз", ["Наурыз", "Наурыз мейрамы"], id="a title that is just the query"),
        pytest.param("астрахан ауылы", ["Астрахан ауылы", "Астрахан", "ауыл"], id="all words"),
        pytest.param("домбыра", ["домбыра", "домбыралар", "домбырашы"], id="stem before prefix"),
    ],
)
def test_order_of_titles(search: _Search, query: str, titles: list[str]) -> None:
    docs = [{"location": f"{n}/", "title": title} for n, title in enumerate(titles)]

    worker = search(docs[::-1])

    assert worker.pages(query) == [doc["location"] for doc in docs]


def test_titles_before_other_names_before_texts(search: _Search) -> None:
    worker = search(
        [
            {"location": "text/", "title": "Тарих", "text": "кесене кесене кесене кесене"},
            {"location": "alias/", "title": "Зират", "alias": "көне кесене"},
            {"location": "title/", "title": "Екі кесене"},
        ]
    )

    assert worker.pages("кесене") == ["title/", "alias/", "text/"]


def test_all_words_of_a_text_before_one_of_a_title(search: _Search) -> None:
    worker = search(
        [
            {"location": "one/", "title": "Домбыра"},
            {"location": "both/", "title": "Тарих", "text": "Құрманғазы — домбыра шебері."},
        ]
    )

    assert worker.pages("құрманғазы домбыра") == ["both/", "one/"]


def test_rare_words_count_more(search: _Search) -> None:
    common = [{"location": f"{n}/", "title": "Ауыл", "text": "Өзен"} for n in range(5)]
    worker = search([*common, {"location": "rare/", "title": "Ауыл", "text": "Зеңгі"}])

    assert worker.pages("зеңгі өзен")[0] == "rare/"


def test_days_to_come_before_undated_before_past(search: _Search) -> None:
    worker = search(
        [
            {"location": "old/", "title": "Наурыз тойы", "date": "2001-03-21"},
            {"location": "lately/", "title": "Наурыз тойы", "date": "2019-03-21"},
            {"location": "undated/", "title": "Наурыз тойы"},
            {"location": "far/", "title": "Наурыз тойы", "date": "2998-03-21"},
            {
                "location": "now/",
                "title": "Наурыз тойы",
                "date": "2001-03-21",
                "last": "2990-03-21",
            },
        ]
    )

    assert worker.pages("наурыз") == ["now/", "far/", "undated/", "lately/", "old/"]


def test_years_of_days_are_found(search: _Search) -> None:
    worker = search(
        [
            {"location": "2018/", "title": "Наурыз тойы", "tags": ["Той", "2018 жыл"]},
            {"location": "2024/", "title": "Наурыз тойы", "tags": ["Той", "2024 жыл"]},
        ]
    )

    assert worker.pages("наурыз 2024") == ["2024/", "2018/"]


def test_days_in_words_are_found(search: _Search) -> None:
    worker = search(
        [
            {"location": "nauryz/", "title": "Наурыз", "tags": ["Мереке", "2027 жылғы 21 наурыз"]},
            {"location": "korisu/", "title": "Көрісу", "tags": ["Мереке", "2027 жылғы 14 наурыз"]},
        ]
    )

    assert worker.pages("14 наурыз")[0] == "korisu/"
    assert worker.pages("мереке") == []


def test_words_that_stand_for_themselves_before_longer_ones(search: _Search) -> None:
    worker = search(
        [
            {"location": "longer/", "title": "Жарқын ауыл"},
            {"location": "itself/", "title": "Жаға", "text": "Биік жар"},
        ]
    )

    assert worker.pages("жар") == ["itself/", "longer/"]
    assert worker.pages("жарқ") == ["longer/"]


def test_typos_come_after_forms_and_only_in_longer_words(search: _Search) -> None:
    worker = search(
        [
            {"location": "slip/", "title": "Кесене"},
            {"location": "short/", "title": "Тойы"},
        ]
    )

    assert worker.pages("кесемеге") == ["slip/"]
    assert worker.pages("төйі") == ["short/"]
    assert worker.pages("тоқы") == []
    form = search(
        [
            {"location": "slip/", "title": "Кесене"},
            {"location": "form/", "title": "Тарих", "text": "Кесемелер"},
        ]
    )
    assert form.pages("кесемеге") == ["form/"]


def test_other_names_count_one_by_one(search: _Search) -> None:
    worker = search(
        [
            {"location": "events/", "title": "Ұлы дала ұлы көші", "alias": ""},
            {"location": "words/", "title": "Көктем", "alias": "ұлы мереке\nелдің күні"},
            {"location": "name/", "title": "Наурыз", "alias": "Жаңа жыл\nҰлыстың ұлы күні"},
        ]
    )

    assert worker.pages("ұлыстың ұлы күні")[0] == "name/"
    assert worker.pages("елдің күні")[0] == "words/"


def test_words_side_by_side_come_first(search: _Search) -> None:
    worker = search(
        [
            {
                "location": "apart/",
                "title": "Тарих",
                "text": "Қазақ жері. Бабалар елі, қазақ елді.",
            },
            {"location": "beside/", "title": "Тарихы", "text": "Ән атауы — «Қазақ елі». Жері."},
        ]
    )

    assert worker.pages("қазақ елі") == ["beside/", "apart/"]


def test_the_same_name_before_longer_ones_and_pages_before_sections(search: _Search) -> None:
    worker = search(
        [
            {"location": "day/", "title": "Домбыра күні"},
            {"location": "glossary/", "title": "Сөздік"},
            {"location": "glossary/#dombyra", "title": "Домбыра"},
            {"location": "page/", "title": "Ұлттық аспап", "alias": "аспап\nдомбыра"},
        ]
    )

    assert worker.pages("домбыра") == ["page/", "glossary/", "day/"]


def test_words_that_no_name_has_weigh_less(search: _Search) -> None:
    others = [{"location": f"{n}/", "title": "Өзен", "text": "Су"} for n in range(3)]
    worker = search(
        [
            *others,
            {"location": "named/", "title": "Наурыз"},
            {"location": "festival/", "title": "Наурыз тойы"},
            {"location": "told/", "title": "Ораза", "text": "Ғажайып мереке. Наурыз да жақын."},
        ]
    )

    assert worker.pages("ғажайып наурыз") == ["told/", "named/", "festival/"]
    assert worker.pages("ғажайып наурыз тойы")[0] == "festival/"


_DOCS = [
    {"location": "bukey/", "title": "Бөкей хан", "text": "Ішкі орданың ханы."},
    {"location": "horde/", "title": "Бөкейхан ордасы"},
    {"location": "nauryz/", "title": "Наурыз", "text": "Астраханда 30 жыл бойы тойланады."},
    {"location": "kurmangazy/", "title": "Құрманғазы кесенесі", "text": "«Алтынжар» ауылы"},
    {"location": "craft/", "title": "Выставка ремёсел"},
    {"location": "map/", "title": "Карта: <b>&amp;</b> R&amp;D", "text": "constructor __proto__"},
    {"location": "bride/", "title": "Келін түсіру"},
    {"location": "guest/", "title": "Қонақ келді"},
    {"location": "town/", "title": "Камызяк"},
    {"location": "glossary/", "title": "Сөздік"},
    {"location": "glossary/#dastarkhan", "title": "Дастарқан"},
]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Құрманғазының", "kurmangazy/"),
        ("kurmangazy kesenesi", "kurmangazy/"),
        ("курмонгазы", "kurmangazy/"),
        ("курмагназы", "kurmangazy/"),
        ("алтынжар", "kurmangazy/"),
        ("құрм", "kurmangazy/"),
        ("ремеслам", "craft/"),
        ("30", "nauryz/"),
        ("наурыз қашан", "nauryz/"),
        ("когда и где наурыз в астрахани", "nauryz/"),
        ("дастархан", "glossary/"),
        ("constructor", "map/"),
        ("__proto__", "map/"),
        ("дастарқан -сөздік", "glossary/"),
        ('"бөкей хан"', "bukey/"),
    ],
)
def test_finds_first(village: SearchWorker, query: str, first: str) -> None:
    assert village.pages(query)[0] == first


@pytest.mark.parametrize("query", ["бокей хан", "бокей-хан", "бокейхан", "бөкейханның"])
def test_joined_and_parted_words_find_each_other(village: SearchWorker, query: str) -> None:
    assert set(village.pages(query)) == {"bukey/", "horde/"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("бөкейхан -ішкі", {"horde/"}),
        ("+ішкі бөкейхан", {"bukey/"}),
        ("қашан", set()),
        ("карма", set()),
        ("31", set()),
        ("330", set()),
        ("келіннің", {"bride/"}),
        ("камызк", {"town/"}),
        ("-бөкей", set()),
    ],
)
def test_finds_just(village: SearchWorker, query: str, found: set[str]) -> None:
    assert set(village.pages(query)) == found


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("rehvfyufps", "курмангазы"),
        ("09hvfy5fps", "құрманғазы"),
        ("<jrtq [fy", "бокей хан"),
        ("ЙГКЬФТПФЯН", "qurmangazy"),
    ],
)
def test_the_other_layout_is_tried_and_told(village: SearchWorker, typed: str, shown: str) -> None:
    answer = village.answer(typed)

    assert answer["items"]
    assert answer["shown_for"] == shown


def test_the_other_layout_waits_until_nothing_is_found(search: _Search) -> None:
    worker = search([*_DOCS, {"location": "latin/", "title": "rehvfyufps"}])

    answer = worker.answer("rehvfyufps")

    assert [items[0]["location"] for items in answer["items"]] == ["latin/"]
    assert "shown_for" not in answer


def test_the_other_layout_needs_all_words(village: SearchWorker) -> None:
    """`rehvfyufps` is «курмангазы», `dthnjktn` a word that is nowhere."""
    assert village.answer("rehvfyufps dthnjktn")["items"] == []


def test_marks_and_terms_are_the_words_as_they_stand(village: SearchWorker) -> None:
    [[item]] = village.answer("kurmangazyga altynjar зымыран")["items"]

    assert item["title"] == "<mark>Құрманғазы</mark> кесенесі"
    assert item["text"] == "<mark>Алтынжар</mark>» ауылы"
    assert item["terms"] == {"құрманғазы": True, "алтынжар": True, "зымыран": False}


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [("құр", ["құрманғазы"]), ("Құрм", ["Құрманғазы"]), ("kurm", []), ("наурыз", []), ("ж", [])],
)
def test_suggests_what_goes_on_from_the_last_word(
    village: SearchWorker, typed: str, suggested: list[str]
) -> None:
    assert village.answer(f"кесене {typed}")["suggest"] == suggested


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "*",
        "~",
        "^",
        ":",
        "title:",
        "tags:той",
        "a:b:c",
        "^2 ~1 той~ той^",
        '"',
        '"""',
        "\\",
        "[a-z]+(",
        "+",
        "-",
        "+-той",
        "😀 👩‍👩‍👧",
        "қазақ\0қазақ",
        "哈萨克 哈萨克",
        "\ud800",
        "той " * 20_000,
        "т" * 100_000,
    ],
)
def test_odd_queries_get_an_answer(village: SearchWorker, query: str) -> None:
    assert isinstance(village.answer(query)["items"], list)


def test_long_queries_are_cut(village: SearchWorker) -> None:
    others = " ".join(f"сөз{n}" for n in range(30))

    assert village.pages(f"{others} наурыз") == []
    assert village.pages(f"наурыз {others}") == ["nauryz/"]
