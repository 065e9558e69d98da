"""Events and holidays in one order."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from site_builder.linker import Site
from site_builder.occurrences.agenda import agenda
from tests.support import read_site

HEAD = "title: {kk: Той, ru: Той}\nsummary: {kk: Той., ru: Той.}\nsources: [gazette]\n"
EVENT = f"{HEAD}kind: meeting\nstatus: planned\nscope: astrakhan\n"
HOLIDAY = f"{HEAD}group: folk\n"

FILES = {
    "holidays/nauryz.yml": f"{HOLIDAY}rule: {{type: range, first: 03-21, last: 03-23}}\n",
    "holidays/zhyl-basy.yml": f"{HOLIDAY}rule: {{type: fixed, day: 03-22}}\n",
    "events/all-day.yml": f"{EVENT}start: 2027-03-22\n",
    "events/astrakhan.yml": f"{EVENT}start: 2027-03-22\nstart_time: 09:30\n",
    # 09:00 in Astrakhan
    "events/atyrau.yml": f"{EVENT}start: 2027-03-22\nstart_time: 10:00\ntimezone: Asia/Atyrau\n",
    # an hour of a whole day abroad must not come before a holiday at home
    "events/abroad.yml": f"{EVENT}start: 2027-03-22\ntimezone: Asia/Almaty\n",
    "events/before-1970.yml": f"{EVENT}start: 1958-03-22\nstart_time: 09:00\n",
    "events/some-day.yml": f"{EVENT}start: 2027-03\n",
    "events/going-on.yml": f"{EVENT}start: 2027-02-20\nend: 2027-03-22\n",
    "events/over.yml": f"{EVENT}start: 2027-02-20\nend: 2027-03-20\n",
    "events/class.yml": f"{EVENT}start: 2027-01-05\nstart_time: 18:30\nrepeats: {{every: weekly}}\n",
    "events/later.yml": f"{EVENT}start: 2027-03-25\n",
}


@pytest.fixture
def site(content_dir: Path) -> Site:
    """Return a site with much in one week."""
    return read_site(content_dir, FILES)


def ids(site: Site, first: str, last: str) -> list[str]:
    """Return the ids of what is on the agenda."""
    window = (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    return [item.entry.id for item in agenda(site, *window)]


def test_what_began_before_comes_first_then_whole_days_then_hours(site: Site) -> None:
    """Holidays before events, and hours by the moment and not by the clock of the place."""
    assert ids(site, "2027-03-22", "2027-03-23") == [
        "going-on",
        "some-day",
        "nauryz",
        "zhyl-basy",
        "abroad",
        "all-day",
        "atyrau",
        "astrakhan",
        "class",
    ]


def test_whole_days_came_before_hours_in_the_year_1958_too(site: Site) -> None:
    """Moments before 1970 are counted backwards."""
    assert ids(site, "1958-03-22", "1958-03-22") == ["nauryz", "zhyl-basy", "before-1970"]


def test_a_class_and_a_holiday_come_again(site: Site) -> None:
    found = ids(site, "2028-01-01", "2028-12-31")
    assert found.count("class") == 52
    assert found.count("nauryz") == found.count("zhyl-basy") == 1
    assert len(found) == 54


def test_a_holiday_keeps_its_period_and_an_event_has_none(site: Site) -> None:
    window = (dt.date(2027, 3, 22), dt.date(2027, 3, 22))
    periods = {item.entry.id: item.period for item in agenda(site, *window)}
    assert periods["all-day"] is None
    assert periods["nauryz"] is not None
    assert periods["nauryz"].first == dt.date(2027, 3, 21)


def test_an_empty_week_is_empty(site: Site) -> None:
    assert ids(site, "2026-12-01", "2026-12-07") == []
