"""When something takes place, in words."""

from __future__ import annotations

import datetime as dt

import pytest

from site_builder.formatting import ASTRAKHAN
from site_builder.languages import Language
from site_builder.occurrences.events import Occurrence
from site_builder.ui_strings import load_strings
from site_builder.views.times import when_words

EVE, NEW_YEAR = dt.date(2026, 12, 31), dt.date(2027, 1, 1)
RU = load_strings(Language.RU)


@pytest.mark.parametrize(
    ("last", "start", "end", "words"),
    [
        (EVE, None, None, "31 декабря 2026 г., четверг"),
        (EVE, "18:00", None, "31 декабря 2026 г., четверг, 18:00 по Астрахани"),
        (EVE, "18:00", "20:00", "31 декабря 2026 г., четверг, 18:00–20:00 по Астрахани"),
        (NEW_YEAR, "22:00", None, "31 декабря 2026 г. – 1 января 2027 г., 22:00 по Астрахани"),
    ],
)
def test_days_and_hours(last: dt.date, start: str | None, end: str | None, words: str) -> None:
    hours = [dt.time.fromisoformat(hour) if hour else None for hour in (start, end)]
    said = when_words(RU, Occurrence(EVE, last, ASTRAKHAN, *hours)).replace("\u00a0", " ")
    assert said.startswith(words)
    assert ("Атырау" in said) is bool(start)


def test_the_end_on_another_day_is_told_by_itself() -> None:
    """In both clocks too."""
    time = Occurrence(EVE, NEW_YEAR, ASTRAKHAN, dt.time(22), dt.time(2))
    said = when_words(RU, time)
    assert "22:00 по Астрахани (UTC+4), 23:00 в Атырау" in said
    assert "; окончание в последний день: 02:00 по Астрахани (UTC+4), 03:00 в Атырау" in said
