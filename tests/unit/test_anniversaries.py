"""Round anniversaries of people of the past."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.linker import Site
from site_builder.occurrences.anniversaries import anniversaries_in_year
from tests.support import MINIMAL, read_site

PERSON = """\
title: {kk: Күйші, ru: Музыкант}
summary: {kk: Күйші., ru: Музыкант.}
role: {kk: күйші, ru: музыкант}
sources: [gazette]
kind: historical
"""
OTHER_SOURCE = MINIMAL["sources.yml"] + MINIMAL["sources.yml"].replace("gazette:", "book:")
KURMANGAZY = f"""\
{PERSON}
born:
  value: 1823
  sources: [gazette]
  variants:
    - {{value: 1818, sources: [book]}}
    - {{value: 1823-05, sources: [book]}}
died: {{value: 1896-10-12, sources: [gazette]}}
"""


def people(content_dir: Path, **records: str) -> Site:
    """Return a site with people."""
    files = {f"people/{id_}.yml": text for id_, text in records.items()}
    return read_site(content_dir, {"sources.yml": OTHER_SOURCE, **files})


def told(site: Site, year: int) -> list[tuple[str, int, str]]:
    """Return person, years and what they count from."""
    return [
        (a.entry.id, a.years, "birth" if a.is_birth else "death")
        for a in anniversaries_in_year(site, year)
    ]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2018, [("k", 195, "birth"), ("k", 200, "birth")]),
        (2023, [("k", 200, "birth"), ("k", 205, "birth")]),
        (2026, [("k", 130, "death")]),
        (2027, []),
        (1901, [("k", 5, "death")]),
        (1896, []),
        (1823, [("k", 5, "birth")]),
        (1800, []),
    ],
)
def test_every_five_years_by_each_year_that_sources_give(
    content_dir: Path, year: int, expected: list[tuple[str, int, str]]
) -> None:
    """195 years in Astrakhan and 200 in Oral, in one year; the day itself is none."""
    assert told(people(content_dir, k=KURMANGAZY), year) == expected


def test_disputed_dates_name_their_own_sources(content_dir: Path) -> None:
    first, second = anniversaries_in_year(people(content_dir, k=KURMANGAZY), 2018)
    assert (first.since.year, first.sources, first.is_disputed) == (1823, ("gazette",), True)
    assert (second.since.year, second.sources, second.is_disputed) == (1818, ("book",), True)
    (death,) = anniversaries_in_year(people(content_dir, k=KURMANGAZY), 2026)
    assert not death.is_disputed
    assert (death.date.year, death.date.month, death.date.day) == (2026, 10, 12)


@pytest.mark.parametrize(("year", "day"), [(2025, 28), (2020, 29)])
def test_29_february_is_kept_on_28_in_other_years(content_dir: Path, year: int, day: int) -> None:
    leap = f"{PERSON}born: {{value: 1880-02-29, sources: [gazette]}}\n"
    (birth,) = anniversaries_in_year(people(content_dir, leap=leap), year)
    assert (birth.date.month, birth.date.day) == (2, day)


def test_nobody_keeps_the_anniversary_of_about_a_year(content_dir: Path) -> None:
    about = f"{PERSON}born: {{value: 1880~, sources: [gazette]}}\n"
    assert told(people(content_dir, about=about), 2030) == []


def test_a_source_that_is_certain_counts_beside_one_that_says_about(content_dir: Path) -> None:
    both = (
        f"{PERSON}born: {{value: 1880~, sources: [gazette], "
        "variants: [{value: 1880, sources: [book]}]}\n"
    )
    (birth,) = anniversaries_in_year(people(content_dir, both=both), 2030)
    assert (birth.years, birth.sources, birth.is_disputed) == (150, ("book",), True)


def test_the_birthdays_of_the_living_are_their_own(content_dir: Path) -> None:
    living = PERSON.replace("historical", "public")
    living += "born: {value: 1960-05-01, sources: [gazette]}\n"
    assert told(people(content_dir, living=living), 2030) == []


def test_known_days_come_first_and_in_order(content_dir: Path) -> None:
    def born(value: str) -> str:
        return f"{PERSON}born: {{value: {value}, sources: [gazette]}}\n"

    site = people(
        content_dir,
        year=born("1900"),
        month=born("1905-03"),
        late=born("1910-11-02"),
        early=born("1915-03-22"),
    )
    assert [id_ for id_, _, _ in told(site, 2030)] == ["early", "month", "late", "year"]
