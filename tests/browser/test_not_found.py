"""An address that leads nowhere gets a page in both languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Faults
from tests.browser.pages import LANGUAGES, NOT_FOUND


@pytest.fixture
def lost_page(page: Page, faults: Faults) -> Page:
    faults.missing_document = faults.site.url + NOT_FOUND
    answer = page.goto(NOT_FOUND)
    assert answer
    assert answer.status == 404
    return page


def test_says_so_in_both_languages(lost_page: Page) -> None:
    for language in LANGUAGES:
        expect(lost_page.locator(f"section[lang={language}] .report a")).to_be_visible()
    expect(lost_page.locator("section[lang=kk] h1")).to_have_text("Бет табылмады")
    expect(lost_page.locator("section[lang=ru] h2")).to_have_text("Страница не найдена")


def test_is_styled(lost_page: Page) -> None:
    header = lost_page.locator(".md-header")
    expect(header).to_have_css("background-color", "rgb(12, 74, 91)")
    expect(header).to_have_css("position", "sticky")


@pytest.mark.parametrize("language", LANGUAGES)
def test_leads_home(language: str, lost_page: Page) -> None:
    lost_page.locator(f"section[lang={language}] a").first.click()
    lost_page.wait_for_url(f"**/{language}/")
    expect(lost_page.locator(".hero h1")).to_be_visible()


def test_does_not_become_the_remembered_language(lost_page: Page) -> None:
    assert lost_page.evaluate("localStorage.getItem('site-language')") is None
