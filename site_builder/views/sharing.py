"""Messages that send a page to others: in both languages, because families speak both."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import quote

from site_builder.languages import LANGUAGES
from site_builder.loader import Entry
from site_builder.occurrences.agenda import holiday_item
from site_builder.occurrences.holidays import next_period
from site_builder.schema.events import Event, EventStatus
from site_builder.schema.holidays import Holiday
from site_builder.schema.places import Place
from site_builder.ui_strings import Strings, load_strings
from site_builder.views.event_words import event_when, event_where, moved_words, title_mark
from site_builder.views.page import Page
from site_builder.views.parts import ShareView
from site_builder.views.times import day_words

__all__ = ["event_share", "holiday_share", "place_share"]


def event_share(page: Page, entry: Entry) -> ShareView:
    """Return the message about an event."""
    event: Event = entry.record
    site = page.site

    def lines(strings: Strings) -> Iterable[str]:
        yield f"{title_mark(strings, event)}{event.title[strings.language]}"
        if event.status is EventStatus.POSTPONED:
            yield strings("event.notice.postponed")
        else:
            yield event_when(strings, site, event)
        yield moved_words(strings, site, event)
        yield event_where(strings, site, event)

    return _share(page, entry, lines)


def holiday_share(page: Page, entry: Entry) -> ShareView:
    """Return the message about a holiday with its next days."""
    holiday: Holiday = entry.record
    period = next_period(holiday, page.today)

    def lines(strings: Strings) -> Iterable[str]:
        yield holiday.title[strings.language]
        if period:
            state = strings("holiday.state.calculated") if period.is_calculated else ""
            days = day_words(strings, holiday_item(entry, period).time)
            yield f"{days} ({state})" if state else days

    return _share(page, entry, lines)


def place_share(page: Page, entry: Entry) -> ShareView:
    """Return the message about a place."""
    place: Place = entry.record

    def lines(strings: Strings) -> Iterable[str]:
        yield place.title[strings.language]
        yield (place.address or place.located_in)[strings.language]

    return _share(page, entry, lines)


def _share(page: Page, entry: Entry, lines: Callable[[Strings], Iterable[str]]) -> ShareView:
    """Return a message in both languages; that of the page comes first."""
    languages = sorted(LANGUAGES, key=lambda language: language is not page.language)
    said = ["\n".join(filter(None, lines(load_strings(language)))) for language in languages]
    words = "\n\n".join(dict.fromkeys(said))
    address = page.address(entry)
    message = f"{words}\n\n{address}"
    return ShareView(
        message,
        f"https://wa.me/?text={quote(message, safe='')}",
        f"https://t.me/share/url?url={quote(address, safe='')}&text={quote(words, safe='')}",
    )
