"""Numbers stay with what they count."""

from __future__ import annotations

import pytest

from site_builder.typography import bind_numbers


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("149 415 человек", "149_415_человек"),
        ("16,3 % жителей", "16,3_% жителей"),
        ("14,97 %-ы", "14,97_%‑ы"),
        ("70 км, 90 мин", "70_км, 90_мин"),
        ("26 июля 2021 года", "26_июля 2021_года"),
        ("2021 жылғы 26 шілдеде", "2021_жылғы 26_шілдеде"),
        ("в 1823 Курмангазы", "в 1823 Курмангазы"),
        ("село 5 мельниц", "село 5 мельниц"),
        ("1996 2005", "1996 2005"),
    ],
)
def test_spaces_after_numbers(text: str, bound: str) -> None:
    assert bind_numbers(text) == bound.replace("_", "\u00a0")
