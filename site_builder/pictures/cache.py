"""Keeps encoded pictures between builds: a folder with one file for each picture: a checksum and a ZIP."""

from __future__ import annotations

import contextlib
import hashlib
import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from site_builder.file_writing import replace_file
from site_builder.pictures.encoding import Variant

__all__ = ["CACHE_FOLDER", "PictureCache"]

CACHE_FOLDER = ".cache/pictures"
"""Below the folder of the project."""
_DIGEST_SIZE = hashlib.sha256().digest_size
_MEMBER = re.compile(r"\d+-(\d+)x(\d+)\.(\w+)")


@dataclass(frozen=True, slots=True)
class PictureCache:
    """Encoded pictures by a key that says all that they depend on.

    A cache that cannot be written to is none; what cannot be read of it is encoded anew.
    """

    folder: Path

    def read(self, key: str) -> tuple[Variant, ...]:
        """Return the variants of a picture; nothing if they are not there and whole."""
        try:
            raw = self._file(key).read_bytes()
            archive = raw[_DIGEST_SIZE:]
            if _digest(archive) != raw[:_DIGEST_SIZE]:
                return ()
            with zipfile.ZipFile(io.BytesIO(archive)) as members:
                return tuple(_variant(name, members.read(name)) for name in members.namelist())
        except (OSError, ValueError, zipfile.BadZipFile):
            return ()

    def write(self, key: str, variants: tuple[Variant, ...]) -> None:
        """Keep the variants of a picture; other builds see all of them or none."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as members:
            for number, variant in enumerate(variants):
                size = f"{variant.width}x{variant.height}"
                members.writestr(f"{number}-{size}.{variant.suffix}", variant.data)
        archive = buffer.getvalue()
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            replace_file(self._file(key), _digest(archive) + archive)

    def _file(self, key: str) -> Path:
        return self.folder / f"{key}.zip"


def _digest(archive: bytes) -> bytes:
    return hashlib.sha256(archive).digest()


def _variant(name: str, data: bytes) -> Variant:
    """Return a member of a picture's ZIP as it was written.

    Raises:
        ValueError: We did not write it.
    """
    match = _MEMBER.fullmatch(name)
    if match is None:
        raise ValueError(name)
    width, height, suffix = match.groups()
    return Variant(suffix, int(width), int(height), data)
