"""Write JSON Schemas of the content's files into `.schema/` of the content folder.

Text editors take from them what to complete, to explain and to warn of. They hold the ids of all
records, so that they are made anew after each change and are not kept in the repository.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from site_builder.commands.exit_codes import ExitCode
from site_builder.commands.options import add_content
from site_builder.file_writing import replace_file
from site_builder.json_schemas import SCHEMA_FOLDER, make_schemas
from site_builder.loader import load_content
from site_builder.reports import EditorLanguage

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    add_content(parser)


def run(options: argparse.Namespace, language: EditorLanguage) -> ExitCode:
    """Write the schemas, each whole or not at all."""
    folder: Path = options.content / SCHEMA_FOLDER
    folder.mkdir(exist_ok=True)
    for name, schema in make_schemas(load_content(options.content), language).items():
        text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        replace_file(folder / f"{name}.json", text.encode())
    return ExitCode.OK
