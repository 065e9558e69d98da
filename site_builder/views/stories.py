"""Views of stories: the long text, then numbers, dated steps and sections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.formatting import format_day
from site_builder.loader import Entry
from site_builder.schema.stories import Story
from site_builder.urls import is_reserved_anchor
from site_builder.views.page import Page
from site_builder.views.parts import PartView, RecordView
from site_builder.views.passages import PassageView
from site_builder.views.record_parts import history_parts, timeline_parts
from site_builder.views.records import view_record

__all__ = ["ProseView", "view_story"]


@dataclass(frozen=True, slots=True)
class ProseView:
    """A long text with headings of its own."""

    passage: PassageView
    """Its words."""


def view_story(page: Page, entry: Entry) -> RecordView:
    """Return the view of a story."""
    story: Story = entry.record
    kind = page.strings(f"story.kind.{story.kind}")
    return view_record(
        page,
        entry,
        f"{kind} · {format_day(page.strings, story.published)}",
        (),
        _parts(page, story),
    )


def _parts(page: Page, story: Story) -> Iterable[PartView]:
    if story.body:
        own = {section.id for section in story.sections} | {chart.id for chart in story.charts}
        body = page.body(story.body, lambda anchor: anchor in own or is_reserved_anchor(anchor))
        yield PartView("prose", "", "", (ProseView(body),))
    yield from timeline_parts(page, story.timeline)
    yield from history_parts(page, story)
