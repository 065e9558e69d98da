"""Builds the scripts of the maps with Folium.

Folium's own page loads ten files from four hosts and runs text of popups as JavaScript. Here a map
is a script file that holds no content at all: it reads the points from the page's own elements
(`data-lat`, `data-lon` …), so that the text is escaped once, by the page's template, and the map
shows just what a reader without JavaScript finds in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from markupsafe import Markup

from site_builder.languages import LANGUAGES
from site_builder.maps.base_layer import packed_base_layer
from site_builder.maps.elements import (
    BaseLayer,
    DetailLayer,
    Labels,
    PagePoints,
    Part,
    SlimMap,
    map_body,
)
from site_builder.maps.labels import base_labels
from site_builder.maps.position import MyPosition
from site_builder.outputs import OutputAsset
from site_builder.schema.places import LAYERS
from site_builder.schema.site import SiteSettings
from site_builder.ui_strings import Strings, load_strings
from site_builder.urls import map_script_name

__all__ = ["MAPS", "map_assets"]

MAPS: dict[str, dict[str, tuple[str, ...]]] = {
    "overview": {"addFilters": ("map.on_map", "map.pins"), "addLinks": ()},
    "place": {},
    "route": {"addStops": ()},
}
"""The kinds of maps: what each can do beyond the others, and the words that it takes."""

# Astrakhan and the delta, in degrees; each map zooms to its own points when it has read them.
_VIEW: dict[str, Any] = {"location": (46.4, 48.4), "zoom_start": 8, "min_zoom": 5, "max_zoom": 14}
_LINK = Markup('<a href="{}" rel="noopener">{}</a>')
_WORDS = (
    "map.open",
    "map.zoom_in",
    "map.zoom_out",
    "map.close",
    "map.show_all",
    "map.fullscreen",
)


def map_assets(settings: SiteSettings) -> Iterator[OutputAsset]:
    """Yield the scripts of all maps, and the base layer, by their paths in the bundle."""
    yield packed_base_layer()
    for name in MAPS:
        for language in LANGUAGES:
            script = _script(name, settings, load_strings(language))
            yield OutputAsset(f"maps/{map_script_name(name, language)}.js", script.encode())


def _script(name: str, settings: SiteSettings, strings: Strings) -> str:
    """Return the script of a kind of map in a language."""
    body = map_body(f"{name}-{strings.language}", lambda: _map(name, settings, strings))
    return f"SiteMap.define(function (element, basemap) {{\n{body}\n}});\n"


def _map(name: str, settings: SiteSettings, strings: Strings) -> SlimMap:
    """Return a map with its parts, the undermost first."""
    slim = SlimMap(_words(name, strings), **_VIEW)
    BaseLayer(_credits(strings)).add_to(slim)
    if settings.tiles:
        tiles = settings.tiles
        credit = _LINK.format(tiles.credit_url, tiles.credit[strings.language])
        DetailLayer(tiles.url, credit, tiles.max_zoom).add_to(slim)
    PagePoints(LAYERS).add_to(slim)
    Labels([*base_labels(strings)]).add_to(slim)
    for function in MAPS[name]:
        Part(function).add_to(slim)
    MyPosition(strings).add_to(slim)
    return slim


def _words(name: str, strings: Strings) -> dict[str, str]:
    """Return the words that a map's own buttons and popups say."""
    words = {key.removeprefix("map."): strings(key) for key in chain(_WORDS, *MAPS[name].values())}
    for unit in ("km", "m"):
        words[unit] = strings(f"unit.{unit}")
    return words


def _credits(strings: Strings) -> list[Markup]:
    return [
        _LINK.format("https://www.openstreetmap.org/copyright", strings("map.credit")),
        _LINK.format("https://www.naturalearthdata.com/", "Natural Earth"),
        _LINK.format("https://www.geonames.org/", "GeoNames"),
    ]
