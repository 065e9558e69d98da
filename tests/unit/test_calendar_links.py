"""Links into other people's calendars: what their forms are filled with."""

from __future__ import annotations

import datetime as dt
from urllib.parse import parse_qs, quote, urlsplit
from zoneinfo import ZoneInfo

import pytest

from site_builder.occurrences.events import Occurrence
from site_builder.views.calendar_links import (
    google_link,
    google_subscription,
    outlook_link,
    outlook_subscription,
    webcal_link,
)

ASTRAKHAN = ZoneInfo("Europe/Astrakhan")
NAURYZ = Occurrence(dt.date(2027, 3, 21), dt.date(2027, 3, 23), ASTRAKHAN)
CONCERT = Occurrence(
    dt.date(2027, 5, 15), dt.date(2027, 5, 15), ASTRAKHAN, dt.time(17), dt.time(20)
)
OPEN = Occurrence(dt.date(2027, 5, 15), dt.date(2027, 5, 15), ASTRAKHAN, dt.time(17))
NIGHT = Occurrence(dt.date(2027, 5, 15), dt.date(2027, 5, 16), ASTRAKHAN, dt.time(22), dt.time(2))


def fields(link: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}


@pytest.mark.parametrize(
    ("time", "dates"),
    [
        (NAURYZ, "20270321/20270324"),
        (CONCERT, "20270515T170000/20270515T200000"),
        (OPEN, "20270515T170000/20270515T170000"),
        (NIGHT, "20270515T220000/20270516T020000"),
    ],
)
def test_google_takes_whole_days_and_hours_on_the_clock_of_the_place(
    time: Occurrence, dates: str
) -> None:
    filled = fields(google_link(time, "Той", "Сөз", ""))
    assert filled["dates"] == dates
    assert filled.get("ctz") == ("Europe/Astrakhan" if time.start_time else None)


def test_google_gets_all_words_as_they_are() -> None:
    link = google_link(CONCERT, "Ән & күй", "Кел!\nhttps://x.example/?a=1&b=2", "Зал, 1")
    assert link.startswith("https://calendar.google.com/calendar/render?action=TEMPLATE&")
    filled = fields(link)
    assert filled["text"] == "Ән & күй"
    assert filled["details"] == "Кел!\nhttps://x.example/?a=1&b=2"
    assert filled["location"] == "Зал, 1"
    assert "+" not in link, "a space is %20 for both"


@pytest.mark.parametrize(
    ("time", "start", "end", "allday"),
    [
        (NAURYZ, "2027-03-21", "2027-03-24", "true"),
        (CONCERT, "2027-05-15T13:00:00Z", "2027-05-15T16:00:00Z", None),
        (OPEN, "2027-05-15T13:00:00Z", "2027-05-15T13:00:00Z", None),
        (NIGHT, "2027-05-15T18:00:00Z", "2027-05-15T22:00:00Z", None),
    ],
)
def test_outlook_takes_whole_days_and_moments_in_utc(
    time: Occurrence, start: str, end: str, allday: str | None
) -> None:
    link = outlook_link(time, "Ән & күй", "Кел!", "Зал")
    filled = fields(link)
    assert link.startswith("https://outlook.live.com/calendar/deeplink/compose?")
    assert filled["path"] == "/calendar/action/compose"
    assert filled["rru"] == "addevent"
    assert (filled["startdt"], filled["enddt"], filled.get("allday")) == (start, end, allday)
    assert (filled["subject"], filled["body"], filled["location"]) == ("Ән & күй", "Кел!", "Зал")


def test_the_rule_of_a_class_goes_with_its_name() -> None:
    assert (
        fields(google_link(CONCERT, "Той", "", "", "FREQ=WEEKLY"))["recur"] == "RRULE:FREQ=WEEKLY"
    )
    assert "recur" not in fields(google_link(CONCERT, "Той", "", ""))


def test_subscriptions() -> None:
    address = "https://x.example/kk/calendars/all.ics"
    assert webcal_link(address) == "webcal://x.example/kk/calendars/all.ics"
    google = google_subscription(address)
    assert google == f"https://calendar.google.com/calendar/r?cid={quote(webcal_link(address), '')}"
    outlook = outlook_subscription(address, "Ән & күй")
    assert outlook.startswith("https://outlook.live.com/calendar/0/addfromweb?")
    assert fields(outlook) == {"url": address, "name": "Ән & күй"}
