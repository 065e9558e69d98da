"""Two builds of a site, a host and a browser that meets it for the first time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import PATIENCE, REPOSITORY
from tests.browser.offline.host import LICENCES, Host
from tests.support import FULL_CONTENT, write_project

BUILD = """
import sys, pathlib, site_builder.static_files as files
from site_builder.cli import main
files._STATIC_DIR = pathlib.Path(sys.argv[1])
sys.exit(main(["build", "--config", sys.argv[2], "--site-dir", sys.argv[3]]))
"""


@pytest.fixture(scope="package")
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
