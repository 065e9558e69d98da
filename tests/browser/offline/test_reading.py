"""Without a signal: what was visited or saved can be read, and nothing else is kept."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.offline.host import (
    CACHED,
    GUIDE,
    IS_KEPT,
    PLACE,
    ROOT,
    UNSEEN,
    Host,
    build_data,
    build_of,
    connect,
    cut,
    expect_state,
    pack_pages,
    save,
    until,
    visit,
)
from tests.browser.search import META, RESULTS, look_for, open_search

OFFLINE_NOTE = {"kk": "тек сақталған беттер", "ru": "только сохранённые страницы"}


def test_what_was_visited_can_be_read(page: Page, host: Host, context: BrowserContext) -> None:
    visit(page, PLACE)  # before there was a worker
    visit(page, GUIDE)
    expect(page.locator(".kept-note")).to_have_count(0)
    cut(host, context)
    for path in (PLACE, GUIDE):
        page.goto(path)
        expect(page.locator("main h1")).to_be_visible()
        assert build_of(page) == "one"
        expect(page.locator(".md-header")).to_have_css("background-color", "rgb(12, 74, 91)")
        expect(page.locator(".kept-note")).to_contain_text(time.strftime("%d.%m.%Y"))


def test_the_web_form_is_not_kept(page: Page, host: Host) -> None:
    visit(page, PLACE)
    page.goto("admin/")
    visit(page, GUIDE)
    kept = page.evaluate(CACHED)
    assert f"{host.url}{GUIDE}" in kept
    assert [url for url in kept if "/admin/" in url] == []


def test_another_page_says_that_it_was_not_kept(
    page: Page, host: Host, context: BrowserContext
) -> None:
    visit(page, PLACE)
    cut(host, context)
    answer = page.goto(f"{UNSEEN}?x=1")
    assert answer
    assert answer.status == 503
    for language, words in {"kk": "бұл бет сақталмаған", "ru": "эта страница не сохранена"}.items():
        expect(page.locator(f"section[lang={language}]").first).to_contain_text(words)
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 253, 248)")
    expect(page.locator("section[lang=kk][data-kept]")).to_be_hidden()
    page.locator("section[data-kept] a", has_text="Мавзолей «Полный» <i>").click()
    page.wait_for_url(f"**/{PLACE}")
    page.goto(UNSEEN)
    connect(host, context)
    page.locator("[data-again]").first.click()
    expect(page.locator(".record-head h1")).to_be_visible()


def test_a_kept_page_shows_its_picture_in_the_size_that_is_there(
    page: Page, host: Host, context: BrowserContext
) -> None:
    save(page)
    cut(host, context)
    page.goto(PLACE)
    picture = page.locator(".lead-picture img")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", value=True)
    assert picture.evaluate("image => image.currentSrc").endswith("-640.webp")
    assert not [url for url in page.evaluate(CACHED) if url.endswith("-640.webp")]
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0


def test_the_pack_opens_in_both_languages_with_its_maps(
    page: Page, host: Host, context: BrowserContext
) -> None:
    save(page)
    cut(host, context)
    pages = pack_pages(host.folder)
    leaflets = [path.parent for path in host.folder.glob("both/*/*/leaflet/index.html")]
    assert {f"{leaflet.relative_to(host.folder)}/" for leaflet in leaflets} <= set(pages)
    for language in ("kk", "ru"):
        for path in ("", "road/", "places/", "places/village/", "routes/", "routes/full-route/"):
            assert f"{language}/{path}" in pages
    for path in pages:
        answer = page.goto(path)
        assert answer
        assert answer.status == 200, path
        assert build_of(page) == "one", path
        expect(page.locator("h1").first).to_be_visible()
        if page.locator(".map").count():
            page.locator(".map").first.scroll_into_view_if_needed()
            drawn = page.locator(".map.map-drawn")
            expect(drawn).to_be_visible()
            assert drawn.locator("svg path").count() >= 20, path
            assert drawn.locator(".pin").count() >= 1, path
    page.goto("")
    page.wait_for_url(re.compile("/sub/(kk|ru)/$"))


@pytest.mark.parametrize("ending", ["", "/index.html", "/index.html?from=mail"])
def test_other_addresses_of_a_kept_page_lead_to_it(
    ending: str, page: Page, host: Host, context: BrowserContext
) -> None:
    visit(page, PLACE)
    visit(page, GUIDE)
    cut(host, context)
    page.goto(f"{PLACE.rstrip('/')}{ending}")
    expect(page.locator(".record-head h1")).to_have_text("Мавзолей «Полный» <i>")
    assert page.url == f"{host.url}{PLACE}"


def test_the_size_and_the_day_are_said(page: Page, host: Host) -> None:
    data = build_data(host.folder)
    size = f"{data['bytes'] / 1e6:.1f}\u00a0МБ".replace(".", ",")
    state = page.locator(".road-panel .state")
    page.goto("ru/road/")
    expect(state).to_have_text(f"Пока не сохранено. Загрузится примерно {size}.")
    save(page, path="kk/road/")
    day = "2026 жылғы 23 қараша".replace(" қ", "\u00a0қ")
    expect(state).to_have_text(f"Сақталды. Нұсқа күні: {day}, көлемі: шамамен {size}")
    page.goto("ru/road/")
    expect(state).to_contain_text("версия от 23\u00a0ноября 2026\u00a0г.")


def test_saved_can_be_erased(page: Page, host: Host, context: BrowserContext) -> None:
    visit(page, UNSEEN)
    save(page)
    page.locator("[data-task=forget]").click()
    expect_state(page, "none")
    assert {url for url in page.evaluate(CACHED) if url.endswith("/")} == {f"{host.url}offline/"}
    cut(host, context)
    page.goto(PLACE)
    expect(page.locator("[data-again]").first).to_be_visible()


def test_nothing_else_is_kept(page: Page, host: Host, builds: dict[str, Path]) -> None:
    other = Host(builds["one"])
    other.start()
    save(page)
    visit(page, PLACE)
    page.goto("ru/no/such/page/")
    page.evaluate(
        "urls => Promise.all(urls.map(url => fetch(url, { mode: 'no-cors' })))",
        [f"{other.url}assets/icons/icon-192.png", "/sub/api/places.json", "/sub/ru/atom.xml"],
    )
    cached = page.evaluate(CACHED)
    other.stop()
    assert f"{host.url}{PLACE}" in cached
    assert {url for url in cached if not url.startswith(host.url)} == set()
    pattern = re.compile(r"/api/|\.ics|atom|feed|no/such|share/|\.map$")
    assert [url for url in cached if pattern.search(url)] == []


def test_a_slow_line_gives_the_copy(page: Page, host: Host) -> None:
    visit(page, PLACE)
    host.delay = 15
    page.reload()
    expect(page.locator(".kept-note")).to_be_visible()
    host.delay = 0


def test_the_oldest_pages_make_room(page: Page, host: Host) -> None:
    visit(page, PLACE)
    page.evaluate(
        "async () => { const cache = await caches.open(new URL('/sub/pages', location));"
        "for (let n = 0; n < 200; n += 1) await cache.put(`/sub/${n}/`, new Response('x')); }"
    )
    visit(page, GUIDE)
    until(page, f"async url => !(await ({IS_KEPT})(url))", "/sub/0/")
    kept = [url for url in page.evaluate(CACHED) if url.endswith("/") and "offline" not in url]
    assert len(kept) == 200
    assert f"{host.url}{GUIDE}" in kept
    assert f"{host.url}{PLACE}" not in kept


def test_without_https_the_line_says_why(browser: Browser, builds: dict[str, Path]) -> None:
    context = browser.new_context(locale="en-US")
    page = context.new_page()
    folder = builds["one"]

    def answer(route: Any) -> None:
        path = route.request.url.partition(ROOT)[2]
        route.fulfill(path=folder / (f"{path}index.html" if path.endswith("/") else path))

    page.route("http://site.test/**", answer)
    page.goto("http://site.test/sub/ru/road/")
    expect_state(page, "insecure")
    expect(page.locator(".road-panel button:visible")).to_have_count(0)
    context.close()


def test_without_locks_there_is_no_worker(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })"
    )
    page.goto("ru/road/")
    expect_state(page, "unsupported")
    page.goto(PLACE)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0


def test_the_road_page_is_a_list_without_javascript(browser: Browser, host: Host) -> None:
    context = browser.new_context(base_url=host.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("ru/road/")
    expect(page.locator(".road-panel button:visible")).to_have_count(0)
    page.locator(".road-list a", has_text="Полный маршрут").click()
    expect(page.locator(".record-head h1")).to_be_visible()
    context.close()


def test_the_search_finds_without_a_line(page: Page, host: Host, context: BrowserContext) -> None:
    save(page)
    cut(host, context)
    for language, word in {"kk": "кесене", "ru": "мавзолей"}.items():
        page.goto(f"{language}/places/full-place/")
        open_search(page, page.url)
        look_for(page, word)
        expect(page.locator(META)).to_contain_text(OFFLINE_NOTE[language])
    page.locator(f"{RESULTS}[href*='/places/full-place/']").click()
    page.wait_for_url("**?h=*")
    expect(page.locator(".kept-note")).to_be_visible()
    expect(page.locator("main mark").first).to_be_visible()


def test_a_search_that_was_used_is_kept(page: Page, host: Host, context: BrowserContext) -> None:
    visit(page, PLACE)
    visit(page, GUIDE)
    open_search(page, GUIDE)
    look_for(page, "мавз")
    for part in ("ru/search/search_index.json", "assets/javascripts/lunr/min/lunr.kk.min.js"):
        until(page, "async url => Boolean(await caches.match(url))", f"{host.url}{part}")
    cut(host, context)
    open_search(page, PLACE)
    look_for(page, "мавзолей")
