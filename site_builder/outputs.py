"""What the core hands to a site generator: pages and assets, known to no generator in particular."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from site_builder.languages import Language

__all__ = [
    "AssetBundle",
    "Heading",
    "OutputAsset",
    "OutputPage",
    "OutputSection",
    "bundle_assets",
    "sent_bytes",
]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the page, for the table of contents."""

    anchor: str
    """The `id` of the heading."""
    title: str
    """Plain text."""


@dataclass(frozen=True, slots=True)
class OutputSection:
    """A part of a page that the search finds by itself, such as an entry of the glossary."""

    anchor: str
    """Its `id` on the page."""
    title: str
    """What it is called, plain text."""
    text: str
    """What it says, plain text."""
    aliases: tuple[str, ...] = ()
    """Other names, as those of a page."""


@dataclass(frozen=True, slots=True)
class OutputPage:
    """A page whose body is ready HTML."""

    path: str
    """The URL below the site's root, ending in a slash: `kk/places/astrakhan/`."""
    language: Language
    """The language of the page."""
    title: str
    """The heading, plain text."""
    description: str
    """One or two sentences, plain text."""
    body: str
    """HTML, escaped and sanitised, with its own `<h1>`."""
    label: str = ""
    """What it is, in a few words, plain text; may be empty."""
    headings: tuple[Heading, ...] = ()
    """Headings of the second level, in order."""
    section: str = ""
    """The path of the list or home page that it belongs to; empty for top-level pages."""
    alternate: str = ""
    """The path of the same page in the other language."""
    source_file: str = ""
    """The content file to edit, below `content/`; empty for pages made from several."""
    kind: str = ""
    """The kind of the record, or the name of the page for the others."""
    aliases: tuple[str, ...] = ()
    """Other names in either language that readers may look for: searched, not shown."""
    when: str = ""
    """When it is or was, in words; empty where it has no time or nobody knows it."""
    first_day: str = ""
    """ISO form of the first day of that time, of a year or month its first; may be empty."""
    last_day: str = ""
    """ISO form of its last day; may be empty."""
    sections: tuple[OutputSection, ...] = ()
    """Parts that the search finds by themselves."""
    updated: str = ""
    """ISO date on which the content was last checked; empty where it is not known."""
    structured_data: str = ""
    """What the page is about as JSON-LD, escaped for a `<script type="application/ld+json">`."""


@dataclass(frozen=True, slots=True)
class OutputAsset:
    """A file that pages load or readers download."""

    path: str
    """The URL below the site's root, without a leading slash."""
    data: bytes
    """The content."""


@dataclass(frozen=True, slots=True)
class AssetBundle:
    """The files that pages load, in a folder whose name says what is in them.

    A page that a reader keeps offline asks for the very files that it was built with: those of
    another build lie in another folder.
    """

    folder: str
    """The path of the folder, without a slash at its end."""
    assets: tuple[OutputAsset, ...]
    """The files."""


def bundle_assets(folder: str, assets: Iterable[OutputAsset]) -> AssetBundle:
    """Put files into a subfolder of `folder` that is named by their names and bytes."""
    files = tuple(assets)
    digest = hashlib.sha256()
    for asset in sorted(files, key=lambda asset: asset.path):
        digest.update(f"{asset.path}\0{len(asset.data)}\0".encode() + asset.data)
    home = f"{folder}/{digest.hexdigest()[:12]}"
    return AssetBundle(home, tuple(replace(file, path=f"{home}/{file.path}") for file in files))


def sent_bytes(data: bytes) -> int:
    """Return the bytes that a host sends for a file: most of them compress what they send."""
    return len(gzip.compress(data, 6, mtime=0))
