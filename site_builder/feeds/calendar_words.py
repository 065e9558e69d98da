"""What an entry of a calendar says, in one language."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.linker import Site
from site_builder.occurrences.events import Occurrence, former_occurrence
from site_builder.occurrences.holidays import Period
from site_builder.schema.events import Event
from site_builder.schema.holidays import DateState, HijriRule, Holiday, ListedRule
from site_builder.ui_strings import Strings
from site_builder.views.event_words import change_words, event_where, status_notice, title_mark
from site_builder.views.times import clock_words, when_words

__all__ = ["EntryWords", "event_words", "holiday_words"]


@dataclass(frozen=True, slots=True)
class EntryWords:
    """The words of an entry; plain text, not escaped."""

    summary: str
    """The title. Some clients drop the state, so what does not take place says so here."""
    description: str
    """What it is, its state, the hours in both clocks; several lines."""
    location: str
    """Where; may be empty."""
    category: str
    """What sort of thing it is."""


def event_words(site: Site, event: Event, time: Occurrence, strings: Strings) -> EntryWords:
    """Return the words of one time of an event."""
    language = strings.language
    title = event.title[language]
    lines = [event.summary[language], *_state(site, event, time, strings)]
    lines += [change_words(strings, change) for change in event.changes]
    lines.append(clock_words(strings, time))
    return EntryWords(
        f"{title_mark(strings, event)}{title}",
        "\n".join(filter(None, lines)),
        event_where(strings, site, event),
        strings(f"event.kind.{event.kind}"),
    )


def _state(site: Site, event: Event, time: Occurrence, strings: Strings) -> list[str]:
    lines = [status_notice(strings, event.status)]
    if before := former_occurrence(site, event, time):
        lines.append(strings("event.moved_from", when=when_words(strings, before)))
    return lines


def holiday_words(holiday: Holiday, period: Period, strings: Strings) -> EntryWords:
    """Return the words of one year's days of a holiday."""
    language = strings.language
    title = holiday.title[language]
    # Many programs show neither the state nor the description.
    if period.is_calculated:
        title = f"{title} {strings('add.estimate')}"
    lines = [holiday.summary[language], *_certainty(holiday, period, strings)]
    if period.listed:
        lines += [change_words(strings, change) for change in period.listed.changes]
        lines += [period.listed.note[language]] if period.listed.note else []
    return EntryWords(
        title,
        "\n".join(lines),
        location="",
        category=strings(f"ics.group.{holiday.group}"),
    )


def _certainty(holiday: Holiday, period: Period, strings: Strings) -> list[str]:
    if period.is_calculated:
        return [strings("ics.calculated"), strings("holiday.moon_note")]
    # A day that every year has needs no announcement.
    is_named = isinstance(holiday.rule, HijriRule | ListedRule)
    if is_named and period.listed and period.listed.state is DateState.ANNOUNCED:
        return [strings("ics.announced")]
    return []
