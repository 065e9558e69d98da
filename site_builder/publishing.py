"""Puts a finished site in the place of the old one, whole or not at all.

The site is built into a folder beside the target, verified there, and the two are exchanged in one
step. An exception, a kill, a full disk or a second build leaves the old site as it was.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["PublishingBusyError", "publish"]

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_MODE = 0o755


class PublishingBusyError(Exception):
    """Another build is publishing to the same target."""


def publish(target: Path, build: Callable[[Path], None]) -> None:
    """Build a site and put it in the place of `target`.

    Args:
        target: The folder of the site; it need not exist.
        build: Fills an empty folder with the site and checks it; if it raises, nothing changes.

    Raises:
        PublishingBusyError: Another build is at work on the same target.
        OSError: The disk is full, or the folder beside the target cannot be written.
    """
    target = target.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    with _lock(target):
        _remove_leftovers(target)
        fresh = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
        try:
            build(fresh)
            fresh.chmod(_MODE)  # mkdtemp makes it private; a web server must read it
            _swap(fresh, target)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def _prefix(target: Path) -> str:
    return f".{target.name}.new-"


@contextmanager
def _lock(target: Path) -> Iterator[None]:
    """Hold the lock of a target; the kernel lets go of it however the process ends."""
    path = target.parent / f".{target.name}.lock"
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            message = f"another build is publishing to {target}"
            raise PublishingBusyError(message) from None
        yield


def _remove_leftovers(target: Path) -> None:
    """Remove what a killed build left; the lock says that nobody is using it."""
    for left in target.parent.glob(f"{_prefix(target)}*"):
        shutil.rmtree(left, ignore_errors=True)


def _swap(fresh: Path, target: Path) -> None:
    """Exchange the two folders; afterwards `fresh` holds the old site, if there was one."""
    if not target.exists():
        fresh.rename(target)
        return
    if _exchange(fresh, target):
        return
    # Not every file system can exchange (renameat2 on Linux does on all common ones).
    old = fresh.with_name(f"{fresh.name}-old")
    target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    failed = libc.renameat2(
        _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE
    )
    if not failed:
        return True
    if ctypes.get_errno() in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))
