"""A page of text is light: what a browser fetches for it, compressed as a host does; pictures aside."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Page, Response

KILOBYTE = 1024
MOST_BYTES = 90 * KILOBYTE
MOST_REQUESTS = 12
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
    text = [answer for answer in responses if "/assets/pictures/" not in answer.url]
    sizes = {answer.url: len(gzip.compress(answer.body(), 6)) for answer in text}
    report = "\n".join(f"{size:7} {url}" for url, size in sorted(sizes.items()))
    print(f"{path}: {sum(sizes.values())} bytes, {len(responses)} requests\n{report}")  # noqa: T201
    assert len(responses) <= MOST_REQUESTS, report
    assert sum(sizes.values()) <= MOST_BYTES, report
