"""Writes the core's outputs into a folder as plain HTML files: the way out of any site generator."""

from __future__ import annotations

from pathlib import Path

from site_builder.build import BuildResult
from site_builder.outputs import OutputPage
from site_builder.rendering import render_template
from site_builder.urls import file_path, relative_url

__all__ = ["write_directory"]


def write_directory(result: BuildResult, folder: Path) -> None:
    """Write all pages and assets below `folder`, which must exist.

    Pages are whole HTML documents with the site's own style and no theme.
    """
    for page in result.pages:
        _write(folder / file_path(page.path), _document(page, result.assets_folder).encode())
    for asset in result.assets:
        _write(folder / asset.path, asset.data)


def _document(page: OutputPage, assets: str) -> str:
    values = {
        "page": page,
        "stylesheet": relative_url(page.path, f"{assets}/site.css"),
        "script": relative_url(page.path, f"{assets}/site.js"),
        "switch": relative_url(page.path, page.alternate) if page.alternate else "",
    }
    return render_template("document.html", page.language, values)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
