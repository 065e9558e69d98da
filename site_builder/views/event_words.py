"""What is known about an event, in words: on its page, in lists and in messages."""

from __future__ import annotations

import datetime as dt

from babel.lists import format_list

from site_builder.formatting import format_day
from site_builder.linker import Site
from site_builder.occurrences.events import first_occurrence, former_occurrence
from site_builder.occurrences.recurrence import rule_weekdays
from site_builder.schema.events import Event, EventStatus
from site_builder.schema.parts import Change
from site_builder.schema.recurrence import Frequency, Repeats
from site_builder.ui_strings import Strings
from site_builder.views.times import clock_words, event_date, when_words

__all__ = [
    "change_words",
    "event_days",
    "event_notice",
    "event_state",
    "event_when",
    "event_where",
    "is_off",
    "is_quiet",
    "moved_words",
    "nth_words",
    "rule_words",
    "status_notice",
    "title_mark",
]

_EXPECTED = (EventStatus.PLANNED, EventStatus.CONFIRMED, EventStatus.MOVED)


def title_mark(strings: Strings, event: Event) -> str:
    """Return what stands before the title of an event that does not take place on its day."""
    if not is_off(event.status):
        return ""
    return f"{strings(f'event.mark.{event.status}')}: "


def event_state(event: Event, today: dt.date) -> EventStatus:
    """Return the status to tell: after its day an event was only announced until somebody reports."""
    if event.status in _EXPECTED and event.last_day < today:
        return EventStatus.ANNOUNCED
    return event.status


def status_notice(strings: Strings, status: EventStatus) -> str:
    """Return the sentence about a status that a reader must know; nothing for others."""
    return "" if is_quiet(status) else strings(f"event.notice.{status}")


def is_off(status: EventStatus) -> bool:
    """Tell whether an event does not take place on the day that its record gives."""
    return status in (EventStatus.CANCELLED, EventStatus.POSTPONED)


def is_quiet(status: EventStatus) -> bool:
    """Tell whether an event takes or took place as everybody expects: no word is needed."""
    return status in (EventStatus.CONFIRMED, EventStatus.HELD)


def event_notice(strings: Strings, site: Site, event: Event, today: dt.date) -> str:
    """Return what a reader must know before anything else; may be empty."""
    state = event_state(event, today)
    notice = status_notice(strings, state)
    if state is EventStatus.MOVED:
        return f"{notice} {moved_words(strings, site, event)}"
    return notice


def moved_words(strings: Strings, site: Site, event: Event) -> str:
    """Return when an event was to take place before it was moved; nothing for others."""
    former = former_occurrence(site, event, first_occurrence(site, event))
    return strings("event.moved_from", when=when_words(strings, former)) if former else ""


def rule_words(strings: Strings, event: Event, repeats: Repeats) -> str:
    """Return the rule of an event that comes again."""
    names = [strings(f"event.on.{day}") for day in rule_weekdays(event, repeats)]
    days = format_list(names, locale=strings.language.value)
    if repeats.every is Frequency.MONTHLY:
        return strings("event.monthly", nth=nth_words(strings, repeats.nth or 1), days=days)
    return strings("event.weekly", days=days)


def nth_words(strings: Strings, nth: int) -> str:
    """Return which of a month's weekdays: 1 is the first, -1 the last."""
    return strings(f"event.nth.{nth if nth > 0 else 'last'}")


def event_days(strings: Strings, event: Event) -> str:
    """Return the days of an event or the rule that gives them."""
    return (
        rule_words(strings, event, event.repeats) if event.repeats else event_date(strings, event)
    )


def event_when(strings: Strings, site: Site, event: Event) -> str:
    """Return days and hours in both clocks; of an event that comes again the rule."""
    time = first_occurrence(site, event)
    if event.repeats is None and time.is_exact:
        return when_words(strings, time)
    return ", ".join(filter(None, (event_days(strings, event), clock_words(strings, time))))


def change_words(strings: Strings, change: Change) -> str:
    """Return what was changed, after the day on which it was announced."""
    day = format_day(strings, change.day)
    return strings("event.change", date=day, text=change.text[strings.language])


def event_where(strings: Strings, site: Site, event: Event) -> str:
    """Return the venue, the place and where that is; empty where nobody says."""
    texts = [event.venue]
    if event.place:
        place = site.entry("places", event.place).record
        texts += [place.title, place.address or place.located_in]
    return ", ".join(text[strings.language] for text in texts if text)
