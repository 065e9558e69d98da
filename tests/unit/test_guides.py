"""Guides: advice goes stale."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from site_builder.languages import Language
from site_builder.linker import link_site
from site_builder.loader import load_content
from site_builder.rendering import render_view
from site_builder.ui_strings import load_strings
from site_builder.views.guides import view_guide
from site_builder.views.page import Page
from tests.support import write_content
from tests.unit.pages import FILES

GUIDE = """\
title: {kk: Шекара, ru: Граница}
summary: {kk: Шекарадан өту., ru: Как пройти границу.}
sources: [gazette]
"""
NOTICE = (
    '<p class="notice">Сведения проверены 20 ноября 2026 г. и могли устареть. '
    "Уточните их перед поездкой.</p>"
)


def body(content_dir: Path, guide: str, today: dt.date) -> str:
    """Return the body of a guide's Russian page on a day."""
    content = load_content(write_content(content_dir, {"guides/border.yml": guide}))
    site, problems = link_site(content)
    assert not content.problems
    assert not problems
    assert site is not None
    page = Page(site, load_strings(Language.RU), "ru/guides/border/", today, FILES)
    return render_view("record", view_guide(page, site.entry("guides", "border")), Language.RU)


@pytest.mark.parametrize(
    ("recheck", "today", "stale"),
    [
        ("recheck_days: 30\n", dt.date(2026, 11, 20), False),
        ("recheck_days: 30\n", dt.date(2026, 12, 20), False),
        ("recheck_days: 30\n", dt.date(2026, 12, 21), True),
        ("recheck_days: 1\n", dt.date(2026, 11, 22), True),
        # A year where the guide does not say.
        ("", dt.date(2027, 11, 20), False),
        ("", dt.date(2027, 11, 21), True),
    ],
)
def test_a_guide_asks_to_check_again_after_its_days(
    content_dir: Path, recheck: str, today: dt.date, stale: bool
) -> None:
    """Not on the last of them."""
    html = body(content_dir, f"{GUIDE}checked: 2026-11-20\n{recheck}", today)
    assert html.replace("\u00a0", " ").count(NOTICE) == stale
    assert html.count("notice") == stale


def test_a_guide_without_a_day_of_checking_says_nothing(content_dir: Path) -> None:
    """There is no day to count from."""
    html = body(content_dir, f"{GUIDE}recheck_days: 1\n", dt.date(2099, 1, 1))
    assert "notice" not in html
