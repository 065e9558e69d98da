"""Finds out whether a picture file says where it was taken."""

from __future__ import annotations

import re

from PIL import ExifTags, Image, ImageSequence

__all__ = ["holds_location"]

_POSITION = {
    ExifTags.GPS.GPSLatitude,
    ExifTags.GPS.GPSLongitude,
    ExifTags.GPS.GPSDestLatitude,
    ExifTags.GPS.GPSDestLongitude,
}
# XMP in any of its places, and the film of a second that some phones hang on to a photograph.
_IN_BYTES = re.compile(rb"(?is)GPS(?:Dest)?L(?:atitude|ongitude)|\xa9xyz.{4}[+-]\d\d")


def holds_location(picture: Image.Image, raw: bytes) -> bool:
    """Tell whether a position stands in the metadata of a picture.

    Args:
        picture: The picture, its pixels read: PNG may keep metadata after them.
        raw: The bytes of its file.
    """
    packed = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    xmp = packed.encode() if isinstance(packed, str) else packed
    return bool(_IN_BYTES.search(raw) or _IN_BYTES.search(xmp)) or _in_exif(picture)


def _in_exif(picture: Image.Image) -> bool:
    # Phones put several pictures into one JPEG: MPO.
    frames = ImageSequence.Iterator(picture) if picture.format == "MPO" else (picture,)
    return any(_POSITION & set(frame.getexif().get_ifd(ExifTags.IFD.GPSInfo)) for frame in frames)
