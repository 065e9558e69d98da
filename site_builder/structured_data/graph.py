"""What the nodes of a page's graph are made with: addresses, names, dates that nobody disputes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from site_builder.languages import Language
from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.outputs import OutputPage
from site_builder.schema.base import Text
from site_builder.schema.parts import Confidence, DateClaim
from site_builder.urls import record_path, share_image_path
from site_builder.views.page import PageFiles, iso_date
from site_builder.views.records import latin_name

__all__ = ["Graph", "Node", "certain_date", "compact", "list_item", "reference"]

Node = dict[str, Any]
"""A thing with its `@type` and properties, or a reference with its `@id` only."""

_FRAGMENTS = {
    "places": "place",
    "people": "person",
    "organisations": "organisation",
    "events": "event",
    "holidays": "holiday",
    "stories": "article",
    "guides": "article",
    "routes": "trip",
}


@dataclass(frozen=True, slots=True)
class Graph:
    """The graph of one page, while its nodes are made."""

    site: Site
    """The linked content."""
    page: OutputPage
    """The page, without its structured data."""
    files: PageFiles
    """What pages load."""
    today: dt.date
    """The day that the build speaks of."""

    @property
    def language(self) -> Language:
        """The page's language."""
        return self.page.language

    def url(self, path: str) -> str:
        """Return the full address of a path."""
        return f"{self.site.settings.url}{path}"

    def text(self, text: Text | None) -> str:
        """Return a text in the page's language, or nothing."""
        return text[self.language] if text else ""

    @property
    def share_image(self) -> str:
        """The address of the picture that stands for the page."""
        return self.url(share_image_path(self.page.path))

    def picture(self, entry: Entry) -> str:
        """Return the address of a record's first picture; nothing where it has none."""
        media = entry.record.media
        return self.url(self.files.pictures[media[0]].common.sizes[-1].path) if media else ""

    def named(self, entry: Entry, type_: str | list[str]) -> Node:
        """Return the node of a record as other pages name it: what it is, its name, its page."""
        address = self.url(record_path(self.language, entry.kind.name, entry.id))
        return {
            "@type": type_,
            "@id": f"{address}#{_FRAGMENTS[entry.kind.name]}",
            "name": self.text(entry.record.title),
            "url": address,
        }

    def described(self, entry: Entry, type_: str | list[str]) -> Node:
        """Return the node of a record as its own page begins it: with its other names."""
        node = self.named(entry, type_)
        names = (entry.record.title[self.language.other], latin_name(entry))
        node["alternateName"] = [
            name for name in dict.fromkeys(names) if name not in ("", node["name"])
        ]
        node["description"] = self.text(entry.record.summary)
        return node


def compact(node: Node) -> Node:
    """Return a node without the properties that are not known; a list of one is that one."""
    known = {name: value for name, value in node.items() if value not in (None, "", [])}
    return {
        name: value[0] if isinstance(value, list) and len(value) == 1 else value
        for name, value in known.items()
    }


def reference(node: Node) -> Node:
    """Return what stands for a node that is described elsewhere."""
    return {"@id": node["@id"]}


def list_item(position: int, name: str, id_: str) -> Node:
    """Return a step of a list: the page or the thing that it stands for is described elsewhere."""
    return {"@type": "ListItem", "position": position, "name": name, "item": {"@id": id_}}


def certain_date(claim: DateClaim | None) -> str:
    """Return a date as exact as it is known; nothing where the sources are weak or disagree."""
    if claim is None or claim.variants or claim.value.circa or claim.confidence is Confidence.LOW:
        return ""
    return iso_date(claim.value)
