"""Re-encodes the pictures of `content/media/`: right way up, without metadata, in one size."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from site_builder.loader import MEDIA_FOLDER, Entry
from site_builder.outputs import OutputAsset
from site_builder.problems import Problem
from site_builder.urls import picture_path
from site_builder.views.page import PictureFile

__all__ = ["Pictures", "encode_pictures"]

MAX_WIDTH = 1280
"""Pixels; wider pictures are scaled down."""
MAX_PIXELS = 40_000_000
"""Larger pictures are refused: a small file can hold an enormous picture."""
_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of the site."""

    assets: tuple[OutputAsset, ...]
    """The files to publish."""
    files: Mapping[str, PictureFile]
    """Where they are and how large, by the id of the record."""
    problems: tuple[Problem, ...]
    """Pictures that could not be read."""


def encode_pictures(entries: Iterable[Entry], content_dir: Path) -> Pictures:
    """Return every described picture as WebP; orientation applied, EXIF (and GPS) dropped."""
    assets: list[OutputAsset] = []
    files: dict[str, PictureFile] = {}
    problems: list[Problem] = []
    for entry in entries:
        path = content_dir / MEDIA_FOLDER / entry.record.file
        try:
            data, size = _encode(path.read_bytes())
            fingerprint = hashlib.sha256(data).hexdigest()[:8]
        except Exception as error:  # noqa: BLE001  Pillow raises anything for broken files
            problems.append(entry.problem("broken-picture", ("file",), message=_reason(error)))
            continue
        files[entry.id] = PictureFile(picture_path(entry.id, fingerprint), *size)
        assets.append(OutputAsset(files[entry.id].path, data))
    return Pictures(tuple(assets), files, tuple(problems))


def _reason(error: Exception) -> str:
    """Return Pillow's reason without the path of this machine."""
    if isinstance(error, UnidentifiedImageError):
        return "cannot identify image file"
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)


@lru_cache(maxsize=64)
def _encode(raw: bytes) -> tuple[bytes, tuple[int, int]]:
    """Return the picture as the site shows it, with its width and height; cached, for the rebuilds of `mkdocs serve`."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(raw), formats=_FORMATS) as original:
            if original.width * original.height > MAX_PIXELS:
                message = f"{original.width} × {original.height}"
                raise ValueError(message)
            picture = ImageOps.exif_transpose(original)
            if picture.mode.startswith("I"):  # 16 bits of grey, which WebP has not
                picture = picture.point(lambda value: value / 256).convert("L")
            picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    if picture.width > MAX_WIDTH:
        height = round(picture.height * MAX_WIDTH / picture.width)
        picture = picture.resize((MAX_WIDTH, height), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    picture.save(buffer, "WEBP", quality=82, method=6)
    return buffer.getvalue(), picture.size
