"""Checks a finished site: every page is there, every internal link and anchor leads somewhere."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from site_builder.urls import file_path

__all__ = ["VerificationError", "verify_site"]


class VerificationError(Exception):
    """The site that was built is not fit to be published."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        """One line for each fault."""
        super().__init__("\n".join(self.faults))


class _PageLinks:
    """The links and anchors of one HTML file."""

    __slots__ = ("anchors", "links", "twins")

    def __init__(self, html: str) -> None:
        tree = LexborHTMLParser(html)
        ids = [node.id or "" for node in tree.css("[id]")]
        self.anchors = set(ids)
        self.twins = (
            sorted({anchor for anchor in ids if ids.count(anchor) > 1})
            if len(self.anchors) < len(ids)
            else []
        )
        self.links = {
            link
            for name in ("href", "src")
            for node in tree.css(f"[{name}]")
            if (link := node.attributes[name])
        }
        for node in tree.css("[srcset]"):
            sizes = (node.attributes["srcset"] or "").split(",")
            self.links.update(size.split()[0] for size in sizes)


def verify_site(site_dir: Path, expected: Iterable[str], site_url: str) -> None:
    """Check a finished site.

    Args:
        site_dir: The folder of the site.
        expected: Paths of all pages and assets that must be there.
        site_url: The site's address; links that begin with it are internal too.

    Raises:
        VerificationError: A page is missing or a link leads nowhere.
    """
    faults = [f"missing: {path or 'index.html'}" for path in _missing(site_dir, expected)]
    faults += _dead_links(site_dir, site_url)
    if faults:
        raise VerificationError(sorted(faults))


def _missing(site_dir: Path, expected: Iterable[str]) -> Iterator[str]:
    for path in expected:
        if not (site_dir / file_path(path)).is_file():
            yield path


def _dead_links(site_dir: Path, site_url: str) -> Iterator[str]:
    files = {
        posixpath.join(Path(folder).relative_to(site_dir).as_posix(), name).removeprefix("./")
        for folder, _, names in os.walk(site_dir)
        for name in names
    }
    pages = {
        name: _PageLinks((site_dir / name).read_text("utf-8"))
        for name in sorted(files)
        if name.endswith(".html")
    }
    root = urlsplit(site_url).path
    for name, page in pages.items():
        yield from (f"{name}: the id {anchor} stands twice" for anchor in page.twins)
        folder = posixpath.dirname(name)
        for link in sorted(page.links):
            target = _target(folder, link, site_url, root)
            if target is None:
                continue
            path, anchor = target[0] or name, target[1]
            if path not in files:
                yield f"{name}: the link {link} leads nowhere"
            elif _is_anchor(anchor) and path in pages and anchor not in pages[path].anchors:
                yield f"{name}: the link {link} names an anchor that is not there"


def _is_anchor(anchor: str) -> bool:
    """Tell whether it must be on the page; what begins with a slash the page's script reads."""
    return bool(anchor) and not anchor.startswith("/")


def _target(folder: str, link: str, site_url: str, root: str) -> tuple[str, str] | None:
    """Return file and anchor of a link in a page of `folder`; None for a link to another site.

    The file is empty for an anchor on the page itself.
    """
    if link.startswith(site_url):
        link = root + link.removeprefix(site_url)
    path, anchor, is_external = _split(link)
    if is_external:
        return None
    if not path:
        return "", anchor
    if path.startswith("/"):
        return file_path(path.removeprefix(root)), anchor
    return _resolve(folder, path), anchor


@lru_cache(maxsize=100_000)
def _split(link: str) -> tuple[str, str, bool]:
    """Return path and anchor of a link, and whether it leads to another site."""
    parts = urlsplit(link)
    return unquote(parts.path), unquote(parts.fragment), bool(parts.scheme or parts.netloc)


def _resolve(folder: str, path: str) -> str:
    """Return the file that a relative path means in a folder."""
    while path.startswith("../"):
        folder, path = folder.rpartition("/")[0], path[3:]
    joined = f"{folder}/{path}" if folder else path
    if "./" in path or path.endswith("."):
        is_folder = path.endswith(("/", "."))
        joined = posixpath.normpath(joined)
        joined = "" if joined == "." else f"{joined}/" if is_folder else joined
    return file_path(joined)
