"""What a file with points says, whatever its format: all places, one place or a route."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from site_builder.formatting import format_day
from site_builder.languages import LANGUAGES, Language
from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.schema.parts import Point
from site_builder.schema.places import Place, PlaceLayer
from site_builder.schema.routes import Route
from site_builder.schema.sources import Source
from site_builder.ui_strings import Strings, load_strings
from site_builder.urls import list_path, record_path
from site_builder.views.points import point_name, precision_words

__all__ = [
    "Bilingual",
    "Folder",
    "GeoDocument",
    "Waypoint",
    "all_places_document",
    "place_document",
    "route_document",
]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same in both languages; plain text, not escaped."""

    kk: str
    """Қазақша"""
    ru: str
    """По-русски"""

    def __getitem__(self, language: Language) -> str:
        """Return the words in `language`."""
        return self.kk if language is Language.KK else self.ru

    def joined(self, separator: str = " · ") -> str:
        """Return both one after the other, once if they are the same."""
        return separator.join(dict.fromkeys((self.kk, self.ru)))


@dataclass(frozen=True, slots=True)
class Waypoint:
    """A place with a point."""

    id: str
    """The place's id."""
    place: Place
    """Its record."""
    point: Point
    """Where it is."""
    title: Bilingual
    """Its name; with the radius of its area, so that nobody takes the middle for a door."""
    layer: Bilingual
    """The layer of the map that it lies on."""
    precision: Bilingual
    """How exact the point is, and what it marks."""
    notes: Bilingual
    """What it is, how exact the point is and who gives it; several lines."""
    address: Bilingual
    """Its pages."""
    sources: tuple[str, ...]
    """Who gives the point."""


@dataclass(frozen=True, slots=True)
class Folder:
    """Places that are shown together."""

    title: Bilingual
    """What they are."""
    waypoints: tuple[Waypoint, ...]
    """The places, each once."""


@dataclass(frozen=True, slots=True)
class GeoDocument:
    """A file."""

    id: str
    """The id of the place or route; `places` for all places."""
    title: Bilingual
    """What it shows."""
    notes: Bilingual
    """What to know before using it; may be empty."""
    address: Bilingual
    """The pages that say the same."""
    folders: tuple[Folder, ...]
    """The places; at least one."""
    way: tuple[Waypoint, ...]
    """The stops of a route in order, those with a point; empty for places."""

    @property
    def waypoints(self) -> Iterator[Waypoint]:
        """All places, each once."""
        for folder in self.folders:
            yield from folder.waypoints


def all_places_document(site: Site) -> GeoDocument | None:
    """Return the file of all places; None if no place has a point."""
    entries = site.all("places")
    folders = tuple(_layer_folders(site, entries))
    if not folders:
        return None
    return GeoDocument(
        "places",
        _said(lambda t: t("geo.all", site=site.settings.title[t.language])),
        _said(lambda t: _without_point(t, entries)),
        _said(lambda t: f"{site.settings.url}{list_path(t.language, 'places')}"),
        folders,
        (),
    )


def place_document(site: Site, entry: Entry) -> GeoDocument | None:
    """Return the file of one place; None if no source gives its point."""
    folders = tuple(_layer_folders(site, [entry]))
    if not folders:
        return None
    return GeoDocument(entry.id, _title(entry), _summary(entry), _address(site, entry), folders, ())


def route_document(site: Site, entry: Entry) -> GeoDocument | None:
    """Return the file of a route; None if none of its stops has a point."""
    route: Route = entry.record
    stops = [site.entry("places", stop.place) for stop in route.stops]
    way = tuple(_waypoint(site, stop) for stop in stops if stop.record.point)
    if not way:
        return None

    def notes(strings: Strings) -> str:
        words = (route.summary[strings.language], strings("geo.straight"))
        return _lines(*words, _without_point(strings, stops))

    once = tuple({waypoint.id: waypoint for waypoint in way}.values())
    return GeoDocument(
        entry.id,
        _title(entry),
        _said(notes),
        _address(site, entry),
        (Folder(_said(lambda t: t("route.stops")), once),),
        way,
    )


def _layer_folders(site: Site, entries: Sequence[Entry]) -> Iterator[Folder]:
    for layer in PlaceLayer:
        members = [
            _waypoint(site, entry)
            for entry in entries
            if entry.record.layer is layer and entry.record.point
        ]
        if members:
            yield Folder(_layer_title(layer), tuple(members))


def _layer_title(layer: PlaceLayer) -> Bilingual:
    return _said(lambda t: t(f"place.layers.{layer}"))


def _waypoint(site: Site, entry: Entry) -> Waypoint:
    place: Place = entry.record
    point = place.point
    if point is None:
        message = f"{entry.id} has no point"
        raise ValueError(message)
    sources = tuple(_source_line(site.entry("sources", id_).record) for id_ in point.sources)

    def notes(strings: Strings) -> str:
        checked = strings("point.checked", date=format_day(strings, point.checked))
        kind = strings(f"place.kind.{place.kind}")
        return _lines(
            " · ".join((kind, precision_words(strings, point), checked)),
            place.location_note[strings.language] if place.location_note else "",
            strings("geo.source", sources="; ".join(sources)),
        )

    return Waypoint(
        entry.id,
        place,
        point,
        _said(lambda t: point_name(t, point, place.title[t.language])),
        _layer_title(place.layer),
        _said(lambda t: precision_words(t, point)),
        _said(notes),
        _address(site, entry),
        sources,
    )


def _without_point(strings: Strings, entries: Iterable[Entry]) -> str:
    names = [entry.record.title[strings.language] for entry in entries if not entry.record.point]
    return strings("geo.without_point", places=", ".join(names)) if names else ""


def _source_line(source: Source) -> str:
    line = f"{source.title} — {source.publisher}"
    return f"{line}, {source.url}" if source.url else line


def _title(entry: Entry) -> Bilingual:
    return Bilingual(entry.record.title.kk, entry.record.title.ru)


def _summary(entry: Entry) -> Bilingual:
    return Bilingual(entry.record.summary.kk, entry.record.summary.ru)


def _address(site: Site, entry: Entry) -> Bilingual:
    return _said(
        lambda t: f"{site.settings.url}{record_path(t.language, entry.kind.name, entry.id)}"
    )


def _said(words: Callable[[Strings], str]) -> Bilingual:
    kk, ru = (words(load_strings(language)) for language in LANGUAGES)
    return Bilingual(kk, ru)


def _lines(*lines: str) -> str:
    return "\n".join(filter(None, lines))
