"""Encodes a picture for the site: right way up, in sRGB, without metadata, in several sizes."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageOps, features

from site_builder.pictures.opening import open_picture

__all__ = ["RECIPE", "Variant", "encode_picture"]

WIDTHS = (480, 960, 1600)
"""Pixels: a card, a phone, a figure on a sharp screen. No picture is enlarged."""
_LIKE = 0.8
"""A width nearer than this to the widest is not worth a file."""
_DRAWN_COLOURS = 256
"""Pictures of no more colours are drawings: JPEG would blur their edges."""

_SAVING: dict[str, dict[str, Any]] = {
    "avif": {"quality": 60, "speed": 6, "max_threads": 1},  # its bytes depend on the threads
    "webp": {"quality": 80, "method": 6},
    "jpg": {"quality": 80, "progressive": True, "optimize": True},
    "png": {"optimize": True},
}
_NAMES = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG", "png": "PNG"}

_LIBRARIES = ("pil", "avif", "webp", "libjpeg_turbo", "zlib_ng", "littlecms2")
RECIPE = Path(__file__).read_text("utf-8") + str([features.version(name) for name in _LIBRARIES])
"""All that the encoded bytes depend on beside the original: this module and the encoders."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A picture in one format and one size."""

    suffix: str
    """The ending of its file's name, which names the format: `avif`, `webp`, `jpg` or `png`."""
    width: int
    """Pixels."""
    height: int
    """Pixels."""
    data: bytes
    """The file."""


def encode_picture(raw: bytes) -> tuple[Variant, ...]:
    """Return all variants of a picture: best format first, each from narrow to wide.

    The last format is one that every program shows: PNG for drawings and what one can see
    through, else JPEG. AVIF is left out where WebP is smaller.

    Raises:
        Exception: The bytes are no picture that `check_pictures` lets through.
    """
    with open_picture(raw) as original:
        picture = _plain(original)
    is_drawn = picture.getcolors(_DRAWN_COLOURS) is not None
    sizes = [_scaled(picture, width) for width in _widths(picture.width)]
    formats = [[_variant(size, "avif") for size in sizes]]
    formats.append([_webp(size, is_drawn=is_drawn) for size in sizes])
    if _weight(formats[0]) >= _weight(formats[1]):
        del formats[0]
    if is_drawn or picture.mode == "RGBA":
        formats.append([_png(size, is_drawn=is_drawn) for size in sizes])
    else:
        formats.append([_variant(size, "jpg") for size in sizes])
    return tuple(variant for variants in formats for variant in variants)


def _weight(variants: list[Variant]) -> int:
    return sum(len(variant.data) for variant in variants)


def _widths(width: int) -> Iterator[int]:
    widest = min(width, WIDTHS[-1])
    yield from (step for step in WIDTHS if step <= widest * _LIKE)
    yield widest


def _scaled(picture: Image.Image, width: int) -> Image.Image:
    if width == picture.width:
        return picture
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)


# Colours

_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def _plain(original: Image.Image) -> Image.Image:
    """Return the picture as RGB or RGBA, right way up, in the colours that every screen has."""
    picture = ImageOps.exif_transpose(original)
    profile = picture.info.get("icc_profile")
    if picture.mode.startswith("I"):  # 16 bits of grey
        picture = picture.point(lambda value: value / 256).convert("L")
    alpha = picture.convert("RGBA").getchannel("A") if picture.has_transparency_data else None
    if picture.mode not in ("L", "RGB", "CMYK"):
        picture = picture.convert("RGB")
    colours = _to_srgb(picture, profile) if profile else picture.convert("RGB")
    colours = colours.copy()
    colours.info.clear()
    if alpha is None or alpha.getextrema() == (255, 255):
        return colours
    colours.putalpha(alpha)
    return colours


def _to_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    # A profile that cannot be read, or is of another kind of colours, is as good as none.
    with contextlib.suppress(OSError, ImageCms.PyCMSError, ValueError, TypeError):
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(picture, own, _SRGB, outputMode="RGB")
        if converted is not None:
            return converted
    return picture.convert("RGB")


# Formats


def _variant(picture: Image.Image, suffix: str, **saving: Any) -> Variant:
    buffer = io.BytesIO()
    picture.save(buffer, _NAMES[suffix], **(saving or _SAVING[suffix]))
    return Variant(suffix, picture.width, picture.height, buffer.getvalue())


def _webp(picture: Image.Image, *, is_drawn: bool) -> Variant:
    """Return a WebP, for drawings the smaller of the blurred and the exact one."""
    variants = [_variant(picture, "webp")]
    if is_drawn:
        variants.append(_variant(picture, "webp", lossless=True, method=6))
    return min(variants, key=lambda variant: len(variant.data))


def _png(picture: Image.Image, *, is_drawn: bool) -> Variant:
    """Return a PNG; the shades that scaling made of a drawing's edges become few again."""
    if is_drawn:
        method = Image.Quantize.FASTOCTREE if picture.mode == "RGBA" else Image.Quantize.MEDIANCUT
        picture = picture.quantize(_DRAWN_COLOURS, method, dither=Image.Dither.NONE)
    return _variant(picture, "png")
