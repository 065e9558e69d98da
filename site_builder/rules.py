"""Rules over the whole site: what a record alone cannot know about itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from site_builder.loader import Content, Entry
from site_builder.occurrences.holidays import periods_in_year
from site_builder.occurrences.recurrence import is_by_rule
from site_builder.problems import Problem, Severity
from site_builder.schema.events import Event
from site_builder.schema.glossary import Term
from site_builder.schema.holidays import Holiday
from site_builder.schema.parts import PageRecord
from site_builder.schema.people import Person
from site_builder.schema.places import Place, PlaceKind
from site_builder.schema.recurrence import MovedMeeting, Repeats
from site_builder.schema.site import Region
from site_builder.spelling import guess
from site_builder.urls import RESERVED_ANCHORS, is_reserved_anchor
from site_builder.yaml_nodes import Loc

__all__ = ["check_rules"]


def check_rules(content: Content) -> Iterator[Problem]:
    """Yield every breach of a rule over the whole site."""
    for entries in content.entries.values():
        for entry in entries.values():
            record = entry.record
            if isinstance(record, PageRecord):
                yield from _check_sections(entry, record)
            if isinstance(record, Place):
                yield from _check_point(entry, record, content)
                yield from _check_crossings(entry, record, content)
            elif isinstance(record, Person):
                yield from _check_life(entry, record)
            elif isinstance(record, Holiday):
                yield from _check_dates(entry, record)
            elif isinstance(record, Event):
                yield from _check_year(entry, record)
                if record.repeats:
                    yield from _check_meetings(entry, record, record.repeats)
            elif isinstance(record, Term) and entry.id in RESERVED_ANCHORS:
                yield entry.problem("reserved-term", value=entry.id)
    yield from _check_origin(content)


def _check_sections(entry: Entry, record: PageRecord) -> Iterator[Problem]:
    seen: set[str] = set()
    named = [("sections", n, section.id) for n, section in enumerate(record.sections)]
    named += [("charts", n, chart.id) for n, chart in enumerate(record.charts)]
    for field, index, id_ in named:
        loc = (field, index, "id")
        if id_ in seen:
            yield entry.problem("duplicate-section", loc, value=id_)
        elif is_reserved_anchor(id_):
            yield entry.problem("reserved-section", loc, value=id_)
        seen.add(id_)


def _inside(region: Region, lat: float, lon: float) -> bool:
    return region.south <= lat <= region.north and region.west <= lon <= region.east


def _check_point(entry: Entry, place: Place, content: Content) -> Iterator[Problem]:
    if content.settings is None:
        return
    region = content.settings.regions.get(place.region)
    if region is None:
        nearest = guess(place.region, content.settings.regions)
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


def _check_crossings(entry: Entry, place: Place, content: Content) -> Iterator[Problem]:
    """Ids that lead nowhere, or to the place itself, are the linker's."""
    places = content.entries["places"]
    opposite = place.crossing.opposite if place.crossing else None
    named: list[tuple[Loc, str]] = [
        *((("crossings", n), id_) for n, id_ in enumerate(place.crossings)),
        *([(("crossing", "opposite"), opposite)] if opposite else []),
    ]
    for loc, id_ in named:
        if id_ == entry.id or id_ not in places:
            continue
        other: Place = places[id_].record
        if other.kind is not PlaceKind.BORDER:
            yield entry.problem("not-a-crossing", loc, value=id_)
        elif id_ == opposite:
            yield from _check_opposite(entry, loc, other, content)


def _check_opposite(entry: Entry, loc: Loc, other: Place, content: Content) -> Iterator[Problem]:
    value = entry.record.crossing.opposite
    if other.crossing is None or other.crossing.opposite != entry.id:
        yield entry.problem("opposite-not-mutual", loc, value=value)
    regions = content.settings.regions if content.settings else {}
    here, there = regions.get(entry.record.region), regions.get(other.region)
    if here and there and here.country is there.country:
        yield entry.problem("opposite-in-same-country", loc, value=value)


def _check_origin(content: Content) -> Iterator[Problem]:
    settings = content.settings
    origin = content.entries["places"].get(settings.distances_from or "") if settings else None
    if origin and origin.record.point is None:
        position = content.settings_position(("distances_from",))
        file = f"{content.name}/site.yml"
        yield Problem(file, "no-point-to-count-from", position, {"value": origin.id})


def _check_life(entry: Entry, person: Person) -> Iterator[Problem]:
    if person.born and person.died and person.died.value.last < person.born.value.first:
        yield entry.problem("died-before-born", ("died", "value"))


def _check_dates(entry: Entry, holiday: Holiday) -> Iterator[Problem]:
    """A date beside a rule confirms it; one that the rule does not give would show nowhere."""
    seen: set[dt.date] = set()
    for index, date in enumerate(holiday.dates):
        periods = periods_in_year(holiday, date.start.year)
        loc = ("dates", index, "start")
        if date.start in seen:
            yield entry.problem("date-listed-twice", loc, value=date.start.isoformat())
        elif date.start not in {period.first for period in periods}:
            yield entry.problem("date-not-by-rule", loc, value=date.start.isoformat())
        seen.add(date.start)


def _check_year(entry: Entry, event: Event) -> Iterator[Problem]:
    """Whoever copies last year's file forgets a date: the file's name tells the year that was meant."""
    named = re.match(r"([12]\d{3})-", entry.id)
    started = event.moved_from.start.year if event.moved_from else event.start.year
    if named and int(named[1]) != started:
        problem = entry.problem("year-not-in-name", ("start",), year=named[1], value=f"{started}")
        yield replace(problem, severity=Severity.WARNING)


def _check_meetings(entry: Entry, event: Event, repeats: Repeats) -> Iterator[Problem]:
    """A meeting that the rule does not give can be neither the first, nor skipped, nor moved."""
    changed: list[tuple[Loc, dt.date]] = [
        *((("repeats", "skipped", n), day) for n, day in enumerate(repeats.skipped)),
        *((("repeats", "moved", n, "day"), moved.day) for n, moved in enumerate(repeats.moved)),
    ]
    for loc, day in [(("start",), event.start.first), *changed]:
        if not is_by_rule(event, repeats, day):
            yield entry.problem("meeting-not-by-rule", loc, value=day.isoformat())
    seen: set[dt.date] = set()
    for loc, day in changed:
        if day in seen:
            yield entry.problem("meeting-changed-twice", loc, value=day.isoformat())
        seen.add(day)
    for index, moved in enumerate(repeats.moved):
        yield from _check_moved_hours(entry, event, moved, ("repeats", "moved", index))


def _check_moved_hours(
    entry: Entry, event: Event, moved: MovedMeeting, loc: Loc
) -> Iterator[Problem]:
    """An hour that is not moved stays that of the other meetings."""
    start, end = moved.start_time or event.start_time, moved.end_time or event.end_time
    if end and start is None:
        yield entry.problem("end-without-start", (*loc, "end_time"))
    elif start and end and end <= start:
        yield entry.problem("end-before-start", loc)
