"""Writes the service worker of a finished site: its source, after a list of what this build is."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from site_builder.formatting import format_day
from site_builder.languages import LANGUAGES
from site_builder.linker import Site
from site_builder.offline.pack import loaded_files, pack_pages, searched_files
from site_builder.outputs import sent_bytes
from site_builder.ui_strings import load_strings
from site_builder.urls import OFFLINE_PAGE, SERVICE_WORKER, WEB_FORM, file_path

__all__ = ["write_service_worker"]

_SOURCE = Path(__file__).parent / "sw.js"
_DIGITS = 16


def write_service_worker(
    site_dir: Path, site: Site, paths: Iterable[str], folder: str, today: dt.date
) -> None:
    """Write the service worker into the folder of a finished site.

    Args:
        site_dir: The folder.
        site: The linked content.
        paths: All that the site consists of.
        folder: The path of the folder of styles, scripts and maps. All of it belongs to the pack:
            scripts load some of its files only when a reader comes to a map.
        today: The day that the build speaks of.
    """
    known = tuple(paths)
    pages = sorted(set(pack_pages(site, known)))
    bundle = {path for path in known if path.startswith(f"{folder}/")}
    files = sorted({*loaded_files(site_dir, pages), *searched_files(site_dir, known), *bundle})
    # What a page loads comes before it: a page that is kept is whole.
    shell = [*sorted(loaded_files(site_dir, [OFFLINE_PAGE])), OFFLINE_PAGE]
    lists = {
        name: [(path, _digest(site_dir, path)) for path in members]
        for name, members in (("shell", shell), ("files", files), ("pages", pages))
    }
    version = hashlib.sha256(json.dumps(lists).encode()).hexdigest()[:12]
    build = {
        "version": version,
        # In words, because browsers do not know the names of Kazakh months.
        "day": {lang.value: format_day(load_strings(lang), today) for lang in LANGUAGES},
        "offline": OFFLINE_PAGE,
        "form": WEB_FORM,
        "bytes": sum(sent_bytes(_read(site_dir, path)) for path in (*files, *pages)),
        **lists,
    }
    text = f"const BUILD = {json.dumps(build)};\n{_SOURCE.read_text('utf-8')}"
    (site_dir / SERVICE_WORKER).write_text(text, "utf-8")


def _read(site_dir: Path, path: str) -> bytes:
    return (site_dir / file_path(path)).read_bytes()


def _digest(site_dir: Path, path: str) -> str:
    """Return the first 64 bits of a file's SHA-256: it tells builds apart, nobody forges it."""
    return hashlib.sha256(_read(site_dir, path)).hexdigest()[:_DIGITS]
