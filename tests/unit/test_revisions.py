"""When content changed and how often: what calendars of subscribers go by."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from site_builder.linker import Site
from site_builder.occurrences.holidays import periods_in_year
from site_builder.revisions import (
    event_revision,
    modified_on,
    period_modified_on,
    period_revision,
)
from tests.support import MINIMAL, read_site

OTHER = """\
announcement:
  title: Мүфтият
  publisher: ҚМДБ
  language: kk
  kind: official
  seen: 2027-04-01
"""
HEAD = "title: {kk: Той, ru: Той}\nsummary: {kk: Той., ru: Той.}\n"
EVENT = f"{HEAD}kind: meeting\nscope: astrakhan\nstart: 2027-03-21\n"
CHANGES = """\
changes:
  - {day: 2027-02-01, text: {kk: Ауысты., ru: Перенесено.}}
  - {day: 2027-03-01, text: {kk: Өткізілмейді., ru: Отменено.}}
"""


def site_with(content_dir: Path, **files: str) -> Site:
    """Return a site with an event or a holiday called `x`."""
    records = {f"{kind}/x.yml": text for kind, text in files.items()}
    return read_site(content_dir, {"sources.yml": MINIMAL["sources.yml"] + OTHER, **records})


@pytest.mark.parametrize(
    ("fields", "day", "revision"),
    [
        ("status: planned\nsources: [gazette]\n", "2026-11-22", 0),
        ("status: planned\nsources: [gazette, announcement]\n", "2027-04-01", 0),
        ("status: planned\nsources: [announcement]\nchecked: 2026-12-01\n", "2026-12-01", 0),
        (f"status: cancelled\nsources: [gazette]\n{CHANGES}", "2027-03-01", 2),
        (f"status: cancelled\nsources: [announcement]\n{CHANGES}", "2027-04-01", 2),
        (f"status: cancelled\nsources: [gazette]\nchecked: 2027-03-05\n{CHANGES}", "2027-03-05", 2),
        (f"status: cancelled\nsources: [gazette]\nchecked: 2027-01-05\n{CHANGES}", "2027-03-01", 2),
    ],
)
def test_an_event_changed_when_it_was_told_or_checked(
    content_dir: Path, fields: str, day: str, revision: int
) -> None:
    """Without both, on the day on which its newest source was read."""
    site = site_with(content_dir, events=EVENT + fields)
    record = site.entry("events", "x").record
    assert f"{modified_on(site, record)}" == day
    assert event_revision(record) == revision


def test_meetings_skipped_or_moved_are_changes(content_dir: Path) -> None:
    """21 March 2027 is a Sunday."""
    rule = (
        "repeats:\n  every: weekly\n  skipped: [2027-04-04]\n"
        "  moved:\n    - {day: 2027-04-11, to: 2027-04-12}\n    - {day: 2027-04-18, to: 2027-04-19}\n"
    )
    fields = f"status: cancelled\nsources: [gazette]\n{CHANGES}{rule}"
    site = site_with(content_dir, events=EVENT + fields)
    assert event_revision(site.entry("events", "x").record) == 5


MOON = """\
group: faith
checked: 2026-12-01
sources: [gazette]
rule: {type: hijri, month: 12, day: 10, days: 3, sources: [gazette]}
"""
CONFIRMED = "dates:\n  - start: 2027-05-17\n    state: announced\n    sources: [announcement]\n"
MOVED = """\
    changes:
      - {day: 2027-05-10, text: {kk: Ауысты., ru: Перенесено.}}
"""


@pytest.mark.parametrize(
    ("dates", "day", "revision"),
    [
        ("", "2026-12-01", 0),
        (CONFIRMED, "2027-04-01", 1),
        (CONFIRMED + MOVED, "2027-05-10", 2),
    ],
)
def test_a_confirmed_estimate_is_a_change_and_each_later_one(
    content_dir: Path, dates: str, day: str, revision: int
) -> None:
    site = site_with(content_dir, holidays=HEAD + MOON + dates)
    record = site.entry("holidays", "x").record
    (period,) = periods_in_year(record, 2027)
    assert f"{period_modified_on(site, record, period)}" == day
    assert period_revision(record, period) == revision
    assert period.key == "1448"


@pytest.mark.parametrize(
    ("rule", "revision"),
    [("{type: fixed, day: 05-17}", 0), ("{type: listed}", 0)],
)
def test_a_day_that_was_certain_before_is_not_changed_by_its_listing(
    content_dir: Path, rule: str, revision: int
) -> None:
    text = f"{HEAD}group: folk\nsources: [gazette]\nrule: {rule}\n"
    site = site_with(content_dir, holidays=text + CONFIRMED)
    record = site.entry("holidays", "x").record
    (period,) = periods_in_year(record, 2027)
    assert period_revision(record, period) == revision
    assert period_modified_on(site, record, period) == dt.date(2027, 4, 1)


def test_a_date_confirmed_from_an_old_source_is_no_older_than_its_record(content_dir: Path) -> None:
    late = MOON.replace("2026-12-01", "2027-06-01")
    site = site_with(content_dir, holidays=HEAD + late + CONFIRMED)
    record = site.entry("holidays", "x").record
    (period,) = periods_in_year(record, 2027)
    assert period_modified_on(site, record, period) == dt.date(2027, 6, 1)
