"""Makes of rows what would be written: new files, changed files, or what is wrong with the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from site_builder.canonical import write_record
from site_builder.drafts.columns import columns, put_cells, read_cells
from site_builder.drafts.faults import Fault, KnownIds, check_text, find_faults, lies_in
from site_builder.drafts.ids import first_free, propose_id
from site_builder.drafts.records import record_path
from site_builder.drafts.writing import FileChange
from site_builder.interchange.editing import edit_text
from site_builder.interchange.rows import Row, RowFault
from site_builder.schema.base import Model
from site_builder.schema.kinds import FOLDERS, Kind
from site_builder.schema.scalars import is_id
from site_builder.yaml_nodes import Document, Loc, YamlProblem, parse_yaml

__all__ = ["Outcome", "Plan", "Planned", "plan_rows"]


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Planned:
    """A row and its record."""

    row: int
    """The row's number."""
    id: str
    """The record's id."""
    outcome: Outcome
    """What becomes of it."""
    change: FileChange | None
    """The file to be written; None where it stays."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do."""

    records: tuple[Planned, ...]
    """The good rows in order."""
    faults: tuple[RowFault, ...]
    """All that is wrong; while there is anything, nothing may be written."""

    @property
    def changes(self) -> list[FileChange]:
        """The files to be written."""
        return [planned.change for planned in self.records if planned.change]


def plan_rows(  # noqa: PLR0913  what a row means depends on all of them
    content_dir: Path,
    model: type[Model],
    rows: Sequence[Row],
    given: Mapping[str, str],
    known: KnownIds,
    *,
    may_change: bool,
) -> Plan:
    """Return what the rows would write.

    A row of a table with the id of a record changes what its columns say and keeps all else. Other
    rows never change a record; those without an id get one from their title.

    Args:
        content_dir: The content folder.
        model: The model of the records.
        rows: The rows.
        given: What flags say of new records where the file does not, by column.
        known: The records that there are.
        may_change: Whether the rows are those of a table, which may change records.
    """
    kind = next(kind for kind in FOLDERS.values() if kind.model is model)
    planner = _Planner(content_dir, kind, given, known)
    records, faults = [], []
    for row in rows:
        found = [*row.faults] or planner.check(row)
        if found:
            faults += found
            continue
        try:
            records.append(planner.plan(row, may_change=may_change))
        except _BadRowError as error:
            faults += error.faults
    return Plan(tuple(records), (*faults, *_said_twice(records)))


class _BadRowError(Exception):
    def __init__(self, faults: Iterable[RowFault]) -> None:
        super().__init__()
        self.faults = list(faults)


class _Planner:
    """Plans one row after the other; rows of one title get different ids."""

    def __init__(
        self, content_dir: Path, kind: Kind, given: Mapping[str, str], known: KnownIds
    ) -> None:
        self._content_dir = content_dir
        self._kind = kind
        self._given = given
        self._known = known
        self._proposed: set[str] = set()

    def check(self, row: Row) -> list[RowFault]:
        """Return what no file may hold."""
        faults = [
            RowFault(problem.code, row.number, name, problem.arguments)
            for name, cell in row.cells.items()
            if (problem := check_text(cell))
        ]
        id_ = row.cells.get("id", "")
        if id_ and not is_id(id_):
            faults.append(RowFault("bad-id", row.number, "id", {"value": id_}))
        return faults

    def plan(self, row: Row, *, may_change: bool) -> Planned:
        """Return what becomes of a row.

        Raises:
            _BadRowError: The row makes no valid record.
        """
        model = self._kind.model
        if may_change and row.cells.get("id", "") in self._known[self._kind.name]:
            return self._plan_change(row, row.cells["id"])
        cells = {**self._given, **{name: cell for name, cell in row.cells.items() if cell}}
        data = put_cells(model, {}, cells)
        self._refuse_faults(row, data)
        id_ = row.cells.get("id") or first_free(propose_id(model, data), self._proposed)
        self._proposed.add(id_)
        path = record_path(self._content_dir, self._kind, id_)
        if id_ not in self._known[self._kind.name]:
            change = FileChange(path, None, write_record(model, data))
            return Planned(row.number, id_, Outcome.NEW, change)
        # The file was taken over before, or another record has the same title and year.
        before = self._read(row, path)[1].data
        said = {column.name for column in columns(model)} & {n for n, c in cells.items() if c}
        here, there = read_cells(model, data), read_cells(model, before)
        if any(here[name] != there[name] for name in said):
            raise _BadRowError([RowFault("id-taken", row.number, "id", {"value": id_})])
        return Planned(row.number, id_, Outcome.SAME, None)

    def _plan_change(self, row: Row, id_: str) -> Planned:
        model, path = self._kind.model, record_path(self._content_dir, self._kind, id_)
        text, document = self._read(row, path)
        after = put_cells(model, document.data, row.cells)
        if after == document.data:
            return Planned(row.number, id_, Outcome.SAME, None)
        self._refuse_faults(row, after)
        changed = edit_text(model, document, document.data, after)
        return Planned(row.number, id_, Outcome.CHANGED, FileChange(path, text, changed))

    def _read(self, row: Row, path: Path) -> tuple[str, Document]:
        """Return the text of a record's file to the byte, and what it says."""
        try:
            raw = path.read_bytes()
            document = parse_yaml(raw)
        except (OSError, YamlProblem):
            document = Document(None, "")
        if not isinstance(document.data, dict):
            fault = RowFault("unreadable-record", row.number, "id", {"file": path.name})
            raise _BadRowError([fault])
        return raw.decode(), document

    def _refuse_faults(self, row: Row, data: Mapping[str, Any]) -> None:
        faults = find_faults(self._kind.model, data, self._known)
        if faults:
            raise _BadRowError(self._in_row(row, fault) for fault in faults)

    def _in_row(self, row: Row, fault: Fault) -> RowFault:
        problem = fault.problem
        paths: list[Loc] = [column.path for column in columns(self._kind.model)]
        within = [path for path in paths if lies_in(fault.loc, path)] or [fault.loc]
        # The sources of a point are not those of the record: the longest way is the right one.
        longest = max(within, key=len)
        name = "_".join(map(str, longest))
        return RowFault(problem.code, row.number, name, problem.arguments, problem.guess)


def _said_twice(records: Iterable[Planned]) -> Iterator[RowFault]:
    """Yield the rows that name a record that a row before them names."""
    seen: Counter[str] = Counter()
    for planned in records:
        seen[planned.id] += 1
        if seen[planned.id] > 1:
            yield RowFault("id-twice", planned.row, "id", {"value": planned.id})
