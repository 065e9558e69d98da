"""Puts a new text in the place of a file, whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

__all__ = ["replace_file"]


def replace_file(path: Path, text: str) -> None:
    """Write a file anew, with the rights that it had; a failure leaves it as it was.

    Args:
        path: A file that exists.
        text: Its new text.

    Raises:
        OSError: The disk is full, or the folder cannot be written.
    """
    # The reader passes over names that begin with a dot.
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, fresh)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
