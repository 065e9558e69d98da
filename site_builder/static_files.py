"""The site's own styles, scripts and drawings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from site_builder.outputs import OutputAsset
from site_builder.urls import ASSETS

__all__ = ["static_assets"]

_STATIC_DIR = Path(__file__).parent / "static"
_JOINED = {"styles": "site.css", "scripts": "site.js"}


def static_assets() -> Iterator[OutputAsset]:
    """Yield the files of `static/`; those of a folder there are joined, a request less for each."""
    for path in sorted(_STATIC_DIR.iterdir()):
        if path.is_dir():
            parts = [part.read_bytes() for part in sorted(path.iterdir())]
            yield OutputAsset(f"{ASSETS}/{_JOINED[path.name]}", b"\n".join(parts))
        else:
            yield OutputAsset(f"{ASSETS}/{path.name}", path.read_bytes())
