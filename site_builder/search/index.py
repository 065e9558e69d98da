"""The search index of each language, in the form that Material's search reads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import escape

from site_builder.languages import LANGUAGES
from site_builder.markup import plain_text
from site_builder.outputs import OutputAsset, OutputPage
from site_builder.search.language_file import LANGUAGE
from site_builder.ui_strings import theme_strings

__all__ = ["search_indexes"]

# Drawings and grids of days say the same as the words beside them, buttons, filters and messages to share are no text,
# breadcrumbs are on every page, later meetings of a class repeat the first,
# notes on translations are not of the matter.
_NOT_TEXT = re.compile(
    r"<div class=\"map-drawing\">.*?</div>|<(svg|button|menu|nav|form)\b.*?</\1>|<table class=\"month-grid\".*?</table>"
    r"|<li\b[^>]* hidden>.*?</li>|<p class=\"note translation\">.*?</p>",
    re.DOTALL,
)


def search_indexes(pages: Iterable[OutputPage]) -> Iterator[OutputAsset]:
    """Yield `<language>/search/search_index.json`, UTF-8 without escapes.

    An entry is a whole page: title and text, escaped, because the theme shows them as HTML, and
    other names, which are searched but never shown.
    Locations count from the language's home page.
    """
    pages = tuple(pages)
    for language in LANGUAGES:
        root = f"{language}/"
        docs = [
            {
                "location": page.path.removeprefix(root),
                "title": escape(page.title, quote=False),
                "text": escape(plain_text(_NOT_TEXT.sub("", page.body)), quote=False),
                "alias": " ".join(page.aliases),
                "kind": page.kind,
                **({"tags": [page.label]} if page.label else {}),
            }
            for page in pages
            if page.path.startswith(root)
        ]
        index = {
            "config": {
                "lang": [LANGUAGE],
                "separator": theme_strings()[language]["search.config.separator"],
                # The language brings its own.
                "pipeline": [],
                "fields": {
                    "title": {"boost": 1000.0},
                    "alias": {"boost": 50.0},
                    "text": {"boost": 1.0},
                },
            },
            "docs": docs,
        }
        data = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        yield OutputAsset(f"{root}search/search_index.json", data.encode())
