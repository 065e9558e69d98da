"""Views of guides: the advice, the words to say, and whether it is time to check again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from site_builder.formatting import format_day
from site_builder.loader import Entry
from site_builder.schema.guides import Guide
from site_builder.views.page import Page
from site_builder.views.parts import PartView, RecordView
from site_builder.views.record_parts import greeting_parts, history_parts, timeline_parts
from site_builder.views.records import view_record

__all__ = ["guide_notice", "view_guide"]


def view_guide(page: Page, entry: Entry) -> RecordView:
    """Return the view of a guide."""
    guide: Guide = entry.record
    return view_record(
        page, entry, page.strings("guide.label"), (), _parts(page, guide), guide_notice(page, guide)
    )


def guide_notice(page: Page, guide: Guide) -> str:
    """Return a warning if the guide was last checked too long ago; else nothing."""
    if guide.checked is None:
        return ""
    if page.today - guide.checked <= dt.timedelta(days=guide.recheck_days):
        return ""
    return page.strings("guide.stale", date=format_day(page.strings, guide.checked))


def _parts(page: Page, guide: Guide) -> Iterable[PartView]:
    yield from timeline_parts(page, guide.timeline)
    yield from history_parts(page, guide)
    yield from greeting_parts(page, "phrases", page.strings("guide.phrases"), guide.phrases)
