"""Tries changes out on a copy of the content, before any of them is written."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from site_builder.checking import check_content
from site_builder.drafts.writing import FileChange, write_changes
from site_builder.problems import Problem, Severity

__all__ = ["Trial", "try_changes"]


@dataclass(frozen=True, slots=True)
class Trial:
    """What `check` will say once the changes are written."""

    problems: tuple[Problem, ...]
    """Problems of the files that change."""
    new_errors: tuple[Problem, ...]
    """Errors that the changes make, in whatever file."""
    other_errors: int
    """How many errors the content had before."""


def try_changes(content_dir: Path, changes: Sequence[FileChange], today: dt.date) -> Trial:
    """Check the content as it would be.

    Args:
        content_dir: The content folder; it is not touched.
        changes: The files to be written.
        today: The day that «too long ago» and «soon» count from.

    Raises:
        OSError: The content cannot be copied.
    """
    with TemporaryDirectory() as folder:
        copy = Path(folder) / content_dir.name
        shutil.copytree(content_dir, copy, symlinks=True, copy_function=_link_or_copy)
        write_changes(
            replace(change, path=copy / change.path.relative_to(content_dir)) for change in changes
        )
        problems = check_content(copy, today).problems
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    before = Counter(map(_key, check_content(content_dir, today).problems)) if errors else Counter()
    new = []
    for problem in errors:
        if before[_key(problem)]:
            before[_key(problem)] -= 1
        else:
            new.append(problem)
    touched = {c.path.relative_to(content_dir.parent).as_posix() for c in changes}
    own = tuple(problem for problem in problems if problem.file in touched)
    return Trial(own, tuple(new), len(errors) - len(new))


def _link_or_copy(source: str, target: str) -> None:
    """Link a file, because pictures are large; files are replaced, never written into."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _key(problem: Problem) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """Return what a problem is, wherever in its file it has moved to."""
    return problem.file, problem.code, tuple(sorted(problem.arguments.items()))
