"""`site-builder new`: every kind, asked and answered, ends in a file that passes `check`."""

from __future__ import annotations

import signal
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from site_builder.canonical import write_record
from site_builder.checking import check_content
from site_builder.cli import main
from site_builder.drafts.questions import NEW_KINDS
from site_builder.drafts.records import record_path
from site_builder.yaml_nodes import parse_yaml
from tests.drafts.dialogues import ANSWERS, IDS, run_command
from tests.support import TODAY, read_tree

GOLDEN = Path(__file__).parent / "golden" / "event.ru.yml"
EVENT_FLAGS = (
    *("--title-kk", "Той", "--title-ru", "Той", "--summary-kk", "Той.", "--summary-ru", "Той."),
    *("--kind", "concert", "--status", "planned", "--scope", "astrakhan", "--sources", "gazette"),
)


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795320000")


def answer(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO("\n".join([*lines, ""])))


@pytest.mark.parametrize("kind", NEW_KINDS)
def test_a_record_asked_for_in_russian_passes_check(kind: str, content_dir: Path) -> None:
    answers = "\n".join([*ANSWERS[kind], "", "да", ""])
    done = run_command(content_dir.parent, "new", "--lang", "ru", kind, answers=answers)
    output = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert "Записано: content/" in output
    assert "Проверено: ошибок нет." in output
    assert not check_content(content_dir, TODAY).problems
    path = record_path(content_dir, NEW_KINDS[kind], IDS[kind])
    assert IDS[kind] in path.read_text("utf-8") or path.stem == IDS[kind]


@pytest.mark.parametrize("kind", NEW_KINDS)
def test_a_record_asked_for_in_kazakh_passes_check(
    kind: str,
    content_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(content_dir.parent)
    answer(monkeypatch, *ANSWERS[kind], "", "иә")
    assert main(["new", "--lang", "kk", kind]) == 0
    output = capsys.readouterr().out
    assert "қазақша" in output or kind == "source"
    assert "Тексерілді: қате жоқ." in output
    assert not check_content(content_dir, TODAY).problems


def test_the_language_is_that_of_the_environment(content_dir: Path) -> None:
    done = run_command(content_dir.parent, "new", "event", LC_ALL="kk_KZ.UTF-8")
    assert "орысша" not in done.stderr.decode()
    assert "қазақша" in done.stdout.decode()


def test_the_file_of_an_event_is_as_expected(
    content_dir: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(content_dir.parent)
    answer(monkeypatch, *ANSWERS["event"], "", "да")
    main(["new", "--lang", "ru", "event"])
    written = (content_dir / "events" / "toy-2027.yml").read_text("utf-8")
    if request.config.getoption("--update-golden"):
        GOLDEN.write_text(written, "utf-8")
    assert written == GOLDEN.read_text("utf-8")


def test_without_its_comments_the_file_is_canonical(
    content_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(content_dir.parent)
    for kind, lines in ANSWERS.items():
        answer(monkeypatch, *lines, "", "да")
        main(["new", kind])
        text = record_path(content_dir, NEW_KINDS[kind], IDS[kind]).read_text("utf-8")
        if NEW_KINDS[kind].is_table:
            continue
        bare = "".join(line for line in text.splitlines(True) if not line.startswith("#"))
        assert bare == write_record(NEW_KINDS[kind].model, parse_yaml(text.encode()).data)


def test_a_wrong_answer_brings_the_message_and_the_question_again(content_dir: Path) -> None:
    lines = list(ANSWERS["event"])
    lines[6:7] = ["плановое", "planed", "confirmed"]
    lines[10:11] = ["2027-02-30", "21 марта", "2027-03-21"]
    answers = "\n".join([*lines[:-2], "25:30", "18:30", "кесенe", "1", "", "да", ""])
    done = run_command(content_dir.parent, "new", "--lang", "ru", "event", answers=answers)
    output = done.stdout.decode()
    assert "! «плановое» здесь нельзя; выберите из списка: planned, confirmed" in output
    assert "Возможно, вы имели в виду «planned»?" in output
    assert "! дня «2027-02-30» нет в календаре" in output
    assert "! «21 марта» — не дата" in output
    assert "! «25:30» — не время; пишите часы от 00 до 23" in output
    assert "! в places нет «кесенe»" in output
    assert done.returncode == 0


def test_a_record_is_found_by_a_part_of_its_name(
    content_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(content_dir.parent)
    answer(monkeypatch, *ANSWERS["event"][:-1], "КУРМАНГАЗЫ", "1", "", "да")
    assert main(["new", "--lang", "ru", "event"]) == 0
    assert "Выберите номер:\n  1. kurmangazy-mausoleum — Мавзолей Курмангазы" in (
        capsys.readouterr().out
    )
    written = (content_dir / "events" / "toy-2027.yml").read_bytes()
    assert parse_yaml(written).data["place"] == "kurmangazy-mausoleum"


def test_a_source_that_has_no_record_is_asked_for_on_the_way(
    content_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(content_dir.parent)
    event = ANSWERS["event"]
    answer(monkeypatch, *event[:4], "+", *ANSWERS["source"], "", *event[5:], "", "да")
    assert main(["new", "event"]) == 0
    checked = check_content(content_dir, TODAY)
    assert not checked.problems
    assert checked.content.entries["events"]["toy-2027"].record.sources == ["toy"]
    assert checked.content.entries["sources"]["toy"].record.publisher == "Ақ арна"


def test_fields_that_do_not_go_together_are_asked_for_again(
    content_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(content_dir.parent)
    lines = list(ANSWERS["event"])
    lines[8:10] = ["2027-03", "18:30", ""]
    answer(monkeypatch, *lines, "", "да")
    assert main(["new", "--lang", "ru", "event", "--end", "2027-02"]) == 0
    output = capsys.readouterr().out
    assert "! время указано" in output
    assert "! конец раньше начала" in output
    data = parse_yaml((content_dir / "events" / "toy-2027.yml").read_bytes()).data
    assert data["start"] == "2027-03"
    assert "start_time" not in data
    assert "end" not in data


def test_a_listed_holiday_is_asked_for_its_days(
    content_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(content_dir.parent)
    days = ("2027-06-05", "announced", "", "")
    answer(monkeypatch, *ANSWERS["holiday"][:-2], "listed", *days, "", "да")
    assert main(["new", "holiday"]) == 0
    data = parse_yaml((content_dir / "holidays" / "toy-2027.yml").read_bytes()).data
    assert data["dates"] == [{"start": "2027-06-05", "state": "announced", "sources": ["gazette"]}]


def test_flags_are_answers(content_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(content_dir.parent)
    flags = (*EVENT_FLAGS, "--start", "2027-03-21", "--end", "2027-03-22", "--yes")
    assert main(["new", "event", *flags]) == 0
    data = parse_yaml((content_dir / "events" / "toy-2027.yml").read_bytes()).data
    assert (data["start"], data["end"]) == ("2027-03-21", "2027-03-22")
    assert not check_content(content_dir, TODAY).problems


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        ((), "--start: нет поля «start»"),
        (("--start", "21.03.2027"), "--start: «21.03.2027» — не дата"),
        (("--start", "2027-03-21", "--end", "2027-03-20"), "--end: "),
        (("--start", "2027-03-21", "--place", "altynzar"), "--place: в places нет «altynzar»"),
        (("--start", "2027-03-21", "--id", "Той"), "--id: «Той» не годится как id"),
        (("--start", "2027-03-21", "--venue-kk", "Алаң"), "--venue: в поле «venue» нет строки ru"),
    ],
)
def test_a_wrong_flag_is_said_where_nobody_is_asked(
    flags: tuple[str, ...],
    message: str,
    content_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(content_dir.parent)
    before = read_tree(content_dir)
    assert main(["new", "--lang", "ru", "event", *EVENT_FLAGS, *flags, "--yes"]) == 1
    error = capsys.readouterr().err
    assert error.startswith(message)
    assert "Ничего не записано." in error
    assert read_tree(content_dir) == before


def test_answers_that_end_too_early_write_nothing(content_dir: Path) -> None:
    before = read_tree(content_dir)
    answers = "\n".join(ANSWERS["event"][:6])
    done = run_command(content_dir.parent, "new", "--lang", "kk", "event", answers=answers)
    assert done.returncode == 2
    assert "Ештеңе жазылған жоқ." in done.stderr.decode()
    assert read_tree(content_dir) == before


def test_no_at_the_end_writes_nothing(
    content_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(content_dir.parent)
    before = read_tree(content_dir)
    answer(monkeypatch, *ANSWERS["event"], "", "может быть", "нет")
    assert main(["new", "--lang", "ru", "event"]) == 2
    assert capsys.readouterr().out.endswith("Ничего не записано.\n")
    assert read_tree(content_dir) == before


def test_ctrl_c_writes_nothing(content_dir: Path) -> None:
    before = read_tree(content_dir)
    command = [sys.executable, "-u", "-m", "site_builder", "new", "--lang", "ru", "event"]
    with subprocess.Popen(
        command,
        cwd=content_dir.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        while b"title_kk" not in process.stdout.readline():
            pass
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130
        assert "Ничего не записано." in process.stderr.read().decode()
    assert read_tree(content_dir) == before


def test_an_id_that_is_taken_is_refused_and_another_proposed(
    content_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(content_dir.parent)
    for reply in (("",), ("toy-2027", "")):
        answer(monkeypatch, *ANSWERS["event"], *reply, "да")
        assert main(["new", "--lang", "ru", "event"]) == 0
    assert "! запись «toy-2027» уже есть" in capsys.readouterr().out
    assert sorted(path.name for path in (content_dir / "events").iterdir()) == [
        "toy-2027-2.yml",
        "toy-2027.yml",
    ]


def test_bytes_that_are_no_text_are_asked_for_again(content_dir: Path) -> None:
    answers = b"\xd2\xee\xe9\n" + "\n".join([*ANSWERS["event"], "", "да", ""]).encode()
    done = run_command(content_dir.parent, "new", "--lang", "ru", "event", answers=answers)
    assert "! отсюда буквы не читаются" in done.stdout.decode()
    assert done.returncode == 0


def test_mistakes_elsewhere_do_not_stop_a_new_record(
    content_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(content_dir.parent)
    place = content_dir / "places" / "kurmangazy-mausoleum.yml"
    place.write_text(place.read_text("utf-8") + "people: [nobody]\n", "utf-8")
    answer(monkeypatch, *ANSWERS["event"], "", "да")
    assert main(["new", "--lang", "ru", "event"]) == 0
    assert "Проверено: здесь ошибок нет; в том, что было раньше: 1." in capsys.readouterr().out
