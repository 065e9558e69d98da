"""Golden bodies: one of each kind and language, and of every page that is no record.

`pytest --update-golden` writes them anew; look at the difference before committing it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_builder.build import BuildOptions, BuildResult, build_site
from tests.support import FULL_CONTENT, ROOT, TODAY

GOLDEN = Path(__file__).parent / "golden"
MAP_ELEMENT = re.compile(r'<div class="map" [^>]*></div>')
# Of the encoders' bytes, which another release of theirs may change.
PICTURE = re.compile(r"(pictures/[\w-]+)-[0-9a-f]{8}-")
RECORDS = (
    "places/full-place",
    "people/full-person",
    "organisations/full-organisation",
    "events/full-event",
    "events/past-event",
    "events/moved-event",
    "events/weekly-class",
    "events/monthly-club",
    "holidays/full-holiday",
    "stories/full-story",
    "routes/full-route",
    "guides/full-guide",
    "holidays/undated",
    "holidays/changed",
    "places/village",
    "places/post",
    "places/opposite-post",
)
PAGES = (
    "",
    "places",
    "events",
    "archive/2027",
    "calendar/2027",
    "holidays",
    "glossary",
    "sources",
    "subscribe",
    "road",
    *RECORDS,
)


@pytest.fixture(scope="module")
def result() -> BuildResult:
    """Build the content that uses every field."""
    return build_site(FULL_CONTENT, BuildOptions(TODAY))


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("page", PAGES)
def test_body(
    page: str, language: str, result: BuildResult, request: pytest.FixtureRequest
) -> None:
    path = f"{language}/{page}/" if page else f"{language}/"
    body = next(made.body for made in result.pages if made.path == path)
    body = PICTURE.sub(r"\1-fingerprint-", body.replace(result.assets_folder, "assets/folder"))
    golden = GOLDEN / f"{(page or 'home').replace('/', '-')}.{language}.html"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(body + "\n", "utf-8")
    assert body + "\n" == golden.read_text("utf-8")


DOCUMENTS = (
    "both/places/full-place",
    "both/places/full-place/leaflet",
    "both/events/weekly-class",
    "both/events/full-event/poster",
    "both/events/moved-event/poster",
    "both/events/weekly-class/poster",
    "kk/calendar/2027/poster",
    "ru/calendar/2027/poster",
    "offline",
)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_finished_document(
    document: str, result: BuildResult, request: pytest.FixtureRequest
) -> None:
    """Both languages side by side, sheets to print."""
    html = next(made.data for made in result.assets if made.path == f"{document}/index.html")
    html = html.decode().replace(result.assets_folder, "assets/folder")
    golden = GOLDEN / f"{document.replace('/', '-')}.html"
    if request.config.getoption("--update-golden"):
        golden.write_text(html, "utf-8")
    assert html == golden.read_text("utf-8")


def test_every_record_has_its_languages_side_by_side(result: BuildResult) -> None:
    made = {
        asset.path
        for asset in result.assets
        if asset.path.startswith("both/")
        and asset.path.endswith("/index.html")
        and not asset.path.endswith(("/poster/index.html", "/leaflet/index.html"))
    }
    records = {page.path[3:] for page in result.pages if page.source_file}
    assert made == {f"both/{path}index.html" for path in records}


def test_each_side_speaks_its_own_language(result: BuildResult) -> None:
    path = "both/places/full-place/index.html"
    html = next(asset.data for asset in result.assets if asset.path == path).decode()
    sides = re.findall(
        r'<div lang="(kk|ru)">(.*?)(?=<div lang=|<section|<main|</main)', html, re.DOTALL
    )
    kazakh, russian = (
        "".join(text for side, text in sides if side == lang) for lang in ("kk", "ru")
    )
    assert "Маршрут құру" in kazakh
    assert "Маршрут құру" not in russian
    assert "Проложить маршрут" in russian
    assert "Проложить маршрут" not in kazakh


def test_the_choice_of_language(result: BuildResult) -> None:
    page = result.pages[0]
    assert page.path == ""
    assert 'href="kk/" lang="kk" hreflang="kk"' in page.body
    assert 'href="ru/" lang="ru" hreflang="ru"' in page.body


def test_both_languages_have_the_same_tree(result: BuildResult) -> None:
    trees = {
        language: {page.path[3:] for page in result.pages if page.path.startswith(f"{language}/")}
        for language in ("kk", "ru")
    }
    assert trees["kk"] == trees["ru"]
    assert len(trees["kk"]) == sum(1 for page in result.pages if page.path) / 2


def test_every_page_knows_its_pair(result: BuildResult) -> None:
    paths = {page.path for page in result.pages}
    assert all(page.alternate in paths for page in result.pages if page.path)


def test_backlinks_lead_both_ways(result: BuildResult) -> None:
    bodies = {page.path: page.body for page in result.pages}
    assert 'href="../../events/full-event/"' in bodies["kk/places/full-place/"]
    assert 'href="../../people/full-person/"' in bodies["kk/places/full-place/"]
    assert 'href="../../routes/full-route/"' in bodies["kk/places/full-place/"]
    assert 'href="../../places/full-place/"' in bodies["kk/people/full-person/"]


def test_content_is_never_a_template(result: BuildResult) -> None:
    sources = next(page for page in result.pages if page.path == "kk/sources/")
    assert "{{ 7 * 7 }}" in sources.body
    assert "49" not in sources.body


def test_stops_side_by_side_have_the_numbers_of_the_map(result: BuildResult) -> None:
    path = "both/routes/full-route/index.html"
    html = next(asset.data for asset in result.assets if asset.path == path).decode()
    assert re.findall(r'<div lang="kk"><ol start="(\d+)"><li>', html.replace("\n", "")) == [
        "1",
        "2",
    ]


def test_a_map_costs_the_page_few_bytes() -> None:
    result = build_site(ROOT / "content", BuildOptions(TODAY))
    maps = [found for page in result.pages for found in MAP_ELEMENT.findall(page.body)]
    assert len(maps) > 100
    assert max(len(found.encode()) for found in maps) < 200
