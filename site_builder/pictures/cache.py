"""Keeps encoded pictures between builds: a folder with one ZIP for each picture."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from site_builder.pictures.encoding import Variant

__all__ = ["CACHE_FOLDER", "PictureCache"]

CACHE_FOLDER = ".cache/pictures"
"""Below the folder of the project."""
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
            # Every member has a checksum, and what is not whole has no list of members at its end.
            with zipfile.ZipFile(self._file(key)) as archive:
                return tuple(_variant(name, archive.read(name)) for name in archive.namelist())
        except (OSError, ValueError, EOFError, zipfile.BadZipFile, NotImplementedError):
            return ()

    def write(self, key: str, variants: tuple[Variant, ...]) -> None:
        """Keep the variants of a picture; other builds see all of them or none."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder)
            try:
                with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w") as archive:
                    for number, variant in enumerate(variants):
                        size = f"{variant.width}x{variant.height}"
                        archive.writestr(f"{number}-{size}.{variant.suffix}", variant.data)
                Path(name).replace(self._file(key))
            except OSError:
                Path(name).unlink()
                raise

    def _file(self, key: str) -> Path:
        return self.folder / f"{key}.zip"


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
