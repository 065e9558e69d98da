"""The JSON Feed of each language (jsonfeed.org/version/1.1)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from site_builder.feeds.news import NewsItem, midnight, news_items
from site_builder.languages import LANGUAGES, Language
from site_builder.linker import Site
from site_builder.outputs import OutputAsset
from site_builder.ui_strings import load_strings
from site_builder.urls import home_path, news_path, share_image_path

__all__ = ["json_feeds"]

_VERSION = "https://jsonfeed.org/version/1.1"
_NAME = "feed.json"


def json_feeds(site: Site) -> Iterator[OutputAsset]:
    """Yield `<language>/feed.json`, UTF-8 without escapes."""
    for language in LANGUAGES:
        data = json.dumps(_feed(site, language), ensure_ascii=False, indent=2)
        yield OutputAsset(news_path(language, _NAME), f"{data}\n".encode())


def _feed(site: Site, language: Language) -> dict[str, Any]:
    settings, strings = site.settings, load_strings(language)
    home = f"{settings.url}{home_path(language)}"
    return {
        "version": _VERSION,
        "title": strings("news.title", site=settings.title[language]),
        "description": settings.description[language],
        "home_page_url": home,
        "feed_url": f"{settings.url}{news_path(language, _NAME)}",
        "language": language.value,
        "authors": [{"name": settings.title[language], "url": home}],
        "items": [_item(item, settings.url, language) for item in news_items(site, strings)],
    }


def _item(item: NewsItem, site_url: str, language: Language) -> dict[str, Any]:
    made = {
        "id": item.id,
        "url": f"{site_url}{item.path}",
        "title": item.title,
        "summary": item.summary,
        "content_html": item.html,
        "image": f"{site_url}{share_image_path(item.path)}",
        "date_modified": midnight(item.updated),
        "language": language.value,
        "tags": [item.category_label],
    }
    if item.published:
        made["date_published"] = midnight(item.published)
    return made
