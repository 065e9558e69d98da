"""`site-builder translations`, run on content in a real repository of git."""

from __future__ import annotations

import json
import stat
import subprocess
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.commands.exit_codes import ExitCode
from site_builder.translations.memory import MEMORY_FILE
from site_builder.translations.reporting import word_diff
from tests.support import write_content

STORY = """\
title: {kk: Той, ru: Праздник}
summary: {kk: Кешкі той., ru: Вечерний праздник.}
kind: news
published: 2026-11-22
sections:
  - id: about
    title: {kk: Туралы, ru: О нём}
    statements:
      - text: {kk: Кешке ән айтылады., ru: Вечером поют песни.}
        sources: [gazette]
sources: [gazette]
"""
FILE = "content/stories/fair.yml"


def git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


def edit(content: Path, old: str, new: str, file: str = "stories/fair.yml") -> None:
    text = (content / file).read_text("utf-8")
    assert old in text
    (content / file).write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def content(content_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a repository with remembered translations, the folder above the content being the present one."""
    files = {
        "stories/fair.yml": STORY,
        "stories/long.yml": STORY.split("sections", maxsplit=1)[0] + "sources: [gazette]\n",
        "stories/long.kk.md": "Ұзақ мәтін.\n",
        "stories/long.ru.md": "Длинный текст.\n",
    }
    write_content(content_dir, files)
    monkeypatch.chdir(content_dir.parent)
    assert main(["translations", "update"]) == ExitCode.OK
    git(content_dir.parent, "init", "-q")
    git(content_dir.parent, "add", "-A")
    git(content_dir.parent, "commit", "-q", "-m", "first")
    return content_dir


def test_nothing_is_listed_where_all_is_translated(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(content, "Вечером поют песни.", "«Вечером» поют\n            песни!")
    assert main(["translations", "--lang", "ru"]) == ExitCode.OK
    assert capsys.readouterr().out == "Без перевода: 0. Изменено только на одном языке: 0.\n"


def test_the_list_shows_what_was_changed_and_what_to_look_at(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(content, "Вечером поют песни.", "Вечером поют старые песни.")
    git(content.parent, "commit", "-q", "-a", "-m", "second")
    edit(content, "старые песни", "народные песни")
    edit(content, "Ұзақ", "Өте ұзақ", "stories/long.kk.md")
    assert main(["translations", "--lang", "ru"]) == ExitCode.OK
    assert (
        capsys.readouterr().out
        == f"""\
{FILE}:9:20: предупреждение: текст ru изменили, а этот, kk, остался прежним; поправьте и его, а если смысл тот же, выполните: site-builder translations accept {FILE}:9 [stale-translation]
  По-русски, что изменилось:
    Вечером поют {{+народные +}}песни.
  По-казахски, проверьте:
    Кешке ән айтылады.

content/stories/long.ru.md:1:1: предупреждение: текст kk изменили, а этот, ru, остался прежним; поправьте и его, а если смысл тот же, выполните: site-builder translations accept content/stories/long.ru.md:1 [stale-translation]
  По-казахски, что изменилось:
    [-Ұзақ-]{{+Өте ұзақ+}} мәтін.
  По-русски, проверьте:
    Длинный текст.

Без перевода: 0. Изменено только на одном языке: 2.
"""
    )


def test_programs_read_the_same(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(content, "Вечером поют песни.", "Вечером танцуют.")
    (content / "stories" / "long.kk.md").unlink()
    main(["translations", "--format", "json"])
    assert json.loads(capsys.readouterr().out) == [
        {
            "file": FILE,
            "line": 9,
            "column": 20,
            "code": "stale-translation",
            "language": "kk",
            "translation": "Кешке ән айтылады.",
            "other": "Вечером танцуют.",
            "former": "Вечером поют песни.",
        },
        {
            "file": "content/stories/long.ru.md",
            "line": 1,
            "column": 1,
            "code": "missing-translation",
            "language": "kk",
            "translation": None,
            "other": "Длинный текст.\n",
            "former": None,
        },
    ]


@pytest.mark.parametrize("how", ["no repository", "no git", "lost history"])
def test_without_history_the_list_says_so(
    how: str, content: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(content, "Вечером поют песни.", "Вечером танцуют.")
    (content.parent / ".git").rename(content.parent / "git-no-more")
    if how == "no git":
        monkeypatch.setenv("PATH", str(content))
    elif how == "lost history":
        git(content.parent, "init", "-q")
        git(content.parent, "add", "content")
        git(content.parent, "commit", "-q", "-m", "anew")
    assert main(["translations", "--lang", "en"]) == ExitCode.OK
    assert capsys.readouterr().out.splitlines()[1:6] == [
        "  Russian, as it is now:",
        "    Вечером танцуют.",
        "  (the former text is not in git's history)",
        "  Kazakh, to be looked at:",
        "    Кешке ән айтылады.",
    ]


@pytest.mark.parametrize(
    ("places", "left"),
    [
        ([f"{FILE}:9"], {"summary"}),
        ([f"{FILE}:2:15"], {"statement"}),
        ([f"./{FILE}"], set()),
        ([f"{FILE}:2", f"{FILE}:9:20"], set()),
    ],
)
def test_accepting_clears_what_is_named(
    places: list[str], left: set[str], content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(content, "Вечером поют песни.", "Вечером танцуют.")
    edit(content, "Вечерний праздник.", "Праздник вечером.")
    record = (content / "stories" / "fair.yml").read_bytes()
    assert main(["translations", "accept", *places]) == ExitCode.OK
    assert (content / "stories" / "fair.yml").read_bytes() == record
    main(["translations", "--format", "json"])
    lines = {2: "summary", 9: "statement"}
    assert {lines[lag["line"]] for lag in json.loads(capsys.readouterr().out)} == left


@pytest.mark.parametrize("place", [f"{FILE}:3", "content/stories/long.yml", f"{FILE}:9:1"])
def test_a_place_where_nothing_is_stale_changes_nothing(
    place: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(content, "Вечером поют песни.", "Вечером танцуют.")
    before = (content / MEMORY_FILE).read_bytes()
    command = ["translations", "--lang", "en", "accept", f"{FILE}:9", place]
    assert main(command) == ExitCode.USAGE
    words = f"{place}: no text there was changed on one side only\n"
    assert capsys.readouterr().err == words
    assert (content / MEMORY_FILE).read_bytes() == before


def test_updating_keeps_what_is_stale_and_is_done_once(content: Path) -> None:
    edit(content, "Вечером поют песни.", "Вечером танцуют.")
    path = content / MEMORY_FILE
    first = path.read_text("utf-8").splitlines()
    main(["translations", "update"])
    second = path.read_text("utf-8").splitlines()
    # The seal says that nothing is stale; all pairs stay.
    assert [line.split()[0] for line in first if line not in second] == ["stories/fair"]
    assert set(second) < set(first)
    main(["translations", "update"])
    assert path.read_text("utf-8").splitlines() == second


def test_updating_mends_a_file_in_which_two_branches_met(content: Path) -> None:
    path = content / MEMORY_FILE
    before = path.read_text("utf-8")
    head, first, *rest = before.rsplit("\n", 4)
    path.write_text(
        "\n".join([head, "<<<<<<< HEAD", first, "=======", *rest[:-1], ">>>>>>> b", ""])
    )
    path.chmod(0o664)
    assert main(["translations", "update"]) == ExitCode.OK
    assert path.read_text("utf-8") == before
    assert stat.S_IMODE(path.stat().st_mode) == 0o664
    assert [file.name for file in content.iterdir() if file.name.startswith(".")] == [MEMORY_FILE]


def test_what_cannot_be_read_is_not_forgotten(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(content, "title: {kk: Той, ru: Праздник}", "title: {kk: Той")
    before = (content / MEMORY_FILE).read_bytes()
    for action in (["update"], ["accept", FILE], []):
        assert main(["translations", *action]) == ExitCode.CONTENT
    assert (content / MEMORY_FILE).read_bytes() == before
    assert capsys.readouterr().out.count(f"{FILE}:1:8: ") == 3


def test_a_file_that_cannot_be_read_is_said(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = content / MEMORY_FILE
    path.unlink()
    path.mkdir()
    assert main(["translations", "--lang", "en", "update"]) == ExitCode.CONTENT
    assert "[unreadable-file]" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("а б в", "а б в", "а б в"),
        ("а б в", "а г в", "а [-б-]{+г+} в"),
        ("а в", "а б в", "а {+б +}в"),
        ("а б в", "а в", "а [-б -]в"),
        ("", "а", "{+а+}"),
    ],
)
def test_word_diffs(before: str, after: str, shown: str) -> None:
    assert word_diff(before, after) == shown
