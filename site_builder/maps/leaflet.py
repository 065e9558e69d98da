"""Leaflet's own files, from the package XStatic-Leaflet as it was installed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import rcssmin
from xstatic.pkg import leaflet

from site_builder.outputs import OutputAsset

__all__ = ["leaflet_assets"]

_FILES = ("leaflet.js", "leaflet.css")


def leaflet_assets() -> Iterator[OutputAsset]:
    """Yield the files that a map page loads; pins are ours, so Leaflet's pictures stay away."""
    folder = Path(leaflet.BASE_DIR)
    for name in _FILES:
        text = (folder / name).read_text("utf-8")
        # The source map is not published; the comment would make browsers ask for it.
        lines = [line for line in text.splitlines() if not line.startswith("//# sourceMappingURL")]
        text = "\n".join(lines) + "\n"
        short = rcssmin.cssmin(text) if name.endswith(".css") else text
        yield OutputAsset(f"leaflet/{name}", short.encode())
