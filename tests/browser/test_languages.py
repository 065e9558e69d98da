"""Two languages: each page says its own and leads to the other."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.pages import LANGUAGES, TEMPLATES, other_language

PAIRED = ("place", "holiday", "event")


def path_of(page: Page) -> str:
    return urlsplit(page.url).path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_page_says_its_language(template: str, language: str, site: Site) -> None:
    text = (site.folder / language / TEMPLATES[template] / "index.html").read_text("utf-8")
    assert re.search(r"<html[^>]* lang=\"?([a-z]+)", text).group(1) == language  # type: ignore[union-attr]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", PAIRED)
def test_switch_leads_to_same_page_and_back(template: str, language: str, page: Page) -> None:
    here, there = (
        f"/{lang}/{TEMPLATES[template]}" for lang in (language, other_language(language))
    )
    page.goto(here)
    page.locator(".language-switch").click()
    page.wait_for_url(f"**{there}")
    expect(page.locator("html")).to_have_attribute("lang", other_language(language))
    page.locator(".language-switch").click()
    page.wait_for_url(f"**{here}")
    expect(page.locator("html")).to_have_attribute("lang", language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", ["home", *PAIRED])
def test_head_names_both_languages(template: str, language: str, page: Page) -> None:
    path = TEMPLATES[template]
    page.goto(f"/{language}/{path}")
    canonical = page.locator("link[rel=canonical]").get_attribute("href") or ""
    assert canonical.endswith(f"/{language}/{path}")
    root = canonical.removesuffix(f"{language}/{path}")
    links = page.locator("link[hreflang]").evaluate_all("all => all.map(a => [a.hreflang, a.href])")
    assert dict(links) == {
        "kk": f"{root}kk/{path}",
        "ru": f"{root}ru/{path}",
        "x-default": root,
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_feeds_are_found_and_the_theme_does_not_load_them(language: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"/{language}/{TEMPLATES['holiday']}")
    page.wait_for_load_state("networkidle")
    links = page.locator("link[rel~=alternate][type]").evaluate_all("all => all.map(a => a.href)")
    assert [link.rpartition(f"/{language}/")[2] for link in links] == ["atom.xml", "feed.json"]
    # The theme takes them for pages in other languages and looks for a sitemap below each.
    assert not [url for url in asked if "sitemap" in url or "atom" in url or "feed" in url]


@pytest.mark.parametrize("language", LANGUAGES)
def test_share_image_is_in_the_site(language: str, page: Page, site: Site) -> None:
    page.goto(f"/{language}/{TEMPLATES['holiday']}")
    image = page.locator("meta[property='og:image']").get_attribute("content") or ""
    canonical = page.locator("link[rel=canonical]").get_attribute("href") or ""
    assert image.startswith(canonical.removesuffix(f"{language}/{TEMPLATES['holiday']}"))
    data = (site.folder / urlsplit(image).path.lstrip("/")).read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", data[16:24]) == (1200, 630)


@pytest.mark.parametrize(("locale", "language"), [("ru-RU", "ru"), ("kk-KZ", "kk")])
def test_root_follows_the_browser(
    locale: str, language: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(locale=locale)
    page.goto("/")
    page.wait_for_url(f"**/{language}/")


def test_root_asks_when_the_browser_speaks_neither(page: Page) -> None:
    page.goto("/")
    expect(page.locator("a[data-language]")).to_have_count(2)
    page.evaluate("new Promise(done => setTimeout(done, 300))")
    assert path_of(page) == "/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_root_remembers_the_choice(language: str, page: Page) -> None:
    page.goto("/")
    page.locator(f"a[data-language={language}]").click()
    page.wait_for_url(f"**/{language}/")
    page.goto("/")
    page.wait_for_url(f"**/{language}/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_root_links_work_without_javascript(language: str, new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False, locale="ru-RU")
    page.goto("/")
    assert path_of(page) == "/"
    page.locator(f"a[hreflang={language}]").click()
    page.wait_for_url(re.compile(rf"/{language}/$"))
    expect(page.locator("h1")).to_be_visible()
