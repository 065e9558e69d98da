"""Report all problems of the content.

The exit code is 0 if there are warnings at most, 1 if there are errors (no site would be built), 2 if
the command was wrong.
"""

from __future__ import annotations

import argparse
import gc
from pathlib import Path

from site_builder.checking import check_content
from site_builder.clock import build_today
from site_builder.commands.exit_codes import ExitCode
from site_builder.commands.options import add_content
from site_builder.machine_reports import format_github, format_json, format_sarif
from site_builder.reports import EditorLanguage, format_text, read_lines

__all__ = ["add_arguments", "run"]

_FORMATS = {"github": format_github, "json": format_json, "sarif": format_sarif}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    add_content(parser)
    parser.add_argument(
        "--format",
        choices=("text", *_FORMATS),
        default="text",
        help="text for people (default), annotations of GitHub, JSON, or SARIF 2.1.0",
    )


def run(options: argparse.Namespace, language: EditorLanguage) -> ExitCode:
    """Check the content and print what was found."""
    # Nearly all that is read stays until the end; looking for garbage in it takes a third of the time.
    gc.disable()
    content: Path = options.content
    checked = check_content(content, build_today())
    if options.format == "text":
        lines = read_lines(content.absolute().parent)
        text = format_text(checked.problems, language, lines)
    else:
        text = _FORMATS[options.format](checked.problems, language)
    if text:
        print(text)
    return ExitCode.CONTENT if checked.has_errors else ExitCode.OK
