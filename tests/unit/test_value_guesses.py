"""Values as people write them."""

from __future__ import annotations

import pytest

from site_builder.value_guesses import guess_value, has_two_numbers


@pytest.mark.parametrize(
    ("code", "value", "meant"),
    [
        ("bad-time", "18.30", "18:30"),
        ("bad-time", "9:30", "09:30"),
        ("bad-time", "1830", "18:30"),
        ("bad-time", "18:30:00", "18:30"),
        ("bad-time", "24:00", None),
        ("bad-time", "18:60", None),
        ("bad-time", "кешке", None),
        ("bad-date", "21.03.2027", "2027-03-21"),
        ("bad-date", "2027/3/1", "2027-03-01"),
        ("bad-date", "2027\u201103\u201121", "2027-03-21"),
        ("bad-date", "21\u221203—2027", "2027-03-21"),
        ("bad-date", "31.02.2027", None),
        ("bad-date", "21 марта", None),
        ("bad-approximate-date", "около 1880", "1880~"),
        ("bad-approximate-date", "1880 г.", "1880"),
        ("bad-approximate-date", "9999", None),
        ("bad-month-day", "21.03", "03-21"),
        ("bad-month-day", "3-21", "03-21"),
        ("bad-month-day", "13-41", None),
        ("bad-boolean", "Да", "true"),
        ("bad-boolean", "жоқ", "false"),
        ("bad-boolean", "возможно", None),
        ("bad-integer", "1 200", "1200"),
        ("bad-integer", "70 км", None),
        ("bad-decimal", "46,275", "46.275"),
        ("bad-decimal", "46°16′30″", "46.27500"),
        ("bad-decimal", "46°", "46.00000"),
        ("bad-decimal", "север", None),
        ("bad-decimal", "9" * 1000, None),
        ("bad-phone", "8 (8512) 00-00-00", "+7 (8512) 00-00-00"),
        ("bad-phone", "88512000000", "+7 8512000000"),
        ("bad-phone", "00-00-00", None),
        ("bad-url", "www.site.example/a", "https://www.site.example/a"),
        ("bad-url", "https:/site.example", "https://site.example"),
        ("bad-url", "http://ru.wikipedia.org/wiki/А Б", "http://ru.wikipedia.org/wiki/А%20Б"),
        ("bad-url", "javascript:alert(1)", None),
        ("bad-url", "сайт", None),
        ("bad-id", "Kurmangazy Centre", "kurmangazy-centre"),
        ("bad-id", "Алтынжар", None),
        ("bad-email", "a@b", None),
    ],
)
def test_a_value_is_guessed_only_where_one_thing_can_be_meant(
    code: str, value: str, meant: str | None
) -> None:
    """A wrong guess is worse than none."""
    assert guess_value(code, value) == meant


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("46.27, 48.03", True),
        ("46.27 48.03", True),
        ("46,27; 48,03", True),
        ("46,27", False),
        ("46.27", False),
        ("a b", False),
    ],
)
def test_latitude_and_longitude_in_one_value(value: str, expected: bool) -> None:
    """A decimal comma is no separator."""
    assert has_two_numbers(value) is expected
