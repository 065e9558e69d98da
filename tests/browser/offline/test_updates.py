"""Builds follow each other: each page stays with the files of its own build."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.offline.host import (
    CACHED,
    GUIDE,
    IS_KEPT,
    LICENCES,
    PLACE,
    ROOT,
    Host,
    build_data,
    build_of,
    connect,
    cut,
    expect_state,
    save,
    until,
    update_worker,
    visit,
)


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
