"""Content is text to a map, whatever it looks like; scripts of others do not run."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html import escape

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import Site, open_context, served_site
from tests.browser.test_maps import open_map
from tests.support import MINIMAL, write_content, write_project

NAMES = (
    "${alert(1)}",
    "`${alert(2)}`",
    "</script><script>alert(3)</script>",
    "'\"><img src=x onerror=alert(4)>",
)
PLACE = """\
title: {{kk: {name}, ru: {name}}}
summary: {{kk: {name}, ru: {name}}}
kind: village
region: astrakhan
located_in: {{kk: Аудан, ru: Район}}
point: {{lat: 46.{number}, lon: 48.0, precision: exact, sources: [gazette], checked: 2026-11-22}}
sources: [gazette]
"""
TILES = """\
tiles:
  url: https://tile.example/{{z}}/{{x}}/{{y}}.png
  provider: {name}
  credit: {{kk: {name}, ru: {name}}}
  credit_url: https://tile.example/
"""


def quoted(name: str) -> str:
    """Return a name as a scalar of YAML."""
    return "'" + name.replace("'", "''") + "'"


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Build a site whose names look like code."""
    root = tmp_path_factory.mktemp("hostile")
    files = {
        f"places/place-{number}.yml": PLACE.format(name=quoted(name), number=number)
        for number, name in enumerate(NAMES, 1)
    }
    settings = MINIMAL["site.yml"] + TILES.format(name=quoted(NAMES[-1]))
    content = write_content(root / "source", MINIMAL | files | {"site.yml": settings})
    config = write_project(root / "project", content)
    with served_site(config, root / "site") as site:
        yield site


def with_policy(route: Route) -> None:
    """Answer with a page that may run its own scripts only, and of those in it just these."""
    answer = route.fetch()
    inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", answer.text(), re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline]
    sources = " ".join(f"'sha256-{one}'" for one in hashes)
    policy = (
        f"default-src 'none'; script-src 'self' {sources}; style-src 'self' 'unsafe-inline';"
        " img-src 'self' data: https://tile.example; connect-src 'self'; worker-src 'self'"
    )
    route.fulfill(response=answer, headers=answer.headers | {"content-security-policy": policy})


@pytest.fixture
def strict_page(browser: Browser, hostile_site: Site) -> Iterator[Page]:
    """Open a page under a strict policy; fail if anything of the content ran or was refused."""
    context = open_context(browser, hostile_site, {})
    page = context.new_page()
    faults: list[str] = []
    page.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console",
        lambda message: faults.append(message.text) if "Policy" in message.text else None,
    )
    page.route("**/places/", with_policy)
    page.route("https://tile.example/**", lambda route: route.abort())
    yield page
    context.close()
    assert not faults


def test_names_are_text_in_pins_and_popups(strict_page: Page) -> None:
    pins = open_map(strict_page, "places", "ru").locator(".pin")
    expect(pins).to_have_count(len(NAMES))
    assert sorted(pins.evaluate_all("all => all.map(pin => pin.title)")) == sorted(NAMES)
    for number in range(len(NAMES)):
        name = pins.nth(number).get_attribute("title") or ""
        pins.nth(number).press("Enter")
        expect(strict_page.locator(".leaflet-popup-content strong")).to_have_text(name)
        strict_page.keyboard.press("Escape")
        expect(strict_page.locator(".leaflet-popup")).to_have_count(0)
    shown = strict_page.locator(".name-pin").all_text_contents()
    assert shown
    assert set(shown) <= set(NAMES)
    assert strict_page.locator(".map img, .map script").count() == 0


def test_settings_are_text_in_credit_and_note(strict_page: Page) -> None:
    open_map(strict_page, "places", "ru")
    strict_page.locator(".map-detail").click()
    expect(strict_page.locator(".map-tools")).to_contain_text(NAMES[-1])
    credit = strict_page.locator(".leaflet-control-attribution")
    expect(credit).to_contain_text(NAMES[-1])
    assert escape(NAMES[-1], quote=False) in credit.inner_html()
    assert credit.locator("img").count() == 0
