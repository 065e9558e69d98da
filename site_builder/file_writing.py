"""Puts new bytes in the place of a file, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

__all__ = ["replace_file"]

_NEW_FILE = 0o644


def replace_file(path: Path, data: bytes) -> None:
    """Write a file, with the rights that it had; a failure leaves everything as it was.

    Args:
        path: The file, which may be a new one.
        data: What it is to hold.

    Raises:
        OSError: The disk is full, or the folder cannot be written.
    """
    # The reader passes over names that begin with a dot.
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(path.stat().st_mode if path.exists() else _NEW_FILE)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
