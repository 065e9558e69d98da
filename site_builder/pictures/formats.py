"""Formats of picture files, told by what is in a file: anybody can give it any name."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["SUFFIXES", "PictureFormat", "detect_format"]


class PictureFormat(StrEnum):
    """A format that editors may send or send by mistake; the values are its common name."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WebP"
    AVIF = "AVIF"
    HEIC = "HEIC"
    SVG = "SVG"
    GIF = "GIF"
    TIFF = "TIFF"
    BMP = "BMP"
    PDF = "PDF"


SUFFIXES = {
    PictureFormat.JPEG: (".jpg", ".jpeg"),
    PictureFormat.PNG: (".png",),
    PictureFormat.WEBP: (".webp",),
    PictureFormat.AVIF: (".avif",),
}
"""The formats that the site reads, each with the endings of its files' names."""

_SIGNATURES = {
    b"\xff\xd8\xff": PictureFormat.JPEG,
    b"\x89PNG\r\n\x1a\n": PictureFormat.PNG,
    b"GIF8": PictureFormat.GIF,
    b"II*\0": PictureFormat.TIFF,
    b"MM\0*": PictureFormat.TIFF,
    b"BM": PictureFormat.BMP,
    b"%PDF-": PictureFormat.PDF,
}
_AVIF_BRANDS = {b"avif", b"avis"}
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_SVG_SEARCHED = 4096
"""Bytes; comments and a document type may stand before the first element."""


def detect_format(raw: bytes) -> PictureFormat | None:
    """Return the format of a file's bytes; None for what is no picture that anybody sends."""
    for signature, format_ in _SIGNATURES.items():
        if raw.startswith(signature):
            return format_
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return PictureFormat.WEBP
    if raw[4:8] == b"ftyp":
        return _of_brands(raw)
    return PictureFormat.SVG if _is_svg(raw) else None


def _of_brands(raw: bytes) -> PictureFormat | None:
    """Return the format of an ISO media file, AVIF or HEIC, by the brands that it names."""
    end = min(int.from_bytes(raw[:4]), 256)
    brands = {raw[start : start + 4] for start in range(8, end, 4)}
    if brands & _AVIF_BRANDS:
        return PictureFormat.AVIF
    return PictureFormat.HEIC if brands & _HEIC_BRANDS else None


def _is_svg(raw: bytes) -> bool:
    """Tell whether a file is a drawing in XML, which can carry scripts."""
    head = raw[:_SVG_SEARCHED].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return head.startswith(b"<") and b"<svg" in head and b"<html" not in head
