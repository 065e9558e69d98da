"""Texts to read and ways to go."""

from __future__ import annotations

from site_builder.loader import Entry
from site_builder.schema.parts import PageRecord
from site_builder.schema.routes import Route
from site_builder.schema.stories import Story
from site_builder.structured_data.graph import Graph, Node, list_item
from site_builder.structured_data.places import named_place

__all__ = ["article_node", "trip_node"]


def article_node(graph: Graph, entry: Entry) -> Node:
    """Return the node of a story or a guide."""
    record: PageRecord = entry.record
    node = graph.described(entry, "Article")
    node["headline"] = node.pop("name")
    node["image"] = graph.picture(entry) or graph.share_image
    node["inLanguage"] = graph.language
    if isinstance(record, Story):
        node["datePublished"] = record.published.isoformat()
    node["dateModified"] = graph.page.updated
    node["isPartOf"] = {"@id": graph.url("#website")}
    return node


def trip_node(graph: Graph, entry: Entry) -> Node:
    """Return the node of a route with its stops in order."""
    route: Route = entry.record
    stops = [graph.site.entry("places", stop.place) for stop in route.stops]
    places = [named_place(graph, stop) for stop in stops]
    node = graph.described(entry, "TouristTrip")
    node["itinerary"] = {
        "@type": "ItemList",
        "itemListElement": [
            list_item(number, place["name"], place["@id"])
            for number, place in enumerate(places, start=1)
        ],
    }
    return node
