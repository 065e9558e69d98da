"""`mkdocs serve`: a change shows, broken YAML keeps the last good site with a banner."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import MINIMAL, write_content, write_project

PLACE = "places/kurmangazy-mausoleum.yml"
PATIENCE = 30
"""Seconds until a test gives up; how fast a change shows is not tested here."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a small project folder."""
    content = write_content(tmp_path / "source", MINIMAL)
    write_project(tmp_path / "project", content)
    return tmp_path / "project"


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """Serve the project and return the address of its Russian place page."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "LC_ALL": "ru_RU.UTF-8"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"]
    log = (project / "serve.log").open("w")
    process = subprocess.Popen(command, cwd=project, env=env, stdout=log, stderr=log)
    yield f"http://127.0.0.1:{port}/ru/places/kurmangazy-mausoleum/"
    process.terminate()
    process.wait()
    log.close()


def _wait_for(address: str, *wanted: str, without: str | None = None) -> str:
    """Return the page as soon as it holds all the words."""
    end = time.monotonic() + PATIENCE
    text = ""
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                text = answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            text = ""
        if text and all(word in text for word in wanted) and (not without or without not in text):
            return text
        time.sleep(0.1)
    pytest.fail(f"no {wanted} on the page within {PATIENCE} s")


def test_change_break_repair_delete(project: Path, address: str) -> None:
    place = project / "content" / PLACE
    good = place.read_text("utf-8")
    page = _wait_for(address, "Мавзолей композитора.")
    # A page that was kept would hide what editors change.
    assert "data-worker" not in page

    place.write_text(good.replace("Мавзолей композитора.", "Новые слова."), "utf-8")
    _wait_for(address, "Новые слова.")

    place.write_text(good.replace("kind: mausoleum", "kind: mavsoleum"), "utf-8")
    page = _wait_for(address, "problems-banner", "Новые слова.")
    assert f"content/{PLACE}:3:7: ошибка: «mavsoleum» здесь нельзя" in page

    place.write_text(good, "utf-8")
    _wait_for(address, "Мавзолей композитора.", without="problems-banner")

    (project / "content" / "stories" / "community.yml").unlink()
    _wait_for(address, "problems-banner", "Мавзолей композитора.")
