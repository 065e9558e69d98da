"""Names to show on the base layer. Rivers are named in its own file, since they are lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from site_builder.languages import country_name
from site_builder.map_drawing.basemap import read_towns
from site_builder.schema.site import Country
from site_builder.ui_strings import Strings

__all__ = ["base_labels"]

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
        (46.69, 49.12),
        (46.47, 49.17),
    ),
}
_SEA = ((45.5, 49.4), (44.9, 49.6), (46.1, 50.6), (43.9, 49.4))
# By the rank of a town: the map shows its name from this zoom level on.
_ZOOMS = (0, 8, 9)
_KINDS = ("city", "town", "village")


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
    for town in read_towns():
        yield {
            "text": town.names[strings.language],
            "kind": _KINDS[town.rank],
            "at": ((town.lat, town.lon),),
            "zoom": _ZOOMS[town.rank],
            "id": town.id,
        }
