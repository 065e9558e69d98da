"""The site's own styles, scripts and drawings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import rcssmin
import rjsmin

from site_builder.outputs import OutputAsset

__all__ = ["static_assets"]

_STATIC_DIR = Path(__file__).parent / "static"
# Only pages with lists of dates or a map load what shows them: a page of text stays light.
_JOINED = {
    "styles": "site.css",
    "scripts": "site.js",
    "dates": "dates.css",
    "map-styles": "map.css",
    "map-scripts": "map.js",
}


def static_assets() -> Iterator[OutputAsset]:
    """Yield the files of `static/`, by their paths in the bundle; those of a folder there are joined, a request less for each."""
    for path in sorted(_STATIC_DIR.iterdir()):
        if path.is_dir():
            # Paper has the last word: its rules undo those of screens.
            parts = sorted(path.iterdir(), key=lambda part: (part.stem == "print", part.name))
            joined = b"\n".join(part.read_bytes() for part in parts)
            yield OutputAsset(_JOINED[path.name], _shortened(_JOINED[path.name], joined))
        else:
            yield OutputAsset(path.name, _shortened(path.name, path.read_bytes()))


def _shortened(name: str, data: bytes) -> bytes:
    """Leave out comments and spaces: a phone need not load what only we read."""
    shorten = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}.get(Path(name).suffix)
    return shorten(data) if shorten else data
