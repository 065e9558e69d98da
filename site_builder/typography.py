"""Spaces that a line must not break at: within a number, between a number and what it counts."""

from __future__ import annotations

import re

__all__ = ["bind_numbers"]

_NO_BREAK_SPACE = "\u00a0"
_NO_BREAK_HYPHEN = "\u2011"
_UNITS = "%|км|км²|м|мин|тыс|млн|млрд|мың|г\\.|году?|года|годов|лет|век[а-яе]*|жыл[а-яғіңұ]*|адам|человек[а]?"
_MONTHS = (
    "январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр"
    "|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"
)
_AFTER_NUMBER = re.compile(rf"(?<=\d) (?=\d{{3}}(?!\d)|(?:{_UNITS})(?!\w)|(?:{_MONTHS}))")
_ENDING_OF_PERCENT = re.compile(r"(?<=%)-(?=\w)")


def bind_numbers(text: str) -> str:
    """Return plain text or HTML in which numbers stay with their units and months."""
    bound = _AFTER_NUMBER.sub(_NO_BREAK_SPACE, text)
    return _ENDING_OF_PERCENT.sub(_NO_BREAK_HYPHEN, bound)
