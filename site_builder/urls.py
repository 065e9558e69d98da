"""The only place that knows the site's addresses.

A path is a URL below the site's root, without a leading slash; a page's path ends in a slash. Both
languages have the same tree: `kk/…` and `ru/…`.
"""

from __future__ import annotations

import posixpath

from site_builder.languages import Language

__all__ = [
    "ASSETS",
    "alternate_path",
    "home_path",
    "list_path",
    "map_script_path",
    "picture_path",
    "record_path",
    "relative_url",
    "share_image_path",
    "year_path",
]

ASSETS = "assets"


def home_path(language: Language) -> str:
    """Return the path of the home page."""
    return f"{language}/"


def list_path(language: Language, kind: str) -> str:
    """Return the path of the page that lists a kind, or holds a table."""
    return f"{language}/{kind}/"


def record_path(language: Language, kind: str, id_: str) -> str:
    """Return the path of a record's own page."""
    return f"{language}/{kind}/{id_}/"


def year_path(language: Language, year: int) -> str:
    """Return the path of the list of a year's events.

    It is no part of `events/`, because an event's id may be a year.
    """
    return f"{language}/archive/{year}/"


def alternate_path(path: str) -> str:
    """Return the path of the same page in the other language."""
    language, _, rest = path.partition("/")
    return f"{Language(language).other}/{rest}"


def map_script_path(name: str, language: Language) -> str:
    """Return the path of a map's script."""
    return f"{ASSETS}/maps/{name}-{language}.js"


def picture_path(file: str) -> str:
    """Return the path of a picture as the site shows it."""
    return f"{ASSETS}/pictures/{posixpath.splitext(file)[0]}.webp"


def share_image_path(language: Language) -> str:
    """Return the path of the picture that messengers show beside a link."""
    return f"{ASSETS}/share-{language}.png"


def relative_url(here: str, target: str) -> str:
    """Return the link from the page `here` to `target`, a path with or without `#anchor`."""
    path, hash_, anchor = target.partition("#")
    if path == here:
        return f"#{anchor}" if hash_ else "./"
    start, end = here.split("/")[:-1], path.split("/")
    common = 0
    for ours, theirs in zip(start, end[:-1], strict=False):
        if ours != theirs:
            break
        common += 1
    way = "../" * (len(start) - common) + "/".join(end[common:])
    return f"{way or './'}{hash_}{anchor}"
