"""Places, and where other things are."""

from __future__ import annotations

from site_builder.languages import country_name
from site_builder.loader import Entry
from site_builder.schema.base import Text
from site_builder.schema.parts import Point
from site_builder.schema.places import Place, PlaceKind
from site_builder.schema.site import Country
from site_builder.structured_data.graph import Graph, Node, compact

__all__ = ["country_node", "named_place", "place_node", "postal_address"]

_SIGHT = ["LandmarksOrHistoricalBuildings", "TouristAttraction"]
_TYPES: dict[PlaceKind, str | list[str]] = {
    PlaceKind.MAUSOLEUM: _SIGHT,
    PlaceKind.GRAVE: _SIGHT,
    PlaceKind.MONUMENT: _SIGHT,
    PlaceKind.MUSEUM: "Museum",
    PlaceKind.CENTRE: "CivicStructure",
    PlaceKind.MOSQUE: "Mosque",
    PlaceKind.VENUE: "EventVenue",
    PlaceKind.CONSULATE: "GovernmentBuilding",
    PlaceKind.DISTRICT: "AdministrativeArea",
    PlaceKind.VILLAGE: "Place",
    PlaceKind.TOWN: "City",
    PlaceKind.BORDER: "Place",
}
_SETTLEMENTS = (PlaceKind.VILLAGE, PlaceKind.TOWN)


def place_node(graph: Graph, entry: Entry) -> Node:
    """Return the node of a place on its own page."""
    place: Place = entry.record
    node = graph.described(entry, _TYPES[place.kind])
    node["image"] = graph.picture(entry)
    node["address"] = postal_address(graph, entry, place.address)
    node["telephone"] = place.phone
    node["sameAs"] = place.website
    if place.point:
        node["geo"] = _geo(place.point)
        node["hasMap"] = f"{node['url']}#map"
    if place.part_of:
        node["containedInPlace"] = named_place(graph, graph.site.entry("places", place.part_of))
    return node


def named_place(graph: Graph, entry: Entry) -> Node:
    """Return the node of a place on the pages of others."""
    return graph.named(entry, _TYPES[entry.record.kind])


def postal_address(graph: Graph, entry: Entry, street: Text | None) -> Node:
    """Return the address of a place, or of something at another house of it."""
    region = graph.site.settings.regions[entry.record.region]
    towns = (near for near in graph.site.surroundings(entry.id) if near.record.kind in _SETTLEMENTS)
    town = next(towns, None)
    return compact(
        {
            "@type": "PostalAddress",
            "streetAddress": graph.text(street),
            "addressLocality": graph.text(town.record.title) if town else "",
            "addressRegion": graph.text(region.title),
            "addressCountry": region.country,
        }
    )


def _geo(point: Point) -> Node:
    middle = {"@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon}
    if point.radius_m is None:
        return middle
    return {"@type": "GeoCircle", "geoMidpoint": middle, "geoRadius": point.radius_m}


def country_node(graph: Graph, country: Country) -> Node:
    """Return the node of a country."""
    return {
        "@type": "Country",
        "name": country_name(graph.language, country),
        "address": {"@type": "PostalAddress", "addressCountry": country},
    }
