"""The canonical form by example: the order of keys, types of values, comments in odd places."""

from __future__ import annotations

import json
from pathlib import PurePath

import pytest

from site_builder.canonical import content_of, format_text, write_record
from site_builder.schema.events import Event
from site_builder.schema.holidays import Holiday
from tests.npm_yaml import NpmYaml


def formatted(file: str, text: str) -> str:
    content = content_of(PurePath(file))
    assert content
    return format_text(content, text)


def test_a_record_is_written_in_the_order_of_its_model() -> None:
    text = write_record(
        Event,
        {
            "sources": ["gazette"],
            "start": "2027-03-21",
            "title": {"ru": " Наурыз", "kk": "Наурыз\n"},
            "summary": {"kk": "Бір\nекі", "ru": "yes"},
            "unknown": "5",
            "start_time": "18:30",
        },
    )
    assert text == (
        "title:\n  kk: Наурыз\n  ru: Наурыз\nsummary:\n  kk: |-\n    Бір\n    екі\n  ru: yes\n"
        "start: 2027-03-21\nstart_time: 18:30\nsources:\n  - gazette\nunknown: '5'\n"
    )


def test_numbers_and_truth_are_bare_only_where_the_model_wants_them() -> None:
    text = "x:\n  published: 2018\n  publisher: true\n  seen: 2026-11-22\n  title: 0500\n"
    assert formatted("sources.yml", text) == (
        "x:\n  title: '0500'\n  publisher: 'true'\n  published: '2018'\n  seen: 2026-11-22\n"
    )
    text = "point:\n  lat: 46.50\n  lon: '48.0'\n"
    assert formatted("places/x.yml", text) == "point:\n  lat: 46.5\n  lon: 48\n"
    text = "kazakhstan: {day_off: 'true'}\nrussia: {day_off: True}\n"
    assert formatted("holidays/x.yml", text) == (
        "kazakhstan:\n  day_off: true\nrussia:\n  day_off: 'True'\n"
    )


@pytest.mark.parametrize("value", ["\n", " \n", "https://a.example/\n\n", "\n https://a.example/"])
def test_space_around_an_address_goes_even_at_the_end(value: str, npm_yaml: NpmYaml) -> None:
    text = formatted("sources.yml", f"x:\n  title: а\n  url: {json.dumps(value)}\n")
    data = {"x": {"title": "а", "url": value.strip()}}
    assert npm_yaml.save(text) == (data, text)


def test_space_around_what_nobody_knows_goes_too(npm_yaml: NpmYaml) -> None:
    text = formatted("sources.yml", 'x:\n  unknown:\n    - {a: "\\n", b: " б\\n\\n"}\n')
    assert npm_yaml.save(text) == ({"x": {"unknown": [{"a": "", "b": "б"}]}}, text)


def test_variants_have_the_one_order_that_the_form_gives_them() -> None:
    text = write_record(
        Holiday,
        {"rule": {"sources": ["x"], "days": "3", "month": "12", "day": "10", "type": "hijri"}},
    )
    assert text == (
        "rule:\n  type: hijri\n  day: 10\n  month: 12\n  days: 3\n  sources:\n    - x\n"
    )


def test_records_of_a_table_keep_their_order() -> None:
    text = "# all sources\n# of the site\nb:\n  kind: news\n  title: Б\na: {title: А}\n"
    assert formatted("sources.yml", text) == (
        "# all sources\n# of the site\nb:\n  title: Б\n  kind: news\na:\n  title: А\n"
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "- a\n", "{}\n", "text\n"])
def test_a_file_without_keys_is_left(text: str) -> None:
    assert formatted("places/x.yml", text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kind: a #! b\n", "kind: a #! b\n"),
        ("sources: [a] #b\n", "sources: # b\n  - a\n"),
        ("sources: [a, # b\n  c\n  # d\n]  # e\n", "sources: # e\n  - a # b\n  - c\n  # d\n"),
        ("kind:\n  # b\n  a\n", "# b\nkind: a\n"),
        ("point: # a\n  lat: 1\n  # b\nkind: c\n", "kind: c\npoint: # a\n  lat: 1\n  # b\n"),
        ("# a\n\n# b\n\nregion: c\nkind: d\n", "# a\n# b\n\nkind: d\nregion: c\n"),
        ("# a\nregion: c\n\n\n# b\nkind: d\n", "# b\nkind: d\n# a\nregion: c\n"),
        (
            "sections:\n- # a\n  title: {}\n  # b\n  id: c\n",
            "sections:\n  # a\n  # b\n  - id: c\n    title: {}\n",
        ),
        ("aliases:\n- a\n# b\n- c\n# d\n", "aliases:\n  - a\n  # b\n  - c\n# d\n"),
        ("title:\n  ru: |- # a\n    # b\n    c\n", "title:\n  ru: |- # a\n    # b\n    c\n"),
        ("sections:\n- {id: a} # b\n", "sections:\n  # b\n  - id: a\n"),
        ("---\n# a\nkind: b\n...\n# c\n", "# a\nkind: b\n# c\n"),
    ],
)
def test_comments_in_odd_places(text: str, expected: str) -> None:
    written = formatted("places/x.yml", text)
    assert written == expected
    assert formatted("places/x.yml", written) == written
