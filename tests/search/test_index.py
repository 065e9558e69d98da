"""What is searched: the matter of every page, once, in few bytes."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from site_builder.build import BuildResult
from site_builder.languages import LANGUAGES, Language
from site_builder.outputs import OutputPage, OutputSection
from site_builder.search.entries import SearchEntry, search_entries
from site_builder.search.folding import fold
from site_builder.search.index import search_indexes
from tests.search.worker import index_of

BUDGET = 60_000
"""Bytes of an index as it is sent."""
DOCS_PAGES = 1_750
"""What of that the pages of docs/ need, which the core does not know."""
_PAGE = OutputPage(
    path="kk/places/bridge/",
    language=Language.KK,
    title="Көпір",
    description="Ауылдағы көпір.",
    body="<h1>Көпір</h1>\n<p>Ауылдағы көпір.</p>",
    kind="places",
    source_file="places/bridge.yml",
)


@pytest.fixture(scope="session")
def entries(built: BuildResult) -> Mapping[Language, list[SearchEntry]]:
    """Return what is searched of the real site."""
    found = list(search_entries(built.pages))
    return {lang: [entry for entry in found if entry.language is lang] for lang in LANGUAGES}


def _by_location(entries: list[SearchEntry]) -> dict[str, SearchEntry]:
    return {entry.location: entry for entry in entries}


def _entry(page: OutputPage = _PAGE, **changes: Any) -> SearchEntry:
    return next(search_entries([replace(page, **changes)]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_index_is_small(built: BuildResult, language: Language) -> None:
    data = index_of(built.assets, language)
    assert len(gzip.compress(data, 9)) + DOCS_PAGES <= BUDGET


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_found_and_tells_what_it_is(
    built: BuildResult, entries: Mapping[Language, list[SearchEntry]], language: Language
) -> None:
    pages = [page for page in built.pages if page.path.startswith(f"{language}/")]
    found = _by_location(entries[language])
    assert len(found) == len(entries[language])
    for page in pages:
        entry = found[page.path.removeprefix(f"{language}/")]
        assert entry.title == page.title
        assert entry.text.startswith(" ".join(page.description.split())), entry.location
        assert entry.tags[:1] == ((page.label,) if page.label else ())


@pytest.mark.parametrize(
    ("location", "words"),
    [
        # A fact's value and its own label, a paragraph, a step with its year, what a note adds.
        ("places/kurmangazy-mausoleum/", ["1996 г. Над могилой построили", "на бугре Албасты"]),
        ("people/kurmangazy/", ["около 60", "«Балбырауын»", "пас скот", "в Оренбурге", "1823 г."]),
        ("events/2018-zhailau/", ["12 мая 2018", "кочёвку с караваном", "имени Курмангазы"]),
        ("holidays/kurban-ait/", ["жертвоприношения", "Айт құтты болсын!", "мая 2027", "мечетей"]),
        ("stories/bukey-horde/", ["Букей"]),
        ("guides/border/", ["Часы работы", "ruID", "безвизовый порядок", "загранпаспорт"]),
        ("routes/astrakhan-altynzhar/", ["Мавзолей Курмангазы", "нужен ли паром"]),
        ("organisations/zholdastyk/", ["Равиль Арыкбаев, председатель", "молодёжный центр"]),
        ("places/", ["Мечети", "Населённые пункты"]),
    ],
)
def test_the_matter_is_in(
    entries: Mapping[Language, list[SearchEntry]], location: str, words: list[str]
) -> None:
    text = _by_location(entries[Language.RU])[location].text.replace("\xa0", " ")
    assert [word for word in words if word not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_on_many_pages(
    entries: Mapping[Language, list[SearchEntry]], language: Language
) -> None:
    """Editors repeat a few sentences; what stands on more pages is the site's own words."""
    pages: Counter[str] = Counter()
    for entry in entries[language]:
        words = entry.text.split()
        pages.update({" ".join(words[start : start + 6]) for start in range(len(words) - 5)})
    assert [text for text, count in pages.items() if count > 15] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_the_interface_are_out(
    entries: Mapping[Language, list[SearchEntry]], language: Language
) -> None:
    text = " ".join(entry.text for entry in entries[language])
    interface = {
        Language.KK: ("JavaScript", "екі саусақпен", "Дереккөздер", "GPX", "WhatsApp", "Яндекс"),
        Language.RU: ("JavaScript", "двумя пальцами", "просмотрено", "GPX", "WhatsApp", "Яндекс"),
    }
    assert [word for word in interface[language] if word in text] == []


def test_what_templates_mark_is_out_and_words_stay_apart() -> None:
    body = (
        "<nav>Басты бет</nav><h1>Көпір</h1><p>Ескі <em>көп</em>ір.</p><p>Ағаштан.</p>"
        '<p data-search="no">Карта</p><ul><li>Бір</li><li hidden>Екі</li></ul>'
        "<menu><li>Бөлісу</li></menu><noscript>JavaScript</noscript><svg><text>1</text></svg>"
    )
    assert _entry(body=body).text == "Ескі көпір. Ағаштан. Бір"


def test_a_page_made_of_several_records_repeats_none(built: BuildResult) -> None:
    page = next(page for page in built.pages if page.path == "ru/stories/")
    [entry] = search_entries([page])
    titles = " · ".join(heading.title for heading in page.headings)
    assert entry.text == " ".join(f"{page.description} {titles}".split())


def test_other_names_are_found_but_not_those_that_fold_alike() -> None:
    names = ("Көпірдің мазары", "Köpir", "kopir", "Мост")
    other = replace(_PAGE, path="ru/places/bridge/", language=Language.RU, title="Мост через Волгу")
    page = replace(_PAGE, aliases=names, alternate=other.path)
    entry = next(search_entries([page, other]))
    assert entry.alias == "Мост через Волгу\nКөпірдің мазары\nМост"


@pytest.mark.parametrize(
    ("location", "names"),
    [
        ("places/", {"Места и карта", "Орындар"}),
        ("holidays/oraza-ait/", {"Рамазан айт", "Eid al-Fitr"}),
        ("places/bukey-mausoleum/", {"Бөкей хан кесенесі"}),
        ("sources/", {"Дереккөздер"}),
    ],
)
def test_what_readers_call_it_is_found(
    entries: Mapping[Language, list[SearchEntry]], location: str, names: set[str]
) -> None:
    assert names <= set(_by_location(entries[Language.RU])[location].alias.splitlines())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_is_said_twice(
    entries: Mapping[Language, list[SearchEntry]], language: Language
) -> None:
    for entry in entries[language]:
        names = (entry.title, *entry.alias.splitlines())
        keys = [tuple(map(fold, re.findall(r"\w+", name))) for name in names]
        assert len(keys) == len(set(keys)), entry.location


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_of_the_glossary_are_finds_of_their_own(
    built: BuildResult, entries: Mapping[Language, list[SearchEntry]], language: Language
) -> None:
    page = next(page for page in built.pages if page.path == f"{language}/glossary/")
    locations = [entry.location for entry in entries[language]]
    terms = [entry for entry in entries[language] if entry.location.startswith("glossary/#")]
    assert len(terms) == len(built.site.all("glossary"))
    # The theme takes the first entry of an address for the page, and the others for its sections.
    assert locations.index("glossary/") < locations.index(terms[0].location)
    for term in terms:
        anchor = term.location.partition("#")[2]
        assert f'<div id="{anchor}">' in page.body
        assert (term.kind, term.tags) == ("glossary", (page.title,))
        assert term.title
        assert term.text


def test_an_entry_of_the_glossary_has_other_names() -> None:
    section = OutputSection("kesene", "кесене", "Күмбезді құрылыс.", ("мавзолей", "kesene"))
    entry = list(search_entries([replace(_PAGE, path="kk/glossary/", sections=(section,))]))[1]
    assert (entry.location, entry.title) == ("glossary/#kesene", "кесене")
    assert (entry.text, entry.alias) == ("Күмбезді құрылыс.", "мавзолей")


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_are_days(entries: Mapping[Language, list[SearchEntry]], language: Language) -> None:
    """Events, holidays and years have a first day, and the last where it is another."""
    dated = [entry for entry in entries[language] if entry.date]
    assert {entry.kind for entry in dated} == {"events", "holidays", "calendar"}
    for entry in dated:
        first = dt.date.fromisoformat(entry.date)
        # Pages of a year have it in their title.
        assert f"{first.year}" in (entry.tags[1] if entry.tags else entry.title)
        if entry.last:
            assert first < dt.date.fromisoformat(entry.last)


@pytest.mark.parametrize(
    ("location", "tags", "date", "last"),
    [
        ("places/kurmangazy-mausoleum/", ("Мавзолей",), "", ""),
        ("people/kurmangazy/", ("народный композитор, кюйши-домбрист", "1823–1896"), "", ""),
        ("holidays/nauryz/", ("Праздник", "21–23 марта 2027 г."), "2027-03-21", "2027-03-23"),
        (
            "events/2018-zhailau/",
            ("Праздник · было объявлено", "12 мая 2018 г."),
            "2018-05-12",
            "",
        ),
        (
            "events/2005-centre-opening/",
            ("Открытие · состоялось", "октябрь 2005 г."),
            "2005-10-01",
            "2005-10-31",
        ),
        ("holidays/family-rites/", ("Праздник",), "", ""),
        ("calendar/2027/", (), "2027-01-01", "2027-12-31"),
    ],
)
def test_tags_say_what_it_is_and_when(
    entries: Mapping[Language, list[SearchEntry]],
    location: str,
    tags: tuple[str, ...],
    date: str,
    last: str,
) -> None:
    entry = _by_location(entries[Language.RU])[location]
    assert tuple(tag.replace("\xa0", " ") for tag in entry.tags) == tags
    assert (entry.date, entry.last) == (date, last)


def test_the_theme_gets_html_that_is_escaped() -> None:
    page = replace(_PAGE, title="<i>Көпір</i>", label="A & B", body="<p>1 &lt; 2</p>")
    [asset, _] = search_indexes([page])
    [doc] = json.loads(asset.data)["docs"]
    assert doc == {
        "location": "places/bridge/",
        "title": "&lt;i&gt;Көпір&lt;/i&gt;",
        "text": "1 &lt; 2",
        "kind": "places",
        "tags": ["A &amp; B"],
    }
    assert "Көпір".encode() in asset.data
