"""List translations that are missing or old; accept those that still say the same; remember new ones."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path, PurePath

from site_builder.commands.exit_codes import ExitCode
from site_builder.commands.options import add_content, print_problems
from site_builder.loader import Content, load_content
from site_builder.problems import has_errors
from site_builder.reports import EditorLanguage
from site_builder.translations.comparison import Stale, find_stale, renew
from site_builder.translations.lags import find_lags
from site_builder.translations.memory import MEMORY_FILE, Memory, read_memory, write_memory
from site_builder.translations.problems import stale_translation
from site_builder.translations.reporting import format_lags, lags_as_json
from site_builder.ui_strings import editor_text

__all__ = ["add_arguments", "run"]

_TABLE = "translations"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    add_content(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    actions = parser.add_subparsers(dest="action", metavar="action")
    accept = actions.add_parser(
        "accept", help="after a harmless edit: remember that both sides say the same"
    )
    accept.add_argument(
        "places",
        nargs="+",
        metavar="FILE[:LINE]",
        help="a file, or one text of it, as the list names it",
    )
    actions.add_parser("update", help="remember new texts, forget those that are gone")


def run(options: argparse.Namespace, language: EditorLanguage) -> ExitCode:
    """Do what was asked; print what is wrong with the content."""
    content = load_content(options.content)
    memory, problems = read_memory(options.content)
    problems = (*content.problems, *problems)
    if has_errors(problems):
        print_problems(problems, language, options.content)
        return ExitCode.CONTENT
    stale = list(find_stale(content, memory)) if memory else []
    match options.action:
        case "accept":
            return _accept(options, language, content, memory or Memory(), stale)
        case "update":
            return _write(options.content, renew(content, memory or Memory()), language)
    lags = find_lags(content, stale, options.content.absolute().parent)
    print(lags_as_json(lags) if options.format == "json" else format_lags(lags, language))
    return ExitCode.OK


def _accept(
    options: argparse.Namespace,
    language: EditorLanguage,
    content: Content,
    memory: Memory,
    stale: Sequence[Stale],
) -> ExitCode:
    """Remember the texts at the places named as they are; at an unknown place nothing is done."""
    accepted: list[Stale] = []
    for place in options.places:
        named = [item for item in stale if _is_at(item, place)]
        if not named:
            print(editor_text(_TABLE, "nothing-there", language, place=place), file=sys.stderr)
            return ExitCode.USAGE
        accepted += named
    return _write(options.content, renew(content, memory, accepted), language)


def _is_at(stale: Stale, place: str) -> bool:
    """Tell whether a place, as the list writes it, names a text or its file."""
    problem = stale_translation(stale)
    file, *numbers = place.split(":")
    position = problem.position
    here = [str(position.line), str(position.column)] if position else []
    return PurePath(file) == PurePath(problem.file) and numbers == here[: len(numbers)]


def _write(content_dir: Path, memory: Memory, language: EditorLanguage) -> ExitCode:
    try:
        write_memory(content_dir, memory)
    except OSError as error:
        file = f"{content_dir.name}/{MEMORY_FILE}"
        message = error.strerror or ""
        words = editor_text(_TABLE, "not-written", language, file=file, message=message)
        print(words, file=sys.stderr)
        return ExitCode.BUILD
    return ExitCode.OK
