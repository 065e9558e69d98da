"""The search without a mouse or without a screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.search import FIELD, META, RESULTS, kinds, look_for, open_search

PATH = "/ru/people/dina/"
OUTPUT = ".md-search__output"
NOTE = """() => {
  window.said = [];
  const status = document.querySelector(".search-status");
  new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
}"""


@pytest.fixture
def page(shared_page: Callable[..., Page]) -> Page:
    page = shared_page()
    page.goto(PATH)
    return page


def test_tab_reaches_choices_and_results_and_leaves(page: Page) -> None:
    open_search(page, PATH)
    look_for(page, "Алтынжар")
    page.keyboard.press("Tab")
    expect(kinds(page).first).to_be_focused()
    page.keyboard.press("Tab")
    second = kinds(page).nth(1)
    expect(second).to_be_focused()
    page.keyboard.press("Space")
    expect(second).to_be_focused()
    expect(second).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(kinds(page).first).to_have_attribute("aria-pressed", "true")
    for _ in range(kinds(page).count()):
        page.keyboard.press("Tab")
    results = page.locator(RESULTS)
    expect(results.first).to_be_focused()
    page.keyboard.press("Tab")
    expect(results.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(results.first).to_be_focused()
    page.keyboard.press("Shift")
    expect(results.first).to_be_focused()
    # Another letter goes on with the query.
    page.keyboard.type("x")
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(FIELD)).to_have_value("Алтынжарx")
    page.keyboard.press("Shift+Tab")
    expect(page.locator(OUTPUT)).to_be_hidden()


def test_a_letter_opens_and_escape_returns(page: Page) -> None:
    link = page.locator(".breadcrumbs a").first
    for letter in "/sf":
        link.focus()
        page.keyboard.press(letter)
        field = page.locator(FIELD)
        expect(field).to_be_focused()
        expect(field).to_have_value("")
        page.keyboard.press("Escape")
        expect(link).to_be_focused()
        expect(page.locator(OUTPUT)).to_be_hidden()
    link.focus()
    page.keyboard.press("/")
    look_for(page, "наурыз")
    page.keyboard.press("ArrowDown")
    expect(page.locator(RESULTS).first).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    # What is hidden is not reached.
    page.locator(FIELD).focus()
    page.keyboard.press("Escape")
    expect(kinds(page)).to_have_count(0)


def test_letters_in_other_fields_are_letters(page: Page) -> None:
    page.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
    other = page.locator("main textarea")
    other.focus()
    page.keyboard.type("s/f")
    expect(other).to_be_focused()
    expect(other).to_have_value("s/f")


def test_enter_opens_the_first_result(page: Page) -> None:
    open_search(page, PATH)
    look_for(page, "Алтынжар")
    href = page.locator(RESULTS).first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{href}" if href else "")


def test_results_are_announced_once(page: Page) -> None:
    open_search(page, PATH)
    look_for(page, "м")
    status = page.get_by_role("status").and_(page.locator(".search-status"))
    expect(status).to_have_text(page.locator(META).inner_text())
    page.evaluate(NOTE)
    for letter in "авзолей":
        page.keyboard.insert_text(letter)
    expect(page.locator(f"{RESULTS} h1 mark").first).to_contain_text("авзоле")
    expect(status).to_have_text(page.locator(META).inner_text())
    assert page.evaluate("said") == [page.locator(META).inner_text()]
    page.keyboard.insert_text("бмгпткдч")
    expect(status).to_have_text("Ничего не найдено")


def test_the_search_says_what_it_is(page: Page) -> None:
    open_search(page, PATH)
    dialog = page.get_by_role("dialog", name="Поиск по сайту")
    field = dialog.get_by_role("textbox", name="Поиск по сайту")
    expect(field).to_have_accessible_description(page.locator(META).inner_text())
    look_for(page, "Алтынжар")
    expect(dialog.get_by_role("group", name="Вид результатов")).to_be_visible()
    first = dialog.get_by_role("button", name="Все, ")
    expect(first).to_have_attribute("aria-pressed", "true")
    assert dialog.get_by_role("listitem").count() >= 5
    expect(dialog.get_by_role("navigation")).to_have_count(0)
