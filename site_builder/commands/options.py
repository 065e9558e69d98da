"""Options that several commands have, and how they print problems."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from site_builder.problems import Problem
from site_builder.reports import EditorLanguage, format_text, read_lines

__all__ = ["add_content", "print_problems"]


def add_content(parser: argparse.ArgumentParser) -> None:
    """Declare `--content`."""
    parser.add_argument(
        "--content", type=Path, default=Path("content"), help="the folder with site.yml"
    )


def print_problems(problems: Iterable[Problem], language: EditorLanguage, content: Path) -> None:
    """Print problems with the lines of their files.

    Args:
        problems: What is wrong.
        language: The language of the messages.
        content: The content folder.
    """
    print(format_text(problems, language, read_lines(content.absolute().parent)))
