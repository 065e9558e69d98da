"""Rules over the whole site: what a record alone cannot know about itself."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.linker import Site
from site_builder.loader import Content, Entry
from site_builder.problems import Problem, Severity
from site_builder.schema.media import Medium
from site_builder.schema.parts import PageRecord
from site_builder.schema.people import Person
from site_builder.schema.places import Place
from site_builder.schema.site import Region
from site_builder.spelling import guess

__all__ = ["PICTURE_SUFFIXES", "RESERVED_ANCHORS", "check_rules"]

PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".avif")
"""Endings of picture files; SVG is refused, it can carry scripts."""

RESERVED_ANCHORS = frozenset(
    [
        "map",
        "facts",
        "getting-there",
        "visiting",
        "works",
        "people",
        "leaders",
        "dates",
        "customs",
        "greetings",
        "stops",
        "pictures",
        "related",
        "sources",
    ]
)
"""Anchors that the templates use themselves."""


def check_rules(content: Content, site: Site) -> Iterator[Problem]:
    """Yield every breach of a rule over the whole site."""
    for entries in site.entries.values():
        for entry in entries.values():
            record = entry.record
            if isinstance(record, PageRecord):
                yield from _check_sections(entry, record)
            if isinstance(record, Place):
                yield from _check_point(entry, record, site)
            elif isinstance(record, Person):
                yield from _check_life(entry, record)
            elif isinstance(record, Medium):
                yield from _check_picture(entry, record, content)
    yield from _check_unused_pictures(content, site)


def _check_sections(entry: Entry, record: PageRecord) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, section in enumerate(record.sections):
        loc = ("sections", index, "id")
        if section.id in seen:
            yield entry.problem("duplicate-section", loc, value=section.id)
        elif section.id in RESERVED_ANCHORS or section.id.startswith("source-"):
            yield entry.problem("reserved-section", loc, value=section.id)
        seen.add(section.id)


def _inside(region: Region, lat: float, lon: float) -> bool:
    return region.south <= lat <= region.north and region.west <= lon <= region.east


def _check_point(entry: Entry, place: Place, site: Site) -> Iterator[Problem]:
    region = site.settings.regions.get(place.region)
    if region is None:
        nearest = guess(place.region, site.settings.regions)
        yield entry.problem("unknown-region", ("region",), nearest, value=place.region)
        return
    point = place.point
    if point is None or _inside(region, point.lat, point.lon):
        return
    swapped = _inside(region, point.lon, point.lat)
    yield entry.problem(
        "coordinates-swapped" if swapped else "point-outside-region",
        ("point", "lat"),
        lat=str(point.lat),
        lon=str(point.lon),
        region=place.region,
    )


def _check_life(entry: Entry, person: Person) -> Iterator[Problem]:
    if person.born and person.died and person.died.value.last < person.born.value.first:
        yield entry.problem("died-before-born", ("died", "value"))


def _check_picture(entry: Entry, medium: Medium, content: Content) -> Iterator[Problem]:
    if not medium.file.lower().endswith(PICTURE_SUFFIXES):
        yield entry.problem("not-a-picture", ("file",), value=medium.file)
    elif medium.file not in content.media_files:
        nearest = guess(medium.file, content.media_files)
        yield entry.problem("no-such-picture", ("file",), nearest, value=medium.file)


def _check_unused_pictures(content: Content, site: Site) -> Iterator[Problem]:
    described = {entry.record.file for entry in site.all("media")}
    for name in sorted(content.media_files - described):
        yield Problem(f"content/media/{name}", "picture-not-described", severity=Severity.WARNING)
