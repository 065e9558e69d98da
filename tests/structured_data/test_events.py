"""What search engines are told about events and holidays: only what is certain."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.structured_data.conftest import Describe

SCHEMA = "https://schema.org/"
PLACE = "place: kurmangazy-mausoleum\n"
CHANGES = "changes: [{day: 2026-11-20, text: {kk: Өзгерді., ru: Изменилось.}}]\n"
HIJRI = "{type: hijri, month: 12, day: 10, days: 3, sources: [gazette]}"
DAY_OFF = "{day_off: true, text: {kk: Демалыс., ru: Выходной.}, sources: [gazette]}"


def _event(text: str, status: str = "planned") -> str:
    return f"kind: meeting\nscope: astrakhan\nstatus: {status}\n{text}"


def test_a_timed_event_has_the_offset_of_its_place(describe: Describe) -> None:
    event = describe("events", _event(f"start: 2027-03-21\nstart_time: 18:30\n{PLACE}"))
    assert event
    assert event["startDate"] == "2027-03-21T18:30:00+04:00"
    assert "endDate" not in event
    text = _event(
        f"start: 2027-03-21\nstart_time: 18:30\nend_time: 20:00\ntimezone: Asia/Oral\n{PLACE}"
    )
    event = describe("events", text)
    assert event
    assert event["startDate"] == "2027-03-21T18:30:00+05:00"
    assert event["endDate"] == "2027-03-21T20:00:00+05:00"


def test_the_last_day_of_whole_days_is_included(describe: Describe) -> None:
    event = describe("events", _event(f"start: 2027-12-30\nend: 2028-01-02\n{PLACE}"))
    assert event
    assert (event["startDate"], event["endDate"]) == ("2027-12-30", "2028-01-02")
    event = describe("events", _event(f"start: 2027-12-30\n{PLACE}"))
    assert event
    assert event["startDate"] == "2027-12-30"
    assert "endDate" not in event


@pytest.mark.parametrize(
    ("status", "rest", "state"),
    [
        ("planned", "", "EventScheduled"),
        ("confirmed", "", "EventScheduled"),
        ("announced", "", "EventScheduled"),
        ("held", "", "EventScheduled"),
        ("cancelled", CHANGES, "EventCancelled"),
        ("postponed", CHANGES, "EventPostponed"),
        ("moved", f"{CHANGES}moved_from: {{start: 2027-03-13}}\n", "EventRescheduled"),
        ("held", f"{CHANGES}moved_from: {{start: 2027-03-13}}\n", "EventRescheduled"),
        ("cancelled", f"{CHANGES}moved_from: {{start: 2027-03-13}}\n", "EventCancelled"),
    ],
)
def test_whether_it_takes_place(describe: Describe, status: str, rest: str, state: str) -> None:
    event = describe("events", _event(f"start: 2027-03-21\n{PLACE}{rest}", status))
    assert event
    assert event["eventStatus"] == SCHEMA + state
    assert event["startDate"] == "2027-03-21"
    assert event.get("previousStartDate") == ("2027-03-13" if "moved_from" in rest else None)


def test_when_a_moved_event_was_to_begin(describe: Describe) -> None:
    former = "moved_from: {start: 2027-03-13, start_time: 17:00}\n"
    text = f"start: 2027-03-21\nstart_time: 18:30\n{PLACE}{CHANGES}{former}"
    event = describe("events", _event(text, "moved"))
    assert event
    assert event["previousStartDate"] == "2027-03-13T17:00:00+04:00"


@pytest.mark.parametrize(
    "text",
    [
        f"start: 2027-03\n{PLACE}",
        f"start: 2027\n{PLACE}",
        f"start: 2027-03-21~\n{PLACE}",
        f"start: 2027-03-21\nend: 2027-04\n{PLACE}",
        "start: 2027-03-21\n",
    ],
    ids=["month", "year", "about", "end unknown", "no place"],
)
def test_what_is_not_certain_is_not_told(describe: Describe, text: str) -> None:
    assert describe("events", _event(text)) is None


def test_a_venue_without_a_record_is_a_place(describe: Describe) -> None:
    venue = "venue: {kk: Үлкен зал, ru: Большой зал}\n"
    event = describe("events", _event(f"start: 2027-03-21\n{venue}"))
    assert event
    assert event["location"] == {"@type": "Place", "name": "Большой зал", "address": "Большой зал"}
    event = describe("events", _event(f"start: 2027-03-21\n{venue}{PLACE}"))
    assert event
    location = event["location"]
    assert location["name"] == "Большой зал"
    assert location["containedInPlace"]["name"] == "Мавзолей Курмангазы"
    assert location["address"] == {
        "@type": "PostalAddress",
        "addressRegion": "Астраханская область",
        "addressCountry": "RU",
    }


WEEKLY = f"""\
start: 2026-11-03
start_time: 18:30
repeats:
  every: weekly
  weekdays: [tuesday, thursday]
  until: 2027-05-27
  skipped: [2026-11-24]
  moved: [{{day: 2026-11-26, to: 2026-11-27}}]
{PLACE}"""


def test_a_class_has_its_next_meeting_and_its_rule(describe: Describe) -> None:
    event = describe("events", _event(WEEKLY))
    assert event
    assert event["startDate"] == "2026-11-27T18:30:00+04:00"
    assert event["eventSchedule"] == {
        "@type": "Schedule",
        "startDate": "2026-11-03",
        "endDate": "2027-05-27",
        "repeatFrequency": "P1W",
        "byDay": [f"{SCHEMA}Tuesday", f"{SCHEMA}Thursday"],
        "startTime": "18:30:00",
        "scheduleTimezone": "Europe/Astrakhan",
        "exceptDate": ["2026-11-24", "2026-11-26"],
    }


def test_a_meeting_that_was_moved_says_from_when(describe: Describe) -> None:
    moved = "{day: 2026-11-25, to: 2026-11-26, start_time: 19:00}"
    text = f"start: 2026-11-18\nstart_time: 18:30\nrepeats: {{every: weekly, moved: [{moved}]}}\n"
    event = describe("events", _event(f"{text}{PLACE}"))
    assert event
    assert event["startDate"] == "2026-11-26T19:00:00+04:00"
    assert event["eventStatus"] == f"{SCHEMA}EventRescheduled"
    assert event["previousStartDate"] == "2026-11-25T18:30:00+04:00"


def test_a_class_that_is_over_has_its_first_meeting(describe: Describe) -> None:
    event = describe("events", _event(WEEKLY), today=dt.date(2027, 6, 1))
    assert event
    assert event["startDate"] == "2026-11-03T18:30:00+04:00"


def test_a_monthly_meeting_names_the_weekday_of_the_month(describe: Describe) -> None:
    text = f"start: 2026-11-28\nrepeats: {{every: monthly, nth: -1}}\n{PLACE}"
    event = describe("events", _event(text))
    assert event
    schedule = event["eventSchedule"]
    assert (schedule["repeatFrequency"], schedule["byDay"]) == ("P1M", "-1SA")
    assert "endDate" not in schedule


def _holiday(rule: str, rest: str = f"kazakhstan: {DAY_OFF}\n") -> str:
    return f"group: faith\nrule: {rule}\n{rest}"


def test_an_estimate_of_the_moon_is_not_told(describe: Describe) -> None:
    assert describe("holidays", _holiday(HIJRI)) is None


def test_a_day_that_was_named_is_told(describe: Describe) -> None:
    named = "dates: [{start: 2027-05-17, state: announced, sources: [gazette]}]\n"
    feast = describe("holidays", _holiday(HIJRI) + named)
    assert feast
    assert (feast["startDate"], feast["endDate"]) == ("2027-05-17", "2027-05-19")
    assert feast["eventStatus"] == f"{SCHEMA}EventScheduled"
    # The next one is an estimate again.
    assert describe("holidays", _holiday(HIJRI) + named, today=dt.date(2027, 5, 20)) is None


def test_a_holiday_by_rule_is_told_of_the_countries_that_rest(describe: Describe) -> None:
    rule = "{type: range, first: 03-21, last: 03-23}"
    feast = describe("holidays", _holiday(rule), language="kk")
    assert feast
    assert (feast["startDate"], feast["endDate"]) == ("2027-03-21", "2027-03-23")
    assert feast["location"]["@type"] == "Country"
    assert feast["location"]["name"] == "Қазақстан"
    assert feast["location"]["address"]["addressCountry"] == "KZ"
    both = describe("holidays", _holiday(rule, f"kazakhstan: {DAY_OFF}\nrussia: {DAY_OFF}\n"))
    assert both
    assert [country["name"] for country in both["location"]] == ["Казахстан", "Россия"]


@pytest.mark.parametrize(
    "kept", ["", f"astrakhan: {DAY_OFF}\n", f"russia: {DAY_OFF.replace('true', 'false')}\n"]
)
def test_a_holiday_on_which_no_country_rests_is_no_event(describe: Describe, kept: str) -> None:
    assert describe("holidays", _holiday("{type: fixed, day: 03-14}", kept)) is None


def test_a_holiday_without_a_day_is_no_event(describe: Describe) -> None:
    assert describe("holidays", _holiday("{type: undated}")) is None
