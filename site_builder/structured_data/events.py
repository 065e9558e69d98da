"""Events whose day and place are known; of the others search engines are told nothing.

An inexact date has no form in schema.org, and Google takes no event without a place.
"""

from __future__ import annotations

from site_builder.loader import Entry
from site_builder.occurrences.events import Occurrence, former_occurrence, next_occurrence
from site_builder.occurrences.recurrence import rule_weekdays
from site_builder.schema.events import Event, EventKind, EventStatus
from site_builder.schema.recurrence import Frequency, Repeats
from site_builder.structured_data.graph import Graph, Node, compact
from site_builder.structured_data.people import named_organisation
from site_builder.structured_data.places import named_place, postal_address
from site_builder.views.times import iso_start

__all__ = ["SCHEMA", "event_node", "event_times"]

SCHEMA = "https://schema.org/"
_TYPES = {
    EventKind.CONCERT: "MusicEvent",
    EventKind.EXHIBITION: "ExhibitionEvent",
    EventKind.SPORT: "SportsEvent",
}
_STATES = {
    EventStatus.CANCELLED: "EventCancelled",
    EventStatus.POSTPONED: "EventPostponed",
}


def event_node(graph: Graph, entry: Entry) -> Node | None:
    """Return the node of an event; None where its day or its place is not known for certain."""
    event: Event = entry.record
    time = next_occurrence(graph.site, event, graph.today)
    location = _location(graph, event)
    if location is None or not time.is_exact:
        return None
    organisers = [graph.site.entry("organisations", id_) for id_ in event.organisers]
    return {
        **graph.described(entry, _TYPES.get(event.kind, "Event")),
        "image": graph.picture(entry) or graph.share_image,
        "inLanguage": list(event.languages),
        **event_times(time),
        **_state(graph, event, time),
        "location": location,
        "organizer": [named_organisation(graph, organiser) for organiser in organisers],
        "eventSchedule": _schedule(event, event.repeats, time) if event.repeats else None,
    }


def event_times(time: Occurrence) -> Node:
    """Return start and end: the last day is included, and a time has the offset of its place."""
    end = time.last.isoformat() if time.last > time.first else ""
    return {
        "startDate": iso_start(time),
        "endDate": time.end.isoformat() if time.end_time else end,
    }


def _state(graph: Graph, event: Event, time: Occurrence) -> Node:
    """Return whether an event takes place, and when it was to take place before."""
    former = former_occurrence(graph.site, event, time)
    state = _STATES.get(event.status, "EventRescheduled" if former else "EventScheduled")
    return {
        "eventStatus": SCHEMA + state,
        "previousStartDate": iso_start(former) if former else "",
    }


def _location(graph: Graph, event: Event) -> Node | None:
    venue = graph.text(event.venue)
    if event.place is None:
        return {"@type": "Place", "name": venue, "address": venue} if venue else None
    entry = graph.site.entry("places", event.place)
    place, address = named_place(graph, entry), postal_address(graph, entry, entry.record.address)
    if not venue:
        return {**place, "address": address}
    return {"@type": "Place", "name": venue, "address": address, "containedInPlace": place}


def _schedule(event: Event, repeats: Repeats, time: Occurrence) -> Node:
    """Return the rule of a class; meetings that were moved are exceptions of it."""
    weekdays = rule_weekdays(event, repeats)
    monthly = repeats.every is Frequency.MONTHLY
    start, end = event.start_time, event.end_time
    without = sorted({*repeats.skipped, *(moved.day for moved in repeats.moved)})
    return compact(
        {
            "@type": "Schedule",
            "startDate": event.start.first.isoformat(),
            "endDate": repeats.until.isoformat() if repeats.until else "",
            "repeatFrequency": "P1M" if monthly else "P1W",
            # schema.org's own names of weekdays cannot say which of the month.
            "byDay": [
                f"{repeats.nth}{day[:2].upper()}" if monthly else f"{SCHEMA}{day.capitalize()}"
                for day in weekdays
            ],
            "startTime": start.isoformat() if start else "",
            "endTime": end.isoformat() if end else "",
            "scheduleTimezone": time.zone.key,
            "exceptDate": [day.isoformat() for day in without],
        }
    )
