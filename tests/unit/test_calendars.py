"""Which calendars there are to subscribe to."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from site_builder.calendars import Category, calendar_list, feed_days, has_calendar_file
from site_builder.linker import Site, link_site
from site_builder.loader import load_content
from site_builder.schema.events import EventKind
from site_builder.schema.holidays import HolidayGroup
from tests.support import FULL_CONTENT, MINIMAL, TODAY, write_content


def linked(content: Path) -> Site:
    """Return the linked content of a folder."""
    site, problems = link_site(load_content(content))
    assert problems == ()
    assert site is not None
    return site


def members(site: Site) -> dict[str, set[str]]:
    """Return the records of each calendar as kind and id."""
    return {
        calendar.name: {f"{entry.kind.name}/{entry.id}" for entry in calendar.entries}
        for calendar in calendar_list(site)
    }


def test_groups_and_kinds_wait_for_their_first_entry(tmp_path: Path) -> None:
    found = members(linked(write_content(tmp_path, MINIMAL)))
    assert set(found) == {
        "all",
        "holidays",
        *(f"holidays-{group}" for group in HolidayGroup),
        *(f"kind-{kind}" for kind in EventKind),
    }
    assert not any(found.values())


def test_a_calendar_holds_what_belongs_to_it() -> None:
    site = linked(FULL_CONTENT)
    found = members(site)
    holidays = {f"holidays/{entry.id}" for entry in site.all("holidays")}
    events = {f"events/{entry.id}" for entry in site.all("events")}
    assert found["all"] == holidays | events
    assert found["holidays"] == holidays
    assert found["holidays-state"] == {"holidays/changed", "holidays/fixed"}
    assert found["kind-concert"] == {"events/full-event"}
    assert found["kind-sport"] == set()
    assert found["place-village"] == {"holidays/full-holiday", "events/weekly-class"}
    assert found["place-full-place"] == {"events/full-event", "events/moved-event"}
    assert {name for name in found if name.startswith("place-")} == {
        "place-village",
        "place-full-place",
    }


def test_calendars_are_called_by_words_and_places_by_their_titles() -> None:
    calendars = {calendar.name: calendar for calendar in calendar_list(linked(FULL_CONTENT))}
    assert calendars["kind-concert"].title.kk == "Концерттер"
    assert calendars["holidays-faith"].title.ru == "Религиозные праздники"
    assert calendars["place-village"].title.kk == "Ауыл"
    assert calendars["place-village"].category is Category.PLACE
    assert len({calendar.title.kk for calendar in calendars.values()}) == len(calendars)


def test_feeds_hold_90_days_back_and_two_years_after_this() -> None:
    assert feed_days(TODAY) == (dt.date(2026, 8, 24), dt.date(2028, 12, 31))


def test_only_what_has_a_day_has_a_file() -> None:
    site = linked(FULL_CONTENT)
    assert has_calendar_file(site.entry("events", "past-event"), TODAY)
    assert has_calendar_file(site.entry("holidays", "fixed"), TODAY)
    assert not has_calendar_file(site.entry("holidays", "undated"), TODAY)
    listed = site.entry("holidays", "listed")
    assert has_calendar_file(listed, dt.date(2027, 5, 30))
    assert not has_calendar_file(listed, dt.date(2027, 5, 31))
