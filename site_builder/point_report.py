"""Lists every point of the content with links to maps, for those who check where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from site_builder.geodesy import decimal_degrees, distance_km
from site_builder.languages import Language
from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.map_addresses import MapApp, point_addresses
from site_builder.reports import EditorLanguage
from site_builder.schema.parts import Point
from site_builder.schema.places import Place
from site_builder.ui_strings import editor_text

__all__ = ["format_points"]

_WIDTH = 100
_INDENT = "    "
_MAPS = (MapApp.OPENSTREETMAP, MapApp.YANDEX, MapApp.GOOGLE)


def format_points(site: Site, language: EditorLanguage) -> str:
    """Return all places with their points, then those without and why; 100 columns wide."""
    report = _PointReport(site, language)
    return "\n".join(report.lines())


class _PointReport:
    def __init__(self, site: Site, language: EditorLanguage) -> None:
        self._site = site
        self._language = language

    def lines(self) -> Iterator[str]:
        places = self._site.all("places")
        known = [(entry, entry.record.point) for entry in places if entry.record.point]
        unknown = [entry for entry in places if not entry.record.point]
        yield self._word("with-point", count=len(known))
        for entry, point in known:
            yield from self._name(entry)
            yield from self._point(entry, point)
        yield ""
        yield self._word("without-point", count=len(unknown))
        for entry in unknown:
            yield from self._name(entry)
            yield from _indented(self._reason(entry.record))

    def _word(self, code: str, **values: object) -> str:
        return editor_text("points", code, self._language, **values)

    def _name(self, entry: Entry) -> Iterator[str]:
        title = entry.record.title
        yield ""
        yield from _indented(f"{entry.id}: {title.kk} / {title.ru}", first="")

    def _point(self, entry: Entry, point: Point) -> Iterator[str]:
        radius = point.radius_km
        precision = (
            self._word("approximate", radius=f"{radius:g}") if radius else self._word("exact")
        )
        if point.describes:
            precision = f"{precision}: {point.describes[self._content_language]}"
        yield from _indented(f"{', '.join(decimal_degrees(point))} · {precision}")
        facts = [
            *self._distance(entry, point),
            self._word("checked", day=point.checked),
            self._word("sources", ids=", ".join(point.sources)),
        ]
        yield from _indented(" · ".join(facts))
        addresses = point_addresses(point, entry.record.title[self._content_language])
        for app in _MAPS:
            yield f"{_INDENT}{addresses[app]}"

    def _distance(self, entry: Entry, point: Point) -> Iterator[str]:
        origin = self._site.origin
        if origin and origin is not entry:
            distance = f"{distance_km(origin.record.point, point):.0f}"
            place = origin.record.title[self._content_language]
            yield self._word("distance", place=place, distance=distance)

    def _reason(self, place: Place) -> str:
        note = place.location_note
        return note[self._content_language] if note else self._word("no-reason")

    @property
    def _content_language(self) -> Language:
        """The content has no English."""
        return Language.KK if self._language is EditorLanguage.KK else Language.RU


def _indented(text: str, first: str = _INDENT) -> list[str]:
    return wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=_INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
