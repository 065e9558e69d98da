"""Notices: what a reader must know before relying on what a page says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from site_builder.formatting import format_day
from site_builder.views.page import Page

__all__ = ["stale_notice"]


def stale_notice(page: Page, old: Sequence[tuple[dt.date, str]]) -> str:
    """Return a warning that something was last checked too long ago; nothing if all is fresh.

    Args:
        page: The page.
        old: The days of the old checks, and what was checked then: a title of a part, or nothing
            for the whole.
    """
    if not old:
        return ""
    date = format_day(page.strings, min(day for day, _ in old))
    titles = list(dict.fromkeys(title for _, title in old))
    if "" in titles:
        return page.strings("stale.whole", date=date)
    return page.strings("stale.parts", date=date, parts=", ".join(f"«{name}»" for name in titles))
