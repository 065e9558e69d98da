"""The next event at a place, as its card tells it."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.occurrences.events import Occurrence, coming_occurrences
from site_builder.schema.events import Event, EventStatus
from site_builder.views.event_words import is_off
from site_builder.views.page import Page, iso_date
from site_builder.views.parts import NotedLink
from site_builder.views.times import day_words, event_date

__all__ = ["next_event"]


def next_event(page: Page, place: Entry) -> NotedLink | None:
    """Return what takes place next at a place or in what stands in it; None where none is known."""
    coming = [
        (time, entry)
        for entry in _events_there(page.site, place)
        if _is_expected(page, entry.record)
        for time in coming_occurrences(page.site, entry.record, page.today)[:1]
    ]
    if not coming:
        return None
    time, entry = min(coming, key=_order)
    event: Event = entry.record
    exact = time.is_exact
    return NotedLink(
        page.text(event.title),
        page.record_href(entry),
        day_words(page.strings, time) if exact else event_date(page.strings, event),
        time.first.isoformat() if exact else iso_date(event.start),
    )


def _order(item: tuple[Occurrence, Entry]) -> tuple[float, str]:
    time, entry = item
    return time.start.timestamp(), entry.id


def _is_expected(page: Page, event: Event) -> bool:
    over = event.status is EventStatus.HELD or event.last_day < page.today
    return not over and not is_off(event.status)


def _events_there(site: Site, place: Entry) -> Iterator[Entry]:
    """Yield the events of a place and of all that stands in it, each place once."""
    waiting, seen = [place], {place.id}
    while waiting:
        near = waiting.pop()
        for other in site.backlinks.get(("places", near.id), ()):
            if other.kind.name == "events" and other.record.place == near.id:
                yield other
            elif other.id not in seen and getattr(other.record, "part_of", None) == near.id:
                seen.add(other.id)
                waiting.append(other)
