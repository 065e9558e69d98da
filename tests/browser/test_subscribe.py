"""The page that offers the calendars: a language is chosen once, every way leads to a calendar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.pages import LANGUAGES

LINKS = "all => all.map(a => a.getAttribute('href'))"


def calendar_of(link: str) -> str:
    """Return the path of the calendar that a link subscribes to."""
    parts = urlsplit(link)
    fields = parse_qs(parts.query)
    address = (fields.get("cid") or fields.get("url") or [link])[0]
    return unquote(urlsplit(address).path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_subscribes_to_a_calendar_that_is_there(
    language: str, page: Page, site: Site
) -> None:
    page.goto(f"/{language}/subscribe/")
    root = urlsplit(page.locator("link[rel=canonical]").get_attribute("href") or "").path
    root = root.removesuffix(f"{language}/subscribe/")
    links = page.locator("a[href^='webcal:'], a[href*='/r?cid='], a[href*='addfromweb']")
    copied = page.locator(".calendar-ways [data-copy]").evaluate_all(
        "all => all.map(button => button.dataset.copy)"
    )
    paths = {calendar_of(link) for link in [*links.evaluate_all(LINKS), *copied]}
    assert len(paths) > 60
    missing = [path for path in paths if not Path(site.folder, path.removeprefix(root)).is_file()]
    assert missing == []


@pytest.mark.parametrize("java_script", [True, False])
def test_the_chosen_language_is_that_of_all_links(
    java_script: bool, new_page: Callable[..., Page]
) -> None:
    page = new_page(java_script_enabled=java_script, viewport={"width": 360, "height": 700})
    page.goto("/kk/subscribe/")
    main = page.locator(".main-calendars a[href^='webcal:']:visible")
    for edition, words in (("kk", "қазақша"), ("both", "екі тілде қатар"), ("ru", "орысша")):
        page.get_by_role("radio", name=words).check()
        expect(main).to_have_count(2)
        for link in main.evaluate_all(LINKS):
            assert f"/{edition}/calendars/" in link
    page.locator(".calendars summary").first.click()
    opened = page.locator(".calendars a[href^='webcal:']:visible")
    expect(opened).to_have_count(1)
    assert "/ru/calendars/holidays-state.ics" in (opened.get_attribute("href") or "")


def test_targets_are_large_enough_for_a_thumb(new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 360, "height": 700})
    page.goto("/ru/subscribe/")
    page.locator(".calendars summary").first.click()
    small = page.locator(".subscribe :is(a, button, summary, label):visible").evaluate_all(
        """all => all.filter(one => !one.closest('.note'))
          .map(one => [one.textContent.trim(), one.getBoundingClientRect()])
          .filter(([, box]) => box.height < 43.5 || box.width < 43.5).map(([words]) => words)"""
    )
    assert small == []
