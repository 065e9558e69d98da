"""The pilgrims' pack: which records it is about, which pages and files belong to it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from site_builder.languages import LANGUAGES
from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.schema.places import PlaceLayer
from site_builder.urls import (
    ASSETS,
    file_path,
    geo_collection_path,
    home_path,
    list_path,
    record_path,
    road_path,
)

__all__ = ["loaded_files", "pack_pages", "pack_records", "searched_files"]

# Icons of the home screen are the system's business: pages do not show them.
_LOADED = "[src], link[rel=stylesheet], link[rel=icon]"
# What a search loads is named by no page. The theme's part of it, and ours: the language, the indexes.
_SEARCHED_OF_THEME = ("workers/*.js", "lunr/min/lunr.stemmer.support.min.js")
_SEARCHED = re.compile(rf"{ASSETS}/javascripts/lunr/|\w+/search/")
_URL_IN_STYLE = re.compile(r'url\("([\w./-]+)"\)')


def pack_records(site: Site) -> dict[str, list[Entry]]:
    """Return the records that a pilgrim needs on the road, by kind.

    All routes and guides, the mausoleums and graves, and the places at which the routes stop.
    """
    routes = site.all("routes")
    stops = {stop.place for route in routes for stop in route.record.stops}
    wanted = {*site.settings.mausoleums, *stops}
    places = [
        place
        for place in site.all("places")
        if place.id in wanted or place.record.layer is PlaceLayer.MAUSOLEUMS
    ]
    return {"routes": routes, "places": places, "guides": site.all("guides")}


def pack_pages(site: Site, paths: Iterable[str]) -> Iterator[str]:
    """Yield the paths of the pages in the pack, and of the files to take along.

    Args:
        site: The linked content.
        paths: All that the site consists of: leaflets and the file with all places belong to the
            pack as far as they are there.
    """
    yield ""
    records = pack_records(site)
    for language in LANGUAGES:
        yield from (home_path(language), road_path(language))
        for kind, entries in records.items():
            yield list_path(language, kind)
            yield from (record_path(language, kind, entry.id) for entry in entries)
    for path in paths:
        if path.endswith("/leaflet/index.html"):
            yield path.removesuffix("index.html")
        elif path == geo_collection_path("gpx"):
            yield path


def loaded_files(site_dir: Path, pages: Iterable[str]) -> set[str]:
    """Return the paths of all files that finished pages load: styles, scripts, pictures.

    Args:
        site_dir: The folder of the finished site.
        pages: The paths of the pages.
    """
    found: set[str] = set()
    for page in pages:
        if (file := file_path(page)).endswith(".html"):
            found |= _files_of_page(site_dir, file)
    for style in [path for path in found if path.endswith(".css")]:
        text = (site_dir / style).read_text("utf-8")
        found |= {_resolve(style, link) for link in _URL_IN_STYLE.findall(text)}
    return found


def searched_files(site_dir: Path, paths: Iterable[str]) -> set[str]:
    """Return the paths of all files that a search in any of the languages loads.

    Args:
        site_dir: The folder of the finished site.
        paths: All that the site consists of, without the theme's files.
    """
    folder = site_dir / ASSETS / "javascripts"
    theirs = (file for pattern in _SEARCHED_OF_THEME for file in folder.glob(pattern))
    ours = (path for path in paths if _SEARCHED.match(path))
    return {*ours, *(file.relative_to(site_dir).as_posix() for file in theirs)}


def _files_of_page(site_dir: Path, file: str) -> set[str]:
    tree = LexborHTMLParser((site_dir / file).read_text("utf-8"))
    links = [
        link
        for node in tree.css(_LOADED)
        for name in ("href", "src")
        if (link := node.attributes.get(name))
    ]
    targets = {_resolve(file, link) for link in links if ":" not in link}
    return {target for target in targets if target.startswith(f"{ASSETS}/")}


def _resolve(file: str, link: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(link)))
