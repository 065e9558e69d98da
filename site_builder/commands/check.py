"""Report all problems of the content."""

from __future__ import annotations

import argparse
from pathlib import Path

from site_builder.checking import check_content
from site_builder.clock import build_today
from site_builder.commands.exit_codes import ExitCode
from site_builder.commands.options import add_content
from site_builder.reports import EditorLanguage, format_github, format_json, format_text, read_lines

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    add_content(parser)
    parser.add_argument("--format", choices=("text", "github", "json"), default="text")


def run(options: argparse.Namespace, language: EditorLanguage) -> ExitCode:
    """Check the content and print what was found."""
    content: Path = options.content
    checked = check_content(content, build_today())
    match options.format:
        case "github":
            text = format_github(checked.problems, language)
        case "json":
            text = format_json(checked.problems, language)
        case _:
            lines = read_lines(content.absolute().parent)
            text = format_text(checked.problems, language, lines)
    if text:
        print(text)
    return ExitCode.CONTENT if checked.has_errors else ExitCode.OK
