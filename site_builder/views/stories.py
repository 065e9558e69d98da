"""Views of stories."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.formatting import format_day
from site_builder.loader import Entry
from site_builder.schema.stories import Story
from site_builder.urls import RESERVED_ANCHORS
from site_builder.views.page import Page
from site_builder.views.parts import RecordView
from site_builder.views.records import close_record, open_record

__all__ = ["StoryView", "view_story"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView(RecordView):
    """The page of a story."""

    published: str
    """When it was published here, in words."""
    published_datetime: str
    """The same as an ISO date."""
    body: str
    """The long text, safe HTML; may be empty."""


def view_story(page: Page, entry: Entry) -> StoryView:
    """Return the view of a story."""
    story: Story = entry.record
    opening = open_record(page, entry, page.strings(f"story.kind.{story.kind}"), ())
    # Anchors that the page gives to its own parts.
    taken = {*RESERVED_ANCHORS, *(section.id for section in story.sections)}
    body = page.body(story.body[page.language], taken) if story.body else ""
    published = format_day(page.strings, story.published)
    return StoryView(
        **opening,
        published=page.strings("story.published", date=published),
        published_datetime=story.published.isoformat(),
        body=body,
        **close_record(page, entry),
    )
