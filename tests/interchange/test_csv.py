"""Tables: what is written comes back, what spreadsheets make of it is understood."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.drafts.columns import Column, columns, join_list
from site_builder.drafts.faults import check_text
from site_builder.fields import ScalarValue
from site_builder.interchange.csv_files import read_csv, write_csv
from site_builder.interchange.rows import UnreadableError
from site_builder.schema.base import Model
from site_builder.schema.events import Event
from site_builder.schema.places import Place
from site_builder.schema.scalars import ScalarKind
from tests.interchange.support import EVENT_HEADER, EVENT_ROW

MODELS = (Event, Place)
# What breaks tables: separators, quotation marks, line ends, the beginnings of formulas.
LETTERS = st.sampled_from([*"аӘ =+-@'\";,\\|№", "\n", "\t"])
TEXTS = st.text(LETTERS, max_size=8).map(str.strip)


def cell(column: Column) -> st.SearchStrategy[str]:
    pattern = column.value.scalar.pattern if isinstance(column.value, ScalarValue) else ""
    one = st.from_regex(pattern, fullmatch=True).map(str.strip) if pattern else TEXTS
    # Characters that no record may hold are refused in tables as well.
    one = one.filter(lambda text: check_text(text) is None)
    many = st.lists(one.filter(bool), max_size=3).map(join_list)
    return many if column.is_list else st.just("") | one


def record(model: type[Model]) -> st.SearchStrategy[dict[str, str]]:
    """Return records with an id and something in two columns."""
    blank = {"id": "x"} | {column.name: "" for column in columns(model)}
    filled = st.sampled_from(columns(model)).flatmap(
        lambda column: cell(column).map(lambda text: {column.name: text})
    )
    return st.tuples(filled, filled).map(lambda two: blank | two[0] | two[1])


@pytest.mark.parametrize("model", MODELS)
@settings(derandomize=True, deadline=None, database=None)
@given(data=st.data())
def test_every_record_comes_back_as_it_was(model: type[Model], data: Any) -> None:
    records = data.draw(st.lists(record(model), min_size=1, max_size=2))
    found, rows = read_csv(write_csv(model, records).encode(), MODELS)
    assert found is model
    assert [row.cells for row in rows] == records


def test_the_file_is_what_excel_expects() -> None:
    cells = dict.fromkeys((column.name for column in columns(Event)), "")
    text = write_csv(Event, [{**cells, "id": "toy", "title_ru": "=1+1", "venue_ru": "а;б"}])
    assert text.startswith("\ufeffid;title_kk;title_ru;")
    assert text.endswith("\r\n")
    assert ";'=1+1;" in text
    assert ';"а;б";' in text


@pytest.mark.parametrize("start", ["=", "+7 8512", "-", "@", "'=", "''+"])
def test_no_cell_is_a_formula(start: str) -> None:
    cells = {column.name: "" for column in columns(Event)} | {"id": "x", "title_ru": start}
    text = write_csv(Event, [cells])
    assert f";'{start};" in text
    assert read_csv(text.encode(), MODELS)[1][0].cells["title_ru"] == start


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_all_usual_separators_are_read(delimiter: str, mark: bytes) -> None:
    raw = f"{EVENT_HEADER}\r\n{EVENT_ROW}\r\n".replace(";", delimiter).encode()
    model, rows = read_csv(mark + raw, MODELS)
    assert model is Event
    assert rows[0].cells["title_kk"] == "Той"
    assert rows[0].number == 2


def test_rows_are_counted_as_the_spreadsheet_does() -> None:
    raw = 'title_kk;title_ru\n"а\nб";в\n;\nг;д\n'.encode()
    assert [(row.number, row.cells["title_ru"]) for row in read_csv(raw, MODELS)[1]] == [
        (2, "в"),
        (4, "д"),
    ]


@pytest.mark.parametrize(
    ("column", "shown", "value"),
    [
        ("start", "21.03.2027", "2027-03-21"),
        ("start", "1.3.2027", "2027-03-01"),
        ("start", "март.27", "март.27"),
        ("start", "1880~", "1880~"),
        ("start_time", "9:05", "09:05"),
        ("start_time", "18:30:00", "18:30"),
        ("start_time", "18:30:15", "18:30:15"),
        ("title_ru", "21.03.2027", "21.03.2027"),
    ],
)
def test_days_and_times_of_spreadsheets_are_understood(column: str, shown: str, value: str) -> None:
    rows = read_csv(f"id;{column}\nx;{shown}\n".encode(), MODELS)[1]
    assert rows[0].cells[column] == value


def test_columns_that_are_empty_from_top_to_bottom_do_not_count() -> None:
    _, rows = read_csv(f"{EVENT_HEADER};;\n{EVENT_ROW};; \n".encode(), MODELS)
    assert rows == read_csv(f"{EVENT_HEADER}\n{EVENT_ROW}\n".encode(), MODELS)[1]


def test_numbers_of_spreadsheets_are_understood() -> None:
    model, rows = read_csv(b"id;region;point_lat\nx;y;46,27\n", MODELS)
    assert model is Place
    assert rows[0].cells["point_lat"] == "46.27"
    kinds = {c.value.scalar.kind for c in columns(Place) if isinstance(c.value, ScalarValue)}
    assert ScalarKind.DECIMAL in kinds


@pytest.mark.parametrize(
    ("raw", "code", "row", "column"),
    [
        ("title_kk;title_ru\nТой;Той\n".encode("cp1251"), "not-utf8-table", 0, ""),
        ("title_kk;title_ru\nТой;Той\n".encode("utf-16"), "not-utf8-table", 0, ""),
        (b"title_kk;title_ru\na\x00;b\n", "control-character", 0, ""),
        (b"", "no-headings", 1, ""),
        ("Название;Дата\nТой;2027\n".encode(), "no-headings", 1, ""),
        (b"title_kk;titel_ru\n", "unknown-field", 1, "titel_ru"),
        (b"title_kk;title_kk\n", "duplicate-key", 1, "title_kk"),
        (b"title_kk;title_ru\na;b\nc\n", "cells-and-columns", 3, ""),
        (b"title_kk;title_ru\na;b;c\n", "cells-and-columns", 2, ""),
        (b'title_kk;title_ru\na;b\n"c;d\ne;f\n', "bad-table", 3, ""),
        (b'title_kk;title_ru\n"a"b;c\n', "bad-table", 2, ""),
        (b"title_kk\n" + b"a" * 200_000, "bad-table", 2, ""),
        (b"title_kk\n" + b"a\n" * 5001, "too-many-rows", 0, ""),
        (b"a" * (8 * 1024 * 1024 + 1), "file-too-large", 0, ""),
    ],
)
def test_what_is_no_table_is_refused(raw: bytes, code: str, row: int, column: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_csv(raw, MODELS)
    fault = caught.value.fault
    assert (fault.code, fault.row, fault.column) == (code, row, column)
