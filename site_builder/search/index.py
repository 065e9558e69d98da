"""The search index of each language, in the form that Material's search reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from site_builder.languages import LANGUAGES, Language
from site_builder.outputs import OutputAsset, OutputPage
from site_builder.search.entries import SearchEntry, search_entries
from site_builder.search.language_file import LANGUAGE
from site_builder.ui_strings import theme_strings
from site_builder.urls import search_index_path

__all__ = ["search_indexes"]


def search_indexes(pages: Iterable[OutputPage]) -> Iterator[OutputAsset]:
    """Yield `<language>/search/search_index.json`, UTF-8 without escapes."""
    entries = tuple(search_entries(pages))
    for language in LANGUAGES:
        docs = [_document(entry) for entry in entries if entry.language is language]
        index = {"config": _config(language), "docs": docs}
        data = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        yield OutputAsset(search_index_path(language), data.encode())


def _config(language: Language) -> dict[str, Any]:
    return {
        "lang": [LANGUAGE],
        "separator": theme_strings()[language]["search.config.separator"],
        # What the theme takes apart and marks; the search reads other names itself.
        "fields": {"title": {}, "text": {}},
    }


def _document(entry: SearchEntry) -> dict[str, Any]:
    """Return an entry as the theme reads it, which shows title, text and tags as HTML."""
    document = {
        "location": entry.location,
        "title": escape(entry.title, quote=False),
        "text": escape(entry.text, quote=False),
        "alias": entry.alias,
        "kind": entry.kind,
        "tags": [escape(tag, quote=False) for tag in entry.tags],
        "date": entry.date,
        "last": entry.last,
    }
    always = ("location", "title", "text")
    return {key: value for key, value in document.items() if value or key in always}
