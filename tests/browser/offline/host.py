"""A host of the site that can fail, and what visitors do with it."""

from __future__ import annotations

import functools
import json
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import PATIENCE, SiteHandler, SiteServer

ROOT = "/sub/"
PLACE = "ru/places/full-place/"
GUIDE = "ru/guides/full-guide/"
UNSEEN = "ru/people/full-person/"
# The licence stands on every page, the variable in the style that every page loads.
LICENCES = {"one": "Licence of one", "two": "Licence of two"}
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
