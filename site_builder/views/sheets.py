"""What the sheets to print share: the way back on the screen, the code to scan on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.figures import draw_code
from site_builder.formatting import format_day
from site_builder.languages import Language
from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.ui_strings import load_strings
from site_builder.urls import record_path
from site_builder.views.page import Page
from site_builder.views.side_by_side import LanguageLink

__all__ = ["CodeView", "SheetView", "SiteLine", "language_links", "view_sheet"]


@dataclass(frozen=True, slots=True)
class CodeView:
    """An address for cameras and for fingers."""

    drawing: str
    """Its QR code, SVG."""
    address: tuple[str, ...]
    """The same in letters, without `https://`: parts that a line should not break within."""


@dataclass(frozen=True, slots=True)
class SiteLine:
    """Who publishes the sheet, in one language."""

    language: str
    """The language's tag."""
    title: str
    """The site's name."""
    more: str
    """What the code leads to."""
    as_of: str
    """The day that the sheet speaks of, in words."""
    licence: str
    """The licence of the texts."""


@dataclass(frozen=True, slots=True)
class SheetView:
    """The frame of a sheet."""

    code: CodeView
    """The page that the sheet is made from."""
    lines: tuple[SiteLine, ...]
    """Who publishes it, in each language of the sheet."""


def view_sheet(target: str, *pages: Page) -> SheetView:
    """Return the frame of a sheet.

    Args:
        target: The path of the page that its code leads to.
        *pages: The sheet in each of its languages, the first one's words first.
    """
    site = pages[0].site
    return SheetView(
        _code(f"{site.settings.url}{target}", pages[0].strings("poster.code")),
        tuple(_line(site, page) for page in pages),
    )


def language_links(pages: Mapping[Language, Page], entry: Entry) -> tuple[LanguageLink, ...]:
    """Return links from a sheet to the pages of its record in one language each."""
    return tuple(
        LanguageLink(
            load_strings(language)("chooser.name"),
            page.href(record_path(language, entry.kind.name, entry.id)),
            language.value,
        )
        for language, page in pages.items()
    )


def _code(address: str, title: str) -> CodeView:
    host, *folders = address.partition("://")[2].removesuffix("/").split("/")
    return CodeView(draw_code(address, title), tuple(f"{part}/" for part in (host, *folders)))


def _line(site: Site, page: Page) -> SiteLine:
    settings, strings = site.settings, page.strings
    return SiteLine(
        page.language.value,
        page.text(settings.title),
        strings("poster.more"),
        strings("events.as_of", date=format_day(strings, page.today)),
        strings("footer.licence", licence=page.text(settings.licence)),
    )
