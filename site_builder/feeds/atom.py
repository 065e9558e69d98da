"""The Atom feed of each language (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from site_builder.feeds.news import NewsItem, midnight, news_items, tag_uri
from site_builder.languages import LANGUAGES, Language
from site_builder.linker import Site
from site_builder.outputs import OutputAsset
from site_builder.ui_strings import load_strings
from site_builder.urls import NEWS_FEEDS, home_path, news_path

__all__ = ["atom_feeds"]

_ATOM = "http://www.w3.org/2005/Atom"
_NAME = "atom.xml"


def atom_feeds(site: Site) -> Iterator[OutputAsset]:
    """Yield `<language>/atom.xml`."""
    for language in LANGUAGES:
        feed = _feed(site, language)
        ET.indent(feed)
        data = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
        yield OutputAsset(news_path(language, _NAME), data + b"\n")


def _feed(site: Site, language: Language) -> ET.Element:
    settings, strings = site.settings, load_strings(language)
    items = news_items(site, strings)
    own, home = (
        f"{settings.url}{news_path(language, _NAME)}",
        f"{settings.url}{home_path(language)}",
    )
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": language})
    _text(feed, "id", tag_uri(settings, f"news/{language}"))
    _text(feed, "title", strings("news.title", site=settings.title[language]))
    _text(feed, "subtitle", settings.description[language])
    # There is an item always: the settings name the community's story.
    _text(feed, "updated", midnight(max(item.updated for item in items)))
    author = ET.SubElement(feed, "author")
    _text(author, "name", settings.title[language])
    _text(author, "uri", home)
    _text(feed, "rights", f"{settings.licence[language]}, {settings.licence_url}")
    ET.SubElement(feed, "link", rel="license", href=settings.licence_url)
    ET.SubElement(feed, "link", rel="self", type=NEWS_FEEDS[_NAME], href=own)
    _page_link(feed, home, language)
    for item in items:
        feed.append(_entry(item, settings.url, language))
    return feed


def _entry(item: NewsItem, site_url: str, language: Language) -> ET.Element:
    entry = ET.Element("entry")
    _text(entry, "id", item.id)
    _text(entry, "title", item.title)
    _page_link(entry, f"{site_url}{item.path}", language)
    if item.published:
        _text(entry, "published", midnight(item.published))
    _text(entry, "updated", midnight(item.updated))
    ET.SubElement(entry, "category", term=item.category, label=item.category_label)
    _text(entry, "summary", item.summary)
    _text(entry, "content", item.html).set("type", "html")
    return entry


def _page_link(parent: ET.Element, href: str, language: Language) -> None:
    # Only the page in the feed's language: readers take any one of several alternates.
    ET.SubElement(parent, "link", rel="alternate", type="text/html", hreflang=language, href=href)


def _text(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = text
    return element
