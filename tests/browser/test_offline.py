"""Without a signal: what was visited or saved can be read, each page with the files of its own build."""

from __future__ import annotations

import functools
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import PATIENCE, REPOSITORY, SiteHandler, SiteServer
from tests.support import FULL_CONTENT, write_project

ROOT = "/sub/"
PLACE = "ru/places/full-place/"
GUIDE = "ru/guides/full-guide/"
UNSEEN = "ru/people/full-person/"
# The licence stands on every page, the variable in the style that every page loads.
LICENCES = {"one": "Licence of one", "two": "Licence of two"}
BUILD = """
import sys, pathlib, site_builder.static_files as files
from site_builder.cli import main
files._STATIC_DIR = pathlib.Path(sys.argv[1])
sys.exit(main(["build", "--config", sys.argv[2], "--site-dir", sys.argv[3]]))
"""
STYLE_OF_BUILD = "() => getComputedStyle(document.documentElement).getPropertyValue('--build')"
CACHED = """async () => {
  const found = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) found.push(request.url);
  return found;
}"""
SHELLS_ARE = """async wanted =>
  JSON.stringify((await caches.keys()).filter(name => name.includes('/shell-'))) === wanted"""
UNTIL = """async ([condition, value, patience]) => {
  const end = Date.now() + patience;
  while (!await eval(condition)(value)) {
    if (Date.now() > end) throw new Error(`not yet: ${condition} ${value}`);
    await new Promise(done => setTimeout(done, 50));
  }
}"""
IS_KEPT = (
    "url => caches.open(new URL('/sub/pages', location)).then(c => c.match(url)).then(Boolean)"
)


@dataclass
class Host:
    """A host of the site that can be filled anew, fail and be switched off."""

    folder: Path
    port: int = 0
    is_on: bool = False
    missing: set[str] = field(default_factory=set)
    """Paths below the root that are not there."""
    delay: float = 0
    """Seconds until a page comes."""
    server: SiteServer | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}{ROOT}"

    def start(self) -> None:
        self.is_on = True
        handler = functools.partial(HostHandler, host=self)
        self.server = SiteServer(("127.0.0.1", self.port), handler)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.is_on = False
        if self.server:
            self.server.shutdown()
            self.server.server_close()


class HostHandler(SiteHandler):
    """Serves the site of a host below its root."""

    def __init__(self, *arguments: Any, host: Host) -> None:
        self.host = host
        super().__init__(*arguments, directory=str(host.folder))

    def do_GET(self) -> None:  # noqa: N802  its name there
        path = self.path.removeprefix(ROOT).partition("?")[0]
        if not self.host.is_on:  # a connection from before
            self.close_connection = True
        elif path in self.host.missing or not self.path.startswith(ROOT):
            self.send_error(404)
        else:
            if path.endswith("/"):
                time.sleep(self.host.delay)
            self.directory = str(self.host.folder)
            # The builds are of the same moment.
            del self.headers["If-Modified-Since"]
            super().do_GET()

    def end_headers(self) -> None:
        """Let browsers keep everything for a while, as hosts do."""
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(ROOT.rstrip("/")))


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build a site twice; the second build has other words and another style on every page."""
    folders = {}
    started = []
    for name, licence in LICENCES.items():
        root = tmp_path_factory.mktemp(name)
        config = write_project(root / "project", FULL_CONTENT)
        settings = root / "project" / "content" / "site.yml"
        settings.write_text(settings.read_text("utf-8").replace("CC BY 4.0", licence), "utf-8")
        static = root / "static"
        shutil.copytree(REPOSITORY / "site_builder" / "static", static)
        with (static / "styles" / "base.css").open("a") as style:
            style.write(f":root {{ --build: {name}; }}\n")
        folders[name] = root / "site"
        command = [sys.executable, "-c", BUILD, str(static), str(config), str(folders[name])]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795392000"}
        started.append(subprocess.Popen(command, cwd=REPOSITORY, env=environment))
    assert [process.wait() for process in started] == [0, 0]
    return folders


@pytest.fixture
def host(builds: dict[str, Path]) -> Iterator[Host]:
    host = Host(builds["one"])
    host.start()
    yield host
    host.stop()


@pytest.fixture
def context(browser: Browser, host: Host) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=host.url, locale="en-US")
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def until(page: Page, condition: str, value: str) -> None:
    """Wait until a function of JavaScript has promised something true."""
    page.evaluate(UNTIL, [condition, value, PATIENCE])


def visit(page: Page, path: str) -> None:
    """Open a page and wait until it is kept."""
    page.goto(path)
    page.wait_for_function("navigator.serviceWorker.controller")
    until(page, IS_KEPT, page.url)


def expect_state(page: Page, state: str) -> None:
    expect(page.locator(".road-panel")).to_have_attribute("data-state", state)


def save(page: Page, *, path: str = "ru/road/", state: str = "saved") -> None:
    """Press the button that saves the pack, and wait for what comes of it."""
    page.goto(path)
    page.locator("[data-task=save]").click()
    expect_state(page, state)


def cut(host: Host, context: BrowserContext) -> None:
    """Cut the line."""
    host.stop()
    context.set_offline(True)


def connect(host: Host, context: BrowserContext) -> None:
    host.start()
    context.set_offline(False)


def build_data(folder: Path) -> dict[str, Any]:
    """Return what the worker of a site says about its build."""
    first = (folder / "sw.js").read_text("utf-8").partition("\n")[0]
    data: dict[str, Any] = json.loads(first.removeprefix("const BUILD = ").removesuffix(";"))
    return data


def pack_pages(folder: Path) -> list[str]:
    """Return the pages of a site's pack; the choice of language leads on at once."""
    return [path for path, _ in build_data(folder)["pages"] if path.endswith("/")]


def build_of(page: Page) -> str:
    """Return which build the page on the screen is of, by its words and its style."""
    text = page.content()
    by_words = next(name for name, licence in LICENCES.items() if licence in text)
    assert page.evaluate(STYLE_OF_BUILD) == by_words
    return by_words


def update_worker(page: Page, host: Host) -> None:
    """Have the browser look for a new worker and wait until it is at work."""
    page.evaluate("navigator.serviceWorker.ready.then(registration => registration.update())")
    # A message would keep the worker from before at work; the new one drops its page.
    shells = [f"{host.url}shell-{build_data(host.folder)['version']}"]
    until(page, SHELLS_ARE, json.dumps(shells))


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
    page.locator(".md-search__input").focus()
    page.wait_for_load_state("networkidle")
    cached = page.evaluate(CACHED)
    other.stop()
    assert f"{host.url}{PLACE}" in cached
    assert {url for url in cached if not url.startswith(host.url)} == set()
    pattern = re.compile(r"/api/|\.ics|atom|feed|search_index|no/such|share/|\.map$")
    assert [url for url in cached if pattern.search(url)] == []


def test_a_slow_line_gives_the_copy(page: Page, host: Host) -> None:
    visit(page, PLACE)
    host.delay = 15
    page.reload()
    expect(page.locator(".kept-note")).to_be_visible()
    host.delay = 0


def test_a_new_build_shows_at_once_and_stays(
    page: Page, host: Host, context: BrowserContext, builds: dict[str, Path]
) -> None:
    visit(page, GUIDE)
    visit(page, PLACE)
    host.folder = builds["two"]
    page.reload()
    assert build_of(page) == "two"
    until(page, IS_KEPT, page.url)
    update_worker(page, host)
    cut(host, context)
    for path, build in ((PLACE, "two"), (GUIDE, "one")):
        page.goto(path)
        assert build_of(page) == build, path


def test_the_pack_changes_as_a_whole(
    page: Page, host: Host, context: BrowserContext, builds: dict[str, Path]
) -> None:
    save(page)
    host.folder = builds["two"]
    host.missing = {GUIDE}
    page.goto("ru/road/")
    update_worker(page, host)
    expect_state(page, "newer")
    page.locator("[data-task=save]").click()
    expect_state(page, "failed")
    cut(host, context)
    # The page with the button was visited meanwhile, these were not.
    pages = ("kk/", PLACE, GUIDE, "kk/routes/full-route/")
    for path in pages:
        page.goto(path)
        assert build_of(page) == "one", path
    connect(host, context)
    host.missing = set()
    save(page)
    old = next(path for path, _ in build_data(builds["one"])["files"] if path.endswith("site.css"))
    assert not [url for url in page.evaluate(CACHED) if url.endswith(old)]
    cut(host, context)
    for path in pages:
        page.goto(path)
        assert build_of(page) == "two", path


@pytest.fixture
def half_uploaded(builds: dict[str, Path], tmp_path: Path) -> Path:
    """Return a site of which the pages are of the second build, and all else of the first."""
    shutil.copytree(builds["one"], tmp_path / "site")
    for file in builds["two"].rglob("*.html"):
        shutil.copy(file, tmp_path / "site" / file.relative_to(builds["two"]))
    return tmp_path / "site"


def test_a_host_that_is_being_filled_spoils_nothing(
    page: Page, host: Host, context: BrowserContext, builds: dict[str, Path], half_uploaded: Path
) -> None:
    visit(page, GUIDE)
    host.folder = half_uploaded
    page.reload()
    assert LICENCES["two"] in page.content()
    host.folder = builds["one"]
    page.goto("ru/road/")
    host.folder = half_uploaded
    page.locator("[data-task=save]").click()
    expect_state(page, "failed")
    cut(host, context)
    for path in (GUIDE, "ru/road/"):
        page.goto(path)
        assert build_of(page) == "one", path
    page.goto(PLACE)
    expect(page.locator("[data-again]").first).to_be_visible()


def test_no_room_leaves_the_pack_that_was_there(
    page: Page, host: Host, context: BrowserContext, builds: dict[str, Path]
) -> None:
    save(page)
    host.folder = builds["two"]
    page.goto("ru/road/")
    update_worker(page, host)
    expect_state(page, "newer")
    session = context.new_cdp_session(page)
    origin = host.url.removesuffix(ROOT)
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1000})
    page.locator("[data-task=save]").click()
    expect_state(page, "room")
    cut(host, context)
    page.goto(PLACE)
    assert build_of(page) == "one"


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


def test_the_road_page_is_a_list_without_javascript(browser: Browser, host: Host) -> None:
    context = browser.new_context(base_url=host.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("ru/road/")
    expect(page.locator(".road-panel button:visible")).to_have_count(0)
    page.locator(".road-list a", has_text="Полный маршрут").click()
    expect(page.locator(".record-head h1")).to_be_visible()
    context.close()
