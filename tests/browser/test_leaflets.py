"""Leaflets of mausoleums: two sides of one sheet in letters that can be read by the road."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.contrast import low_contrast
from tests.browser.pages import LANGUAGES
from tests.browser.sheets import count_pages, crowded, open_sheet
from tests.support import FULL_CONTENT, MINIMAL, write_content

PLACES = ("kurmangazy-mausoleum", "bukey-mausoleum", "seyit-baba-grave")
KURMANGAZY = "both/places/kurmangazy-mausoleum/leaflet/"
# What 11 mm of margin leave of A4, in pixels.
ROOM = (710, 1039)
SMALLEST_PT = 8.5
LETTERS = """() => Math.min(...[...document.querySelectorAll('.sheet *')]
  .filter(e => !e.closest('svg') && [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim()))
  .map(e => parseFloat(getComputedStyle(e).fontSize))) * 72 / 96"""


def _is_printed_well(page: Page) -> None:
    assert count_pages(page) == 2
    assert crowded(page, *ROOM) == []
    page.emulate_media(media="print")
    assert page.evaluate(LETTERS) >= SMALLEST_PT
    for sheet in page.locator(".sheet").all():
        assert sheet.evaluate("e => e.scrollHeight") <= ROOM[1]
    page.emulate_media(media="null")


def _long(length: int) -> str:
    words = "Құрманғазының мерейтойына арналған халықаралық домбырашылар байқауы " * 8
    return words[:length].strip()


def _text(length: int) -> str:
    return f"{{kk: {_long(length)}, ru: {_long(length)}}}"


STATEMENT = f"  - {{text: {_text(400)}, sources: [gazette], confidence: low}}\n"
LIST = "  - {text: {kk: '- бір\\n\\n- екі', ru: '- раз\\n\\n- два'}, sources: [gazette]}\n"
CROWD = MINIMAL | {
    "places/kurmangazy-mausoleum.yml": f"""\
title: {_text(80)}
summary: {_text(400)}
kind: mausoleum
region: astrakhan
located_in: {_text(100)}
address: {_text(40)}
location_note: {_text(250)}
hours: {_text(60)}
point: {{lat: 46.27, lon: 48.5, precision: approximate, radius_km: 2, describes: {_text(40)}, sources: [gazette], checked: 2026-11-22}}
getting_there:
{STATEMENT * 9}visiting:
{STATEMENT * 9}guides: [border]
sources: [gazette]
""",
    "places/crossing.yml": """\
title: {kk: Өткізу пункті, ru: Пункт пропуска}
summary: {kk: К., ru: Р.}
kind: border
region: astrakhan
located_in: {kk: К, ru: Р}
sources: [gazette]
""",
    "guides/border.yml": f"""\
title: {_text(60)}
summary: {_text(250)}
checked: 2026-11-20
places: [crossing]
sources: [gazette]
""",
}
"""A mausoleum with long words everywhere."""
LISTS = MINIMAL | {
    "places/kurmangazy-mausoleum.yml": MINIMAL["places/kurmangazy-mausoleum.yml"]
    + f"visiting:\n{LIST * 40}"
}
"""A mausoleum whose paragraphs are lists of short lines."""


def test_a_leaflet_has_two_pages(shared_page: Callable[..., Page]) -> None:
    page = shared_page()
    for place in PLACES:
        page.goto(f"/both/places/{place}/leaflet/")
        expect(page.locator(".sheet")).to_have_count(2)
        _is_printed_well(page)


@pytest.fixture
def open_leaflet(tmp_path: Path, site: Site, page: Page) -> Callable[..., Page]:
    """Return a function that opens a place's leaflet made from other content."""

    def open_(content: Path | dict[str, str], place: str) -> Page:
        if isinstance(content, dict):
            content = write_content(tmp_path / "content", content)
        open_sheet(page, site, content, f"both/places/{place}/leaflet/")
        return page

    return open_


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        (CROWD, "kurmangazy-mausoleum", _long(60)),
        (LISTS, "kurmangazy-mausoleum", "екі"),
        (MINIMAL, "kurmangazy-mausoleum", "Құрманғазы"),
        (FULL_CONTENT, "full-place", "Толық"),
    ],
    ids=["crowd", "lists", "little", "full"],
)
def test_other_content_has_two_pages_too(
    content: Path | dict[str, str], place: str, words: str, open_leaflet: Callable[..., Page]
) -> None:
    page = open_leaflet(content, place)
    expect(page.locator(".sheet").first).to_contain_text(words)
    _is_printed_well(page)


def test_each_side_is_in_its_language(page: Page) -> None:
    page.goto(f"/{KURMANGAZY}")
    for side, language in zip(page.locator(".sheet").all(), LANGUAGES, strict=True):
        expect(side).to_have_attribute("lang", language)
        expect(side.locator(".address").last).to_contain_text(f"/{language}/places/")
        expect(side.locator(".coordinates")).to_have_text("46.27541, 48.50625")


def test_a_phone_shows_large_letters_and_no_bar(new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 320, "height": 700}, has_touch=True)
    page.goto(f"/{KURMANGAZY}")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    expect(page.locator(".columns li").first).to_have_css("font-size", "16px")
    columns = page.locator(".driver .pairs").first
    expect(columns).to_have_css("grid-template-columns", re.compile(r"^[\d.]+px$"))


def test_paper_is_white_whatever_the_screen_is(new_page: Callable[..., Page]) -> None:
    page = new_page(color_scheme="dark")
    page.goto(f"/{KURMANGAZY}")
    assert low_contrast(page, 4.5) == []
    page.emulate_media(media="print")
    expect(page.locator(".sheet-tools")).to_be_hidden()
    expect(page.locator("h1").first).to_have_css("color", "rgb(0, 0, 0)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_place_leads_to_its_sheet_and_back(
    language: str, shared_page: Callable[..., Page]
) -> None:
    page = shared_page()
    page.goto(f"/{language}/places/kurmangazy-mausoleum/")
    page.locator("a[href$='/leaflet/']").click()
    page.wait_for_url(f"**/{KURMANGAZY}")
    page.locator(f".sheet-tools a[lang={language}]").click()
    page.wait_for_url(f"**/{language}/places/kurmangazy-mausoleum/")
