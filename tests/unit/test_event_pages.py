"""What the page of an event says: its state, its rule, its changes, the ways into a calendar."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from site_builder.languages import LANGUAGES, Language
from site_builder.loader import Entry
from site_builder.ui_strings import load_strings
from site_builder.views.event_words import rule_words
from site_builder.views.events import view_event
from site_builder.views.parts import PartView, RecordView
from tests.support import TODAY
from tests.unit.pages import changed, full_site, open_page

KK, RU = LANGUAGES


def event(id_: str, **values: Any) -> Entry:
    return changed(full_site().entry("events", id_), **values)


def view(entry: Entry, language: Language = RU, today: dt.date = TODAY) -> RecordView:
    return view_event(open_page(entry, language, today), entry)


def part(page: RecordView, anchor: str) -> PartView:
    return next(part for part in page.parts if part.anchor == anchor)


def fact(page: RecordView, label: str) -> list[str]:
    return [value.html for row in page.facts if row.label == label for value in row.values]


@pytest.mark.parametrize(
    ("status", "label", "notice", "title"),
    [
        ("planned", "запланировано", "запланировано", "Перенесённый вечер"),
        ("confirmed", "", "", "Перенесённый вечер"),
        ("announced", "было объявлено", "объявляли заранее", "Перенесённый вечер"),
        ("held", "состоялось", "", "Перенесённый вечер"),
        ("moved", "дата изменена", "Прежняя дата: 13", "Перенесённый вечер"),
        ("postponed", "отложено", "новая дата пока неизвестна", "ОТЛОЖЕНО: Перенесённый вечер"),
        ("cancelled", "отменено", "Событие отменено", "ОТМЕНЕНО: Перенесённый вечер"),
    ],
)
def test_every_state_is_told_at_the_top(status: str, label: str, notice: str, title: str) -> None:
    page = view(event("moved-event", status=status))
    assert page.label == " · ".join(filter(None, ("Встреча", label)))
    assert notice in page.notice
    assert bool(notice) == bool(page.notice)
    assert page.title == title


def test_both_languages_mark_what_is_cancelled() -> None:
    assert view(event("full-event"), KK).title == "ӨТКІЗІЛМЕЙДІ: Толық той"


def test_what_was_moved_says_from_when_in_both_clocks() -> None:
    notice = view(event("moved-event")).notice
    assert "13\u00a0января 2027\u00a0г., среда, 18:00 по Астрахани (UTC+4), 19:00" in notice
    whole_day = event("moved-event", moved_from={"start": "2027-01-13"})
    assert view(whole_day).notice.endswith("Прежняя дата: 13\u00a0января 2027\u00a0г., среда")


@pytest.mark.parametrize("status", ["planned", "confirmed", "moved"])
def test_after_its_day_nobody_has_told_that_it_took_place(status: str) -> None:
    page = view(event("moved-event", status=status), today=dt.date(2027, 1, 21))
    assert "Сообщения о том, что оно прошло, мы не нашли" in page.notice
    assert page.label == "Встреча · было объявлено"


def test_the_day_of_what_is_postponed_is_its_former_day() -> None:
    page = view(event("moved-event", status="postponed"))
    assert fact(page, "Когда") == []
    assert fact(page, "Прежняя дата") == ["20\u00a0января 2027\u00a0г., среда"]


@pytest.mark.parametrize(
    ("rule", "kazakh", "russian"),
    [
        (
            {"every": "weekly", "weekdays": ["thursday", "tuesday"]},
            "Апта сайын сейсенбі және бейсенбі күндері",
            "По вторникам и четвергам",
        ),
        (
            {"every": "monthly", "weekdays": ["monday"], "nth": "-1"},
            "Әр айдың соңғы дүйсенбі күні",
            "По последним понедельникам месяца",
        ),
        (
            {"every": "monthly", "weekdays": ["saturday", "sunday"], "nth": "2"},
            "Әр айдың екінші сенбі және жексенбі күні",
            "По вторым субботам и воскресеньям месяца",
        ),
    ],
)
def test_the_rule_in_words(rule: dict[str, Any], kazakh: str, russian: str) -> None:
    record = event("weekly-class", repeats=rule).record
    words = [rule_words(load_strings(language), record, record.repeats) for language in LANGUAGES]
    assert words == [kazakh, russian]


def test_a_class_lists_its_next_five_meetings_and_its_exceptions() -> None:
    page = view(event("weekly-class"), today=dt.date(2026, 12, 10))
    meetings = part(page, "next-dates").items
    assert [meeting.datetime for meeting in meetings] == [
        "2026-12-10T18:30:00+04:00",
        "2026-12-17T18:30:00+04:00",
        "2026-12-18T17:00:00+04:00",
        "2026-12-22T18:30:00+04:00",
        "2026-12-24T18:30:00+04:00",
    ]
    assert [meeting.note for meeting in meetings] == [
        "",
        "",
        "Прежняя дата: 15\u00a0декабря 2026\u00a0г., 18:30",
        "",
        "",
    ]
    assert meetings[2].hours.startswith("17:00–18:30 по Астрахани (UTC+4), 18:00–19:30")
    skipped = ["5\u00a0января 2027\u00a0г.", "7\u00a0января 2027\u00a0г."]
    assert fact(page, "В эти дни встреч нет") == skipped
    (moved,) = fact(page, "Перенесённые встречи")
    assert moved.startswith(
        "15\u00a0декабря 2026\u00a0г. → 18\u00a0декабря 2026\u00a0г., пятница, 17:00"
    )


LATER = {"day": "2026-12-15", "to": "2026-12-15", "start_time": "20:00", "end_time": "21:00"}


def test_a_meeting_at_another_hour_of_its_day_is_moved() -> None:
    repeats = {"every": "weekly", "moved": [LATER]}
    page = view(event("weekly-class", repeats=repeats), today=dt.date(2026, 12, 10))
    first, second, *_ = part(page, "next-dates").items
    assert first.datetime == "2026-12-15T20:00:00+04:00"
    assert first.note == "Прежняя дата: 15\u00a0декабря 2026\u00a0г., 18:30"
    assert (second.datetime, second.note) == ("2026-12-22T18:30:00+04:00", "")
    assert page.add
    assert query(page.add.google_href)["dates"] == "20261222T183000/20261222T200000"


def test_exceptions_that_are_over_are_not_told() -> None:
    page = view(event("weekly-class"), today=dt.date(2027, 1, 6))
    assert fact(page, "В эти дни встреч нет") == ["7\u00a0января 2027\u00a0г."]
    assert fact(page, "Перенесённые встречи") == []


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_a_class_that_does_not_take_place_has_no_next_meetings(status: str) -> None:
    changes = [{"day": "2026-11-20", "text": {"kk": "Жоқ.", "ru": "Нет."}}]
    page = view(event("weekly-class", status=status, changes=changes))
    assert "next-dates" not in [part.anchor for part in page.parts]
    assert page.add is None


def test_changes_stand_newest_first() -> None:
    changes = [
        {"day": "2026-11-10", "text": {"kk": "Бір.", "ru": "Раз."}},
        {"day": "2026-11-20", "text": {"kk": "Екі.", "ru": "Два."}},
    ]
    told = part(view(event("moved-event", changes=changes)), "changes").items
    assert [(change.datetime, change.text) for change in told] == [
        ("2026-11-20", "Два."),
        ("2026-11-10", "Раз."),
    ]


def test_languages_of_the_event() -> None:
    assert fact(view(event("moved-event")), "На каком языке") == ["на казахском, на русском"]
    assert fact(view(event("moved-event"), KK), "Қай тілде") == ["қазақша, орысша"]


def test_nobody_can_register_for_what_is_cancelled() -> None:
    assert fact(view(event("full-event")), "Регистрация") == []
    assert fact(view(event("full-event", status="planned")), "Регистрация") == [
        "https://example.org/register"
    ]


# Into a calendar


def query(link: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}


def test_an_event_that_comes_can_be_added() -> None:
    add = view(event("moved-event"), KK).add
    assert add is not None
    assert add.file_href == "../moved-event.ics"
    assert add.subscribe_href == "../../subscribe/"
    assert add.until == "2027-01-21T00:00:00+04:00"
    google, outlook = query(add.google_href), query(add.outlook_href)
    assert google["text"] == outlook["subject"] == "Ауысқан кеш"
    assert google["dates"] == "20270120T170000/20270120T170000"
    assert google["details"] == outlook["body"]
    assert google["details"].endswith("\nhttps://full.example/sub/kk/events/moved-event/")
    assert google["location"] == "Үлкен зал, Кесене «Толық» <i>, Бейбітшілік к., 1"


@pytest.mark.parametrize("status", ["cancelled", "postponed", "held"])
def test_what_does_not_take_place_cannot_be_added(status: str) -> None:
    assert view(event("moved-event", status=status)).add is None


def test_what_is_over_or_has_no_day_cannot_be_added() -> None:
    moved = event("moved-event")
    assert view(moved, today=dt.date(2027, 1, 20)).add is not None
    assert view(moved, today=dt.date(2027, 1, 21)).add is None
    some_time = event("moved-event", status="planned", start="2027-01", start_time=None)
    assert view(some_time).add is None


def test_what_is_years_ahead_can_be_added() -> None:
    assert view(event("moved-event", start="2030-01-20")).add is not None


def test_the_last_meeting_of_a_class_is_added_alone_where_it_was_moved() -> None:
    """Its day is none of the rule's, and comes after the end that the rule names."""
    last = {"day": "2026-12-15", "to": "2026-12-18"}
    repeats = {"every": "weekly", "until": "2026-12-15", "moved": [last]}
    add = view(event("weekly-class", repeats=repeats), today=dt.date(2026, 12, 10)).add
    assert add
    assert query(add.google_href)["dates"] == "20261218T183000/20261218T200000"
    assert "recur" not in query(add.google_href)
    assert add.outlook_href
    assert add.until == "2026-12-18T23:59:59+04:00"


def test_a_class_is_added_from_its_next_regular_meeting_with_its_rule() -> None:
    add = view(event("weekly-class"), today=dt.date(2026, 12, 18)).add
    assert add is not None
    google = query(add.google_href)
    assert google["dates"] == "20261222T183000/20261222T200000", "not the moved one of that day"
    assert google["recur"].startswith("RRULE:FREQ=WEEKLY;BYDAY=TU,TH")
    assert add.outlook_href == "", "Outlook knows no rules"
    assert add.until == "2027-05-27T23:59:59+04:00"
    endless = view(event("monthly-club")).add
    assert endless is not None
    assert endless.until == ""


# To others


def test_the_message_says_it_in_both_languages_and_both_clocks() -> None:
    share = view(event("moved-event"), KK).share
    assert share is not None
    kazakh, russian, link = share.message.split("\n\n")
    assert kazakh.splitlines() == [
        "Ауысқан кеш",
        (
            "2027 жылғы 20\u00a0қаңтар, сәрсенбі, 17:00 (Астрахан уақыты, UTC+4), "
            "18:00 (Атырау, Ақтау, Орал уақыты, UTC+5)"
        ),
        (
            "Бұрынғы күні: 2027 жылғы 13\u00a0қаңтар, сәрсенбі, 18:00 (Астрахан уақыты, UTC+4), "
            "19:00 (Атырау, Ақтау, Орал уақыты, UTC+5)"
        ),
        "Үлкен зал, Кесене «Толық» <i>, Бейбітшілік к., 1",
    ]
    assert russian.splitlines()[0] == "Перенесённый вечер"
    assert "17:00 по Астрахани (UTC+4), 18:00 в Атырау, Актау и Уральске (UTC+5)" in russian
    assert "Прежняя дата: 13" in russian
    assert link == "https://full.example/sub/kk/events/moved-event/"


def test_messengers_get_the_whole_message() -> None:
    share = view(event("moved-event")).share
    assert share is not None
    assert share.whatsapp_href.startswith("https://wa.me/?text=")
    assert query(share.whatsapp_href) == {"text": share.message}
    assert share.telegram_href.startswith("https://t.me/share/url?url=")
    telegram = query(share.telegram_href)
    assert f"{telegram['text']}\n\n{telegram['url']}" == share.message
    assert share.message.startswith("Перенесённый вечер"), "the page's language comes first"


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (
            "cancelled",
            ("ӨТКІЗІЛМЕЙДІ: Ауысқан кеш", "ОТМЕНЕНО: Перенесённый вечер", "20\u00a0января"),
        ),
        (
            "postponed",
            (
                "КЕЙІНГЕ ШЕГЕРІЛДІ: Ауысқан кеш",
                "Іс-шара кейінге шегерілді, жаңа күні әлі белгісіз.",
                "ОТЛОЖЕНО: Перенесённый вечер",
            ),
        ),
    ],
)
def test_the_message_says_what_does_not_take_place(status: str, words: tuple[str, ...]) -> None:
    share = view(event("moved-event", status=status)).share
    assert share is not None
    assert [word for word in words if word not in share.message] == []
    assert ("17:00" in share.message) == (status == "cancelled")


def test_the_message_about_a_class_tells_its_rule() -> None:
    share = view(event("weekly-class")).share
    assert share is not None
    assert "По вторникам и четвергам, 18:30–20:00 по Астрахани" in share.message
