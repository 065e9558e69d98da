"""`export` and `import` on the real records: nothing is lost, nothing is written by halves."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.drafts.columns import put_cells
from site_builder.interchange.editing import edit_text
from site_builder.schema.kinds import FOLDERS
from site_builder.yaml_nodes import parse_yaml
from tests.interchange.support import EVENT_HEADER, EVENT_ROW, calendar
from tests.support import ROOT, read_tree

EVENT = """\
# Жылда өтеді
title: {kk: Той, ru: Той}
summary: {kk: Той., ru: Праздник.}
kind: concert
status: planned # расписание в мае
scope: astrakhan
start: 2027-06-05

# Сведения из газеты
sources: [gazette]
"""


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795320000")


@pytest.fixture
def project(content_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the smallest content with one event, which is also the current one."""
    (content_dir / "events").mkdir()
    (content_dir / "events" / "toy.yml").write_text(EVENT, "utf-8")
    monkeypatch.chdir(content_dir.parent)
    return content_dir.parent


@pytest.mark.parametrize("kind", ["events", "places"])
def test_real_records_come_back_to_the_byte(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "content", tmp_path / "content")
    before = read_tree(tmp_path / "content")
    assert main(["export", "--lang", "ru", kind, "table.csv"]) == 0
    assert main(["import", "--lang", "ru", "table.csv", "--yes"]) == 0
    count = sum(name.startswith(f"{kind}/") for name in before)
    assert f"Новых: 0. Изменится: 0. Без изменений: {count}." in capsys.readouterr().out
    assert read_tree(tmp_path / "content") == before


@pytest.mark.parametrize("kind", ["events", "places"])
def test_a_changed_column_changes_only_its_lines_of_real_records(kind: str) -> None:
    model = FOLDERS[kind].model
    for path in sorted((ROOT / "content" / kind).iterdir()):
        document = parse_yaml(path.read_bytes())
        after = put_cells(model, document.data, {"summary_ru": "Новое.", "latin": "Novoye"})
        text = edit_text(model, document, document.data, after)
        assert parse_yaml(text.encode()).data == after
        kept = set(document.text.splitlines()) - set(text.splitlines())
        summary = edit_text(model, document, document.data, {**document.data, "summary": None})
        assert kept <= set(document.text.splitlines()) - set(summary.splitlines())


def test_an_edited_table_changes_the_record_and_keeps_its_comments(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = "id;start;end;status\ntoy;06.06.2027;07.06.2027;confirmed\n"
    (project / "t.csv").write_text(table, "utf-8")
    assert main(["import", "--lang", "ru", "t.csv", "--yes"]) == 0
    output = capsys.readouterr().out
    assert "-start: 2027-06-05\n" in output
    assert "строка 2: toy — изменится" in output
    text = (project / "content" / "events" / "toy.yml").read_text("utf-8")
    assert text.startswith("# Жылда өтеді\ntitle: {kk: Той, ru: Той}\n")
    assert text.endswith("\n\n# Сведения из газеты\nsources: [gazette]\n")
    data = parse_yaml(text.encode()).data
    assert (data["start"], data["end"], data["status"]) == ("2027-06-06", "2027-06-07", "confirmed")


def test_an_empty_cell_takes_the_value_out(project: Path) -> None:
    path = project / "content" / "events" / "toy.yml"
    path.write_text(EVENT + "place: kurmangazy-mausoleum\n", "utf-8")
    (project / "t.csv").write_text("id;place;venue_ru\ntoy;;\n", "utf-8")
    assert main(["import", "t.csv", "--yes"]) == 0
    assert path.read_text("utf-8") == EVENT


def test_new_rows_are_written_and_taken_over_once(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "t.csv").write_text(f"{EVENT_HEADER}\n{EVENT_ROW}\n{EVENT_ROW}\n", "utf-8")
    for _ in range(2):
        assert main(["import", "--lang", "kk", "t.csv", "--yes"]) == 0
    assert "Жаңа: 0. Өзгереді: 0. Өзгеріссіз: 2." in capsys.readouterr().out
    assert sorted(path.name for path in (project / "content" / "events").iterdir()) == [
        "toy-2027-2.yml",
        "toy-2027.yml",
        "toy.yml",
    ]


def test_one_wrong_row_and_nothing_is_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read_tree(project / "content")
    wrong = EVENT_ROW.replace("2027-06-05", "2027-02-30").replace("gazette", "gazete")
    (project / "t.csv").write_text(f"{EVENT_HEADER}\n{EVENT_ROW}\n\n{wrong}\n", "utf-8")
    assert main(["import", "--lang", "ru", "t.csv", "--yes"]) == 1
    error = capsys.readouterr().err
    assert "t.csv: строка 4, start: дня «2027-02-30» нет в календаре" in error
    assert "t.csv: строка 4, sources: в sources нет «gazete»" in error
    assert "«gazette»?" in error
    assert error.endswith("Ничего не записано.\n")
    assert read_tree(project / "content") == before


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("id;start\ntoy;2027-06-06\ntoy;2027-06-07\n", "строка 3, id: «toy» уже есть"),
        ("id;title_ru\ntoy;\n", "строка 2, title_ru: в «title» нет текста на языке ru"),
        ("id;titel_ru\n", "строка 1, titel_ru: здесь нет поля «titel_ru»"),
    ],
)
def test_rows_that_contradict_are_refused(
    rows: str, message: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read_tree(project / "content")
    (project / "t.csv").write_text(rows, "utf-8")
    assert main(["import", "--lang", "ru", "t.csv", "--yes"]) == 1
    assert message in capsys.readouterr().err
    assert read_tree(project / "content") == before


def test_rules_of_the_whole_site_hold_for_imports(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read_tree(project / "content")
    (project / "m.geojson").write_text(
        '{"type": "Feature", "properties": {"title_kk": "Бұлақ", "title_ru": "Родник"},'
        ' "geometry": {"type": "Point", "coordinates": [10.5, 46.2]}}'
    )
    told = {
        "text-language": "ru",
        "kind": "monument",
        "region": "astrakhan",
        "sources": "gazette",
        "summary-kk": "Бұлақ.",
        "summary-ru": "Родник.",
        "point-sources": "gazette",
        "located-in-kk": "Алтынжар",
        "located-in-ru": "Алтынжар",
        "precision": "exact",
        "point-checked": "2026-11-22",
    }
    flags = [part for name, value in told.items() for part in (f"--{name}", value)]
    assert main(["import", "--lang", "ru", "m.geojson", *flags, "--yes"]) == 1
    assert "Не записано" in capsys.readouterr().err
    assert read_tree(project / "content") == before


def test_flags_say_what_a_calendar_does_not(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = calendar("SUMMARY:Вечер\nDESCRIPTION:Играют.\nDTSTART;VALUE=DATE:20270306")
    (project / "a.ics").write_bytes(raw)
    assert main(["import", "--lang", "ru", "a.ics"]) == 1
    assert "--text-language" in capsys.readouterr().err
    flags = ("--kind", "concert", "--status", "planned", "--scope", "astrakhan")
    words = ("--title-kk", "Кеш", "--summary-kk", "Кеш.", "--sources", "gazette")
    command = ["import", "--text-language", "ru", "a.ics", *flags, *words, "--yes"]
    assert main(command) == 0
    data = parse_yaml((project / "content" / "events" / "kesh-2027.yml").read_bytes()).data
    assert data["title"] == {"kk": "Кеш", "ru": "Вечер"}
    assert data["start"] == "2027-03-06"


def test_a_table_that_is_there_is_not_written_over(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "t.csv").write_text("work of a day")
    assert main(["export", "--lang", "ru", "events", "t.csv"]) == 1
    assert "Ничего не записано." in capsys.readouterr().err
    assert (project / "t.csv").read_text() == "work of a day"
