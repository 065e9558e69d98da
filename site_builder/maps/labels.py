"""Names to show on the base layer. Rivers are named in its own file, since they are lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from site_builder.languages import country_name
from site_builder.schema.site import Country
from site_builder.ui_strings import Strings

__all__ = ["base_labels"]

_PLACES = Path(__file__).parent.parent / "basemap" / "places.geojson"
_COUNTRIES = {
    # Along the border, so that the name of each stands on its own side of it.
    Country.RU: ((46.75, 47.5), (47.6, 46.6), (46.68, 48.15), (45.5, 46.6)),
    Country.KZ: (
        (47.0, 49.8),
        (47.7, 49.6),
        (46.8, 49.2),
        (48.5, 48.3),
        (46.9, 51.0),
        (44.3, 51.9),
    ),
}
_SEA = ((45.5, 49.4), (44.9, 49.6), (46.1, 50.6), (43.9, 49.4))
# The map shows a place's name from this zoom level on.
_ZOOMS = {"city": 0, "town": 8, "village": 9}


def base_labels(strings: Strings) -> Iterator[dict[str, Any]]:
    """Yield the names, those to keep where there is no room for all first.

    Args:
        strings: The words of the map's language.

    Yields:
        `text`; `kind`: `country`, `sea`, `city`, `town` or `village`; `at`: where it may stand, as
        pairs of latitude and longitude, the best first; `zoom`: the smallest zoom level to show it
        at; `id`: the id of a place.
    """
    for country, points in _COUNTRIES.items():
        name = country_name(strings.language, country).upper()
        yield {"text": name, "kind": "country", "at": points, "zoom": 0}
    yield {"text": strings("map.sea"), "kind": "sea", "at": _SEA, "zoom": 0}
    places = json.loads(_PLACES.read_text("utf-8"))["features"]
    for place in sorted(places, key=lambda place: _ZOOMS[place["properties"]["kind"]]):
        said = place["properties"]
        longitude, latitude = place["geometry"]["coordinates"]
        yield {
            "text": said[strings.language] or said["ru"],
            "kind": said["kind"],
            "at": ((latitude, longitude),),
            "zoom": _ZOOMS[said["kind"]],
            "id": said["id"],
        }
