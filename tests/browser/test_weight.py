"""A page of text is light: what a browser fetches for it, compressed as a host does."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Page, Response

KILOBYTE = 1024
MOST_BYTES = 90 * KILOBYTE
MOST_REQUESTS = 12
MOST_BYTES_OF_PICTURES = 30 * KILOBYTE
"""The first picture of a page, in the size for its window; further ones come when they are near."""
# The heaviest of their kinds among them.
PATHS = (
    "/kk/people/kurmangazy/",
    "/kk/holidays/nauryz/",
    "/ru/stories/astrakhan-kazakhs/",
    "/ru/stories/relations/",
    "/ru/organisations/zholdastyk/",
    "/kk/glossary/",
    "/kk/editors/examples/",
    "/ru/calendar/2025/",
)


@pytest.mark.parametrize("path", PATHS)
def test_text_page_is_light(path: str, page: Page) -> None:
    responses: list[Response] = []
    page.on("response", lambda answer: responses.append(answer))  # noqa: PLW0108
    page.goto(path, wait_until="networkidle")
    sizes = {answer.url: len(gzip.compress(answer.body(), 6)) for answer in responses}
    report = "\n".join(f"{size:7} {url}" for url, size in sorted(sizes.items()))
    print(f"{path}: {sum(sizes.values())} bytes, {len(responses)} requests\n{report}")  # noqa: T201
    pictures = sum(size for url, size in sizes.items() if "/assets/pictures/" in url)
    assert len(responses) <= MOST_REQUESTS, report
    assert sum(sizes.values()) - pictures <= MOST_BYTES, report
    assert pictures <= MOST_BYTES_OF_PICTURES, report
