"""Tables for spreadsheets: CSV that Excel and LibreOffice open and save without losing anything.

Excel of Russia and Kazakhstan expects semicolons between the cells, and takes a file for UTF-8 only
if it begins with a byte order mark. Files with commas or tabs are read as well.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from site_builder.drafts.columns import Column, columns
from site_builder.fields import ScalarValue
from site_builder.interchange.rows import MAX_BYTES, MAX_ROWS, Row, RowFault, UnreadableError
from site_builder.schema.base import Model
from site_builder.schema.scalars import ScalarKind
from site_builder.spelling import guess
from site_builder.yaml_nodes import YamlProblem, decode_text

__all__ = ["ID", "read_csv", "write_csv"]

ID = "id"
"""The column that names the record."""
_MARK = "\ufeff"
_DELIMITERS = ";,\t"
# A spreadsheet would calculate such a cell. The apostrophe is taken off again on reading; text that
# has one of its own gets a second.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_GUARDED = re.compile(r"''*[=+\-@\t\r\n]")
_RUSSIAN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
_LONG_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::00)?", re.ASCII)


def write_csv(model: type[Model], records: Iterable[Mapping[str, str]]) -> str:
    """Return a table with a heading row, lines ending in CR LF.

    Args:
        model: The model of the records, which gives the columns.
        records: Text by column, `id` too.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=_DELIMITERS[0])
    names = [ID, *(column.name for column in columns(model))]
    writer.writerow(names)
    for record in records:
        writer.writerow(_guard(record[name]) for name in names)
    return f"{_MARK}{file.getvalue()}"


def _guard(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def read_csv(raw: bytes, models: Sequence[type[Model]]) -> tuple[type[Model], list[Row]]:
    """Read a table.

    Args:
        raw: The file's bytes.
        models: The models that its records may have; the headings decide.

    Returns:
        The model whose columns the headings are, and the rows. Rows without any text are left out.

    Raises:
        UnreadableError: It is no table, or has a heading that is no column.
    """
    try:
        text = decode_text(raw, MAX_BYTES)
    except YamlProblem as problem:
        code = "not-utf8-table" if problem.code == "not-utf8" else problem.code
        raise UnreadableError(RowFault(code, arguments=problem.arguments)) from None
    lines = _lines(text)
    header = [cell.strip() for cell in _without_empty_end(next(lines, []))]
    model = max(models, key=lambda model: len(_by_name(model).keys() & set(header)))
    _check_header(header, model)
    rows = [
        Row(number, _cells(header, cells, number, model))
        for number, cells in enumerate(lines, 2)
        if any(cell.strip() for cell in cells)
    ]
    if len(rows) > MAX_ROWS:
        raise UnreadableError(RowFault("too-many-rows", arguments={"limit": str(MAX_ROWS)}))
    return model, rows


def _by_name(model: type[Model]) -> dict[str, Column]:
    return {column.name: column for column in columns(model)}


def _lines(text: str) -> Iterator[list[str]]:
    """Yield the cells of each row.

    Raises:
        UnreadableError: A quotation mark is not closed, or a cell is larger than any field.
    """
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):  # noqa: B007  the error names the row after it
            yield cells
    except csv.Error as error:
        fault = RowFault("bad-table", number + 1, arguments={"message": str(error)})
        raise UnreadableError(fault) from None


def _without_empty_end(cells: Sequence[str]) -> Sequence[str]:
    filled = [number for number, cell in enumerate(cells, 1) if cell.strip()]
    return cells[: max(filled, default=0)]


def _check_header(header: Sequence[str], model: type[Model]) -> None:
    known = {ID, *_by_name(model)}
    if not known & set(header):
        raise UnreadableError(RowFault("no-headings", 1))
    for name in header:
        if name not in known:
            nearest = guess(name, known)
            raise UnreadableError(RowFault("unknown-field", 1, name, {"field": name}, nearest))
        if header.count(name) > 1:
            raise UnreadableError(RowFault("duplicate-key", 1, name, {"key": name}))


def _cells(
    header: Sequence[str], cells: Sequence[str], number: int, model: type[Model]
) -> dict[str, str]:
    if len(cells) > len(header):
        # Spreadsheets write columns too that are empty from top to bottom.
        cells = [*cells[: len(header)], *_without_empty_end(cells[len(header) :])]
    if len(cells) != len(header):
        arguments = {"cells": str(len(cells)), "columns": str(len(header))}
        raise UnreadableError(RowFault("cells-and-columns", number, "", arguments))
    by_name = _by_name(model)
    texts = {name: _unguard(cell) for name, cell in zip(header, cells, strict=True)}
    return {
        name: _unformatted(by_name[name], text) if name in by_name else text.strip()
        for name, text in texts.items()
    }


def _unguard(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def _unformatted(column: Column, cell: str) -> str:
    """Return a value as records write it: spreadsheets show days, times and numbers in their way."""
    text = cell.strip()
    match column.value:
        case ScalarValue(scalar) if column.is_list:
            return cell
        case ScalarValue(scalar) if scalar.kind in (ScalarKind.DATE, ScalarKind.APPROXIMATE_DATE):
            if match := _RUSSIAN_DAY.fullmatch(text):
                return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
        case ScalarValue(scalar) if scalar.kind is ScalarKind.TIME:
            if match := _LONG_TIME.fullmatch(text):
                return f"{int(match[1]):02}:{match[2]}"
        case ScalarValue(scalar) if scalar.kind is ScalarKind.DECIMAL:
            return text.replace(",", ".")
    return text
