"""Search: loads when it is used, finds in the page's language, marks, narrows, helps."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Request, Route, expect

from tests.browser.conftest import Faults
from tests.browser.pages import NOT_FOUND
from tests.browser.search import (
    FIELD,
    META,
    RESULTS,
    kinds,
    look_for,
    open_search,
    shown_kinds,
)
from tests.browser.test_accessibility import findings

PARTS = re.compile(r"/(search_index\.json|search\.\w+\.min\.js|lunr\.\S+\.js|results\.\w+)$")
"""What the search loads: the index, the worker, its language and what languages need, what shows results."""
PERSON = "people/dina/"
STORY = "/ru/stories/astrakhan-kazakhs/"
NOWHERE = "бмгпткдч"
WORDS_OF_MARKS = "all => [...new Set(all.map(e => e.textContent))]"
MISPLACED = "main :is(button, nav, svg, .map) mark"
OTHER = {"kk": "Орысша беттерден іздеу", "ru": "Искать на страницах на казахском"}


@pytest.mark.parametrize(("language", "word"), [("kk", "Құрманғазы"), ("ru", "Курмангазы")])
def test_finds_in_the_language_and_marks(
    language: str, word: str, shared_page: Callable[..., Page]
) -> None:
    page = shared_page()
    open_search(page, f"/{language}/{PERSON}")
    look_for(page, word)
    links = page.locator(RESULTS)
    paths = links.evaluate_all("all => all.map(a => new URL(a.href).pathname)")
    assert all(path.startswith(f"/{language}/") for path in paths)
    expect(page.locator(f"{RESULTS} mark").first).to_have_text(word)
    links.first.click()
    page.wait_for_url(f"**{paths[0]}?h=*")
    assert word.lower() in parse_qs(urlsplit(page.url).query)["h"][0].lower().split()
    assert word in page.locator("main mark").evaluate_all(WORDS_OF_MARKS)
    expect(page.locator("main mark").first).to_be_in_viewport()


def test_nothing_is_fetched_before_the_first_letter(page: Page) -> None:
    fetched: list[str] = []

    def note(request: Request) -> None:
        if PARTS.search(request.url):
            fetched.append(urlsplit(request.url).path)

    page.on("request", note)
    open_search(page, f"/kk/{PERSON}")
    expect(page.locator(META)).to_contain_text("Qurmangazy")
    page.keyboard.press("Space")
    page.wait_for_load_state("networkidle")
    assert fetched == []
    look_for(page, "наурыз")
    look_for(page, "ы")
    assert sorted(path.rpartition("/")[2][:9] for path in fetched) == [
        "lunr.kk.m",
        "lunr.stem",
        "results.c",
        "results.j",
        "search.a7",
        "search_in",
    ]
    assert "/kk/search/search_index.json" in fetched


def test_pasted_words_are_found_and_erased_ones_forgotten(
    shared_page: Callable[..., Page],
) -> None:
    page = shared_page()
    field = open_search(page, f"/ru/{PERSON}")
    look_for(page, "домбра")
    for keys in ("ControlOrMeta+a", "ControlOrMeta+x"):
        page.keyboard.press(keys)
    expect(page.locator(RESULTS)).to_have_count(0)
    page.keyboard.press("ControlOrMeta+v")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.locator(".md-search button[type=reset]").click()
    expect(page.locator(RESULTS)).to_have_count(0)
    expect(field).to_be_focused()


def test_a_slow_index_is_announced_and_the_last_words_are_found(page: Page) -> None:
    waiting: list[Route] = []
    page.route("**/search_index.json", lambda route: waiting.append(route))  # noqa: PLW0108
    open_search(page, f"/ru/{PERSON}")
    page.keyboard.insert_text("мавз")
    expect(page.locator(META)).to_have_text("Поиск загружается…")
    page.keyboard.insert_text("олей")
    expect(page.locator(META)).to_have_text("Поиск загружается…")
    waiting[0].continue_()
    expect(page.locator(f"{RESULTS} h1 mark").first).to_contain_text("авзоле")
    assert len(waiting) == 1


@pytest.mark.parametrize(
    "part",
    ["**/search_index.json", "**/lunr.kk.min.js", "**/workers/*.js", "**/results.js"],
)
def test_a_search_that_was_not_loaded_says_so_and_tries_again(
    part: str, new_page: Callable[..., Page], faults: Faults
) -> None:
    page = new_page()
    faults.leave(page)  # the browser complains of what is missing
    page.route(part, lambda route: route.abort())
    open_search(page, f"/kk/{PERSON}")
    page.keyboard.insert_text("қоб")
    expect(page.locator(META)).to_contain_text("Іздеу жүктелмеді.")
    expect(page.locator(".search-status")).to_have_text(page.locator(META).inner_text())
    page.unroute(part)
    look_for(page, "ыз")


def test_results_are_narrowed_by_kind(shared_page: Callable[..., Page]) -> None:
    page = shared_page()
    field = open_search(page, f"/kk/{PERSON}")
    look_for(page, "Құрманғазы")
    counts = shown_kinds(page)
    assert {"", "places", "people", "events"} <= counts.keys()
    assert counts[""] >= sum(count for kind, count in counts.items() if kind)
    kinds(page).and_(page.locator("[data-kind=people]")).click()
    expect(page.locator(META)).to_have_text(f"{counts['people']} нәтиже табылды")
    paths = page.locator(RESULTS).evaluate_all("all => all.map(a => new URL(a.href).pathname)")
    assert len(paths) == counts["people"]
    assert all(path.startswith("/kk/people/") for path in paths)
    # It holds for other words, even where it leaves nothing, and ends with the search.
    field.fill("кесене")
    chosen = page.locator(".search-kinds button[aria-pressed=true]")
    expect(chosen).to_have_attribute("data-kind", "people")
    expect(page.locator(RESULTS)).to_have_count(shown_kinds(page)["people"])
    page.keyboard.press("Escape")
    field.click()
    expect(chosen).to_have_attribute("data-kind", "")
    expect(page.locator(f"{RESULTS}[href*='/places/']").first).to_be_visible()


@pytest.mark.parametrize("language", OTHER)
def test_nothing_found_leads_on(language: str, shared_page: Callable[..., Page]) -> None:
    page = shared_page()
    open_search(page, f"/{language}/{PERSON}")
    page.keyboard.insert_text(NOWHERE)
    help_ = page.locator(".search-help")
    expect(help_).to_be_visible()
    expect(help_.locator("a")).to_have_count(3)
    assert findings(page) == []
    other = {"kk": "ru", "ru": "kk"}[language]
    with page.expect_response(f"**/{other}/search/search_index.json"):
        help_.get_by_role("link", name=OTHER[language]).click()
    expect(page.locator("html")).to_have_attribute("lang", other)
    expect(page.locator(FIELD)).to_have_value(NOWHERE)
    expect(page.locator(".search-help")).to_be_visible()


def test_another_keyboard_layout_is_told(shared_page: Callable[..., Page]) -> None:
    page = shared_page()
    open_search(page, f"/ru/{PERSON}")
    look_for(page, "rehvfyufps")
    expect(page.locator(META)).to_contain_text("Показаны результаты по запросу «курмангазы»")


def test_the_rest_of_a_word_is_offered(shared_page: Callable[..., Page]) -> None:
    page = shared_page()
    field = open_search(page, f"/kk/{PERSON}")
    look_for(page, "Құрм")
    offered = page.locator(".md-search__suggest")
    expect(offered).to_have_text("Құрманғазы")
    expect(offered).to_have_attribute("aria-hidden", "true")
    page.keyboard.press("ArrowRight")
    expect(field).to_have_value("Құрманғазы")


def test_marks_on_a_page(shared_page: Callable[..., Page]) -> None:
    page = shared_page(reduced_motion="reduce")
    page.goto(STORY)
    words = page.locator("main article").inner_text().split()
    last = next(word for word in reversed(words) if re.fullmatch("[а-яё]{9,}", word))
    assert page.evaluate("scrollY") == 0
    page.goto(f"{STORY}?h={last.upper()}+копировать+<img>")
    marks = page.locator("main mark")
    assert {word.lower() for word in marks.evaluate_all(WORDS_OF_MARKS)} >= {last}
    expect(page.locator("main mark:visible").first).to_be_in_viewport()
    expect(page.locator("main mark img")).to_have_count(0)
    # No parts of words, and nothing but text.
    page.goto("/ru/places/kurmangazy-mausoleum/?h=координаты+мавзолей+а+карту")
    assert marks.count() > 0
    found = {word.lower() for word in marks.evaluate_all(WORDS_OF_MARKS)}
    assert found <= {"координаты", "мавзолей", "а", "карту"}
    expect(page.locator(MISPLACED)).to_have_count(0)
    # Paper shows none.
    page.emulate_media(media="print")
    expect(marks.first).to_have_css("text-decoration-line", "none")
    expect(marks.first).to_have_css("background-color", "rgb(255, 255, 255)")


def test_the_words_to_mark_are_few_and_telling(shared_page: Callable[..., Page]) -> None:
    page = shared_page()
    field = open_search(page, f"/ru/{PERSON}")
    look_for(page, "к")
    field.press("End")
    links = page.locator(".md-search-result__link")
    for letters in ("ка", "каз", "в", "и"):
        field.fill(letters)
        expect(links.first).to_be_visible()
        marked = links.evaluate_all("all => all.map(a => new URL(a.href).searchParams.get('h'))")
        words = [(found or "").split() for found in marked]
        assert max(map(len, words)) <= 12
        assert all(len(word) > 1 for found in words for word in found)


@pytest.mark.parametrize("vision", ["", "low"])
def test_search_on_a_phone(vision: str, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 360, "height": 640}, has_touch=True)
    page.goto("/ru/")
    if vision:
        page.locator(".vision-open").click()
    open_search(page, "/ru/")
    look_for(page, "домбра")
    expect(page.locator(RESULTS).first).to_be_in_viewport()
    assert kinds(page).evaluate_all("all => all.every(e => e.offsetHeight >= 44)")
    # The choices move under a finger, the page does not.
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    wrap = page.locator(".md-search__scrollwrap")
    assert wrap.evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    assert findings(page) == []


def test_search_works_on_the_page_of_lost_addresses(page: Page, faults: Faults) -> None:
    faults.missing_document = faults.site.url + NOT_FOUND
    open_search(page, NOT_FOUND)
    look_for(page, "наурыз")
    page.locator(RESULTS).first.click()
    page.wait_for_url("**/kk/**")
    expect(page.locator("h1")).to_be_visible()


def test_the_page_of_lost_addresses_searches_in_the_language_read_last(
    page: Page, faults: Faults
) -> None:
    page.goto(f"/ru/{PERSON}")
    faults.missing_document = faults.site.url + NOT_FOUND
    open_search(page, NOT_FOUND)
    look_for(page, "мавзолей")
    href = page.locator(RESULTS).first.evaluate("link => link.href")
    assert href.startswith(f"{faults.site.url}/ru/")
    expect(page.locator("[data-other]")).to_be_hidden()
