"""Talks with the editor in plain lines, which a screen reader and a pipe understand as well."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path

from site_builder.clock import build_today
from site_builder.commands.exit_codes import ExitCode
from site_builder.commands.options import print_problems
from site_builder.drafts.columns import Column
from site_builder.drafts.trial import try_changes
from site_builder.drafts.writing import ConflictError, FileChange, write_changes
from site_builder.reports import EditorLanguage
from site_builder.ui_strings import editor_words

__all__ = ["Terminal", "add_columns", "given_cells", "guarded", "save", "write"]

_PREFIX = "cell_"


class Terminal:
    """Standard input and output."""

    def __init__(self, language: EditorLanguage, *, is_asking: bool) -> None:
        self.is_asking = is_asking
        """Whether there is somebody to ask."""
        self._language = language
        if isinstance(sys.stdin, TextIOWrapper):
            # Bytes that are no UTF-8 get to the check of the answer, which says so.
            sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")

    def say(self, text: str = "") -> None:
        """Print a line."""
        print(text)

    def ask(self, prompt: str) -> str:
        """Return the next line of the input."""
        return input(prompt)

    def confirm(self) -> bool:
        """Ask whether to write; without anybody to ask, it is yes."""
        words = editor_words("new")
        yes, no = (
            {word for said in words[key].values() for word in said.split()}
            for key in ("yes-words", "no-words")
        )
        while self.is_asking:
            reply = self.ask(f"{words['confirm'][self._language]} ").strip().casefold()
            if reply in no:
                return False
            if reply in yes:
                break
        return True


def add_columns(
    parser: argparse.ArgumentParser,
    columns: Sequence[Column],
    short: Mapping[str, str] = {},
) -> None:
    """Declare a flag for each column: `--title-kk`.

    Args:
        parser: The parser of the command.
        columns: The columns; of several with one name the first counts.
        short: Second names of flags by column.
    """
    parser.add_argument("--yes", action="store_true", help="ask nothing")
    declared = set()
    for column in columns:
        if column.name not in declared:
            declared.add(column.name)
            names = [
                f"--{name.replace('_', '-')}"
                for name in (column.name, short.get(column.name))
                if name
            ]
            parser.add_argument(*names, dest=f"{_PREFIX}{column.name}", metavar="…")


def given_cells(options: argparse.Namespace) -> dict[str, str]:
    """Return what the flags gave, by column."""
    return {
        name.removeprefix(_PREFIX): value
        for name, value in vars(options).items()
        if name.startswith(_PREFIX) and value is not None
    }


def guarded(dialogue: Callable[[], ExitCode], language: EditorLanguage) -> ExitCode:
    """Run a dialogue; whatever ends it early, nothing was written and the editor hears so."""
    words = editor_words("new")["nothing-written"][language]
    try:
        return dialogue()
    except EOFError:
        print(f"\n{words}", file=sys.stderr)
        return ExitCode.USAGE
    except KeyboardInterrupt:
        print(f"\n{words}", file=sys.stderr)
        return ExitCode.INTERRUPTED


def write(changes: Sequence[FileChange], language: EditorLanguage) -> ExitCode:
    """Write files, or say why none was written."""
    try:
        write_changes(changes)
    except (OSError, ConflictError) as error:
        return _not_written(error, language)
    return ExitCode.OK


def _not_written(error: OSError | ConflictError, language: EditorLanguage) -> ExitCode:
    words = editor_words("new")
    if isinstance(error, ConflictError):
        reason, code = words["conflict"][language].format(file=error.path), ExitCode.CONTENT
    else:
        reason, code = str(error), ExitCode.BUILD
    print(reason, words["nothing-written"][language], file=sys.stderr)
    return code


def save(
    changes: Sequence[FileChange], content: Path, terminal: Terminal, language: EditorLanguage
) -> ExitCode:
    """Check the content as it would be, ask, and write.

    Args:
        changes: The files; what they hold was shown.
        content: The content folder.
        terminal: Where to ask.
        language: The editor's language.
    """
    words = editor_words("new")
    try:
        trial = try_changes(content, changes, build_today())
    except (OSError, ConflictError) as error:
        return _not_written(error, language)
    if trial.new_errors:
        print_problems(trial.new_errors, language, content)
        print(words["would-break"][language], file=sys.stderr)
        return ExitCode.CONTENT
    if not terminal.confirm():
        print(words["nothing-written"][language])
        return ExitCode.USAGE
    if (code := write(changes, language)) is not ExitCode.OK:
        return code
    for change in changes:
        print(words["written"][language].format(file=change.path))
    if trial.problems:
        print_problems(trial.problems, language, content)
    elif trial.other_errors:
        print(words["check-others"][language].format(count=trial.other_errors))
    else:
        print(words["check-clean"][language])
    return ExitCode.OK
