"""The calendar of a year, as a view."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from site_builder.views.calendar import CalendarView, view_calendar
from site_builder.views.months import DayView
from tests.unit.test_agenda_views import CHANGES, CLASS, event, holiday, page_of, words

NAURYZ = """\
group: folk
rule: {type: range, first: 03-21, last: 03-23}
kazakhstan: {day_off: true, text: {kk: Демалыс., ru: Выходной.}, sources: [gazette]}
"""
AIT = """\
group: faith
rule: {type: hijri, month: 12, day: 10, days: 3, sources: [gazette]}
kazakhstan: {day_off: true, text: {kk: Бірінші күні., ru: Первый день.}, sources: [gazette]}
"""
MAY_DAY = """\
group: state
rule: {type: fixed, day: 05-01}
kazakhstan: {day_off: true, text: {kk: Демалыс., ru: Выходной.}, sources: [gazette]}
russia: {day_off: true, text: {kk: Демалыс., ru: Выходной.}, sources: [gazette]}
"""
PERSON = """\
title: {kk: Құрманғазы, ru: Курмангазы}
summary: {kk: Күйші., ru: Композитор.}
kind: historical
role: {kk: күйші, ru: композитор}
sources: [gazette]
"""


def calendar_of(content_dir: Path, year: int, **files: str) -> CalendarView:
    """Return the calendar of a year of a site that has these files too, by `kind__id`."""
    paths = {f"{name.replace('__', '/')}.yml": text for name, text in files.items()}
    return view_calendar(page_of(content_dir, paths), year)


def day(view: CalendarView, date: dt.date) -> DayView:
    """Return a day of the grid."""
    days = [day for week in view.months[date.month - 1].weeks for day in week]
    return next(found for found in days if found.day == f"{date.day}")


def listed(view: CalendarView, month: int) -> list[str]:
    """Return what the list of a month names."""
    return [item.title for item in view.months[month - 1].items]


def test_a_grid_has_whole_weeks_from_monday(content_dir: Path) -> None:
    """1 January 2027 is a Friday; February has four weeks exactly."""
    view = calendar_of(content_dir, 2027)
    january, february = view.months[0], view.months[1]
    assert [cell.day for cell in january.weeks[0]] == ["", "", "", "", "1", "2", "3"]
    assert [cell.day for cell in january.weeks[-1]] == [f"{n}" for n in range(25, 32)]
    assert [len(week) for week in february.weeks] == [7, 7, 7, 7]
    assert [head.short for head in view.weekdays] == ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]
    assert view.weekdays[0].name == "понедельник"
    assert (january.title, words(january.caption)) == ("Январь", "Январь 2027 г.")


def test_days_lead_to_the_list(content_dir: Path) -> None:
    evening = event("Кеш", "start: 2027-03-22")
    view = calendar_of(content_dir, 2027, holidays__n=holiday("Наурыз", NAURYZ), events__e=evening)
    (first, second) = view.months[2].items
    assert day(view, dt.date(2027, 3, 20)) == DayView("20")
    assert day(view, dt.date(2027, 3, 21)).href == f"#{first.id}"
    assert day(view, dt.date(2027, 3, 22)).names == "Наурыз; Кеш"
    assert day(view, dt.date(2027, 3, 23)).href == f"#{first.id}"
    assert second.title == "Кеш"


def test_days_off_of_both_countries_are_marked(content_dir: Path) -> None:
    files = {"holidays__n": NAURYZ, "holidays__ait": AIT, "holidays__may": MAY_DAY}
    view = calendar_of(
        content_dir, 2027, **{name: holiday("М", rule) for name, rule in files.items()}
    )
    off = {
        (month, cell.day): (cell.off_kazakhstan, cell.off_russia)
        for month, shown in enumerate(view.months, 1)
        for week in shown.weeks
        for cell in week
        if cell.off_kazakhstan or cell.off_russia
    }
    assert off == {
        (3, "21"): (True, False),
        (3, "22"): (True, False),
        (3, "23"): (True, False),
        (5, "1"): (True, True),
        # Of the three days of the Ait the first.
        (5, "16"): (True, False),
    }
    assert "новой луны" in view.moon_note


def test_a_class_is_listed_once_a_month_and_every_meeting_leads_there(content_dir: Path) -> None:
    view = calendar_of(content_dir, 2026, events__lesson=event("class", CLASS))
    december = view.months[11].items
    assert [item.date.datetime for item in december] == ["2026-12-01", "2026-12-18"]
    assert day(view, dt.date(2026, 12, 24)).href == "#events-lesson-2026-12-01"
    assert day(view, dt.date(2026, 12, 18)).href == f"#{december[1].id}"
    assert day(view, dt.date(2026, 12, 15)).href == ""
    assert listed(view, 11) == ["class"]
    assert listed(view, 9) == []


def test_what_goes_over_months_and_years_is_listed_once(content_dir: Path) -> None:
    files = {
        "events__show": event("Көрме", "start: 2026-11-20\nend: 2026-12-05"),
        "events__winter": event("Қыс", "start: 2026-12-30\nend: 2027-01-03"),
    }
    before, after = (calendar_of(content_dir, year, **files) for year in (2026, 2027))
    assert (listed(before, 11), listed(before, 12)) == (["Көрме"], ["Қыс"])
    assert day(before, dt.date(2026, 12, 1)).href == f"#{before.months[10].items[0].id}"
    assert (listed(after, 1), listed(after, 2)) == (["Қыс"], [])
    assert day(after, dt.date(2027, 1, 3)).names == "Қыс"


def test_inexact_dates_are_listed_and_mark_no_day(content_dir: Path) -> None:
    files = {
        "events__month": event("Ай", "start: 2027-03"),
        "events__day": event("Күн", "start: 2027-03-30"),
        "events__year": event("Жыл", "start: 2027"),
    }
    view = calendar_of(content_dir, 2027, **files)
    assert listed(view, 3) == ["Күн", "Ай"]
    assert [item.title for item in view.undated] == ["Жыл"]
    linked = [cell for month in view.months for week in month.weeks for cell in week if cell.href]
    assert [cell.names for cell in linked] == ["Күн"]


def test_a_cancelled_event_says_so_in_the_grid_too(content_dir: Path) -> None:
    cancelled = event("Кеш", f"start: 2027-03-10\nstatus: cancelled{CHANGES}")
    view = calendar_of(content_dir, 2027, events__e=cancelled)
    assert day(view, dt.date(2027, 3, 10)).names == "ОТМЕНЕНО: Кеш"
    assert view.months[2].items[0].mark == "ОТМЕНЕНО:"


def test_anniversaries_are_cited_and_dispute_is_told(content_dir: Path) -> None:
    born = """\
born:
  value: 1823
  sources: [gazette]
  variants: [{value: 1820, sources: [gazette]}]
died: {value: 1896-04-25, sources: [gazette]}
"""
    view = calendar_of(content_dir, 2023, people__k=PERSON + born)
    (found,) = view.anniversaries
    assert found.words == "200 лет со дня рождения"
    assert (found.date, found.datetime) == ("", "2023")
    assert found.note == "в других источниках дата иная"
    assert "#source-1" in found.citations
    assert [note.number for note in view.sources] == [1]
    (death,) = calendar_of(content_dir, 2026, people__k=PERSON + born).anniversaries
    assert (death.words, words(death.date)) == ("130 лет со дня смерти", "25 апреля 2026 г.")
    assert death.note == ""


def test_years_lead_to_each_other_as_far_as_there_are_calendars(content_dir: Path) -> None:
    """The build's day is in 2026: there are calendars from 2024 to 2030."""
    first, last = (calendar_of(content_dir, year) for year in (2024, 2030))
    assert first.before is None
    assert first.after is not None
    assert first.after.title == "2025"
    assert last.before is not None
    assert last.before.title == "2029"
    assert last.after is None
