"""Views of guides: the advice, the words to say, and whether it is time to check again."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.loader import Entry
from site_builder.schema.guides import Guide
from site_builder.staleness import old_checks
from site_builder.views.crossings import crossing_parts
from site_builder.views.notices import stale_notice
from site_builder.views.page import Page
from site_builder.views.parts import PartView, RecordView
from site_builder.views.record_parts import greeting_parts, history_parts, timeline_parts
from site_builder.views.records import view_record
from site_builder.yaml_nodes import Loc

__all__ = ["view_guide"]


def view_guide(page: Page, entry: Entry) -> RecordView:
    """Return the view of a guide."""
    guide: Guide = entry.record
    return view_record(
        page, entry, page.strings("guide.label"), (), _parts(page, guide), _notice(page, guide)
    )


def _notice(page: Page, guide: Guide) -> str:
    """Return a warning if the guide, or a section of it, was last checked too long ago."""
    old = [(check.day, _title(page, guide, check.loc)) for check in old_checks(guide, page.today)]
    return stale_notice(page, old)


def _title(page: Page, guide: Guide, loc: Loc) -> str:
    """Return the title of the section that a part of the guide stands in; nothing for the whole."""
    return page.text(guide.sections[int(loc[1])].title) if loc[0] == "sections" else ""


def _parts(page: Page, guide: Guide) -> Iterable[PartView]:
    yield from crossing_parts(page, [page.site.entry("places", id_) for id_ in guide.places])
    yield from timeline_parts(page, guide.timeline)
    yield from history_parts(page, guide)
    yield from greeting_parts(page, "phrases", page.strings("guide.phrases"), guide.phrases)
