"""Renders the theme once per class of pages and puts each page's own parts into the gaps.

The theme's template and MkDocs' events cost milliseconds a page, and the result is the same for all
records of one list but for title, description, addresses, headings and body. A page stands in for
its class with a mark in each of these places; the document is cut at the marks, and the documents of
the class are handed to MkDocs as finished files. A test holds the bytes equal to a plain build.
"""

from __future__ import annotations

import copy
import posixpath
import re
from collections.abc import Callable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from mkdocs.structure.toc import AnchorLink, TableOfContents

from site_builder.mkdocs_adapter.pages import GeneratedPage

if TYPE_CHECKING:
    from jinja2 import Template
    from mkdocs.structure.pages import Page

__all__ = ["Splicer"]

# Control characters: the reader refuses them, so no content can look like a mark.
_MARK = "\x02{}\x03"
# The theme adds a heading to a body that has no `<h1`, so the body's mark begins with one.
_BODY_MARK = "<h1>\x02content\x03"
_GAP = re.compile("(?:<h1>)?\x02([a-z0-9:]+)\x03")
_Key = tuple[str, int, int]


class Splicer:
    """Makes the finished documents of records."""

    def __init__(self, template: Template, variables: Callable[[Page], Mapping[str, Any]]) -> None:
        """Take what a document is made with.

        Args:
            template: The theme's main template.
            variables: Returns all that the template needs for a page.
        """
        self._template = template
        self._variables = variables
        self._classes: dict[_Key, list[str]] = {}

    def document(self, page: GeneratedPage, own: Mapping[str, Any]) -> str:
        """Return the HTML document of a page.

        Args:
            page: The page.
            own: The variables that differ between the pages of a class.
        """
        headings = page.output.headings
        key = (posixpath.dirname(page.url.rstrip("/")), id(page.parent), len(headings))
        pieces = self._classes.get(key)
        if pieces is None:
            pieces = self._classes[key] = self._cut(page, own)
        values = {
            "title": str(page.title),
            "head": own["head_title"],
            "content": page.output.body,
            "canonical": escape(page.canonical_url or ""),
            "description": str(page.meta["description"]),
            "switch": own["switch"]["href"],
            "share": escape(own["share"]["image"]),
            "report": escape(own["report"]),
            "data": page.output.structured_data,
        }
        for n, heading in enumerate(headings):
            values[f"heading:{n}"] = escape(heading.title)
            values[f"anchor:{n}"] = heading.anchor
        for n, (_, href) in enumerate(own["alternates"]):
            values[f"alternate:{n}"] = escape(href)
        # Every second piece is the name of a gap.
        filled = [values[piece] if place % 2 else piece for place, piece in enumerate(pieces)]
        return "".join(filled)

    def _cut(self, page: GeneratedPage, own: Mapping[str, Any]) -> list[str]:
        stand_in = copy.copy(page)
        stand_in.title = _MARK.format("title")
        stand_in.content = _BODY_MARK
        stand_in.canonical_url = _MARK.format("canonical")
        stand_in.meta = {**page.meta, "description": _MARK.format("description")}
        links = [
            AnchorLink(_MARK.format(f"heading:{n}"), _MARK.format(f"anchor:{n}"), level=2)
            for n in range(len(page.output.headings))
        ]
        stand_in.toc = TableOfContents(links)
        marks = {
            "page": stand_in,
            "head_title": _MARK.format("head"),
            "alternates": [
                (language, _MARK.format(f"alternate:{n}"))
                for n, (language, _) in enumerate(own["alternates"])
            ],
            "switch": {**own["switch"], "href": _MARK.format("switch")},
            "share": {**own["share"], "image": _MARK.format("share")},
            "report": own["report"] and _MARK.format("report"),
            "structured_data": _MARK.format("data"),
        }
        stand_in.active = True
        try:
            return _GAP.split(self._template.render({**self._variables(page), **marks}))
        finally:
            stand_in.active = False
