"""People and organisations."""

from __future__ import annotations

from site_builder.loader import Entry
from site_builder.schema.organisations import Organisation
from site_builder.schema.people import Person, PersonKind
from site_builder.structured_data.graph import Graph, Node, certain_date
from site_builder.structured_data.places import postal_address

__all__ = ["named_organisation", "organisation_node", "person_node"]


def person_node(graph: Graph, entry: Entry) -> Node:
    """Return the node of a person: of the living the post and no more than their page says."""
    person: Person = entry.record
    node = graph.described(entry, "Person")
    node["image"] = graph.picture(entry)
    if person.kind is PersonKind.PUBLIC:
        node["jobTitle"] = graph.text(person.role)
    else:
        node["hasOccupation"] = {"@type": "Occupation", "name": graph.text(person.role)}
    node["birthDate"] = certain_date(person.born)
    node["deathDate"] = certain_date(person.died)
    if person.birthplace:
        node["birthPlace"] = {"@type": "Place", "name": graph.text(person.birthplace)}
    return node


def organisation_node(graph: Graph, entry: Entry) -> Node:
    """Return the node of an organisation on its own page."""
    organisation: Organisation = entry.record
    node = graph.described(entry, _type(graph, entry))
    node["image"] = graph.picture(entry)
    node["address"] = graph.text(organisation.address)
    if organisation.place:
        place = graph.site.entry("places", organisation.place)
        node["address"] = postal_address(graph, place, organisation.address)
    node["telephone"] = organisation.phone
    node["email"] = organisation.email
    node["sameAs"] = organisation.website
    node["foundingDate"] = certain_date(organisation.founded)
    return node


def named_organisation(graph: Graph, entry: Entry) -> Node:
    """Return the node of an organisation on the pages of others."""
    return graph.named(entry, _type(graph, entry))


def _type(graph: Graph, entry: Entry) -> str:
    return "NGO" if entry.id == graph.site.settings.society else "Organization"
