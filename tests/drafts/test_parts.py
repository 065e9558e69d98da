"""Ids, columns, the teaching file and safe writing, one by one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from site_builder.cli import main
from site_builder.drafts.columns import columns, join_list, put_cells, read_cells, split_list
from site_builder.drafts.faults import find_faults
from site_builder.drafts.ids import first_free, propose_id
from site_builder.drafts.questions import NEW_KINDS, asked_fields
from site_builder.drafts.records import known_ids
from site_builder.drafts.template import render_draft
from site_builder.drafts.trial import try_changes
from site_builder.drafts.writing import ConflictError, FileChange, write_changes
from site_builder.fields import describe
from site_builder.loader import load_content
from site_builder.romanisation import ascii_words
from site_builder.schema.base import Model
from site_builder.schema.events import Event
from site_builder.schema.kinds import KINDS
from site_builder.schema.places import Place
from site_builder.schema.scalars import is_id
from site_builder.schema.sources import Source
from site_builder.yaml_nodes import parse_yaml
from tests.support import FULL_CONTENT, TODAY, read_tree

MODELS = [kind.model for kind in KINDS]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Құрманғазы кесенесі", ["kurmangazy", "kesenesi"]),
        ("«Жолдастық» қоғамы", ["zholdastyk", "kogamy"]),
        ("Щёлково, объезд", ["shchyolkovo", "obezd"]),
        ("Бөкей\u0306 Café № 5", ["bokey", "cafe", "5"]),
        ("ЙОД ӘҢҮҰҺІ", ["yod", "anuuhi"]),
        ("春", []),
    ],
)
def test_names_are_spelt_in_plain_latin_letters(name: str, words: list[str]) -> None:
    assert ascii_words(name) == words


@pytest.mark.parametrize(
    ("model", "data", "id_"),
    [
        (Event, {"title": {"kk": "Наурыз"}, "start": "2027-03-21"}, "nauryz-2027"),
        (Event, {"title": {"kk": "Наурыз 2027"}, "start": "2027-03"}, "nauryz-2027"),
        (Event, {"title": {"kk": "«…»", "ru": "Той"}, "start": "2027"}, "toy-2027"),
        (Event, {"title": {"kk": "春", "ru": "春"}, "start": "2027"}, "event-2027"),
        (Place, {"title": {"ru": "Лиман"}}, "liman"),
        (Place, {"title": {"kk": "Con"}}, "place-con"),
        (Source, {"title": "Ақ арна", "published": "2020-01-05"}, "ak-arna-2020"),
        (Place, {}, "place"),
    ],
)
def test_ids_are_made_of_the_title_and_the_year(
    model: type[Model], data: dict[str, Any], id_: str
) -> None:
    assert propose_id(model, data) == id_


def test_long_titles_give_ids_of_whole_words() -> None:
    data = {"title": {"kk": "Құрманғазы атындағы өңірлік мәдени орталықтың ашылуы " * 3}}
    assert propose_id(Place, data) == "kurmangazy-atyndagy-onirlik-madeni"
    assert is_id(propose_id(Place, {"title": {"kk": "а" * 200}}))


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert first_free("toy", {}) == "toy"
    assert first_free("toy", {"toy", "toy-2"}) == "toy-3"


@pytest.mark.parametrize(
    "items", [[], ["a"], ["a", "b c"], ["a;b", "c\\"], ["\\;", ";;"], ["a\\\\;b"]]
)
def test_lists_come_back_from_a_cell(items: list[str]) -> None:
    assert split_list(join_list(items)) == items


@pytest.mark.parametrize("model", MODELS)
def test_columns_have_names_of_their_own(model: type[Model]) -> None:
    names = [column.name for column in columns(model)]
    assert len(set(names)) == len(names)
    assert "id" not in names


def test_cells_change_only_what_they_say() -> None:
    data = {
        "title": {"kk": "А", "ru": "Б\n"},
        "point": {"lat": "46", "lon": "48"},
        "aliases": [],
        "sections": [{"id": "x"}],
    }
    cells = read_cells(Place, data)
    assert put_cells(Place, data, cells) == data
    changed = put_cells(
        Place, data, {"title_ru": "В", "point_lat": "", "phone": " +7 1 ", "x": "y"}
    )
    assert changed == {
        "title": {"kk": "А", "ru": "В"},
        "point": {"lon": "48"},
        "aliases": [],
        "sections": [{"id": "x"}],
        "phone": "+7 1",
    }
    assert "point" not in put_cells(Place, changed, {"point_lon": ""})
    assert data["point"] == {"lat": "46", "lon": "48"}


def test_faults_name_their_fields() -> None:
    known = known_ids(load_content(FULL_CONTENT), "ru")
    data = {"title": {"kk": "А"}, "start": "x", "place": "nowhere"}
    found = {fault.loc: fault.problem.code for fault in find_faults(Event, data, known)}
    assert found["title", "ru"] == "missing-language"
    assert found["start",] == "bad-approximate-date"
    assert found["place",] == "unknown-id"


@pytest.mark.parametrize("kind", NEW_KINDS.values())
def test_few_questions_are_asked_and_all_that_a_record_needs(kind: Any) -> None:
    asked = asked_fields(kind.model)
    assert {field.name for field in describe(kind.model) if field.is_required} <= {
        field.name for field in asked
    }
    assert len(asked) <= 10


@pytest.mark.parametrize("kind", [kind for kind in NEW_KINDS.values() if not kind.is_table])
def test_fields_that_are_not_used_stand_as_comments_of_the_right_form(kind: Any) -> None:
    text = render_draft(kind, {}, "kk")
    blocks = re.findall(r"^# ([a-z_]+):(.*\n(?:#  .*\n|# -.*\n)*)", text, re.MULTILINE)
    assert [name for name, _ in blocks] == [field.name for field in describe(kind.model)]
    lines = [f"{name}:{rest}" for name, rest in blocks]
    data = parse_yaml(re.sub(r"^# ?", "", "".join(lines), flags=re.MULTILINE).encode()).data
    known = known_ids(load_content(FULL_CONTENT), "kk")
    codes = {fault.problem.code for fault in find_faults(kind.model, data, known)}
    # What only an editor can know is an ellipsis, which is no id.
    assert codes <= {"bad-id", "unknown-id", "unknown-region", "crossing-off-border"}


def test_text_editors_find_the_schema_of_a_new_file(content_dir: Path) -> None:
    assert main(["schema", "--content", str(content_dir)]) == 0
    for kind in [kind for kind in NEW_KINDS.values() if not kind.is_table]:
        first = render_draft(kind, {}, "ru").partition("\n")[0]
        (schema,) = re.findall(r"^# yaml-language-server: \$schema=(\S+)$", first)
        assert (content_dir / schema.removeprefix("../")).resolve().is_file()


def test_new_and_changed_files_are_written(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("a\n")
    changes = [
        FileChange(tmp_path / "new" / "b.yml", None, "b\n"),
        FileChange(tmp_path / "a.yml", "a\n", "A\n"),
    ]
    write_changes(changes)
    assert read_tree(tmp_path) == {"a.yml": b"A\n", "new/b.yml": b"b\n"}


@pytest.mark.parametrize("before", [None, "other\n"])
def test_one_file_that_cannot_be_written_undoes_all(before: str | None, tmp_path: Path) -> None:
    for name in ("a.yml", "c.yml"):
        (tmp_path / name).write_text("a\n")
    changes = [
        FileChange(tmp_path / "b.yml", None, "b\n"),
        FileChange(tmp_path / "a.yml", "a\n", "A\n"),
        FileChange(tmp_path / "c.yml", before, "c\n"),
    ]
    with pytest.raises(ConflictError):
        write_changes(changes)
    assert read_tree(tmp_path) == {"a.yml": b"a\n", "c.yml": b"a\n"}


def test_a_trial_tells_new_errors_from_old_ones(content_dir: Path) -> None:
    story = content_dir / "stories" / "community.yml"
    story.write_text(story.read_text("utf-8") + "people: [nobody]\n", "utf-8")
    before = read_tree(content_dir)
    wrong = FileChange(content_dir / "people" / "x.yml", None, "kind: x\n")
    trial = try_changes(content_dir, [wrong], TODAY)
    assert {problem.file for problem in trial.new_errors} == {"content/people/x.yml"}
    assert trial.other_errors == 1
    assert read_tree(content_dir) == before
