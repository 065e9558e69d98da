"""Sheets to print: one page of A4 each, whatever stands on it; a phone can read them too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.contrast import low_contrast
from tests.browser.pages import LANGUAGES
from tests.browser.sheets import count_pages, crowded, open_sheet
from tests.support import MINIMAL, write_content

YEARS = range(2024, 2031)
EVENTS = ("2024-navruz", "2021-tokayev-babushkin", "2023-football", "2024-uraza")
# What 15 mm of margin leave of A4, in pixels.
ROOM = (680, 1009)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_fills_one_page(language: str, shared_page: Callable[..., Page]) -> None:
    page = shared_page()
    for year in YEARS:
        page.goto(f"/{language}/calendar/{year}/poster/")
        assert page.locator(".months li").count() >= 12
        assert count_pages(page) == 1, year
        assert crowded(page, *ROOM) == [], year


def test_an_event_fills_one_page(shared_page: Callable[..., Page]) -> None:
    page = shared_page()
    for event in EVENTS:
        page.goto(f"/both/events/{event}/poster/")
        assert count_pages(page) == 1, event
        assert crowded(page, *ROOM) == [], event


def _long(length: int) -> str:
    words = "Құрманғазының мерейтойына арналған халықаралық домбырашылар байқауы " * 8
    return words[:length].strip()


CROWD = {
    "events/crowd.yml": f"""\
title: {{kk: {_long(200)}, ru: {_long(200)}}}
summary: {{kk: {_long(400)}, ru: {_long(400)}}}
kind: contest
status: moved
scope: astrakhan
start: 2026-12-30
end: 2027-01-02
start_time: 18:30
moved_from: {{start: 2026-12-01, start_time: 10:00}}
changes: [{{day: 2026-11-20, text: {{kk: {_long(200)}, ru: {_long(200)}}}}}]
place: kurmangazy-mausoleum
venue: {{kk: {_long(120)}, ru: {_long(120)}}}
organisers: [zholdastyk]
sources: [gazette]
""",
    **{
        f"holidays/h{number}.yml": f"""\
title: {{kk: {_long(60)}, ru: {_long(60)}}}
summary: {{kk: К., ru: Р.}}
group: folk
rule: {{type: fixed, day: {number % 12 + 1:02}-{number % 27 + 1:02}}}
kazakhstan: {{day_off: true, text: {{kk: К., ru: Р.}}, sources: [gazette]}}
sources: [gazette]
"""
        for number in range(40)
    },
}
"""An event with long words everywhere, and twice as many holidays as there are."""


@pytest.mark.parametrize("path", ["both/events/crowd/poster/", "kk/calendar/2026/poster/"])
def test_a_crowd_fits_too(path: str, tmp_path: Path, site: Site, page: Page) -> None:
    content = write_content(tmp_path / "content", MINIMAL | CROWD)
    open_sheet(page, site, content, path)
    expect(page.locator(".sheet")).to_contain_text(_long(60))
    assert count_pages(page) == 1
    assert crowded(page, *ROOM) == []


@pytest.mark.parametrize("path", ["/ru/calendar/2027/poster/", "/both/events/2024-navruz/poster/"])
def test_paper_is_white_whatever_the_screen_is(path: str, new_page: Callable[..., Page]) -> None:
    page = new_page(color_scheme="dark")
    page.goto(path)
    expect(page.locator(".sheet-tools")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".sheet-tools")).to_be_hidden()
    expect(page.locator("h1")).to_have_css("color", "rgb(0, 0, 0)")
    assert low_contrast(page, 7, paper=True) == []


def test_a_button_prints(page: Page) -> None:
    page.goto("/both/events/2024-navruz/poster/")
    page.evaluate("window.print = () => { document.title = 'printed' }")
    page.locator(".sheet-tools button").click()
    expect(page).to_have_title("printed")


def test_no_button_without_javascript(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/both/events/2024-navruz/poster/")
    expect(page.locator(".sheet-tools button")).to_be_hidden()
    expect(page.locator(".days")).to_have_text("20")


@pytest.mark.parametrize("language", LANGUAGES)
def test_event_leads_to_its_sheet_and_back(language: str, shared_page: Callable[..., Page]) -> None:
    page = shared_page()
    page.goto(f"/{language}/events/2024-navruz/")
    page.locator("a[href$='/poster/']").click()
    page.wait_for_url("**/both/events/2024-navruz/poster/")
    page.locator(f".sheet-tools a[lang={language}]").click()
    page.wait_for_url(f"**/{language}/events/2024-navruz/")
