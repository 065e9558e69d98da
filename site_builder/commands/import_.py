"""Take over events from a spreadsheet (CSV) or a calendar (.ics), places from CSV, GeoJSON or GPX.

Shows what would be written and asks; one wrong row, and nothing is written. A row of a table with the
id of a record changes the columns of that record; an empty cell takes the value out. Flags say what
the file does not, for all its new records.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import unified_diff
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from site_builder.commands.dialogue import Terminal, add_columns, given_cells, guarded, save
from site_builder.commands.exit_codes import ExitCode
from site_builder.commands.options import add_content, print_problems
from site_builder.drafts.columns import columns
from site_builder.drafts.records import known_ids
from site_builder.drafts.writing import FileChange
from site_builder.formatting import ASTRAKHAN
from site_builder.interchange.csv_files import read_csv
from site_builder.interchange.icalendar_files import read_icalendar
from site_builder.interchange.map_files import read_geojson, read_gpx
from site_builder.interchange.names import Names, names_of
from site_builder.interchange.planning import Outcome, Plan, plan_rows
from site_builder.interchange.rows import MAX_BYTES, Row, RowFault, UnreadableError, word_fault
from site_builder.languages import LANGUAGES, Language
from site_builder.loader import load_content
from site_builder.reports import EditorLanguage
from site_builder.schema.base import Model
from site_builder.schema.events import Event
from site_builder.schema.places import Place
from site_builder.ui_strings import editor_words

__all__ = ["add_arguments", "run"]

_MODELS: tuple[type[Model], ...] = (Event, Place)
_TABLE = ".csv"
_SHORT = {"point_precision": "precision", "point_radius_km": "radius_km"}
_READERS: Mapping[str, tuple[type[Model], Callable[[bytes, Names], list[Row]]]] = {
    ".ics": (Event, read_icalendar),
    ".geojson": (Place, read_geojson),
    ".gpx": (Place, read_gpx),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options: a flag for each column."""
    add_content(parser)
    parser.add_argument("file", type=Path)
    parser.add_argument("--text-language", type=Language, choices=LANGUAGES, help="of the file")
    add_columns(parser, [column for model in _MODELS for column in columns(model)], _SHORT)


def run(options: argparse.Namespace, language: EditorLanguage) -> ExitCode:
    """Read, show, check, ask, write."""
    return guarded(lambda: _run(options, language), language)


def _run(options: argparse.Namespace, language: EditorLanguage) -> ExitCode:
    content = load_content(options.content)
    if content.settings is None:
        print_problems(content.problems, language, options.content)
        return ExitCode.CONTENT
    given = given_cells(options)
    try:
        text_language = options.text_language
        names = names_of(content, text_language or Language.RU, _zone(given))
        model, rows = _read(options.file, names, has_language=text_language is not None)
    except UnreadableError as error:
        return _refuse(options.file, [error.fault], language)
    known = known_ids(content, language)
    is_table = options.file.suffix.lower() == _TABLE
    plan = plan_rows(options.content, model, rows, given, known, may_change=is_table)
    _show(plan, language)
    if plan.faults:
        return _refuse(options.file, plan.faults, language)
    if not plan.changes:
        print(editor_words("interchange")["nothing-to-write"][language])
        return ExitCode.OK
    return save(
        plan.changes, options.content, Terminal(language, is_asking=not options.yes), language
    )


def _zone(given: Mapping[str, str]) -> ZoneInfo:
    """Return the clock of the flag; a zone that there is not is reported in each row."""
    try:
        return ZoneInfo(given["timezone"]) if "timezone" in given else ASTRAKHAN
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ASTRAKHAN


def _read(path: Path, names: Names, *, has_language: bool) -> tuple[type[Model], Sequence[Row]]:
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        arguments = {"message": error.strerror or ""}
        raise UnreadableError(RowFault("unreadable-file", arguments=arguments)) from None
    suffix = path.suffix.lower()
    if suffix == _TABLE:
        return read_csv(raw, _MODELS)
    if suffix not in _READERS:
        raise UnreadableError(RowFault("unknown-format"))
    if not has_language:
        raise UnreadableError(RowFault("language-needed"))
    model, read = _READERS[suffix]
    return model, read(raw, names)


def _refuse(path: Path, faults: Sequence[RowFault], language: EditorLanguage) -> ExitCode:
    for fault in sorted(faults, key=lambda fault: fault.row):
        print(f"{path}: {word_fault(fault, language)}", file=sys.stderr)
    print(editor_words("new")["nothing-written"][language], file=sys.stderr)
    return ExitCode.CONTENT


def _show(plan: Plan, language: EditorLanguage) -> None:
    """Print each file as it would change, then a line for each, then the counts."""
    words = editor_words("interchange")
    for change in plan.changes:
        print("".join(_difference(change)))
    for planned in plan.records:
        if planned.outcome is Outcome.SAME:
            continue
        place = words["row"][language].format(number=planned.row)
        print(f"{place}: {planned.id} — {words[planned.outcome][language]}")
    counts = Counter(planned.outcome for planned in plan.records)
    numbers = {outcome.value: counts[outcome] for outcome in Outcome}
    wrong = len({fault.row for fault in plan.faults})
    print(words["totals"][language].format(**numbers, wrong=wrong))


def _difference(change: FileChange) -> Iterator[str]:
    before = (change.before or "").splitlines(keepends=True)
    after = change.after.splitlines(keepends=True)
    name = f"{change.path}"
    return unified_diff(before, after, name if change.before else "/dev/null", name)
