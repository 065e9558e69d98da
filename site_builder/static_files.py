"""The site's own styles and scripts, published as they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from site_builder.outputs import OutputAsset
from site_builder.urls import ASSETS

__all__ = ["static_assets"]

_STATIC_DIR = Path(__file__).parent / "static"


def static_assets() -> Iterator[OutputAsset]:
    """Yield the files of `static/`."""
    for path in sorted(_STATIC_DIR.iterdir()):
        yield OutputAsset(f"{ASSETS}/{path.name}", path.read_bytes())
