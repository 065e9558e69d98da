"""What an entry of a calendar says, and what it keeps when its record changes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from site_builder.feeds.calendar_entries import add_text
from site_builder.languages import Language
from tests.feeds.calendar_reading import content_files, event_yaml, made_files, small_site, vevents
from tests.support import FULL_CONTENT, TODAY

CHANGE = "[{day: 2027-05-01, text: {kk: Залдан далаға ауысты., ru: Переехало из зала на воздух.}}]"
KURBAN = """\
title: {kk: Құрбан айт, ru: Курбан-айт}
summary: {kk: Мереке., ru: Праздник.}
group: faith
rule: {type: hijri, month: 12, day: 10, days: 3, sources: [gazette]}
checked: 2026-11-20
sources: [gazette]
"""


def entry(root: Path, path: str = "kk/calendars/all.ics", **fields: str) -> Event:
    """Return the only entry of a calendar of the smallest content and one event."""
    site = small_site(root, {"events/toi.yml": event_yaml(**fields)})
    (event,) = vevents(made_files(site, TODAY)[path])
    return event


def test_the_uid_comes_from_the_id_alone(tmp_path: Path) -> None:
    before = entry(tmp_path / "a")
    after = entry(
        tmp_path / "b",
        title="{kk: Басқа, ru: Другое}",
        start="2027-06-01",
        start_time='"19:00"',
        place="kurmangazy-mausoleum",
        changes=CHANGE,
    )
    assert before["UID"] == after["UID"] == "event.toi@site.example"
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)


def test_whole_days_end_on_the_day_after_the_last(tmp_path: Path) -> None:
    event = entry(tmp_path, start="2027-12-30", end="2028-01-02")
    assert b"DTSTART;VALUE=DATE:20271230\r\n" in event.to_ical()
    assert b"DTEND;VALUE=DATE:20280103\r\n" in event.to_ical()


def test_hours_are_on_the_clock_of_the_place_and_an_unknown_end_is_not_invented(
    tmp_path: Path,
) -> None:
    event = entry(tmp_path, start_time='"18:30"', timezone="Asia/Oral")
    assert b"DTSTART;TZID=Asia/Oral:20270515T183000\r\n" in event.to_ical()
    assert "DTEND" not in event


def test_several_days_that_begin_at_an_hour_last_to_the_end_of_the_last(tmp_path: Path) -> None:
    event = entry(tmp_path, start_time='"10:00"', end="2027-05-17")
    assert b"DTEND;TZID=Europe/Astrakhan:20270518T000000\r\n" in event.to_ical()


def test_stamps_are_the_day_of_the_last_change_never_the_clock(tmp_path: Path) -> None:
    event = entry(tmp_path, checked="2026-11-20", changes=CHANGE)
    assert event["DTSTAMP"].dt == dt.datetime(2027, 5, 1, tzinfo=dt.UTC)
    assert event["LAST-MODIFIED"].dt == event["DTSTAMP"].dt


@pytest.mark.parametrize(
    ("status", "state", "title"),
    [
        ("planned", "TENTATIVE", "Той"),
        ("announced", "TENTATIVE", "Той"),
        ("confirmed", "CONFIRMED", "Той"),
        ("held", "CONFIRMED", "Той"),
        ("moved", "CONFIRMED", "Той"),
        ("postponed", "TENTATIVE", "КЕЙІНГЕ ШЕГЕРІЛДІ: Той"),
        ("cancelled", "CANCELLED", "ӨТКІЗІЛМЕЙДІ: Той"),
    ],
)
def test_the_state_is_in_the_status_and_where_clients_drop_entries_in_the_title(
    tmp_path: Path, status: str, state: str, title: str
) -> None:
    fields = {"moved_from": "{start: 2027-05-08}"} if status == "moved" else {}
    event = entry(tmp_path, status=status, changes=CHANGE, **fields)
    assert (event["STATUS"], event["SUMMARY"]) == (state, title)


def test_a_moved_event_tells_its_former_time_and_what_was_changed(tmp_path: Path) -> None:
    fields = {"status": "moved", "moved_from": '{start: 2027-05-08, start_time: "17:00"}'}
    event = entry(tmp_path, "ru/calendars/all.ics", **fields, changes=CHANGE, start_time='"18:00"')
    lines = event["DESCRIPTION"].splitlines()
    clocks = "{} по Астрахани (UTC+4), {} в Атырау, Актау и Уральске (UTC+5)"
    before = f"8\N{NBSP}мая 2027\N{NBSP}г., суббота, {clocks.format('17:00', '18:00')}"
    assert lines[1:] == [
        "Дата события изменена.",
        f"Прежняя дата: {before}",
        "1\N{NBSP}мая 2027\N{NBSP}г.: Переехало из зала на воздух.",
        clocks.format("18:00", "19:00"),
        "https://site.example/ru/events/toi/",
    ]


@pytest.mark.parametrize(
    ("today", "stays"),
    [("2027-05-15", True), ("2027-05-16", True), ("2027-08-13", True), ("2027-08-14", False)],
)
def test_a_cancelled_event_stays_until_90_days_after_its_day(
    tmp_path: Path, today: str, *, stays: bool
) -> None:
    fields = event_yaml(status="cancelled", changes=CHANGE)
    files = made_files(
        small_site(tmp_path, {"events/toi.yml": fields}), dt.date.fromisoformat(today)
    )
    found = [event["STATUS"] for event in vevents(files["ru/calendars/kind-concert.ics"])]
    assert found == (["CANCELLED"] if stays else [])
    assert len(vevents(files["ru/events/toi.ics"])) == 1


@pytest.mark.parametrize(
    ("start", "in_feeds", "has_file"),
    [
        ("2028-12-31", True, True),
        ("2029-01-01", False, True),
        ("2020-05-15", False, True),
        ("2027-05", False, False),
        ("2027-05-15~", False, False),
    ],
)
def test_calendars_hold_exact_days_that_are_near(
    tmp_path: Path, start: str, *, in_feeds: bool, has_file: bool
) -> None:
    site = small_site(tmp_path, {"events/toi.yml": event_yaml(start=start)})
    files = made_files(site, TODAY)
    assert bool(vevents(files["kk/calendars/all.ics"])) is in_feeds
    assert ("kk/events/toi.ics" in files) is has_file


def test_one_language_is_named_both_are_not(tmp_path: Path) -> None:
    fields = {"place": "kurmangazy-mausoleum", "venue": "{kk: Зал, ru: Зал}"}
    one = entry(tmp_path / "one", "ru/calendars/all.ics", **fields)
    both = entry(tmp_path / "both", "both/calendars/all.ics", **fields)
    worded = ("SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES")
    assert {one[name].params.get("LANGUAGE") for name in worded} == {"ru"}
    assert {both[name].params.get("LANGUAGE") for name in worded} == {None}
    assert one["SUMMARY"] == "Праздник"
    assert one["LOCATION"] == "Зал, Мавзолей Курмангазы, Алтынжар"
    assert both["SUMMARY"] == "Той / Праздник"
    assert both["DESCRIPTION"] == ("Қысқаша.\n\nКратко.\nhttps://site.example/both/events/toi/")
    assert both["CATEGORIES"].cats == ["Концерт"]


def test_words_alike_in_both_languages_stand_once(tmp_path: Path) -> None:
    event = entry(
        tmp_path,
        "both/calendars/all.ics",
        title="{kk: Наурыз, ru: Наурыз}",
        status="cancelled",
        changes=CHANGE,
    )
    assert event["SUMMARY"] == "ӨТКІЗІЛМЕЙДІ: Наурыз / ОТМЕНЕНО: Наурыз"
    plain = entry(tmp_path / "plain", "both/calendars/all.ics", title="{kk: Наурыз, ru: Наурыз}")
    assert plain["SUMMARY"] == "Наурыз"


HOSTILE = (
    "a, b; c\\d \"e\" 'f' END:VEVENT",
    "BEGIN:VEVENT:;,\\,\\;",
    "😀" * 40,
    "Қасиеттіқұрманғазыкесенесініңашылусалтанатынақатысушыларғаарналған" * 3,
    "${7*7} {{ 7*7 }} %s {title}",
)


@pytest.mark.parametrize("title", HOSTILE)
def test_titles_are_data(tmp_path: Path, title: str) -> None:
    quoted = "'" + title.replace("'", "''") + "'"
    fields = {
        "title": f"{{kk: {quoted}, ru: {quoted}}}",
        "summary": f"{{kk: {quoted}, ru: {quoted}}}",
        "venue": f"{{kk: {quoted}, ru: {quoted}}}",
    }
    event = entry(tmp_path, **fields)
    assert event["SUMMARY"] == title
    assert event["LOCATION"] == title
    assert event["DESCRIPTION"].splitlines()[0] == title


@pytest.mark.parametrize("name", ["NAME", "X-WR-CALNAME", "DESCRIPTION", "X-WR-CALDESC"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_of_a_text_never_become_lines_of_the_file(name: str, newline: str) -> None:
    """The loader lets no line break into a title; the file does not rely on that."""
    made = Calendar()
    add_text(made, name, f"Той{newline}ATTACH:x, y", [Language.KK])
    begin, text, end, rest = made.to_ical().decode().split("\r\n")
    assert (begin, end, rest) == ("BEGIN:VCALENDAR", "END:VCALENDAR", "")
    assert text == rf"{name};LANGUAGE=kk:Той\nATTACH:x\, y"


def test_a_point_is_given_only_where_the_thing_itself_stands() -> None:
    files = content_files(FULL_CONTENT)
    exact = vevents(files["kk/events/weekly-class.ics"])[0]
    (circle,) = vevents(files["kk/events/full-event.ics"])
    assert exact["GEO"].to_ical() == "46.3;48.6"
    assert "GEO" not in circle


def test_nothing_blocks_the_reader_s_day_and_everything_leads_to_its_page(tmp_path: Path) -> None:
    event = entry(tmp_path)
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["URL"] == "https://site.example/kk/events/toi/"
    assert "ORGANIZER" not in event


def _kurban(root: Path, dates: str = "") -> Event:
    site = small_site(root, {"holidays/kurban.yml": KURBAN + dates})
    files = made_files(site, TODAY)
    return next(
        event for event in vevents(files["ru/holidays/kurban.ics"]) if ".1448@" in event["UID"]
    )


def test_an_estimate_by_the_moon_is_tentative_until_it_is_confirmed(tmp_path: Path) -> None:
    estimate = _kurban(tmp_path / "estimate")
    named = "dates: [{start: 2027-05-17, state: announced, sources: [gazette]}]\n"
    confirmed = _kurban(tmp_path / "confirmed", named)
    assert estimate["UID"] == confirmed["UID"] == "holiday.kurban.1448@site.example"
    assert (estimate["STATUS"], confirmed["STATUS"]) == ("TENTATIVE", "CONFIRMED")
    assert (estimate["SEQUENCE"], confirmed["SEQUENCE"]) == (0, 1)
    assert estimate.start == dt.date(2027, 5, 16)
    assert (confirmed.start, confirmed.end) == (dt.date(2027, 5, 17), dt.date(2027, 5, 20))
    assert "Дата расчётная (±1 день)." in estimate["DESCRIPTION"].splitlines()
    assert "Дата объявлена." in confirmed["DESCRIPTION"].splitlines()


def test_a_holiday_s_own_file_begins_with_what_is_not_over(tmp_path: Path) -> None:
    fixed = KURBAN.replace(
        "rule: {type: hijri, month: 12, day: 10, days: 3, sources: [gazette]}",
        "rule: {type: range, first: 11-21, last: 11-22}",
    )
    site = small_site(tmp_path, {"holidays/kurban.yml": fixed})
    for today, years in ((TODAY, [2026, 2027, 2028]), (dt.date(2026, 11, 23), [2027, 2028])):
        files = made_files(site, today)
        own = vevents(files["kk/holidays/kurban.ics"])
        assert [event.start.year for event in own] == years
        assert len(vevents(files["kk/calendars/holidays.ics"])) == 3


def test_a_moved_meeting_keeps_its_place_in_the_rule() -> None:
    data = content_files(FULL_CONTENT)["ru/events/weekly-class.ics"]
    rule, moved = vevents(data)
    assert rule["UID"] == moved["UID"]
    assert moved["RECURRENCE-ID"].dt == dt.datetime(2026, 12, 15, 18, 30, tzinfo=rule.start.tzinfo)
    assert "RRULE" not in moved
    assert "Прежняя дата: 15\N{NBSP}декабря" in moved["DESCRIPTION"]
    # 18:30 of the last day in Astrakhan.
    assert b"UNTIL=20270527T143000Z" in rule.to_ical()


def test_a_rule_of_whole_days_ends_with_a_day(tmp_path: Path) -> None:
    event = entry(
        tmp_path,
        start="2027-05-01",
        repeats="{every: weekly, until: 2027-06-12, skipped: [2027-05-08]}",
    )
    lines = event.to_ical().splitlines()
    assert b"RRULE:FREQ=WEEKLY;UNTIL=20270612;BYDAY=SA" in lines
    assert b"EXDATE;VALUE=DATE:20270508" in lines


def test_an_empty_calendar_is_one(tmp_path: Path) -> None:
    files = made_files(small_site(tmp_path, {}), TODAY)
    calendar = Calendar.from_ical(files["kk/calendars/kind-concert.ics"])
    assert [str(zone["TZID"]) for zone in calendar.subcomponents] == ["Europe/Astrakhan"]


def test_a_calendar_tells_its_name_its_address_and_when_to_come_again(tmp_path: Path) -> None:
    files = made_files(small_site(tmp_path, {"events/toi.yml": event_yaml()}), TODAY)
    lines = files["ru/calendars/kind-concert.ics"].replace(b"\r\n ", b"").decode().split("\r\n")
    for line in (
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        "NAME;LANGUAGE=ru:Сайт: Концерты",
        "X-WR-CALNAME;LANGUAGE=ru:Сайт: Концерты",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "SOURCE;VALUE=URI:https://site.example/ru/calendars/kind-concert.ics",
        "URL:https://site.example/ru/events/",
        "LAST-MODIFIED:20261122T000000Z",
        "X-WR-TIMEZONE:Europe/Astrakhan",
    ):
        assert line in lines
