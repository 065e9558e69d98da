"""Pages of `docs/`, which MkDocs writes, as the core knows pages: to be found and listed like its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import unescape
from typing import TYPE_CHECKING, Any

from site_builder.languages import Language
from site_builder.mkdocs_adapter.pages import GeneratedPage
from site_builder.outputs import Heading, OutputPage
from site_builder.urls import alternate_path

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

__all__ = ["docs_pages", "page_language"]


def docs_pages(pages: Iterable[Page | None]) -> Iterator[OutputPage]:
    """Yield what is told of the pages that the core did not make, once MkDocs has read them.

    A page may name in its front matter, as `aliases`, words that readers look for it by.
    """
    for page in pages:
        if page is None or isinstance(page, GeneratedPage) or not (language := page_language(page)):
            continue
        yield OutputPage(
            path=page.url,
            language=language,
            title=unescape(str(page.title)),
            description=str(page.meta.get("description") or ""),
            body=page.content or "",
            headings=tuple(
                Heading(heading.id, unescape(heading.title))
                for title in page.toc
                for heading in title.children
            ),
            alternate=alternate_path(page.url),
            kind=page.url.split("/")[1],
            aliases=_names(page.meta.get("aliases")),
        )


def page_language(page: Page) -> Language | None:
    """Return the language of a page by the first part of its address."""
    first = page.url.partition("/")[0]
    return Language(first) if first in tuple(Language) else None


def _names(written: Any) -> tuple[str, ...]:
    """Return the names of a list, or a single one; nobody has checked what front matter holds."""
    return tuple(map(str, written if isinstance(written, list) else filter(None, [written])))
