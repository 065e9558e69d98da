"""The button "my position" of a map: what its script says, in the page's language."""

from __future__ import annotations

from branca.element import MacroElement
from folium.template import Template

from site_builder.geodesy import compass_point
from site_builder.ui_strings import Strings

__all__ = ["MyPosition"]

_WORDS = ("button", "found", "away", "near", "denied", "no_signal", "insecure")


class MyPosition(MacroElement):
    """A button that shows the visitor's place on the map, and the way to each place of the page."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        SiteMap.addPosition({{ this._parent.get_name() }}, {{ this.words | tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, strings: Strings) -> None:
        super().__init__()
        self._name = "MyPosition"
        self.words: dict[str, str | list[str]] = {
            **{word: strings(f"position.{word}") for word in _WORDS},
            "km": strings("unit.km"),
            "m": strings("unit.m"),
            "ways": [strings(f"distance.towards.{compass_point(45 * n)}") for n in range(8)],
        }
