"""A site that has outgrown the built-in search: to a reader it is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, served_site
from tests.browser.offline.host import save
from tests.support import FULL_CONTENT, write_project


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the content of the tests, searched by Pagefind."""
    root = tmp_path_factory.mktemp("pagefind")
    config = write_project(root, FULL_CONTENT)
    settings = root / "content" / "site.yml"
    text = settings.read_text("utf-8")
    assert "\nsearch: built-in\n" in text
    settings.write_text(text.replace("\nsearch: built-in\n", "\nsearch: pagefind\n"), "utf-8")
    with served_site(config, root / "site") as site:
        yield site


@pytest.mark.parametrize(
    ("language", "typed", "marked", "page_of"),
    [
        ("kk", "dombyra uiirmesine", "Домбыра үйірмесі", "events/weekly-class/"),
        ("ru", "домброю", "домброй", "events/weekly-class/"),
    ],
)
def test_finds_words_as_they_stand(
    language: str, typed: str, marked: str, page_of: str, page: Page
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"/{language}/people/pupil/", wait_until="networkidle")
    page.locator(".md-search__input").click()
    assert not [url for url in asked if "/search/" in url or "/workers/" in url]
    page.keyboard.type(typed)
    page.locator(".md-search__input").press("End")
    first = page.locator(".md-search-result__item").first
    expect(first.locator("h1")).to_contain_text(marked)
    assert "".join(first.locator("h1 mark").all_text_contents()) == marked.replace(" ", "")
    assert [url for url in asked if "/search/pagefind/pages/" in url]
    first.locator("a").first.click()
    page.wait_for_url(f"**/{language}/{page_of}**")
    expect(page.locator("h1")).to_contain_text(marked)


def test_searches_the_pilgrims_pack_without_a_line(new_page: Callable[..., Page]) -> None:
    page = new_page(service_workers="allow")
    save(page, path="/ru/road/")
    page.context.set_offline(True)
    page.reload()
    page.locator(".md-search__input").click()
    page.keyboard.type("домброю")
    page.locator(".md-search__input").press("End")
    first = page.locator(".md-search-result__item").first
    expect(first.locator("h1 mark")).to_have_text("домброй")
