"""The mode for readers with low vision: large letters, plain colours, wide lines, no pictures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.contrast import low_contrast
from tests.browser.pages import LANGUAGES, TEMPLATES
from tests.browser.test_layout import OVERFLOWING

WORDS = {
    "kk": ("Нашар көретіндерге арналған нұсқа", "Әдеттегі нұсқа"),
    "ru": ("Версия для слабовидящих", "Обычная версия"),
}
COLOURS = {
    "black-on-white": ("rgb(0, 0, 0)", "rgb(255, 255, 255)"),
    "white-on-black": ("rgb(255, 255, 255)", "rgb(0, 0, 0)"),
    "blue": ("rgb(6, 52, 98)", "rgb(157, 209, 255)"),
}
LOOK = """() => {
  const text = getComputedStyle(document.querySelector('.lead'));
  return {
    size: parseFloat(text.fontSize),
    ink: text.color,
    ground: getComputedStyle(document.body).backgroundColor,
    letters: parseFloat(text.letterSpacing) || 0,
    lines: parseFloat(text.lineHeight) / parseFloat(text.fontSize),
    words: parseFloat(text.wordSpacing) || 0,
    attributes: document.documentElement.getAttributeNames().filter(name => name.includes('vision')),
  };
}"""
SHOWN_PICTURES = """() => [...document.querySelectorAll('article :is(img, .map, .figure, figcaption)')]
  .filter(e => e.checkVisibility()).length"""
ORNAMENTS = """() => ['.md-footer', '.hero', 'section > h2']
  .map(query => document.querySelector(query)).filter(Boolean)
  .filter(e => getComputedStyle(e, '::before').display !== 'none').length"""


def look(page: Page) -> dict[str, Any]:
    """Return how the page's text looks."""
    found: dict[str, Any] = page.evaluate(LOOK)
    return found


def open_panel(page: Page, path: str = f"/ru/{TEMPLATES['place']}") -> None:
    """Open a page and the panel on it."""
    page.goto(path)
    page.locator(".vision-open").click()
    expect(page.locator(".vision-panel")).to_be_visible()


def choose(page: Page, name: str, value: str) -> None:
    """Press a button of the panel, and see it pressed as the only one of its group."""
    button = page.locator(f".vision-panel button[data-name={name}][data-value={value}]")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    pressed = f".vision-panel button[data-name={name}][aria-pressed=true]"
    expect(page.locator(pressed)).to_have_count(1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_button_opens_the_panel_and_closing_restores(language: str, page: Page) -> None:
    opening, closing = WORDS[language]
    page.goto(f"/{language}/{TEMPLATES['place']}")
    before = look(page)
    assert before["attributes"] == []
    opener = page.get_by_role("button", name=opening)
    panel = page.get_by_role("region", name=opening)
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(panel).to_be_hidden()
    opener.press("Enter")
    expect(panel).to_be_visible()
    expect(opener).to_have_attribute("aria-expanded", "true")
    expect(panel.locator("button[aria-pressed=true]")).to_have_count(4)
    after = look(page)
    assert after["size"] > before["size"]
    assert after["lines"] > before["lines"]
    assert (after["ink"], after["ground"]) == COLOURS["black-on-white"]
    page.get_by_role("button", name=closing).click()
    expect(panel).to_be_hidden()
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")
    assert look(page) == before
    page.reload()
    assert look(page) == before


def test_button_closes_too(page: Page) -> None:
    page.goto("/kk/")
    before = look(page)
    for _ in range(2):
        page.locator(".vision-open").click()
    expect(page.locator(".vision-panel")).to_be_hidden()
    assert look(page) == before


def test_size(page: Page) -> None:
    page.goto(f"/ru/{TEMPLATES['place']}")
    before = look(page)["size"]
    open_panel(page)
    sizes = []
    for value in ("normal", "large", "larger"):
        choose(page, "size", value)
        sizes.append(look(page)["size"])
    assert sizes == pytest.approx([before, 1.4 * before, 2 * before])


def test_colours(page: Page) -> None:
    open_panel(page)
    for value, (ink, ground) in COLOURS.items():
        choose(page, "colours", value)
        found = look(page)
        assert (found["ink"], found["ground"]) == (ink, ground)


def test_spacing(page: Page) -> None:
    open_panel(page)
    choose(page, "spacing", "normal")
    normal = look(page)
    choose(page, "spacing", "wide")
    wide = look(page)
    assert (normal["letters"], normal["words"]) == (0, 0)
    assert wide["letters"] >= 0.05 * wide["size"]
    assert wide["words"] >= 0.14 * wide["size"]
    assert wide["lines"] >= max(1.5, 1.15 * normal["lines"])
    assert wide["size"] == normal["size"]


@pytest.mark.parametrize("path", ["/ru/", f"/kk/{TEMPLATES['place']}", "/ru/people/kurmangazy/"])
def test_pictures(path: str, page: Page) -> None:
    open_panel(page, path)
    assert page.evaluate(SHOWN_PICTURES) > 0
    choose(page, "pictures", "off")
    assert page.evaluate(SHOWN_PICTURES) == 0
    assert page.evaluate(ORNAMENTS) == 0
    choose(page, "pictures", "on")
    assert page.evaluate(SHOWN_PICTURES) > 0


def test_choice_is_kept_and_does_not_flash(page: Page) -> None:
    open_panel(page)
    choose(page, "size", "larger")
    choose(page, "colours", "blue")
    choose(page, "spacing", "normal")
    choose(page, "pictures", "off")
    chosen = look(page)
    assert len(chosen["attributes"]) == 4
    page.reload()
    expect(page.locator(".vision-panel")).to_be_visible()
    assert look(page) == chosen
    # No script but the one in the head comes, and still the page looks as chosen.
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"/kk/{TEMPLATES['person']}")
    expect(page.locator(".vision-panel")).to_be_hidden()
    assert look(page) == chosen
    page.unroute("**/*.js")
    page.reload()
    expect(page.locator(".vision-panel")).to_be_visible()
    pressed = page.locator(".vision-panel button[aria-pressed=true]")
    assert pressed.evaluate_all("all => all.map(e => e.dataset.value)") == [
        "larger",
        "blue",
        "normal",
        "off",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("colours", COLOURS)
def test_contrast_of_all_text(
    colours: str, scheme: Literal["light", "dark"], new_page: Callable[..., Page]
) -> None:
    page = new_page(color_scheme=scheme)
    open_panel(page)
    choose(page, "colours", colours)
    found = {}
    for template in ("home", "place", "person", "community", "guide", "holiday", "glossary"):
        page.goto(f"/ru/{TEMPLATES[template]}")
        expect(page.locator(".vision-panel")).to_be_visible()
        found[template] = low_contrast(page, 7)
    assert {template: texts for template, texts in found.items() if texts} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_largest_letters_fit_on_a_phone(language: str, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 360, "height": 700}, has_touch=True)
    open_panel(page, f"/{language}/")
    choose(page, "size", "larger")
    found = {}
    documents = (
        "both/people/dina/",
        "both/events/2024-navruz/poster/",
        "both/places/kurmangazy-mausoleum/leaflet/",
        "ru/calendar/2027/poster/",
    )
    paths = (*(f"{language}/{path}" for path in TEMPLATES.values()), *documents)
    for path in (f"/{path}" for path in paths):
        page.goto(path)
        expect(page.locator("html")).to_have_css("font-size", "40px")
        found[path] = page.evaluate(OVERFLOWING)
    assert {path: wide for path, wide in found.items() if wide} == {}


def test_no_button_without_javascript(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/ru/")
    expect(page.locator(".language-switch")).to_be_visible()
    expect(page.locator(".vision-open")).to_be_hidden()
    expect(page.locator(".vision-panel")).to_be_hidden()
