"""The real site, served on this machine, and pages that fail their test when anything goes wrong."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    Response,
    expect,
    sync_playwright,
)

REPOSITORY = Path(__file__).parents[2]
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]

PATIENCE = 10_000
"""How long a page may take for a step, in milliseconds; enough for a machine that is busy."""


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves files as a host of static sites does: the 404 page stands in for what is missing."""

    directory: str
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send `404.html` for a missing file."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class SiteServer(ThreadingHTTPServer):
    """Does not mind a browser that leaves before it got everything."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@dataclass(frozen=True)
class Site:
    """The built site."""

    folder: Path
    """Where its files are."""
    url: str
    """Its address, without a slash at the end."""


@dataclass
class Faults:
    """What must not happen while a page is open."""

    site: Site
    missing_document: str | None = None
    """The address that is expected to answer 404."""
    found: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Note the faults of a page."""
        page.on("console", self._console)
        page.on("pageerror", self._error)
        page.on("request", self._request)
        page.on("response", self._response)

    def leave(self, page: Page) -> None:
        """Note no more faults of a page."""
        page.remove_listener("console", self._console)
        page.remove_listener("pageerror", self._error)
        page.remove_listener("request", self._request)
        page.remove_listener("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type != "error":
            return
        # The browser repeats each failed answer here, without its address; `_response` has it.
        if not message.text.startswith("Failed to load resource"):
            self.found.append(f"console: {message.text}")

    def _error(self, error: Error) -> None:
        self.found.append(f"error: {error}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.site.url}/", "data:", "blob:")):
            self.found.append(f"other host: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= HTTPStatus.BAD_REQUEST and response.url != self.missing_document:
            self.found.append(f"{response.status}: {response.url}")


@contextmanager
def served_site(config: Path, folder: Path) -> Iterator[Site]:
    """Build the site of a `mkdocs.yml` into a folder and serve it."""
    command = [sys.executable, "-m", "site_builder", "build"]
    command += ["--config", str(config), "--site-dir", str(folder)]
    environment = {"SOURCE_DATE_EPOCH": "1795392000", "NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(
        command, cwd=REPOSITORY, env=os.environ | environment, capture_output=True, check=False
    )
    assert built.returncode == 0, (built.stdout + built.stderr).decode()
    server = SiteServer(("127.0.0.1", 0), functools.partial(SiteHandler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(folder, f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Build the repository's own site and serve it."""
    folder = tmp_path_factory.mktemp("browser") / "site"
    with served_site(REPOSITORY / "mkdocs.yml", folder) as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start one browser for all tests."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def faults(site: Site) -> Iterator[Faults]:
    """Fail the test at its end when a page of it had a fault."""
    faults = Faults(site)
    yield faults
    assert not faults.found, "\n".join(faults.found)


def open_context(browser: Browser, site: Site, options: Mapping[str, Any]) -> BrowserContext:
    """Open a browser context on the site."""
    # A worker that keeps pages would answer for the site; only the tests about it want one.
    defaults = {"locale": "en-US", "service_workers": "block"}
    context = browser.new_context(base_url=site.url, **{**defaults, **options})
    context.set_default_timeout(PATIENCE)
    return context


@pytest.fixture
def new_page(browser: Browser, site: Site, faults: Faults) -> Iterator[Callable[..., Page]]:
    """Return a function that opens an empty page in a browser context with the given options."""
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> Page:
        context = open_context(browser, site, options)
        contexts.append(context)
        page = context.new_page()
        faults.watch(page)
        return page

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def pages_in_use() -> dict[str, Page]:
    """Keep the pages that tests hand on to each other, by their options."""
    return {}


@pytest.fixture
def shared_page(
    browser: Browser, site: Site, faults: Faults, pages_in_use: dict[str, Page]
) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page which other tests use too.

    For tests that visit many addresses and leave nothing behind: a new window costs seconds.
    """
    opened: list[Page] = []

    def make(**options: Any) -> Page:
        key = repr(sorted(options.items()))
        if key not in pages_in_use:
            pages_in_use[key] = open_context(browser, site, options).new_page()
        page = pages_in_use[key]
        opened.append(page)
        faults.watch(page)
        return page

    yield make
    for page in opened:
        page.emulate_media(media="null")
        page.goto("about:blank")
        faults.leave(page)


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """Open an empty page of a desktop browser."""
    return new_page()
