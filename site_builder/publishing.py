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

__all__ = ["PublishingError", "publish"]

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
# What every site of ours and of MkDocs holds; a folder without them is somebody's work.
_SITE_MARKS = ("index.html", "sitemap.xml")


class PublishingError(Exception):
    """The site cannot be put in place; nothing was changed."""


def publish(target: Path, build: Callable[[Path], None]) -> None:
    """Build a site and put it in the place of `target`.

    Args:
        target: The folder of the site; it need not exist. A folder that holds no site is refused.
        build: Fills an empty folder with the site and checks it; if it raises, nothing changes.

    Raises:
        PublishingError: The target is no folder for a site, or another build is at work on it.
        OSError: The disk is full, or the folder beside the target cannot be written.
    """
    target = target.absolute()
    _refuse_strange(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with _lock(target):
        _tidy_up(target)
        fresh = Path(tempfile.mkdtemp(prefix=_prefix(target, "new"), dir=target.parent))
        try:
            build(fresh)
            fresh.chmod(0o777 & ~_umask())  # mkdtemp makes it private, whatever the umask
            _swap(fresh, target)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def _refuse_strange(target: Path) -> None:
    """Refuse to replace anything that is not a site: what stands there is removed for ever."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        message = f"{target} is not a folder"
    elif Path.cwd().is_relative_to(target.resolve()):
        message = f"{target} holds the folder that you are in"
    elif target.is_dir() and any(target.iterdir()) and not _is_site(target):
        message = f"{target} holds something that is no site; name another folder or empty it"
    else:
        return
    raise PublishingError(message)


def _is_site(folder: Path) -> bool:
    return all((folder / name).is_file() for name in _SITE_MARKS)


def _umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask


def _prefix(target: Path, what: str) -> str:
    return f".{target.name}.{what}-"


@contextmanager
def _lock(target: Path) -> Iterator[None]:
    """Hold the lock of a target; the kernel lets go of it however the process ends."""
    path = target.parent / f".{target.name}.lock"
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            message = f"another build is publishing to {target}"
            raise PublishingError(message) from None
        yield


def _tidy_up(target: Path) -> None:
    """Mend and remove what a killed build left; the lock says that nobody is using it."""
    for old in sorted(target.parent.glob(f"{_prefix(target, 'old')}*")):
        if target.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(target)
    for left in target.parent.glob(f"{_prefix(target, 'new')}*"):
        shutil.rmtree(left, ignore_errors=True)


def _swap(fresh: Path, target: Path) -> None:
    """Exchange the two folders; afterwards `fresh` holds the old site, if there was one."""
    if not target.exists():
        fresh.rename(target)
        return
    if _exchange(fresh, target):
        return
    # Not every system can exchange (renameat2 is Linux's). Killed between these two steps, the next
    # build finds the old site under its other name and puts it back.
    old = target.with_name(_prefix(target, "old") + fresh.name.rpartition("-")[2])
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
