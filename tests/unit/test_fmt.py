"""`site-builder fmt`: rewrites what can be read, reports the rest, loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.canonical import ValueLostError, content_of, format_text
from site_builder.cli import main
from site_builder.commands import fmt

SLOPPY = """\
# Who looks after this file: the library.

sources: [gazette]   # the newspaper
region: astrakhan
# Ask the village council.
located_in: {ru: Алтынжар, kk: "Алтынжар"}
point:
    lon: 48.00
    # measured at the gate
    lat: 46.5
    precision: exact
    describes: {kk: қақпа, ru: ворота}
    sources:
    - gazette
title:
  kk: >-
    Құрманғазы
    кесенесі
  ru: Мавзолей Курмангазы
summary: {kk: 'Күйші: кесенесі.', ru: "2018"}
kind: mausoleum
aliases:
- 'Мавзолей'
# last words
"""
CANONICAL = """\
# Who looks after this file: the library.

title:
  kk: Құрманғазы кесенесі
  ru: Мавзолей Курмангазы
summary:
  kk: 'Күйші: кесенесі.'
  ru: '2018'
kind: mausoleum
region: astrakhan
# Ask the village council.
located_in:
  kk: Алтынжар
  ru: Алтынжар
point:
  # measured at the gate
  lat: 46.5
  lon: 48
  precision: exact
  describes:
    kk: қақпа
    ru: ворота
  sources:
    - gazette
aliases:
  - Мавзолей
sources: # the newspaper
  - gazette
# last words
"""


def fmt_content(content_dir: Path, *arguments: str) -> int:
    return main(["fmt", "--lang", "ru", "--content", str(content_dir), *arguments])


@pytest.fixture
def place(content_dir: Path) -> Path:
    path = content_dir / "places" / "kurmangazy-mausoleum.yml"
    path.write_text(SLOPPY, "utf-8")
    return path


def test_a_file_is_rewritten_and_named(
    content_dir: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fmt_content(content_dir) == 0
    assert place.read_text("utf-8") == CANONICAL
    assert "content/places/kurmangazy-mausoleum.yml: переписан\n" in capsys.readouterr().out
    assert fmt_content(content_dir) == 0
    assert capsys.readouterr().out == "Файлов: 5, переписано: 0\n"


def test_check_names_the_files_and_changes_nothing(
    content_dir: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fmt_content(content_dir, "--check", str(place)) == 1
    assert place.read_text("utf-8") == SLOPPY
    assert capsys.readouterr().out == (
        "content/places/kurmangazy-mausoleum.yml: не приведён к единому виду\n"
        "Файлов: 1, не приведено к единому виду: 1\n"
        "Чтобы переписать их: site-builder fmt\n"
    )
    assert fmt_content(content_dir, str(place)) == 0
    assert fmt_content(content_dir, "--check", str(place)) == 0


def test_a_file_that_cannot_be_read_is_left_and_the_others_are_rewritten(
    content_dir: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = content_dir / "sources.yml"
    broken.write_text("gazette:\n  title: Ақ: арна\n", "utf-8")
    assert fmt_content(content_dir) == 1
    assert broken.read_text("utf-8") == "gazette:\n  title: Ақ: арна\n"
    assert place.read_text("utf-8") == CANONICAL
    assert "content/sources.yml:2:12:" in capsys.readouterr().out


def test_a_folder_with_the_name_of_a_file_is_passed_over(content_dir: Path, place: Path) -> None:
    (place.parent / "a.yml").mkdir()
    assert fmt_content(content_dir) == 0
    assert place.read_text("utf-8") == CANONICAL


def test_a_file_that_cannot_be_written_does_not_stop_the_others(
    content_dir: Path,
    place: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stuck = place.with_name("a.yml")
    stuck.write_text(SLOPPY, "utf-8")
    write = fmt.replace_file

    def fail_once(path: Path, text: str) -> None:
        if path == stuck:
            raise PermissionError(str(path))
        write(path, text)

    monkeypatch.setattr(fmt, "replace_file", fail_once)
    assert fmt_content(content_dir) == 3
    assert (stuck.read_text("utf-8"), place.read_text("utf-8")) == (SLOPPY, CANONICAL)
    assert str(stuck) in capsys.readouterr().err


def test_a_file_that_does_not_exist_is_a_wrong_command(
    content_dir: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fmt_content(content_dir, str(place), str(content_dir / "absent.yml")) == 2
    assert "absent.yml: такого файла нет" in capsys.readouterr().err
    assert place.read_text("utf-8") == SLOPPY


def test_a_file_whose_values_would_change_is_left(
    content_dir: Path,
    place: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def lose(_content: object, _text: str) -> str:
        raise ValueLostError

    monkeypatch.setattr(fmt, "format_text", lose)
    assert fmt_content(content_dir, str(place)) == 3
    assert "Это ошибка программы" in capsys.readouterr().err
    assert place.read_text("utf-8") == SLOPPY


@pytest.mark.parametrize(
    "written",
    ["kind: other\n", "kind: a: b\n", "kind: mausoleum\nx: y\n", "{}\n", "kind: [mausoleum]\n"],
)
def test_a_writer_that_changes_a_value_is_found_out(
    monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    content = content_of(Path("places/x.yml"))
    assert content
    monkeypatch.setattr("site_builder.canonical.write_tree", lambda *_: written)
    with pytest.raises(ValueLostError):
        format_text(content, "kind: mausoleum\n")


def test_a_failing_write_leaves_the_file(
    content_dir: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_file: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    assert fmt_content(content_dir, str(place)) == 3
    assert place.read_text("utf-8") == SLOPPY
    assert [path.name for path in place.parent.iterdir()] == [place.name]


def test_windows_line_ends_and_a_byte_order_mark_go(content_dir: Path, place: Path) -> None:
    place.write_bytes(b"\xef\xbb\xbf" + CANONICAL.replace("\n", "\r\n").encode())
    place.chmod(0o640)
    assert fmt_content(content_dir, str(place)) == 0
    assert place.read_bytes() == CANONICAL.encode()
    assert place.stat().st_mode & 0o777 == 0o640


def test_prose_keeps_its_line_breaks(content_dir: Path) -> None:
    prose = content_dir / "stories" / "community.kk.md"
    prose.write_bytes("    код  \r\nжол  \n\nсоңы \n\n\n".encode())
    assert fmt_content(content_dir, str(prose)) == 0
    assert prose.read_bytes() == "    код  \nжол  \n\nсоңы\n".encode()


def test_links_and_strange_files_are_passed_over(content_dir: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.yml"
    elsewhere.write_text(SLOPPY, "utf-8")
    (content_dir / "places" / "link.yml").symlink_to(elsewhere)
    (content_dir / "README.md").write_text("Оқы  \n\n", "utf-8")
    (content_dir / "notes").mkdir()
    (content_dir / "notes" / "x.yml").write_text("b: 1\na:   2\n", "utf-8")
    assert fmt_content(content_dir) == 0
    assert elsewhere.read_text("utf-8") == SLOPPY
    assert (content_dir / "README.md").read_text("utf-8") == "Оқы  \n\n"
    assert (content_dir / "notes" / "x.yml").read_text("utf-8") == "b: 1\na:   2\n"
