"""Opens pictures of strangers with Pillow: four formats, no more pixels than a camera makes."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image

__all__ = ["MAX_PIXELS", "TooManyPixelsError", "open_picture"]

MAX_PIXELS = 40_000_000
"""Larger pictures are refused: a small file can hold an enormous picture."""
_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")


class TooManyPixelsError(Exception):
    """The picture would need more memory than any photograph does."""


@contextmanager
def open_picture(raw: bytes) -> Iterator[Image.Image]:
    """Open a picture; its pixels are not read yet.

    Raises:
        TooManyPixelsError: It is larger than `MAX_PIXELS`.
        OSError: It is none, or damaged; reading its pixels or metadata may raise anything.
    """
    with warnings.catch_warnings():
        # Of what Pillow warns about, large pictures are refused here; the rest it mends itself.
        warnings.simplefilter("ignore")
        try:
            picture = Image.open(io.BytesIO(raw), formats=_FORMATS)
        except Image.DecompressionBombError as error:
            raise TooManyPixelsError from error
        with picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise TooManyPixelsError
            yield picture
