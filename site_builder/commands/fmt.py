"""Rewrite content files in the canonical form, the one that the web form writes on saving.

No value changes and comments stay. A file that cannot be read is reported and left; the others are
rewritten.
"""

from __future__ import annotations

import argparse
import os
import sys
from functools import partial
from pathlib import Path

from site_builder.canonical import (
    ValueLostError,
    content_of,
    format_prose,
    format_text,
    is_prose,
)
from site_builder.commands.exit_codes import ExitCode
from site_builder.commands.options import add_content, print_problems
from site_builder.file_writing import replace_file
from site_builder.problems import Problem
from site_builder.reports import EditorLanguage
from site_builder.ui_strings import editor_text
from site_builder.yaml_nodes import YamlProblem, decode_text

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    add_content(parser)
    parser.add_argument("files", nargs="*", type=Path, help="the files; all, if none is named")
    parser.add_argument(
        "--check", action="store_true", help="change nothing; exit with 1 if a file would change"
    )


def run(options: argparse.Namespace, language: EditorLanguage) -> ExitCode:
    """Rewrite the files; print what changed and what could not be read."""
    content = Path(os.path.normpath(options.content.absolute()))
    named = [Path(os.path.normpath(file.absolute())) for file in options.files]
    if missing := [file for file in named if not file.is_file()]:
        for file in missing:
            print(editor_text("fmt", "no-such-file", language, file=file), file=sys.stderr)
        return ExitCode.USAGE
    formatting = _Formatting(content, language, is_check=options.check)
    found = (file for file in (*content.glob("*.yml"), *content.glob("*/*")) if file.is_file())
    for file in named or sorted(found):
        formatting.format_file(file)
    return formatting.report()


class _Formatting:
    """One run over files of a content folder."""

    def __init__(self, content: Path, language: EditorLanguage, *, is_check: bool) -> None:
        self._content = content
        self._is_check = is_check
        self._language = language
        self._say = partial(editor_text, "fmt", language=language)
        self._files = 0
        self._changed = 0
        self._failed = 0
        self._problems: list[Problem] = []

    def format_file(self, path: Path) -> None:
        """Rewrite a file if it is one of the content, not a link, and not in the form already."""
        # A link would lead to a file of somebody else.
        if not path.is_relative_to(self._content) or any(
            part.is_symlink() for part in (path, path.parent)
        ):
            return
        file = path.relative_to(self._content)
        content = content_of(file)
        if content is None and not is_prose(file):
            return
        self._files += 1
        shown = f"{self._content.name}/{file.as_posix()}"
        try:
            raw = path.read_bytes()
            text = decode_text(raw)
            text = format_text(content, text) if content else format_prose(text)
            if text.encode() != raw:
                self._change(path, shown, text)
        except YamlProblem as problem:
            self._problems.append(problem.in_file(shown))
        except ValueLostError:
            self._failed += 1
            print(self._say("value-lost", file=shown), file=sys.stderr)
        except OSError as error:
            self._failed += 1
            print(error, file=sys.stderr)

    def _change(self, path: Path, shown: str, text: str) -> None:
        if not self._is_check:
            replace_file(path, text.encode())
        self._changed += 1
        print(self._say("not-canonical" if self._is_check else "rewritten", file=shown))

    def report(self) -> ExitCode:
        """Print what was found; return the exit code."""
        if self._problems:
            print_problems(self._problems, self._language, self._content)
        key = "summary-check" if self._is_check else "summary"
        print(self._say(key, files=self._files, changed=self._changed))
        if self._is_check and self._changed:
            print(self._say("how-to-rewrite"))
        if self._failed:
            return ExitCode.BUILD
        wrong = self._problems or (self._is_check and self._changed)
        return ExitCode.CONTENT if wrong else ExitCode.OK
