"""Sheets of A4 as a printer sees them."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page

from site_builder.build import BuildOptions, build_site
from tests.browser.conftest import Site
from tests.support import TODAY

__all__ = ["count_pages", "crowded", "open_sheet"]

PAGE_OF_PDF = re.compile(rb"/Type\s*/Page\b")
# Text that another covers, or that its sheet does not hold.
CROWDED = """() => [...document.querySelectorAll('.sheet')].flatMap(page => {
  const sheet = page.getBoundingClientRect();
  const foot = page.querySelector('.sheet-foot').getBoundingClientRect();
  return [...page.querySelectorAll(':is(p, li, h1, h2, dt, dd, time, svg)')].filter(e => {
    const box = e.getBoundingClientRect();
    const inside = box.left >= sheet.left - 8 && box.right <= sheet.right + 8 && box.bottom <= sheet.bottom + 8;
    return !inside || (!e.closest('.sheet-foot') && box.bottom > foot.top + 1);
  }).map(e => e.textContent.slice(0, 60));
})"""


def count_pages(page: Page) -> int:
    """Return how many pages come out of a printer."""
    return len(PAGE_OF_PDF.findall(page.pdf(format="A4", print_background=True)))


def crowded(page: Page, width: int, height: int) -> list[str]:
    """Return what does not fit on its sheet.

    Args:
        page: The page.
        width: What the margins leave of A4, in pixels.
        height: The same from top to bottom.
    """
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(media="print")
    found: list[str] = page.evaluate(CROWDED)
    page.emulate_media(media="null")
    return found


def open_sheet(page: Page, site: Site, content: Path, path: str) -> None:
    """Open a sheet that is made from other content than the site's, with the site's own styles."""
    result = build_site(content, BuildOptions(TODAY))
    html = next(asset.data for asset in result.assets if asset.path == f"{path}index.html").decode()
    folder = next(site.folder.glob("assets/*/site.css")).parent.relative_to(site.folder).as_posix()
    html = html.replace(result.assets_folder, folder)
    page.route(
        f"{site.url}/{path}", lambda route: route.fulfill(body=html, content_type="text/html")
    )
    page.goto(f"/{path}")
