"""The files of the pictures that pages show."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from site_builder.linker import Site
from site_builder.loader import MEDIA_FOLDER
from site_builder.outputs import OutputAsset
from site_builder.pictures.cache import PictureCache
from site_builder.pictures.encoding import RECIPE, Variant, encode_picture
from site_builder.urls import picture_path
from site_builder.views.page import PictureFile, PictureFormat, PictureSize

__all__ = ["Pictures", "publish_pictures"]

_MEDIA_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of the site."""

    assets: tuple[OutputAsset, ...]
    """The files to publish."""
    files: dict[str, PictureFile]
    """Where they are and how large, by the id of the record."""


def publish_pictures(site: Site, content_dir: Path, cache: PictureCache | None) -> Pictures:
    """Return the pictures that pages show, in all their formats and sizes.

    Args:
        site: The linked content, checked.
        content_dir: The folder that it was read from.
        cache: Where pictures are kept between builds; None where nothing is kept.
    """
    assets: list[OutputAsset] = []
    files: dict[str, PictureFile] = {}
    for entry in site.all("media"):
        if ("media", entry.id) not in site.backlinks:
            continue
        raw = (content_dir / MEDIA_FOLDER / entry.record.file).read_bytes()
        key = hashlib.sha256(RECIPE.encode() + raw).hexdigest()
        made = _with_paths(entry.id, _variants(raw, key, cache))
        assets += (OutputAsset(path, variant.data) for path, variant in made)
        files[entry.id] = _picture_file(made)
    return Pictures(tuple(assets), files)


def _with_paths(id_: str, variants: tuple[Variant, ...]) -> list[tuple[str, Variant]]:
    """Return the variants with their paths, which are others as soon as a variant is another."""
    fingerprint = hashlib.sha256(b"".join(variant.data for variant in variants)).hexdigest()[:8]
    return [
        (picture_path(id_, fingerprint, variant.width, variant.suffix), variant)
        for variant in variants
    ]


def _picture_file(made: list[tuple[str, Variant]]) -> PictureFile:
    formats = tuple(
        PictureFormat(
            _MEDIA_TYPES[suffix],
            tuple(PictureSize(path, variant.width) for path, variant in members),
        )
        for suffix, members in groupby(made, key=lambda member: member[1].suffix)
    )
    widest = made[-1][1]
    return PictureFile(formats, widest.width, widest.height)


def _variants(raw: bytes, key: str, cache: PictureCache | None) -> tuple[Variant, ...]:
    if cache is None:
        return _encoded(raw)
    variants = cache.read(key)
    if not variants:
        variants = _encoded(raw)
        cache.write(key, variants)
    return variants


@lru_cache(maxsize=16)
def _encoded(raw: bytes) -> tuple[Variant, ...]:
    """Encode a picture, once where one process builds again and again without a cache."""
    return encode_picture(raw)
