"""What comes next, the archive and their filters, as views."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.languages import Language
from site_builder.linker import link_site
from site_builder.loader import load_content
from site_builder.ui_strings import load_strings
from site_builder.views.agenda import AgendaView, view_agenda, view_archive
from site_builder.views.agenda_items import AgendaItemView
from site_builder.views.home import view_home
from site_builder.views.page import Page
from tests.support import TODAY, write_content
from tests.unit.pages import FILES

VILLAGE = """\
title: {kk: Алтынжар, ru: Алтынжар}
summary: {kk: Ауыл., ru: Село.}
kind: village
region: astrakhan
located_in: {kk: Аудан, ru: Район}
sources: [gazette]
"""
KAZAKHSTAN_OFF = """\
group: state
rule: {type: fixed, day: 12-16}
kazakhstan: {day_off: true, text: {kk: Демалыс., ru: Выходной.}, sources: [gazette]}
"""


def event(title: str, fields: str) -> str:
    """Return an event's file; a status among the fields takes the place of the usual one."""
    status = "" if "status:" in fields else "status: confirmed\n"
    kind = "" if "\nkind:" in f"\n{fields}" else "kind: concert\n"
    head = f"title: {{kk: {title}, ru: {title}}}\nsummary: {{kk: Іс., ru: Дело.}}\n"
    return f"{head}{kind}{status}scope: astrakhan\nsources: [gazette]\n{fields}\n"


def holiday(title: str, fields: str) -> str:
    """Return a holiday's file."""
    head = f"title: {{kk: {title}, ru: {title}}}\nsummary: {{kk: Мереке., ru: Праздник.}}\n"
    return f"{head}sources: [gazette]\n{fields}"


def page_of(content_dir: Path, files: dict[str, str]) -> Page:
    """Return a Russian page of a site that has these files too."""
    content = load_content(write_content(content_dir, files))
    site, problems = link_site(content)
    assert not content.problems
    assert not problems
    assert site is not None
    return Page(site, load_strings(Language.RU), "ru/events/", TODAY, FILES)


def agenda_of(content_dir: Path, **events: str) -> AgendaView:
    """Return what comes next of the events with these fields."""
    files = {f"events/{name}.yml": event(name, fields) for name, fields in events.items()}
    return view_agenda(page_of(content_dir, files))


def titles(view: AgendaView) -> dict[str, list[str]]:
    """Return the names of what is shown, by the anchor of its group."""
    return {
        group.anchor: [item.title for item in group.items if not item.is_hidden]
        for group in view.groups
        if not group.is_hidden
    }


def only_item(view: AgendaView) -> AgendaItemView:
    """Return the only item."""
    (item,) = (item for group in view.groups for item in group.items)
    return item


def words(text: str) -> str:
    """Return a text with plain spaces."""
    return text.replace("\u00a0", " ")


def test_thirty_days_come_first_then_months(content_dir: Path) -> None:
    view = agenda_of(
        content_dir,
        now="start: 2026-11-22",
        thirtieth="start: 2026-12-22",
        after="start: 2026-12-23",
        spring="start: 2027-03-01",
    )
    assert titles(view) == {
        "next": ["now", "thirtieth"],
        "month-2026-12": ["after"],
        "month-2027-03": ["spring"],
    }
    assert [words(group.title) for group in view.groups] == [
        "Ближайшие 30 дней",
        "Декабрь 2026 г.",
        "Март 2027 г.",
    ]


def test_what_is_over_or_held_is_not_next(content_dir: Path) -> None:
    view = agenda_of(
        content_dir,
        yesterday="start: 2026-11-21",
        held="start: 2026\nstatus: held",
        ongoing="start: 2026-10-01\nend: 2026-11-22",
    )
    assert titles(view) == {"next": ["ongoing"]}


def test_inexact_dates_stand_at_the_end_of_their_month(content_dir: Path) -> None:
    view = agenda_of(
        content_dir,
        month="start: 2027-03",
        day="start: 2027-03-30",
        december="start: 2026-12",
        now="start: 2026-11",
        year="start: 2027",
    )
    assert titles(view) == {
        "month-2026-11": ["now"],
        "month-2026-12": ["december"],
        "month-2027-03": ["day", "month"],
        "later": ["year"],
    }
    later = view.groups[-1].items[0]
    assert (later.date.day, later.date.month, later.date.year) == ("", "", "2027")
    assert later.states == ("точный день неизвестен",)
    assert later.since == ""
    assert later.over == "2028-01-01T00:00:00+04:00"


def test_holidays_of_twelve_months_and_all_events_are_next(content_dir: Path) -> None:
    files = {
        "holidays/last.yml": holiday(
            "last",
            "group: folk\nrule: {type: listed}\ndates:\n"
            "  - {start: 2027-11-30, state: announced, sources: [gazette]}\n",
        ),
        "holidays/late.yml": holiday(
            "late",
            "group: folk\nrule: {type: listed}\ndates:\n"
            "  - {start: 2027-12-01, state: announced, sources: [gazette]}\n",
        ),
        "events/far.yml": event("far", "start: 2028-06-01"),
    }
    view = view_agenda(page_of(content_dir, files))
    assert titles(view) == {"month-2027-11": ["last"], "month-2028-06": ["far"]}


CLASS = """\
start: 2026-10-06
start_time: 18:30
end_time: 20:00
repeats:
  every: weekly
  weekdays: [thursday, tuesday]
  until: 2027-05-27
  moved: [{day: 2026-12-15, to: 2026-12-18, start_time: 17:00, end_time: 18:30}]"""


def test_a_class_stands_once_and_its_moved_meetings_by_themselves(content_dir: Path) -> None:
    view = agenda_of(content_dir, lesson=CLASS)
    shown = [item for group in view.groups for item in group.items if not item.is_hidden]
    assert [item.date.datetime for item in shown] == ["2026-11-24", "2026-12-18"]
    assert shown[0].notes == ("По вторникам и четвергам",)
    assert shown[0].states == ()
    assert shown[1].states == ("дата изменена",)
    assert [words(note) for note in shown[1].notes] == ["Прежняя дата: 15 декабря, 18:30"]
    assert shown[1].series == ""


def test_meetings_of_two_months_wait_behind_the_next(content_dir: Path) -> None:
    page = page_of(content_dir, {"events/lesson.yml": event("lesson", CLASS)})
    view = view_agenda(page)
    waiting = [item for group in view.groups for item in group.items if item.is_hidden]
    assert {item.series for item in waiting} == {"lesson"}
    assert waiting[0].date.datetime == "2026-11-26"
    assert waiting[-1].date.datetime == "2027-01-21"
    assert [(group.anchor, group.is_hidden) for group in view.groups] == [
        ("next", False),
        ("month-2026-12", True),
        ("month-2027-01", True),
    ]
    assert [heading.anchor for heading in page.headings] == ["next", "years"]


def test_a_class_after_a_long_pause_is_told_of(content_dir: Path) -> None:
    later = CLASS.replace("2026-10-06", "2027-03-02").split("\n  moved")[0]
    view = agenda_of(content_dir, lesson=later)
    assert titles(view) == {"month-2027-03": ["lesson"]}


def test_a_monthly_club_says_how_often(content_dir: Path) -> None:
    view = agenda_of(
        content_dir, club="start: 2026-11-28\nrepeats: {every: monthly, nth: -1, until: 2026-11-30}"
    )
    assert only_item(view).notes == ("По последним субботам месяца",)


CHANGES = "\nchanges: [{day: 2026-11-20, text: {kk: Ауысты., ru: Изменено.}}]"


@pytest.mark.parametrize(
    ("fields", "mark", "states", "notes"),
    [
        ("status: confirmed", "", (), ()),
        ("status: planned", "", ("запланировано",), ()),
        ("status: announced", "", ("было объявлено",), ()),
        (f"status: cancelled{CHANGES}", "ОТМЕНЕНО:", (), ()),
        (f"status: postponed{CHANGES}", "ОТЛОЖЕНО:", (), ()),
        (
            f"status: moved{CHANGES}\nmoved_from: {{start: 2026-12-03, start_time: 18:00}}",
            "",
            ("дата изменена",),
            ("Прежняя дата: 3 декабря, 18:00",),
        ),
        (
            f"status: moved{CHANGES}\nmoved_from: {{start: 2026-12-03}}",
            "",
            ("дата изменена",),
            ("Прежняя дата: 3 декабря",),
        ),
    ],
)
def test_states_are_told(
    content_dir: Path, fields: str, mark: str, states: tuple[str, ...], notes: tuple[str, ...]
) -> None:
    item = only_item(agenda_of(content_dir, evening=f"start: 2026-12-10\n{fields}"))
    assert item.mark == mark
    assert item.states == states
    assert tuple(words(note) for note in item.notes) == notes


def test_an_item_tells_hours_in_both_clocks_and_where(content_dir: Path) -> None:
    fields = "start: 2026-12-10\nstart_time: 18:30\nend_time: 20:00\nplace: altynzhar\n"
    files = {
        "places/altynzhar.yml": VILLAGE,
        "events/evening.yml": event("Кеш", f"{fields}venue: {{kk: Зал, ru: Зал}}"),
    }
    item = only_item(view_agenda(page_of(content_dir, files)))
    assert item.hours == (
        "18:30–20:00 по Астрахани (UTC+4), 19:30–21:00 в Атырау, Актау и Уральске (UTC+5)"
    )
    assert item.start == "2026-12-10T18:30:00+04:00"
    assert item.over == "2026-12-10T20:00:00+04:00"
    assert item.where == "Алтынжар, Зал"
    assert item.what == "Концерт"


@pytest.mark.parametrize(
    ("dates", "sheet"),
    [
        ("start: 2026-12-10", ("10", "декабря", "", "четверг", "")),
        ("start: 2026-12-10\nend: 2026-12-12", ("10–12", "декабря", "", "", "")),
        ("start: 2026-11-20\nend: 2026-12-05", ("20", "ноября", "– 5 декабря", "", "")),
        ("start: 2026-12-20\nend: 2027-01-05", ("20", "декабря", "– 5 января 2027", "", "")),
        ("start: 2027-03-10", ("10", "марта", "", "среда", "")),
        ("start: 2027-03\nend: 2027-04", ("", "март", "– апрель", "", "")),
    ],
)
def test_a_date_is_as_on_the_sheet_of_a_calendar(
    content_dir: Path, dates: str, sheet: tuple[str, ...]
) -> None:
    date = only_item(agenda_of(content_dir, evening=dates)).date
    assert (date.day, date.month, words(date.until), date.weekday, date.year) == sheet


def test_an_estimate_is_honest(content_dir: Path) -> None:
    rule = "group: faith\nrule: {type: hijri, month: 12, day: 10, days: 3, sources: [gazette]}\n"
    view = view_agenda(page_of(content_dir, {"holidays/ait.yml": holiday("Айт", rule)}))
    assert only_item(view).states == ("по расчёту, ±1 день",)
    assert "новой луны" in view.moon_note
    listed = f"{rule}dates: [{{start: 2027-05-17, state: announced, sources: [gazette]}}]\n"
    view = view_agenda(page_of(content_dir, {"holidays/ait.yml": holiday("Айт", listed)}))
    assert only_item(view).states == ("дата объявлена",)
    assert view.moon_note == ""


def test_a_holiday_says_who_has_the_day_off(content_dir: Path) -> None:
    files = {"holidays/day.yml": holiday("День", KAZAKHSTAN_OFF)}
    assert only_item(view_agenda(page_of(content_dir, files))).what == (
        "Праздник · выходной в Казахстане"
    )


def test_without_events_the_page_says_so(content_dir: Path) -> None:
    files = {"holidays/day.yml": holiday("День", KAZAKHSTAN_OFF)}
    assert not view_agenda(page_of(content_dir, files)).has_events
    files["events/evening.yml"] = event("Кеш", "start: 2026-12-10")
    assert view_agenda(page_of(content_dir, files)).has_events


DISTRICT = VILLAGE.replace("Алтынжар", "Район").replace("village", "district")


def test_filters_ask_what_divides_the_list(content_dir: Path) -> None:
    files = {
        "places/volodarsky.yml": DISTRICT,
        "places/altynzhar.yml": f"{VILLAGE}part_of: volodarsky\n",
        "places/hall.yml": f"{VILLAGE.replace('Алтынжар', 'Зал')}part_of: altynzhar\n",
        "events/evening.yml": event("Кеш", "start: 2026-12-10\nplace: hall\nlanguages: [kk, ru]"),
        "events/second.yml": event("Той", "start: 2026-12-11\nkind: holiday\nlanguages: [kk]"),
        "holidays/day.yml": holiday("День", KAZAKHSTAN_OFF),
    }
    view = view_agenda(page_of(content_dir, files))
    assert {
        filter_.name: [(option.value, option.title) for option in filter_.options]
        for filter_ in view.filters
    } == {
        "kind": [("concert", "Концерт"), ("holiday", "Праздник")],
        "district": [("volodarsky", "Район")],
        "language": [("kk", "на казахском"), ("ru", "на русском")],
    }
    traits = {item.title: item.traits for group in view.groups for item in group.items}
    assert traits["Кеш"].district == "volodarsky"
    assert traits["Кеш"].language == "kk ru"
    assert traits["День"].kind == traits["Той"].kind == "holiday"


def test_answers_of_one_name_stand_by_their_ids(content_dir: Path) -> None:
    """Sets have no order of their own that is the same in each build."""
    ids = ["five", "four", "one", "six", "three", "two"]
    files = {f"places/{id_}.yml": VILLAGE for id_ in ids}
    files |= {f"events/{id_}.yml": event(id_, f"start: 2026-12-10\nplace: {id_}") for id_ in ids}
    (districts,) = view_agenda(page_of(content_dir, files)).filters
    assert [option.value for option in districts.options] == ids


def test_a_filter_that_leaves_nothing_out_is_not_asked(content_dir: Path) -> None:
    place = {"places/altynzhar.yml": VILLAGE}
    alike = {
        f"events/{name}.yml": event(name, "start: 2026-12-10\nplace: altynzhar\nlanguages: [kk]")
        for name in ("first", "second")
    }
    assert view_agenda(page_of(content_dir, {**place, **alike})).filters == ()


def test_places_that_stand_in_each_other_do_not_hang_the_build(content_dir: Path) -> None:
    files = {
        "places/one.yml": f"{VILLAGE}part_of: two\n",
        "places/two.yml": f"{VILLAGE}part_of: one\n",
        "events/evening.yml": event("Кеш", "start: 2026-12-10\nplace: one"),
    }
    assert only_item(view_agenda(page_of(content_dir, files))).traits.district == "two"


def test_the_archive_says_that_nobody_told_of_what_was_planned(content_dir: Path) -> None:
    files = {"events/spring.yml": event("spring", "start: 2026-03-01\nstatus: planned")}
    assert only_item(view_archive(page_of(content_dir, files), 2026)).states == ("было объявлено",)


def test_the_archive_has_a_class_in_the_year_of_its_start_newest_first(content_dir: Path) -> None:
    files = {
        "events/lesson.yml": event("lesson", CLASS),
        "events/spring.yml": event("spring", "start: 2026-03-01\nstatus: held"),
        "events/year.yml": event("year", "start: 2026\nstatus: held"),
        "events/other.yml": event("other", "start: 2025-03-01\nstatus: held"),
    }
    page = page_of(content_dir, files)
    (group,) = view_archive(page, 2026).groups
    assert [item.title for item in group.items] == ["lesson", "spring", "year"]
    assert [link.title for link in view_archive(page, 2026).years] == ["2026", "2025"]
    assert not view_archive(page, 2026).is_live
    assert view_archive(page, 2027).groups[0].items == ()


def test_home_keeps_more_than_it_shows(content_dir: Path) -> None:
    files = {
        f"events/e{day}.yml": event(f"e{day}", f"start: 2026-12-{day}") for day in range(10, 20)
    }
    home = view_home(page_of(content_dir, {**files, "events/lesson.yml": event("class", CLASS)}))
    shown = [item.title for item in home.events if not item.is_hidden]
    assert shown == ["class", "e10", "e11"]
    assert [item.title for item in home.events if not item.series] == [
        f"e{day}" for day in range(10, 17)
    ]
    assert home.are_coming


def test_home_tells_of_the_latest_events_when_none_is_coming(content_dir: Path) -> None:
    files = {
        f"events/e{year}.yml": event(f"e{year}", f"start: {year}-05-01\nstatus: held")
        for year in range(2020, 2025)
    }
    home = view_home(page_of(content_dir, files))
    assert [item.title for item in home.events] == ["e2024", "e2023", "e2022"]
    assert [item.date.year for item in home.events] == ["2024", "2023", "2022"]
    assert home.events_title == "Последние события"
    assert not home.are_coming
