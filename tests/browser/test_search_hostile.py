"""Search in a browser: texts and addresses that mean harm, and hosts that fail."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect

from site_builder.search.index import search_indexes
from tests.browser.conftest import Faults
from tests.browser.search import FIELD, META, RESULTS, look_for, open_search
from tests.search.test_hostile import IMAGE, PAGES, TEXTS

PERSON = "/kk/people/dina/"
INDEX = "**/search_index.json"
LANGUAGE = "**/lunr.kk.min.js"
WORKER = "**/workers/*.js"
FAILED = "Іздеу жүктелмеді."
BROKEN_LANGUAGE = {"lang": ["kk"], "separator": "[", "pipeline": [], "fields": {}}


def test_texts_are_shown_as_they_are_and_nothing_in_them_runs(
    new_page: Callable[..., Page], faults: Faults
) -> None:
    page = new_page()
    page.on("dialog", lambda dialog: faults.found.append(f"dialog: {dialog.message}"))
    [index, _] = search_indexes(PAGES)
    page.route(INDEX, lambda route: route.fulfill(body=index.data, content_type="application/json"))
    field = open_search(page, PERSON)
    for query, name in {
        "той": "and",
        "соңы": "image",
        "алаң": "script",
        "қалам": "marks",
        "тырнақша": "entities",
        "крепость": "stress",
        "constructor": "words",
    }.items():
        field.fill(query)
        result = page.locator(f"{RESULTS}[href*='/places/{name}/']")
        expect(result.locator("h1")).to_have_text(TEXTS[name], use_inner_text=True)
        expect(result.locator(".md-tag")).to_have_text(TEXTS[name])
        expect(result.locator("mark").first).to_be_visible()
        expect(result.locator("img, script, mark mark")).to_have_count(0)
    field.fill(IMAGE)
    expect(page.locator(".md-search img[src=x]")).to_have_count(0)


@pytest.mark.parametrize(
    "query",
    ["%E0%A4", f"{'той+' * 900}той", quote(f"</script>{IMAGE}"), "哈" * 5000],
    ids=["percents", "words", "markup", "no-spaces"],
)
def test_any_query_in_an_address_is_answered(
    query: str, shared_page: Callable[..., Page], faults: Faults
) -> None:
    page = shared_page()
    page.once("dialog", lambda dialog: faults.found.append(f"dialog: {dialog.message}"))
    page.goto(f"{PERSON}?q={query}")
    expect(page.locator(META)).to_contain_text("табылды" if "той" in query else "т")
    other = page.locator(".search-help [data-other]")
    expect(other).to_have_attribute("href", re.compile(r"/ru/\?q=[^<>\"' ]+$"))
    page.locator(FIELD).fill("қобыз")
    expect(page.locator(RESULTS).first).to_be_visible()


@pytest.mark.parametrize("words", ["%E0%A4", ".*", "(a%2B)%2B$", quote(IMAGE), "w+" * 900])
def test_words_in_an_address_mark_words_only(words: str, shared_page: Callable[..., Page]) -> None:
    page = shared_page()
    page.goto(PERSON)
    text = page.locator("main").inner_text()
    page.goto(f"{PERSON}?h=дина+{words}")
    expect(page.locator("main mark").first).to_have_text("Дина")
    assert page.locator("main").inner_text() == text


@pytest.mark.parametrize(
    ("part", "answer"),
    [
        pytest.param(INDEX, {"status": 500, "body": "{}"}, id="error"),
        pytest.param(INDEX, {"body": "<!doctype html>"}, id="page for index"),
        pytest.param(INDEX, {"body": '{"config":{"lang":["kk"]'}, id="half an index"),
        pytest.param(INDEX, {"json": {"config": BROKEN_LANGUAGE, "docs": []}}, id="odd index"),
        pytest.param(LANGUAGE, {"status": 404, "body": "<!doctype html>"}, id="no language"),
        pytest.param(WORKER, {"status": 404, "body": "<!doctype html>"}, id="no worker"),
        pytest.param(WORKER, {"body": "postMessage({ type: 1 }); oops("}, id="broken worker"),
    ],
)
def test_a_host_that_fails_is_told_and_asked_again(
    part: str, answer: dict[str, object], shared_page: Callable[..., Page], faults: Faults
) -> None:
    page = shared_page()
    faults.leave(page)

    def fulfill(route: Route) -> None:
        route.fulfill(**answer)  # type: ignore[arg-type]  options by name

    page.route(part, fulfill)
    open_search(page, PERSON)
    page.keyboard.insert_text("қоб")
    expect(page.locator(META)).to_contain_text(FAILED)
    page.unroute(part)
    look_for(page, "ыз")


def test_a_worker_that_dies_is_started_again(
    shared_page: Callable[..., Page], faults: Faults
) -> None:
    page = shared_page()
    faults.leave(page)
    dying = "addEventListener('message', (e) => { if (e.data.data === 'қобы') throw Error('x'); });"

    def add(route: Route) -> None:
        route.fulfill(body=route.fetch().text() + dying, content_type="text/javascript")

    page.route(WORKER, add)
    open_search(page, PERSON)
    look_for(page, "қоб")
    page.unroute(WORKER)
    page.keyboard.insert_text("ы")
    expect(page.locator(META)).to_contain_text(FAILED)
    page.keyboard.insert_text("з")
    expect(page.locator(META)).to_contain_text("табылды")
