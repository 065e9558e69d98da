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
    '<p class="notice" data-search="no">Сведения проверены 20 ноября 2026 г. и могли устареть. '
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


SECTIONS = """\
recheck_days: 30
checked: 2026-12-01
sections:
  - id: road
    title: {kk: Жол, ru: Дорога}
    statements:
      - {text: {kk: Жол., ru: Дорога.}, sources: [gazette], checked: 2026-11-20}
      - {text: {kk: Көпір., ru: Мост.}, sources: [gazette], checked: 2026-11-21}
  - id: bus
    title: {kk: Автобус, ru: Автобус}
    statements:
      - {text: {kk: Автобус., ru: Автобус.}, sources: [gazette], checked: 2026-11-25}
"""


@pytest.mark.parametrize(
    ("today", "parts"),
    [
        (dt.date(2026, 12, 20), None),
        (dt.date(2026, 12, 25), "«Дорога»"),
        (dt.date(2026, 12, 26), "«Дорога», «Автобус»"),
    ],
)
def test_old_sections_are_named_once_each(
    content_dir: Path, today: dt.date, parts: str | None
) -> None:
    html = body(content_dir, GUIDE + SECTIONS, today).replace("\u00a0", " ")
    assert html.count("notice") == (parts is not None)
    if parts:
        words = f"Эти сведения проверены 20 ноября 2026 г. и могли устареть: {parts}. Уточните"
        assert words in html


def test_if_the_guide_itself_is_old_all_of_it_is(content_dir: Path) -> None:
    """Then the notice names no parts, and the day is that of the oldest check."""
    html = body(content_dir, GUIDE + SECTIONS, dt.date(2027, 1, 1)).replace("\u00a0", " ")
    assert html.count(NOTICE) == 1


def test_a_guide_without_a_day_of_checking_says_nothing(content_dir: Path) -> None:
    """There is no day to count from."""
    html = body(content_dir, f"{GUIDE}recheck_days: 1\n", dt.date(2099, 1, 1))
    assert "notice" not in html
