"""What the feeds of news tell: new and changed events, and stories, in the words of a language.

Only content decides what a feed holds and in which order: it is the same on any day of building.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from site_builder.formatting import format_day
from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.occurrences.events import first_occurrence
from site_builder.revisions import modified_on
from site_builder.schema.events import Event, EventStatus
from site_builder.schema.site import SiteSettings
from site_builder.schema.stories import Story
from site_builder.ui_strings import Strings
from site_builder.urls import record_path
from site_builder.views.event_words import (
    change_words,
    event_where,
    moved_words,
    status_notice,
    title_mark,
)
from site_builder.views.times import event_date, when_words

__all__ = ["NewsItem", "midnight", "news_items", "tag_uri"]

_ITEMS = 50
# Part of every id: readers that have seen an entry know it by this for ever.
_TAG_YEAR = 2026


@dataclass(frozen=True, slots=True)
class NewsItem:
    """An event or a story as a feed tells of it; plain text, in one language."""

    id: str
    """A tag URI, the same in both languages and for ever."""
    path: str
    """The path of its page, below the site's root."""
    title: str
    """Its title, with a mark when it does not take place as announced."""
    summary: str
    """One or two sentences."""
    details: tuple[str, ...]
    """When and where, its state and its last change: a paragraph each."""
    category: str
    """Its kind as records write it: `concert`."""
    category_label: str
    """Its kind in words."""
    updated: dt.date
    """The day of its last change."""
    published: dt.date | None
    """The day on which the site published it; None where the record does not say."""

    @property
    def html(self) -> str:
        """The summary and the details, escaped."""
        return "".join(f"<p>{escape(text)}</p>" for text in (self.summary, *self.details))


def news_items(site: Site, strings: Strings) -> list[NewsItem]:
    """Return the items of a language's feeds: the last changed first, never more than 50."""
    entries = sorted([*site.all("events"), *site.all("stories")], key=lambda entry: entry.id)
    entries.sort(key=lambda entry: (_updated(site, entry), _day(entry)), reverse=True)
    return [_item(site, strings, entry) for entry in entries[:_ITEMS]]


def tag_uri(settings: SiteSettings, name: str) -> str:
    """Return an id of RFC 4151 that stays when titles, dates and addresses of pages change."""
    return f"tag:{settings.host},{_TAG_YEAR}:{name}"


def midnight(day: dt.date) -> str:
    """Return a day as the moment of RFC 3339 that feeds ask for."""
    return f"{day.isoformat()}T00:00:00Z"


def _updated(site: Site, entry: Entry) -> dt.date:
    record: Event | Story = entry.record
    if isinstance(record, Story):
        return max(record.published, record.checked or record.published)
    return modified_on(site, record)


def _day(entry: Entry) -> dt.date:
    record: Event | Story = entry.record
    return record.published if isinstance(record, Story) else record.start.first


def _item(site: Site, strings: Strings, entry: Entry) -> NewsItem:
    record: Event | Story = entry.record
    kind, language = entry.kind.name, strings.language
    title = record.title[language]
    if isinstance(record, Story):
        label, details = strings(f"story.kind.{record.kind}"), []
    else:
        label, details = strings(f"event.kind.{record.kind}"), [*_details(site, strings, record)]
        title = f"{title_mark(strings, record)}{title}"
    return NewsItem(
        tag_uri(site.settings, f"{kind}/{entry.id}"),
        record_path(language, kind, entry.id),
        title,
        record.summary[language],
        tuple(details),
        record.kind.value,
        label,
        _updated(site, entry),
        record.published if isinstance(record, Story) else None,
    )


def _details(site: Site, strings: Strings, event: Event) -> Iterator[str]:
    time = first_occurrence(site, event)
    when = when_words(strings, time) if time.is_exact else event_date(strings, event)
    if notice := status_notice(strings, event.status):
        yield notice
    if event.status is EventStatus.POSTPONED:
        yield strings("event.moved_from", when=when)
    else:
        yield strings("news.first_meeting" if event.repeats else "news.when", when=when)
    if former := moved_words(strings, site, event):
        yield former
    if event.reported:
        yield strings("event.reported", date=format_day(strings, event.reported))
    if where := event_where(strings, site, event):
        yield strings("news.where", where=where)
    if event.changes:
        yield change_words(strings, event.changes[-1])
