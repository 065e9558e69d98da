"""Pictures with their credits."""

from __future__ import annotations

import re
from collections.abc import Iterable

from site_builder.views.page import Page, PictureFormat
from site_builder.views.picture_parts import Picture, PictureSource

__all__ = ["licence_href", "view_pictures"]

_CREATIVE_COMMONS = re.compile(r"CC (BY(?:-NC)?(?:-SA|-ND)?) ([1-4]\.[05])")
_PUBLIC_DOMAIN = "https://creativecommons.org/publicdomain/zero/1.0/"


def view_pictures(page: Page, ids: Iterable[str]) -> tuple[Picture, ...]:
    """Return the pictures with the given ids of media records."""
    return tuple(_picture(page, id_) for id_ in ids)


def licence_href(licence: str) -> str:
    """Return the address of a licence of Creative Commons by its short name; nothing for others."""
    if licence in ("CC0", "CC0 1.0"):
        return _PUBLIC_DOMAIN
    if match := _CREATIVE_COMMONS.fullmatch(licence):
        return f"https://creativecommons.org/licenses/{match[1].lower()}/{match[2]}/"
    return ""


def _picture(page: Page, id_: str) -> Picture:
    medium = page.site.entry("media", id_).record
    file = page.files.pictures[id_]
    return Picture(
        href=page.href(file.common.sizes[0].path),
        srcset=_srcset(page, file.common),
        sources=tuple(
            PictureSource(format_.media_type, _srcset(page, format_))
            for format_ in file.formats[:-1]
        ),
        alt=page.text(medium.alt),
        caption=page.text(medium.caption),
        author=page.text(medium.author),
        licence=medium.licence,
        licence_href=licence_href(medium.licence),
        original_href=medium.url or "",
        width=file.width,
        height=file.height,
    )


def _srcset(page: Page, format_: PictureFormat) -> str:
    return ", ".join(f"{page.href(size.path)} {size.width}w" for size in format_.sizes)
