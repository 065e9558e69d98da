"""Maps and their parts as Folium's elements, without its stock page, styles and libraries.

`folium.Popup`, `folium.Tooltip` and `folium.Icon` are not used: they run `${…}` of a text as
JavaScript, or load jQuery and Bootstrap from other hosts.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import folium
from branca.element import Element, MacroElement
from folium.template import Template
from markupsafe import Markup

from site_builder.schema.places import PlaceKind, PlaceLayer

__all__ = ["BaseLayer", "DetailLayer", "Labels", "PagePoints", "Part", "SlimMap", "map_body"]

_ID_MAKER = "_generate_id"
# A transparent picture of one pixel: where a tile fails, the base layer is seen through it.
_NO_TILE = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"


class SlimMap(folium.Map):
    """A Leaflet map in an element of the page."""

    # Assigned on the subclass: Folium changes these lists of a class in place.
    default_js: list[tuple[str, str]] = []  # noqa: RUF012
    default_css: list[tuple[str, str]] = []  # noqa: RUF012
    _template = Template(
        """
        {% macro html(this, kwargs) %}{% endmacro %}
        {% macro script(this, kwargs) %}
        var words = {{ this.words | tojson }};
        var {{ this.get_name() }} = L.map(element, SiteMap.options({
            center: {{ this.location | tojson }},
            ...{{ this.options | tojavascript }}
        }));
        SiteMap.addControls({{ this.get_name() }}, words);
        {% endmacro %}
        """
    )

    def __init__(self, words: Mapping[str, str], **options: Any) -> None:
        super().__init__(tiles=None, zoom_control=False, **options)
        self.words = dict(words)


class BaseLayer(MacroElement):
    """Land, water, rivers and borders from the site's own GeoJSON file."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        SiteMap.addBaseLayer({{ this._parent.get_name() }}, basemap, {{ this.credits | tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, credits_: Sequence[Markup]) -> None:
        super().__init__()
        self._name = "BaseLayer"
        self.credits = list(credits_)


class DetailLayer(folium.TileLayer):
    """Pictures from a tile server, which nothing asks for until the visitor does."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        SiteMap.addDetail({{ this._parent.get_name() }}, L.tileLayer(
            {{ this.tiles | tojson }},
            {{ this.options | tojavascript }}
        ));
        {% endmacro %}
        """
    )

    def __init__(self, url: str, credit: Markup, max_zoom: int) -> None:
        super().__init__(
            url,
            attr=credit,
            max_zoom=max_zoom,
            show=False,
            # Servers refuse pages that do not say which site they belong to.
            referrer_policy="strict-origin-when-cross-origin",
            error_tile_url=_NO_TILE,
        )


class PagePoints(MacroElement):
    """A pin or an area for every element of the page with coordinates."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        SiteMap.addPagePoints({{ this._parent.get_name() }}, {{ this.layers | tojson }}, words);
        {% endmacro %}
        """
    )

    def __init__(self, layers: Mapping[PlaceKind, PlaceLayer]) -> None:
        super().__init__()
        self._name = "PagePoints"
        self.layers = dict(layers)


class Part(MacroElement):
    """A part that is all in the page's scripts: filters, links into the map, the line of a route."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        SiteMap.{{ this.function }}({{ this._parent.get_name() }}, words);
        {% endmacro %}
        """
    )

    def __init__(self, function: str) -> None:
        super().__init__()
        self._name = "Part"
        self.function = function


class Labels(MacroElement):
    """Names of towns, rivers, countries and the sea."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        SiteMap.addLabels({{ this._parent.get_name() }}, basemap, {{ this.labels | tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, labels: Sequence[Mapping[str, Any]]) -> None:
        super().__init__()
        self._name = "Labels"
        self.labels = list(labels)


def map_body(seed: str, make: Any) -> str:
    """Return the script of a map.

    Args:
        seed: What the ids of its elements are made from, so that they are the same in every build.
        make: Returns the map with its parts.
    """
    with _seeded_ids(seed):
        figure: Any = make().get_root()
        for child in figure._children.values():  # noqa: SLF001  Folium's way to render a part
            child.render()
        lines = figure.script.render().splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


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
