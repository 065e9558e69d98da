"""Ask for a new record and write its file, with help above each field."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from site_builder.clock import build_today
from site_builder.commands.dialogue import Terminal, add_columns, given_cells, guarded, save
from site_builder.commands.exit_codes import ExitCode
from site_builder.commands.options import add_content, print_problems
from site_builder.drafts.asking import Asker, NoAnswerError
from site_builder.drafts.columns import columns
from site_builder.drafts.interview import Interview
from site_builder.drafts.questions import NEW_KINDS
from site_builder.drafts.records import draft_files, known_ids
from site_builder.loader import load_content
from site_builder.reports import EditorLanguage
from site_builder.ui_strings import editor_words

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options: a flag for each field."""
    kinds = parser.add_subparsers(dest="record", required=True, metavar="|".join(NEW_KINDS))
    for name, kind in NEW_KINDS.items():
        own = kinds.add_parser(name)
        add_content(own)
        own.add_argument("--id", dest="cell_id", metavar="…")
        add_columns(own, columns(kind.model))


def run(options: argparse.Namespace, language: EditorLanguage) -> ExitCode:
    """Ask, show, check, write."""
    return guarded(lambda: _run(options, language), language)


def _run(options: argparse.Namespace, language: EditorLanguage) -> ExitCode:
    content_dir: Path = options.content
    content = load_content(content_dir)
    if content.settings is None:
        print_problems(content.problems, language, content_dir)
        return ExitCode.CONTENT
    terminal = Terminal(language, is_asking=not options.yes)
    asker = Asker(terminal, language, known_ids(content, language), build_today())
    interview = Interview(asker)
    try:
        interview.run(NEW_KINDS[options.record], given_cells(options))
    except NoAnswerError as error:
        print(error, editor_words("new")["nothing-written"][language], sep="\n", file=sys.stderr)
        return ExitCode.CONTENT
    changes = draft_files(content_dir, interview.drafts, language)
    for change in changes:
        print("", asker.word("will-write", file=change.path), "", sep="\n")
        print(change.after.removeprefix(change.before or ""))
    code = save(changes, content_dir, terminal, language)
    if code is ExitCode.OK:
        print(asker.word("next"))
    return code
