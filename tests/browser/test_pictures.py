"""Pictures: a phone loads the size that it needs, when it needs it, and nothing where they are off."""

from __future__ import annotations

import json
from collections.abc import Callable

from playwright.sync_api import Page, Request, expect

PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2}
NO_PICTURES = {"size": "large", "colours": "blue", "spacing": "wide", "pictures": "off"}


def loaded_pictures(page: Page) -> list[str]:
    """Return a list that grows by the end of the address of each picture that is asked for."""
    found: list[str] = []

    def note(request: Request) -> None:
        if "/assets/pictures/" in request.url:
            found.append(request.url.rpartition("-")[2])

    page.on("request", note)
    return found


def test_a_phone_loads_one_light_file_when_the_picture_comes_near(
    new_page: Callable[..., Page],
) -> None:
    page = new_page(**PHONE)
    loaded = loaded_pictures(page)
    page.goto("/ru/")
    page.wait_for_load_state("networkidle")
    assert loaded == []
    picture = page.locator(".card picture img").first
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", value=True)
    assert loaded == ["960.avif"]
    assert picture.evaluate("image => image.naturalWidth") > 0


def test_pictures_that_are_off_are_not_loaded(new_page: Callable[..., Page]) -> None:
    page = new_page(**PHONE)
    page.add_init_script(f"localStorage.setItem('site-vision', '{json.dumps(NO_PICTURES)}')")
    loaded = loaded_pictures(page)
    page.goto("/ru/places/kurmangazy-mausoleum/")
    page.locator(".sources").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert loaded == []
    page.locator(".vision-panel summary").click()
    page.locator(".vision-panel button[data-name=pictures][data-value=on]").click()
    page.locator(".lead-picture img").scroll_into_view_if_needed()
    expect(page.locator(".lead-picture img")).to_have_js_property("complete", value=True)
    assert loaded == ["960.avif"]
