"""Tells what each page is about: the page, its site, the way to it, the thing that it describes."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from site_builder.languages import LANGUAGES
from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.outputs import OutputPage
from site_builder.schema.kinds import FOLDERS, TABLES
from site_builder.structured_data.events import event_node
from site_builder.structured_data.graph import Graph, Node, compact, list_item, reference
from site_builder.structured_data.holidays import holiday_node
from site_builder.structured_data.people import organisation_node, person_node
from site_builder.structured_data.places import place_node
from site_builder.structured_data.texts import article_node, trip_node
from site_builder.ui_strings import load_strings
from site_builder.urls import home_path, record_path
from site_builder.views.page import PageFiles

__all__ = ["describe_pages"]

_NODES: dict[str, Callable[[Graph, Entry], Node | None]] = {
    "places": place_node,
    "people": person_node,
    "organisations": organisation_node,
    "events": event_node,
    "holidays": holiday_node,
    "stories": article_node,
    "guides": article_node,
    "routes": trip_node,
}
# `</script>` and `<!--` would end or change the element around the text; browsers of old take the
# two line separators for ends of lines.
_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def describe_pages(
    pages: Iterable[OutputPage], site: Site, files: PageFiles, today: dt.date
) -> Iterator[OutputPage]:
    """Yield the pages with their structured data.

    Args:
        pages: All pages of the site.
        site: The linked content.
        files: What pages load.
        today: The day that the pages speak of.
    """
    by_path = {page.path: page for page in pages}
    records = {
        record_path(language, kind, entry.id): entry
        for language in LANGUAGES
        for kind in _NODES
        for entry in site.all(kind)
    }
    for path, page in by_path.items():
        nodes = _nodes(Graph(site, page, files, today), by_path, records.get(path))
        yield replace(page, structured_data=_script_text(nodes))


def _script_text(nodes: Iterable[Node]) -> str:
    """Return a graph as the text of a `<script>`: nothing in it can end the element."""
    graph = {"@context": "https://schema.org", "@graph": [compact(node) for node in nodes]}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_ESCAPES)


def _nodes(graph: Graph, pages: Mapping[str, OutputPage], entry: Entry | None) -> Iterator[Node]:
    thing = _NODES[entry.kind.name](graph, entry) if entry else None
    crumbs = list(_breadcrumbs(graph, pages))
    page = _page_node(graph)
    if thing:
        page["mainEntity"] = reference(thing)
    else:
        page["description"] = graph.page.description
    if crumbs:
        page["breadcrumb"] = {"@id": f"{page['url']}#breadcrumbs"}
    yield page
    if graph.page.path in ("", home_path(graph.language)):
        yield _website_node(graph)
    if crumbs:
        yield {**page["breadcrumb"], "@type": "BreadcrumbList", "itemListElement": crumbs}
    if thing:
        yield thing


def _page_node(graph: Graph) -> Node:
    page = graph.page
    is_list = (page.kind in FOLDERS or page.kind in TABLES) and not page.source_file
    return {
        "@type": "CollectionPage" if is_list else "WebPage",
        "@id": graph.url(page.path),
        "url": graph.url(page.path),
        "name": page.title,
        "inLanguage": page.language if page.path else list(LANGUAGES),
        "isPartOf": {"@id": graph.url("#website")},
        "lastReviewed": page.updated,
    }


def _website_node(graph: Graph) -> Node:
    settings = graph.site.settings
    return {
        "@type": "WebSite",
        "@id": graph.url("#website"),
        "url": settings.url,
        "name": graph.text(settings.title),
        "alternateName": settings.title[graph.language.other],
        "description": graph.text(settings.description),
        "inLanguage": list(LANGUAGES),
        "license": settings.licence_url,
    }


def _breadcrumbs(graph: Graph, pages: Mapping[str, OutputPage]) -> Iterator[Node]:
    """Yield the way from the home page to a page; the home page itself has none."""
    home = home_path(graph.language)
    if graph.page.path in ("", home):
        return
    way = [graph.page]
    while way[0].section not in ("", home):
        way.insert(0, pages[way[0].section])
    steps = [(load_strings(graph.language)("nav.home"), home)]
    steps += [(step.title, step.path) for step in way]
    for number, (name, path) in enumerate(steps, start=1):
        yield list_item(number, name, graph.url(path))
