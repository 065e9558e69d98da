"""Builds the scripts of the maps with Folium, without its stock page.

Folium's own page loads ten files from four hosts and runs text of popups as JavaScript. Here a map
is a script file that holds no content at all: it reads the points from the page's own elements
(`data-lat`, `data-lon` …), so that the text is escaped once, by the page's template, and the map
shows just what a reader without JavaScript finds in words.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import folium
from branca.element import Element, MacroElement
from folium.template import Template

from site_builder.languages import LANGUAGES
from site_builder.maps.position import MyPosition
from site_builder.outputs import OutputAsset
from site_builder.ui_strings import Strings, load_strings
from site_builder.urls import BASEMAP, map_script_name

__all__ = ["MAPS", "basemap_data", "map_assets"]

MAPS: dict[str, dict[str, Any]] = {
    # Astrakhan and the delta; each map zooms to its own points when they are known.
    "overview": {"location": (46.4, 48.4), "zoom_start": 8},
    "place": {"location": (46.4, 48.4), "zoom_start": 9},
    "route": {"location": (46.4, 48.4), "zoom_start": 9},
}
"""The kinds of maps and where they look first, in degrees and zoom levels."""

_ID_MAKER = "_generate_id"
_BASEMAP = Path(__file__).parent.parent / "basemap" / "basemap.geojson"


class SlimMap(folium.Map):
    """A Leaflet map in an element of the page, without Folium's page, styles and libraries."""

    # Assigned on the subclass: Folium changes these lists of a class in place.
    default_js: list[tuple[str, str]] = []  # noqa: RUF012
    default_css: list[tuple[str, str]] = []  # noqa: RUF012
    _template = Template(
        """
        {% macro html(this, kwargs) %}{% endmacro %}
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.map(element, {
            center: {{ this.location | tojson }},
            ...{{ this.options | tojavascript }}
        });
        {% endmacro %}
        """
    )


class BaseLayer(MacroElement):
    """Land, water, rivers and borders from the site's own GeoJSON file."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        SiteMap.addBaseLayer({{ this._parent.get_name() }}, basemap);
        {% endmacro %}
        """
    )


class PagePoints(MacroElement):
    """Buttons, and a pin or an area for every element of the page with coordinates."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        SiteMap.addControls({{ this._parent.get_name() }}, {{ this.words | tojson }});
        SiteMap.addPagePoints({{ this._parent.get_name() }}, {{ this.words | tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__()
        self._name = "PagePoints"
        self.words = words


@contextmanager
def _seeded_ids(seed: str) -> Iterator[None]:
    """Give Folium's elements ids that are the same in every build (branca 0.8.2 draws them)."""
    numbers = itertools.count()
    drawn = Element.__dict__[_ID_MAKER]

    def generate(_cls: type[Element]) -> str:
        text = f"{seed}/{next(numbers)}"
        return hashlib.blake2s(text.encode(), digest_size=5).hexdigest()

    setattr(Element, _ID_MAKER, classmethod(generate))
    try:
        yield
    finally:
        setattr(Element, _ID_MAKER, drawn)


def _script(name: str, strings: Strings) -> str:
    """Return the script of a kind of map in a language."""
    with _seeded_ids(f"{name}-{strings.language}"):
        slim = SlimMap(
            **MAPS[name], tiles=None, zoom_control=False, attributionControl=False, max_zoom=14
        )
        words = ("map.open", "map.zoom_in", "map.zoom_out", "map.close", "map.credit")
        BaseLayer().add_to(slim)
        PagePoints({key.removeprefix("map."): strings(key) for key in words}).add_to(slim)
        MyPosition(strings).add_to(slim)
        figure: Any = slim.get_root()
        for child in figure._children.values():  # noqa: SLF001  Folium's way to render a part
            child.render()
        body = "\n".join(
            line.strip() for line in figure.script.render().splitlines() if line.strip()
        )
    return f"SiteMap.define(function (element, basemap) {{\n{body}\n}});\n"


def basemap_data() -> OutputAsset:
    """Return the base layer for those who want to use it themselves."""
    return OutputAsset(BASEMAP, _BASEMAP.read_bytes())


def map_assets() -> Iterator[OutputAsset]:
    """Yield the scripts of all maps, and the base layer, by their paths in the bundle."""
    yield OutputAsset("maps/basemap.geojson", _BASEMAP.read_bytes())
    for name in MAPS:
        for language in LANGUAGES:
            script = _script(name, load_strings(language))
            yield OutputAsset(map_script_name(name, language), script.encode())
