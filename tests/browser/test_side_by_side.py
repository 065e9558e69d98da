"""Both languages side by side: each field beside its pair, on a phone and on paper too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.contrast import low_contrast
from tests.browser.pages import LANGUAGES
from tests.browser.test_layout import OVERFLOWING

RECORDS = (
    "people/kurmangazy",
    "places/kurmangazy-mausoleum",
    "stories/astrakhan-kazakhs",
    "stories/bukey-horde",
    "guides/etiquette",
    "holidays/nauryz",
    "events/2024-navruz",
    "organisations/zholdastyk",
    "routes/astrakhan-altynzhar",
)
# Pairs whose sides do not begin at the same height, or stand one below the other.
ASKEW = """() => [...document.querySelectorAll('.pair')].filter(pair => {
  const sides = [...pair.children];
  if (sides.map(side => side.lang).join() !== 'kk,ru') { return true; }
  const [left, right] = sides.map(side => side.getBoundingClientRect());
  const [first, second] = sides.map(side => {
    const range = document.createRange();
    range.selectNodeContents(side);
    return [...range.getClientRects()].find(box => box.width) ?? side.getBoundingClientRect();
  });
  return Math.abs(left.top - right.top) > 1 || Math.abs(first.top - second.top) > 1
    || left.right > right.left || Math.abs(left.width - right.width) > 1;
}).map(pair => pair.textContent.slice(0, 80))"""


@pytest.mark.parametrize("record", RECORDS)
def test_sides_are_aligned_at_every_width(record: str, shared_page: Callable[..., Page]) -> None:
    page = shared_page()
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 700})
        page.goto(f"/both/{record}/")
        assert page.locator(".pair").count() >= 5
        assert page.evaluate(ASKEW) == [], width
        assert page.evaluate(OVERFLOWING) == [], width
    page.set_viewport_size({"width": 1280, "height": 720})


@pytest.mark.parametrize("language", LANGUAGES)
def test_record_leads_there_and_back(language: str, shared_page: Callable[..., Page]) -> None:
    page = shared_page()
    page.goto(f"/{language}/people/dina/")
    title = page.locator("h1").inner_text()
    page.locator(".side-by-side a").click()
    page.wait_for_url("**/both/people/dina/")
    expect(page.locator(f"header [lang={language}]").first).to_contain_text(title)
    page.locator(f".languages a[lang={language}]").click()
    page.wait_for_url(f"**/{language}/people/dina/")


def test_it_is_all_there_without_javascript(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/both/holidays/nauryz/")
    for language, word in (("kk", "Наурыз"), ("ru", "Наурыз")):
        expect(page.locator(f".pair > [lang={language}]").first).to_contain_text(word)
    expect(page.locator(".copy").first).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_keeps_both_columns(scheme: str, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 700, "height": 1000}, color_scheme=scheme)
    page.goto("/both/people/kurmangazy/")
    expect(page.locator(".languages")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".languages")).to_be_hidden()
    assert page.evaluate(ASKEW) == []
    assert low_contrast(page, 7, paper=True) == []
    expect(page.locator(".lead [lang=ru]")).to_have_css("color", "rgb(0, 0, 0)")
