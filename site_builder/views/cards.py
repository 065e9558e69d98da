"""Records as cards in lists, and the groups of records that a page is related to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from site_builder.loader import Entry
from site_builder.occurrences.holidays import next_period
from site_builder.schema.events import Event
from site_builder.schema.holidays import Holiday, UndatedRule
from site_builder.schema.kinds import FOLDERS
from site_builder.schema.people import Person
from site_builder.schema.places import Place
from site_builder.schema.stories import Story
from site_builder.ui_strings import Strings
from site_builder.views.event_words import event_state, event_when, is_quiet, title_mark
from site_builder.views.next_events import next_event
from site_builder.views.page import Page, iso_date
from site_builder.views.parts import Card, LinkGroup, NotedLink
from site_builder.views.pictures import view_pictures
from site_builder.views.points import view_point
from site_builder.views.times import holiday_days

__all__ = ["card", "cards", "life_years", "noted_link", "related_groups", "sorted_entries"]

# What a page tells in a part of its own does not stand among its related pages again.
_TOLD = {
    "places": ("events", "holidays"),
    "organisations": ("events",),
    "holidays": ("events",),
}


def card(page: Page, entry: Entry) -> Card:
    """Return a record's card."""
    record = entry.record
    label, datetime = _LABELS.get(entry.kind.name, _no_label)(page, record)
    is_place = isinstance(record, Place)
    return Card(
        f"{entry.kind.name}-{entry.id}",
        _title(page, record),
        page.record_href(entry),
        label,
        page.text(record.summary),
        datetime,
        record.kind.value if is_place else "",
        view_point(page, record.point) if is_place and record.point else None,
        next(iter(view_pictures(page, record.media[:1])), None),
        next_event(page, entry) if is_place else None,
    )


def _title(page: Page, record: Any) -> str:
    mark = title_mark(page.strings, record) if isinstance(record, Event) else ""
    return f"{mark}{page.text(record.title)}"


def cards(page: Page, entries: Iterable[Entry]) -> tuple[Card, ...]:
    """Return the cards of records of one kind, in the order of their kind."""
    return tuple(card(page, entry) for entry in sorted_entries(page, entries))


def sorted_entries(page: Page, entries: Iterable[Entry]) -> list[Entry]:
    """Return events and stories newest first, holidays by their next day, others by title."""
    entries = page.sorted(entries)
    if entries and isinstance(entries[0].record, Event):
        entries.sort(key=lambda entry: entry.record.start.first, reverse=True)
    elif entries and isinstance(entries[0].record, Story):
        entries.sort(key=lambda entry: entry.record.published, reverse=True)
    elif entries and isinstance(entries[0].record, Holiday):
        entries.sort(key=lambda entry: _next_day(page, entry.record))
    return entries


def _next_day(page: Page, holiday: Holiday) -> tuple[bool, Any]:
    period = next_period(holiday, page.today)
    return (period is None, period.first if period else None)


def related_groups(page: Page, entry: Entry) -> tuple[LinkGroup, ...]:
    """Return the records that this record names or that name it, by kind."""
    told = _TOLD.get(entry.kind.name, ())
    found: dict[str, list[Entry]] = {name: [] for name in FOLDERS if name not in told}
    for other in page.site.neighbours(entry):
        if other.kind.name in found:
            found[other.kind.name].append(other)
    return tuple(
        LinkGroup(
            page.strings(f"kind.{kind}"),
            tuple(noted_link(page, other) for other in sorted_entries(page, entries)),
        )
        for kind, entries in found.items()
        if entries
    )


def noted_link(page: Page, entry: Entry) -> NotedLink:
    """Return the link to a record's page with what it is or when it is."""
    label, datetime = _LABELS.get(entry.kind.name, _no_label)(page, entry.record)
    return NotedLink(_title(page, entry.record), page.record_href(entry), label, datetime)


def life_years(strings: Strings, person: Person) -> str:
    """Return «1861–1955», or what is known of it."""
    born = str(person.born.value.year) if person.born else ""
    died = str(person.died.value.year) if person.died else ""
    if born and died:
        return f"{born}–{died}"
    if born:
        return strings("person.born_in", year=born)
    return strings("person.died_in", year=died) if died else ""


def _event_label(page: Page, event: Event) -> tuple[str, str]:
    label = event_when(page.strings, page.site, event)
    state = event_state(event, page.today)
    if not is_quiet(state) and not title_mark(page.strings, event):
        label = f"{label} · {page.strings(f'event.status.{state}')}"
    return label, iso_date(event.start)


def _holiday_label(page: Page, holiday: Holiday) -> tuple[str, str]:
    period = next_period(holiday, page.today)
    if period is None:
        undated = isinstance(holiday.rule, UndatedRule)
        return page.strings("holiday.undated" if undated else "holiday.no_date"), ""
    return holiday_days(page.strings, period), period.first.isoformat()


def _person_label(page: Page, person: Person) -> tuple[str, str]:
    years = life_years(page.strings, person)
    return " · ".join(filter(None, (page.text(person.role), years))), ""


def _kind_label(prefix: str) -> Callable[[Page, Any], tuple[str, str]]:
    return lambda page, record: (page.strings(f"{prefix}.{record.kind}"), "")


def _no_label(_page: Page, _record: Any) -> tuple[str, str]:
    return "", ""


_LABELS: dict[str, Callable[[Page, Any], tuple[str, str]]] = {
    "places": _kind_label("place.kind"),
    "people": _person_label,
    "events": _event_label,
    "holidays": _holiday_label,
    "stories": _kind_label("story.kind"),
}
