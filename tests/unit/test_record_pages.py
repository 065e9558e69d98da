"""What pages of places, organisations, holidays and people say about dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from site_builder.languages import LANGUAGES
from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.urls import RESERVED_ANCHORS
from site_builder.views.event_lists import event_parts
from site_builder.views.holidays import view_holiday
from site_builder.views.organisations import view_organisation
from site_builder.views.page import Page
from site_builder.views.parts import PartView, RecordView
from site_builder.views.people import view_person
from site_builder.views.places import view_place
from tests.support import TODAY
from tests.unit.pages import changed, full_site, open_page

KK, RU = LANGUAGES


def made(view: Callable[[Page, Entry], RecordView], entry: Entry, **options: Any) -> RecordView:
    return view(open_page(entry, **options), entry)


def part(page: RecordView, anchor: str) -> PartView:
    return next(part for part in page.parts if part.anchor == anchor)


# Events of a place, an organisation, a holiday


@pytest.mark.parametrize(
    ("view", "kind", "id_", "titles"),
    [
        (view_place, "places", "full-place", ["Перенесённый вечер", "ОТМЕНЕНО: Полный праздник"]),
        (view_place, "places", "village", ["Занятия домброй"]),
        (
            view_organisation,
            "organisations",
            "full-organisation",
            ["Перенесённый вечер", "ОТМЕНЕНО: Полный праздник"],
        ),
        (view_holiday, "holidays", "full-holiday", ["ОТМЕНЕНО: Полный праздник"]),
    ],
)
def test_their_events_have_a_part_and_are_not_related_too(
    view: Callable[[Page, Entry], RecordView], kind: str, id_: str, titles: list[str]
) -> None:
    page = made(view, full_site().entry(kind, id_))
    assert [row.title for row in part(page, "events").items] == titles
    assert all(row.is_coming for row in part(page, "events").items)
    assert "События" not in [group.title for group in page.related]
    assert {part.anchor for part in page.parts if part.kind != "statement"} <= {
        *RESERVED_ANCHORS,
        "visitors",
    }


def with_events(entry: Entry, events: list[Entry]) -> Site:
    site = full_site()
    key = (entry.kind.name, entry.id)
    backlinks = {**site.backlinks, key: tuple(events)}
    return Site(site.settings, site.entries, site.links, backlinks)


def test_coming_events_come_by_date_and_past_ones_newest_first() -> None:
    place = full_site().entry("places", "full-place")
    template = full_site().entry("events", "past-event")

    def on(day: str, **values: Any) -> Entry:
        title = {"kk": day, "ru": day}
        return changed(template, title=title, start=day, start_time=None, **values)

    coming = [on("2027-02-01", status="planned"), on("2026-11-22", status="planned")]
    weekly = on("2026-01-06", status="planned", repeats={"every": "weekly"})
    past = [on("2026-11-21", status="planned"), on("2026-05"), on("2026-06-30"), on("2024")]
    site = with_events(place, [*past, *coming, weekly])
    (events,) = event_parts(open_page(place, site=site), place)
    assert [(row.title, row.is_coming) for row in events.items] == [
        ("2026-11-22", True),
        ("2026-01-06", True),
        ("2027-02-01", True),
        ("2026-11-21", False),
        ("2026-06-30", False),
        ("2026-05", False),
        ("2024", False),
    ]
    assert events.items[3].words.endswith("· было объявлено")
    assert [row.datetime for row in events.items][-2:] == ["2026-05", "2024"]


def test_of_a_long_list_the_coming_are_never_folded_away() -> None:
    place = full_site().entry("places", "full-place")
    template = full_site().entry("events", "past-event")
    coming = [changed(template, start="2027-02-01", status="planned")] * 15
    for events, shown in (([template] * 13, 12), ([*coming, template], 15)):
        site = with_events(place, events)
        (made_part,) = event_parts(open_page(place, site=site), place)
        assert len(made_part.items) == len(events)
        assert made_part.shown == shown


def test_a_place_names_the_holidays_that_are_kept_there() -> None:
    page = made(view_place, full_site().entry("places", "village"))
    (link,) = part(page, "kept-holidays").items
    assert (link.title, link.datetime) == ("Полный айт", "2027-05-17")
    assert "Праздники" not in [group.title for group in page.related]


# Holidays


def test_the_next_day_tells_its_state() -> None:
    holiday = full_site().entry("holidays", "full-holiday")
    for today, words, state in (
        (TODAY, "17–19\u00a0мая 2027\u00a0г.", "дата объявлена"),
        (dt.date(2027, 5, 20), "5–7\u00a0мая 2028\u00a0г.", "по расчёту, ±1 день"),
    ):
        (row,) = made(view_holiday, holiday, today=today).facts
        assert (row.values[0].html, row.values[0].note) == (words, state)
        assert "source-2" in row.values[0].citations


def test_both_countries_and_the_region_stand_side_by_side() -> None:
    page = made(view_holiday, full_site().entry("holidays", "full-holiday"))
    kept = part(page, "observance").items
    assert [(item.where, item.day_off, item.is_day_off) for item in kept] == [
        ("В Казахстане", "Выходной день", True),
        ("В России", "Не выходной", False),
        ("В Астраханской области", "Не выходной", False),
    ]
    assert [item.html for item in kept][2] == "В мечетях читают намаз."


def test_changes_of_a_date_are_told() -> None:
    page = made(view_holiday, full_site().entry("holidays", "full-holiday"))
    assert [change.text for change in part(page, "changes").items] == ["Перенесено с 16\u00a0мая."]


def test_the_law_is_told_with_the_years_without_a_day() -> None:
    holiday = full_site().entry("holidays", "changed")
    russian = part(made(view_holiday, holiday), "law").items
    assert [item.words for item in russian] == [
        "до 2025 года включительно: 30\u00a0августа",
        "2026: праздничного дня нет",
        "с 2027 года: 15\u00a0марта",
    ]
    assert ["source-" in item.citations for item in russian] == [True, False, True]
    kazakh = part(made(view_holiday, holiday, language=KK), "law").items
    assert kazakh[0].words == "2025 жылға дейін (осы жылды қоса алғанда): 30\u00a0тамыз"


def test_the_law_can_give_several_days_and_weekdays() -> None:
    rules = [
        {
            "last_year": "1999",
            "rule": {"type": "range", "first": "03-21", "last": "03-23"},
            "sources": ["first"],
        },
        {
            "first_year": "2000",
            "last_year": "2009",
            "rule": {"type": "nth-weekday", "month": "7", "weekday": "sunday", "nth": "1"},
            "sources": ["first"],
        },
        {"first_year": "2013", "rule": {"type": "fixed", "day": "07-06"}, "sources": ["first"]},
    ]
    entry = full_site().entry("holidays", "changed")
    holiday = changed(entry, rule={"type": "changed", "periods": rules})
    assert [item.words for item in part(made(view_holiday, holiday), "law").items] == [
        "до 1999 года включительно: 21\u00a0марта – 23\u00a0марта",
        "2000–2009: по первым воскресеньям июля",
        "2010–2012: праздничного дня нет",
        "с 2013 года: 6\u00a0июля",
    ]
    kazakh = part(made(view_holiday, holiday, language=KK), "law").items
    assert kazakh[1].words == "2000–2009: шілде айының бірінші жексенбі күні"


def test_an_estimate_says_so_in_calendars_and_messages() -> None:
    holiday = full_site().entry("holidays", "full-holiday")
    page = made(view_holiday, holiday, today=dt.date(2027, 5, 20))
    assert page.add is not None
    assert page.share is not None
    assert (
        "%28%C2%B11%20%D0%B4%D0%B5%D0%BD%D1%8C%29&dates=20280505%2F20280508" in page.add.google_href
    )
    assert "startdt=2028-05-05&enddt=2028-05-08&allday=true" in page.add.outlook_href
    assert page.add.note.startswith("Дата расчётная: день может сдвинуться")
    assert page.add.until == "2028-05-08T00:00:00+04:00"
    assert "5–7\u00a0мая 2028\u00a0г. (по расчёту, ±1 день)" in page.share.message
    assert "2028 жылғы 5–7\u00a0мамыр (есептеу бойынша, ±1 күн)" in page.share.message


def test_what_is_announced_is_no_estimate() -> None:
    page = made(view_holiday, full_site().entry("holidays", "full-holiday"))
    assert page.add is not None
    assert page.add.note == ""
    assert "%C2%B1" not in page.add.google_href


def test_a_holiday_without_a_day_can_be_shared_but_not_added() -> None:
    page = made(view_holiday, full_site().entry("holidays", "undated"))
    assert page.add is None
    assert page.share is not None
    assert page.share.message.endswith("https://full.example/sub/ru/holidays/undated/")


# People


def test_round_anniversaries_of_this_year_and_the_next() -> None:
    person = full_site().entry("people", "full-person")

    def anniversaries(year: int) -> list[tuple[str, str]]:
        facts = made(view_person, person, today=dt.date(year, 6, 1)).facts
        return [
            (value.html, value.note)
            for row in facts
            if row.label == "Круглые даты"
            for value in row.values
        ]

    assert anniversaries(2026) == [("12\u00a0мая 2026\u00a0г. — 130 лет со дня смерти", "")]
    assert anniversaries(2022) == [
        ("2023\u00a0г. — 200 лет со дня рождения", "если считать от 1823\u00a0г."),
        ("март 2023\u00a0г. — 205 лет со дня рождения", "если считать от 1818\u00a0г."),
    ]
    assert anniversaries(2017) == [
        ("2018\u00a0г. — 195 лет со дня рождения", "если считать от 1823\u00a0г."),
        ("март 2018\u00a0г. — 200 лет со дня рождения", "если считать от 1818\u00a0г."),
    ]
    assert anniversaries(2024) == []


def test_people_of_today_have_no_anniversaries() -> None:
    pupil = full_site().entry("people", "pupil")
    facts = made(view_person, pupil, today=dt.date(2025, 1, 1)).facts
    assert "Круглые даты" not in [row.label for row in facts]
