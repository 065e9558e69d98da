"""Writes files of the content, all of them or none, and never over a file that nobody showed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

__all__ = ["ConflictError", "FileChange", "write_changes"]


class ConflictError(Exception):
    """A file is not as it was when it was read; nothing was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path
        """The file."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that is to be made or changed."""

    path: Path
    """Where it lies."""
    before: str | None
    """Its text as it was read; None for a new file."""
    after: str
    """Its text as it will be."""


def write_changes(changes: Iterable[FileChange]) -> None:
    """Write all files; if one cannot be written, none is.

    Args:
        changes: The files, each once.

    Raises:
        ConflictError: A new file exists already, or a changed one was changed by somebody else.
        OSError: The disk is full or a folder cannot be written.
    """
    with ExitStack() as fresh, ExitStack() as undo:
        ready = [(change, fresh.enter_context(_fresh(change))) for change in changes]
        for change, path in ready:
            undo.callback(_put_in_place(change, path))
        undo.pop_all()


@contextmanager
def _fresh(change: FileChange) -> Iterator[Path]:
    """Write the text beside its place, under a name that no reader of the content looks at."""
    path = change.path
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        temporary.write_bytes(change.after.encode())
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _put_in_place(change: FileChange, fresh: Path) -> Callable[[], object]:
    """Move a file to its place and return what takes it back."""
    path = change.path
    if change.before is None:
        try:
            # Claims the name in one step: no other program can make the file between a look and this.
            path.touch(exist_ok=False)
        except FileExistsError:
            raise ConflictError(path) from None
        try:
            fresh.replace(path)
        except OSError:
            path.unlink()
            raise
        return path.unlink
    before = path.read_bytes()
    if before.decode() != change.before:
        raise ConflictError(path)
    shutil.copymode(path, fresh)
    fresh.replace(path)
    return lambda: path.write_bytes(before)
