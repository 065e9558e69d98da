"""What is wrong with data that is not yet in a file, and in which of its fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from site_builder.drafts.columns import columns, kind_of_ids, read_cells, split_list
from site_builder.problems import Position, Problem
from site_builder.schema.base import Model
from site_builder.schema.scalars import is_id
from site_builder.spelling import guess
from site_builder.validation import validate_record
from site_builder.yaml_nodes import Loc, YamlProblem, decode_text

__all__ = ["Fault", "KnownIds", "check_id", "check_text", "find_faults", "lies_in"]

KnownIds = Mapping[str, Mapping[str, str]]
"""The names of records by kind and id; `regions` are those of the settings."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a field."""

    loc: Loc
    """The field; empty where the data as a whole is meant."""
    problem: Problem
    """What is wrong; its file and position say nothing."""


def find_faults(model: type[Model], data: Mapping[str, Any], known: KnownIds) -> list[Fault]:
    """Return all that the schema finds, and the ids that lead nowhere.

    Args:
        model: The model of the record's kind.
        data: Nested dicts and lists of strings, as the reader gives them.
        known: The records that there are.
    """
    locs: list[Loc] = []

    def locate(loc: Loc, *, key: bool = False) -> Position:  # noqa: ARG001  as files are asked
        locs.append(loc)
        return Position(len(locs), 1)

    _, problems = validate_record(model, data, "", locate)
    # Problems carry no field, but their lines say which question about a place was theirs.
    found = [Fault(locs[p.position.line - 1], p) for p in problems if p.position]
    return [*found, *_unknown_ids(model, data, known)]


def _unknown_ids(model: type[Model], data: Mapping[str, Any], known: KnownIds) -> Iterator[Fault]:
    cells = read_cells(model, data)
    for column in columns(model):
        if kind := kind_of_ids(column.field, column.value):
            # What is no id has been refused as such; that it leads nowhere is no second mistake.
            ids = filter(is_id, split_list(cells[column.name]))
            problems = (check_id(id_, kind, known) for id_ in ids)
            yield from (Fault(column.path, problem) for problem in problems if problem)


def check_id(id_: str, kind: str, known: KnownIds) -> Problem | None:
    """Return the problem of an id that names no record."""
    if id_ in known[kind]:
        return None
    code = "unknown-region" if kind == "regions" else "unknown-id"
    arguments = {"value": id_, "kind": kind}
    return Problem("", code, None, arguments, guess(id_, known[kind]))


def check_text(text: str) -> Problem | None:
    """Return the problem of a text with characters that no file may hold."""
    try:
        decode_text(text.encode("utf-8", "surrogateescape"))
    except YamlProblem as problem:
        return problem.in_file("")
    return None


def lies_in(loc: Loc, path: Loc) -> bool:
    """Tell whether `loc` is a part of what `path` leads to.

    pydantic puts the name of a union's member between the keys: `rule`, `fixed`, `day`.
    """
    rest = iter(loc)
    return all(part in rest for part in path)
