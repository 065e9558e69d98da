"""Problems in words."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from site_builder.problems import Position, Problem, Severity
from site_builder.reports import (
    EditorLanguage,
    editor_language,
    format_banner,
    format_line,
    format_text,
    read_lines,
    word_problem,
)
from site_builder.ui_strings import editor_words

PROBLEM = Problem("content/a.yml", "bad-time", Position(2, 3), {"value": "25:30"})
WARNING = Problem("content/media/x.png", "picture-not-described", severity=Severity.WARNING)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "kk_KZ.UTF-8"}, "kk"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "kk", "LANG": "ru_RU"}, "kk"),
        ({"LC_ALL": "ru_RU", "LC_MESSAGES": "kk", "LANG": "en_US"}, "ru"),
    ],
)
def test_the_language_is_that_of_the_locale(environment: dict[str, str], language: str) -> None:
    """`LC_ALL` is stronger than `LC_MESSAGES`, that is stronger than `LANG`."""
    assert editor_language(environment) == language


def test_a_line_has_place_severity_words_and_code() -> None:
    """As compilers write it, so that editors can jump to it."""
    assert format_line(PROBLEM, EditorLanguage.RU) == (
        "content/a.yml:2:3: ошибка: «25:30» — не время; пишите часы от 00 до 23, двоеточие и минуты: 18:30 [bad-time]"
    )


def test_a_problem_without_a_place_names_the_file_only() -> None:
    """There is no line to jump to."""
    assert format_line(WARNING).startswith("content/media/x.png: warning: ")


def test_the_guess_follows_the_message() -> None:
    """In the language of the message."""
    problem = Problem("a", "unknown-field", None, {"field": "titel"}, "title")
    assert word_problem(problem, EditorLanguage.EN) == (
        "there is no field “titel” here. Did you mean “title”?"
    )
    assert word_problem(problem, EditorLanguage.RU).endswith("«title»?")


def test_braces_of_the_content_are_not_filled_in() -> None:
    """A value is text, never a pattern."""
    problem = Problem("a", "bad-time", None, {"value": "{field} {0}"})
    assert "{field} {0}" in word_problem(problem, EditorLanguage.EN)


def test_the_excerpt_shows_the_lines_around_and_a_mark_under_the_word() -> None:
    """A tab is one character and is shown."""
    text = format_text(
        [Problem("a", "tab", Position(2, 2, 3), {})],
        EditorLanguage.EN,
        lambda _: ["б: 😀", "\tword", "y", "z"],
    )
    assert text.split("\n")[1:] == [
        "     1 | б: 😀",
        "     2 | →word",
        "       |  ^~~",
        "     3 | y",
        "       = put spaces instead",
        "Errors: 1. Warnings: 0.",
    ]


@pytest.mark.parametrize(
    ("line", "column", "length", "mark"),
    [
        ("а: 😀 той", 6, 3, "      ^~~"),
        ("а: 日本 той", 4, 2, "   ^~~~"),
        ("а: и\u0306 той", 7, 3, "     ^~~"),
        ("а: б\u20dd той", 7, 3, "     ^~~"),
        ("а: \u202e той", 6, 3, "     ^~~"),
        ("а", 5, 1, " ^"),
    ],
)
def test_the_mark_stands_under_the_word_on_a_terminal(
    line: str, column: int, length: int, mark: str
) -> None:
    """Wide letters take two columns, accents none; what cannot be seen is shown as one."""
    problem = Problem("a", "tab", Position(1, column, length))
    text = format_text([problem], EditorLanguage.EN, lambda _: [line])
    assert text.split("\n")[2] == f"       | {mark}"


def test_a_place_behind_the_last_line_has_an_excerpt() -> None:
    """A bracket that is never closed may be missed at the end of the file."""
    problem = Problem("a", "unclosed-bracket", Position(3, 1))
    assert "     2 | b" in format_text([problem], EditorLanguage.EN, lambda _: ["a", "b"])


def test_an_excerpt_cannot_command_the_terminal() -> None:
    """The very file that is refused for its control characters is shown on the terminal."""
    problem = Problem("a", "control-character", Position(1, 1), {"char": "U+001B"})
    text = format_text([problem], EditorLanguage.EN, lambda _: ["\x1b[2Ja\x07\u202eb"])
    assert not set("\x1b\x07\u202e") & set(text)


def test_errors_and_warnings_are_counted_apart() -> None:
    """Only errors stop a build."""
    assert format_text([PROBLEM, PROBLEM, WARNING], EditorLanguage.EN).endswith(
        "\nErrors: 2. Warnings: 1."
    )
    assert format_text([], EditorLanguage.KK) == editor_words("problems")["summary-ok"]["kk"]


def test_lines_of_files_that_cannot_be_read_are_none(tmp_path: Path) -> None:
    """A problem may be that there is no such file, or no such encoding."""
    (tmp_path / "a").write_bytes(b"x\xff\ny")
    read = read_lines(tmp_path)
    assert read("a") == ["x\ufffd", "y"]
    assert read("nothing") is None
    assert read(".") is None


def test_the_banner_escapes_html() -> None:
    """A value is the editor's, the page is everybody's."""
    problem = Problem("a", "bad-time", None, {"value": "<script>"})
    banner = format_banner([problem], EditorLanguage.RU)
    assert "&lt;script&gt;" in banner
    assert "<script>" not in banner
    assert 'lang="ru"' in banner


def _places(words: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(words)} - {None}


@pytest.mark.parametrize("code", editor_words("problems"))
def test_each_message_has_all_languages_with_the_same_places(code: str) -> None:
    """A place that one language lacks is a fact that its editors never learn."""
    words = editor_words("problems")[code]
    assert set(words) == set(EditorLanguage)
    assert _places(words["en"]) == _places(words["ru"]) == _places(words["kk"])


@pytest.mark.parametrize(
    "code",
    sorted(set(editor_words("problems")) - {"guess", "error", "warning", "summary", "summary-ok"}),
)
def test_each_message_says_what_to_write_instead(code: str) -> None:
    """After the first semicolon, in all languages."""
    for words in editor_words("problems")[code].values():
        wrong, _, remedy = words.partition("; ")
        assert wrong
        assert remedy
