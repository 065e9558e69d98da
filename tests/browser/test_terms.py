"""Words of the glossary in running text: explained beside the word, and without a script below."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.pages import LANGUAGES, TEMPLATES

PATH = TEMPLATES["place"]


def explanation(page: Page, word: Locator) -> str:
    """Return what the list of words says about a word."""
    anchor = word.get_attribute("href") or ""
    return page.locator(anchor).locator("dd").inner_text()


def first_word(page: Page, language: str = "ru") -> Locator:
    """Open a page with words of the glossary and return the first of them."""
    page.goto(f"/{language}/{PATH}")
    word = page.locator("a.term").first
    expect(word).to_have_attribute("aria-expanded", "false")
    return word


def is_open(page: Page, word: Locator) -> None:
    """Expect the explanation of a word, and the word to say that it is open."""
    box = page.locator(".term-box")
    expect(box).to_be_visible()
    expect(box).to_contain_text(explanation(page, word))
    expect(word).to_have_attribute("aria-expanded", "true")
    expect(page.locator("a.term[aria-expanded=true]")).to_have_count(1)


def is_closed(page: Page) -> None:
    """Expect no explanation, and no word to say that there is one."""
    expect(page.locator(".term-box")).to_be_hidden()
    expect(page.locator("a.term[aria-expanded=true]")).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_click_explains_beside_the_word(
    language: str, width: int, new_page: Callable[..., Page]
) -> None:
    page = new_page(viewport={"width": width, "height": 700})
    words = first_word(page, language).page.locator("a.term")
    assert words.count() >= 2
    here = page.url
    for word in words.all():
        word.click()
        is_open(page, word)
        box, at = page.locator(".term-box").bounding_box(), word.bounding_box()
        assert box
        assert at
        gap = max(box["y"] - at["y"] - at["height"], at["y"] - box["y"] - box["height"])
        assert 0 <= gap <= 20
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        # The theme's header may hide what is above it.
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 700
    assert page.url == here
    words.last.click()
    is_closed(page)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_keys_explain_and_escape_closes(key: str, page: Page) -> None:
    word = first_word(page)
    word.focus()
    before = page.evaluate("scrollY")
    page.keyboard.press(key)
    is_open(page, word)
    expect(word).to_be_focused()
    assert page.evaluate("scrollY") == before, "the page scrolled or jumped"
    # What stands next to the word is read, and reached, next.
    page.keyboard.press("Tab")
    expect(page.locator(".term-box a:focus")).to_have_count(1)
    page.keyboard.press("Shift+Tab")
    expect(word).to_be_focused()
    page.keyboard.press("Escape")
    is_closed(page)
    expect(word).to_be_focused()
    page.keyboard.press(key)
    is_open(page, word)
    another = page.locator("a.term").nth(1)
    another.focus()
    page.keyboard.press(key)
    is_open(page, another)
    page.keyboard.press(key)
    is_closed(page)


def test_a_word_is_a_button_that_screen_readers_name(page: Page) -> None:
    word = first_word(page)
    expect(page.get_by_role("button", name=word.inner_text(), exact=True).first).to_be_visible()
    word.click()
    expect(page.get_by_role("note")).to_contain_text(explanation(page, word))
    assert (
        page.locator("[id]").evaluate_all("all => all.length - new Set(all.map(e => e.id)).size")
        == 0
    ), "an id stands twice"


def test_a_click_elsewhere_closes(page: Page) -> None:
    first_word(page).click()
    expect(page.locator(".term-box")).to_be_visible()
    page.locator("h1").click()
    is_closed(page)


def test_the_explanation_stays_with_its_word(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    word = first_word(page)
    word.click()
    at = word.bounding_box()
    box = page.locator(".term-box").bounding_box()
    assert at
    assert box
    page.mouse.wheel(0, 60)
    page.wait_for_function(
        """([word, box]) => {
          const top = query => document.querySelector(query).getBoundingClientRect().top;
          return top('a.term') < word && Math.abs(top('a.term') - top('.term-box') - word + box) < 1;
        }""",
        arg=[at["y"], box["y"]],
    )


def test_word_leads_to_the_glossary_in_two_steps(page: Page) -> None:
    word = first_word(page)
    word.click()
    anchor = (word.get_attribute("href") or "").removeprefix("#term-")
    page.locator(".term-box a").click()
    page.wait_for_url(f"**/ru/glossary/#{anchor}")
    expect(page.locator(f"[id={anchor}]")).to_be_in_viewport()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_the_word_leads_to_the_list(
    language: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"/{language}/{PATH}")
    word = page.locator("a.term").first
    anchor = word.get_attribute("href") or ""
    assert anchor.startswith("#term-")
    expect(page.locator(anchor)).not_to_be_in_viewport()
    word.click()
    expect(page.locator(anchor)).to_be_in_viewport()
    assert page.url.endswith(anchor)
    expect(page.locator(anchor).locator("dd")).to_be_visible()
