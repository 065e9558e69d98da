"""Pictures with their credits."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.views.page import Page
from site_builder.views.parts import Picture

__all__ = ["view_pictures"]


def view_pictures(page: Page, ids: Iterable[str]) -> tuple[Picture, ...]:
    """Return the pictures with the given ids of media records."""
    return tuple(_picture(page, id_) for id_ in ids)


def _picture(page: Page, id_: str) -> Picture:
    medium = page.site.entry("media", id_).record
    file = page.files.pictures[id_]
    credit = page.strings("picture.credit", author=page.text(medium.author), licence=medium.licence)
    return Picture(
        page.href(file.path),
        page.text(medium.alt),
        page.text(medium.caption),
        credit,
        file.width,
        file.height,
    )
