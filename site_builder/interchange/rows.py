"""What is read from a file of another program: rows of cells, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from site_builder.problems import Problem
from site_builder.reports import EditorLanguage, word_problem
from site_builder.ui_strings import editor_words

__all__ = ["MAX_BYTES", "MAX_ROWS", "Row", "RowFault", "UnreadableError", "word_fault"]

MAX_BYTES = 8 * 1024 * 1024
"""Largest file read."""
MAX_ROWS = 5000
"""Most records in one file."""


@dataclass(frozen=True, slots=True)
class RowFault:
    """Something wrong in a row."""

    code: str
    """The key of the message in `strings/interchange.yml` or `strings/problems.yml`."""
    row: int = 0
    """The row's number; 0 where the file as a whole is meant."""
    column: str = ""
    """The column; empty where the row as a whole is meant."""
    arguments: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What the message says in its `{…}` places."""
    guess: str | None = None
    """What was probably meant."""


@dataclass(frozen=True, slots=True)
class Row:
    """A record as another program tells it."""

    number: int
    """The row of the spreadsheet, which counts the headings too, or which record of the file it is."""
    cells: Mapping[str, str]
    """Text by column; `id` where the file names one."""
    faults: tuple[RowFault, ...] = ()
    """What the file says and no record can."""


class UnreadableError(Exception):
    """The file cannot be read as what it claims to be."""

    def __init__(self, fault: RowFault) -> None:
        super().__init__(fault.code)
        self.fault = fault
        """Why, and in which row."""


def word_fault(fault: RowFault, language: EditorLanguage) -> str:
    """Return where a fault is and what it is: «строка 5, start: …»."""
    words = editor_words("interchange")
    places = []
    if fault.row:
        places.append(words["row"][language].format(number=fault.row))
    if fault.column:
        places.append(fault.column)
    if fault.code in words:
        message = words[fault.code][language].format_map(fault.arguments)
    else:
        problem = Problem("", fault.code, None, fault.arguments, fault.guess)
        message = word_problem(problem, language)
    return f"{', '.join(places)}: {message}" if places else message
