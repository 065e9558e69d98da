"""Write events or places as a table for a spreadsheet; `import` takes it back without loss.

The cells are separated by semicolons and the file begins with a byte order mark, as Excel of Russia
and Kazakhstan expects; LibreOffice reads it too. Facts, sections and statements have no columns: they
stay in the records, which the import changes and does not replace.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from site_builder.commands.dialogue import write
from site_builder.commands.exit_codes import ExitCode
from site_builder.commands.options import add_content, print_problems
from site_builder.drafts.columns import read_cells
from site_builder.drafts.records import record_path
from site_builder.drafts.writing import FileChange
from site_builder.interchange.csv_files import ID, write_csv
from site_builder.loader import Content, load_content
from site_builder.problems import has_errors
from site_builder.reports import EditorLanguage
from site_builder.schema.kinds import FOLDERS
from site_builder.ui_strings import editor_text
from site_builder.yaml_nodes import parse_yaml

__all__ = ["add_arguments", "run"]

_STANDARD_OUTPUT = "-"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    add_content(parser)
    parser.add_argument("kind", choices=("events", "places"))
    parser.add_argument("--format", choices=("csv",), default="csv")
    parser.add_argument("file", help="the file to write; - for the standard output")


def run(options: argparse.Namespace, language: EditorLanguage) -> ExitCode:
    """Write the table; where the content has errors, print those instead."""
    content = load_content(options.content)
    if has_errors(content.problems):
        print_problems(content.problems, language, options.content)
        return ExitCode.CONTENT
    table = _table(content, options.content, options.kind)
    if options.file == _STANDARD_OUTPUT:
        sys.stdout.buffer.write(table.encode())
        return ExitCode.OK
    # A table of that name may hold somebody's work of the day, so it stays.
    code = write([FileChange(Path(options.file), None, table)], language)
    if code is not ExitCode.OK:
        return code
    count = len(content.entries[options.kind])
    print(editor_text("interchange", "exported", language, file=options.file, count=count))
    return ExitCode.OK


def _table(content: Content, content_dir: Path, name: str) -> str:
    kind = FOLDERS[name]
    data = {
        id_: parse_yaml(record_path(content_dir, kind, id_).read_bytes()).data
        for id_ in content.entries[name]
    }
    cells = [{ID: id_, **read_cells(kind.model, record)} for id_, record in data.items()]
    return write_csv(kind.model, cells)
