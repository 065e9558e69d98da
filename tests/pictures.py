"""Pictures for tests, made when they are asked for: right ones, and what people send instead."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

from PIL import ExifTags, Image

__all__ = ["SAMPLES", "exif", "huge_png", "painting", "picture_bytes"]

RED, BLUE = (220, 30, 40), (20, 60, 200)


def painting(size: tuple[int, int] = (640, 400), mode: str = "RGB") -> Image.Image:
    """Return a picture of many colours that is red above and blue below."""
    colours = Image.new("RGB", size, BLUE)
    colours.paste(RED, (0, 0, size[0], size[1] // 2))
    linear, radial = Image.linear_gradient("L"), Image.radial_gradient("L")
    shades = [shade.resize(size) for shade in (linear, linear.rotate(90), radial)]
    return Image.blend(colours, Image.merge("RGB", shades), 0.1).convert(mode)


def exif(position: tuple[float, float] | None = None, orientation: int | None = None) -> bytes:
    """Return the metadata that a phone writes: its maker, a position, how it was held."""
    data = Image.Exif()
    data[ExifTags.Base.Make] = "Phone"
    if orientation is not None:
        data[ExifTags.Base.Orientation] = orientation
    if position is not None:
        gps = data.get_ifd(ExifTags.IFD.GPSInfo)
        gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLongitudeRef] = "N", "E"
        gps[ExifTags.GPS.GPSLatitude] = (position[0], 0.0, 0.0)
        gps[ExifTags.GPS.GPSLongitude] = (position[1], 0.0, 0.0)
    return data.tobytes()


def picture_bytes(picture: Image.Image, format_: str = "JPEG", **saving: Any) -> bytes:
    """Return a picture as a file."""
    buffer = io.BytesIO()
    picture.save(buffer, format_, **saving)
    return buffer.getvalue()


def huge_png(width: int, height: int) -> bytes:
    """Return a small file of a large picture: all its rows are white."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    rows = zlib.compress((b"\0" + b"\xff" * ((width + 7) // 8)) * height, 9)
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    signature = b"\x89PNG\r\n\x1a\n"
    return signature + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def _moving(format_: str) -> bytes:
    frames = [painting(), painting().rotate(180)]
    return picture_bytes(frames[0], format_, save_all=True, append_images=frames[1:])


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 64

SAMPLES: dict[str, Callable[[], bytes]] = {
    "photograph": lambda: picture_bytes(painting(), exif=exif()),
    "photograph-as-png": lambda: picture_bytes(painting(), "PNG"),
    "gps-photograph": lambda: picture_bytes(painting(), exif=exif((46.0, 48.0))),
    "small-photograph": lambda: picture_bytes(painting((300, 200))),
    "cut-photograph": lambda: SAMPLES["photograph"]()[:-1000],
    "huge-photograph": lambda: huge_png(8000, 6000),
    "heavy-photograph": lambda: SAMPLES["photograph"]() + bytes(10 * 1024 * 1024),
    "heic": lambda: HEIC,
    "gif": lambda: picture_bytes(painting().quantize(8), "GIF"),
    "svg": lambda: b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>',
    "moving": lambda: _moving("WEBP"),
}
"""Files by what they show."""
