"""List all points with links to maps, for checking."""

from __future__ import annotations

import argparse

from site_builder.checking import check_content
from site_builder.clock import build_today
from site_builder.commands.exit_codes import ExitCode
from site_builder.commands.options import add_content, print_problems
from site_builder.point_report import format_points
from site_builder.reports import EditorLanguage

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    add_content(parser)


def run(options: argparse.Namespace, language: EditorLanguage) -> ExitCode:
    """Print every point; where the content has errors, those instead."""
    checked = check_content(options.content, build_today())
    if checked.site is None or checked.has_errors:
        print_problems(checked.problems, language, options.content)
        return ExitCode.CONTENT
    print(format_points(checked.site, language))
    return ExitCode.OK
