"""Checks the pictures of `content/media/` and their records, without encoding anything."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from site_builder.loader import MEDIA_FOLDER, Content, Entry
from site_builder.pictures.formats import SUFFIXES, PictureFormat, detect_format
from site_builder.problems import Problem, Severity, has_errors
from site_builder.schema.parts import PageRecord
from site_builder.spelling import guess

if TYPE_CHECKING:
    from PIL import Image

__all__ = ["check_pictures"]

MAX_BYTES = 10 * 1024 * 1024
"""Heavier files are refused: the repository keeps every one of them for ever."""
MIN_WIDTH = 600
"""Pixels; narrower pictures are blurred on the screen of a phone."""
_REFUSED = {
    None: "not-a-picture",
    PictureFormat.HEIC: "picture-heic",
    PictureFormat.SVG: "picture-svg",
}


@dataclass(frozen=True, slots=True)
class _Fault:
    """One thing that is wrong with a file."""

    code: str
    arguments: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    severity: Severity = Severity.ERROR


def check_pictures(content: Content, content_dir: Path) -> Iterator[Problem]:
    """Yield everything that is wrong with the pictures and with what their records say of files.

    Args:
        content: All that was read.
        content_dir: The folder that it was read from.
    """
    problems = tuple(_check_files(content, content_dir))
    yield from problems
    # A record with a mistake was left out, and what it names with it: first things first.
    if not has_errors((*content.problems, *problems)):
        yield from _check_use(content)


def _check_files(content: Content, content_dir: Path) -> Iterator[Problem]:
    described = {entry.record.file: entry for entry in content.entries["media"].values()}
    for name, entry in described.items():
        if name not in content.media_files:
            yield _missing(name, entry, content)
    # A record with a mistake may describe any picture.
    all_read = content.named["media"] == frozenset(content.entries["media"])
    names_by_digest: dict[str, str] = {}
    for name in sorted(content.media_files):
        file, record = f"{content.name}/{MEDIA_FOLDER}/{name}", described.get(name)
        if record is None and all_read:
            yield Problem(file, "picture-not-described", severity=Severity.WARNING)
        path = content_dir / MEDIA_FOLDER / name
        for fault in _faults_of_file(path, names_by_digest) if path.is_file() else ():
            yield _problem(fault, file, record)


def _missing(name: str, entry: Entry, content: Content) -> Problem:
    if name.lower().endswith(tuple(ending for endings in SUFFIXES.values() for ending in endings)):
        nearest = guess(name, content.media_files)
        return entry.problem("no-such-picture", ("file",), nearest, value=name)
    return entry.problem("not-a-picture", ("file",), value=name)


def _problem(fault: _Fault, file: str, entry: Entry | None) -> Problem:
    """Return the problem where an editor looks for it: at the record, else at the file itself."""
    if entry is None:
        return Problem(file, fault.code, None, fault.arguments, severity=fault.severity)
    problem = entry.problem(fault.code, ("file",), **fault.arguments)
    return replace(problem, severity=fault.severity)


def _faults_of_file(path: Path, names_by_digest: dict[str, str]) -> Iterator[_Fault]:
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        yield _Fault("unreadable-file", {"message": error.strerror or ""})
        return
    if len(raw) > MAX_BYTES:
        yield _Fault("picture-too-heavy", {"limit": str(MAX_BYTES // 1024**2)})
        return
    digest = hashlib.sha256(raw).hexdigest()
    twin = names_by_digest.setdefault(digest, path.name)
    if twin != path.name:
        yield _Fault("picture-twice", {"value": twin}, Severity.WARNING)
    yield from _faults_of_bytes(path, digest)


@lru_cache(maxsize=1024)
def _faults_of_bytes(path: Path, _digest: str) -> tuple[_Fault, ...]:
    """Look at a file; once for each content of it, for the rebuilds while an editor serves a site."""
    # Loading Pillow takes as long as reading a hundred files of text.
    from site_builder.pictures.opening import (  # noqa: PLC0415
        MAX_PIXELS,
        TooManyPixelsError,
        open_picture,
    )

    raw = path.read_bytes()
    format_ = detect_format(raw)
    if format_ not in SUFFIXES:
        code = _REFUSED.get(format_, "picture-format")
        return (_Fault(code, {"value": path.name, "format": format_ or ""}),)
    faults = []
    endings = SUFFIXES[format_]
    if not path.name.lower().endswith(endings):
        right = f"{path.name.rpartition('.')[0] or path.name}{endings[0]}"
        faults.append(_Fault("picture-suffix", {"format": format_, "name": right}))
    try:
        with open_picture(raw) as picture:
            faults += _faults_of_picture(picture, raw)
    except TooManyPixelsError:
        faults.append(_Fault("picture-too-large", {"limit": str(MAX_PIXELS // 1_000_000)}))
    except Exception:  # noqa: BLE001  Pillow raises anything for broken files
        faults.append(_Fault("broken-picture"))
    return tuple(faults)


def _faults_of_picture(picture: Image.Image, raw: bytes) -> Iterator[_Fault]:
    from site_builder.pictures.location import holds_location  # noqa: PLC0415

    # A phone's JPEG may hold a second picture, of depth or brightness: that does not move.
    if getattr(picture, "is_animated", False) and picture.format != "MPO":
        yield _Fault("picture-animated")
        return
    width, height = picture.size
    # All bytes are looked at, so that a file that was cut off is found; an eighth of the pixels
    # is made of them, where the format allows that.
    picture.draft("RGB", (width // 8, height // 8))
    picture.load()
    if holds_location(picture, raw):
        yield _Fault("picture-location")
    if width < MIN_WIDTH:
        arguments = {"width": str(width), "limit": str(MIN_WIDTH)}
        yield _Fault("picture-too-small", arguments, Severity.WARNING)


def _check_use(content: Content) -> Iterator[Problem]:
    """Yield the records of pictures that no page shows."""
    used = {
        id_
        for entries in content.entries.values()
        for entry in entries.values()
        if isinstance(entry.record, PageRecord)
        for id_ in entry.record.media
    }
    for entry in content.entries["media"].values():
        if entry.id not in used:
            position = entry.position_of((), key=True)
            yield Problem(entry.file, "picture-unused", position, severity=Severity.WARNING)
