"""Pagefind's index of each language, in the place of the built-in one.

Pagefind finds the pages; the theme's search worker, with our language, ranks and marks them. So what
Pagefind reads are folded words only, and what it would show is left out: beside its index lie the
documents of the built-in one, a file for each page, under the name that Pagefind calls the page by.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any

import rjsmin
from pagefind_bin import get_executable

from site_builder.outputs import OutputAsset
from site_builder.search.folding import fold

__all__ = ["WORKER", "PagefindError", "pagefind_indexes", "pagefind_worker"]

WORKER = "search.pagefind.js"
"""The worker's name, beside the theme's, whose name it is told behind a question mark."""

_SOURCE = Path(__file__).parent / "worker" / "pagefind.js"
# Languages and workers of Material 9.8 find each other by their folders.
_WORKERS = "assets/javascripts/workers"
_ALPHABET = "unknown"
"""The language without a stemmer: ours cuts the endings."""
_WEIGHTS = {"title": 10, "alias": 5, "text": 1}
"""What a word counts by the field that it stands in; Pagefind takes at most 10."""
_NAMES = ("title", "alias")
_ENTRY = "pagefind-entry.json"
_KEPT = (_ENTRY, "pagefind-worker.js", "*.pf_meta", "wasm.*", "index/*")
"""What a search loads: neither Pagefind's interfaces nor what they show of a page."""
_FRAGMENT_HEAD = b"pagefind_dcd"
# The worker counts words in the same way, in the same texts, to find the places that Pagefind names. Stress
# marks and soft hyphens part no words.
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f\u00ad]*)+")
_fold = cache(fold)


class PagefindError(OSError):
    """Pagefind is not installed, or it made no index."""


def pagefind_worker() -> OutputAsset:
    """Return the script that searches: the worker which pages start."""
    return OutputAsset(f"{_WORKERS}/{WORKER}", rjsmin.jsmin(_SOURCE.read_bytes()))


def pagefind_indexes(indexes: Iterable[OutputAsset]) -> Iterator[OutputAsset]:
    """Yield each index without its documents, but with the way to Pagefind's, and that one's files.

    Args:
        indexes: The built-in indexes: `<language>/search/search_index.json`.

    Raises:
        PagefindError: Pagefind is not installed, or it made no index.
    """
    for asset in indexes:
        index = json.loads(asset.data)
        home = f"{PurePosixPath(asset.path).parent}/pagefind"
        files = {f"{home}/{name}": data for name, data in _files(index["docs"])}
        index["config"]["pagefind"] = {
            # Seen from the worker: the site may lie in any folder of its host.
            "folder": f"../../../{home}/",
            "version": _version(files[f"{home}/{_ENTRY}"]),
        }
        yield OutputAsset(asset.path, _json({**index, "docs": []}))
        yield from (OutputAsset(path, data) for path, data in files.items())


def _version(entry: bytes) -> str:
    """Return Pagefind's name for all that an index holds."""
    return str(json.loads(entry)["languages"][_ALPHABET]["hash"])


def _page(document: Mapping[str, Any]) -> str:
    return str(document["location"]).partition("#")[0]


def _files(documents: list[dict[str, Any]]) -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes of Pagefind's files, and of ours beside them.

    Ours are one for each page, which is a document and its sections, and one of all names.
    """
    pages = [list(page) for _, page in groupby(documents, _page)]
    with tempfile.TemporaryDirectory() as folder:
        site, bundle = Path(folder, "site"), Path(folder, "bundle")
        site.mkdir()
        for number, page in enumerate(pages):
            (site / f"{number}.html").write_text(_folded(page), "utf-8")
        _run(site, bundle)
        for path in sorted(path for pattern in _KEPT for path in bundle.glob(pattern)):
            yield path.relative_to(bundle).as_posix(), path.read_bytes()
        for fragment in sorted(bundle.glob("fragment/*.pf_fragment")):
            number = int(Path(_url(fragment)).stem)
            yield f"pages/{fragment.stem}.json", _json(pages[number])
    yield "names.json", _json(_names(documents))


def _names(documents: list[dict[str, Any]]) -> list[str]:
    """Return the words of titles and other names, folded: who mistypes looks for one of them."""
    texts = (_words(document.get(field, "")) for document in documents for field in _NAMES)
    return sorted({word for text in texts for word in text.split()})


def _folded(documents: list[dict[str, Any]]) -> str:
    """Return a page for Pagefind; words hold no marks of HTML."""
    body = "".join(
        f'<p data-pagefind-weight="{weight}"{_named(document, field, documents)}>'
        f"{_words(document.get(field, ''))}</p>"
        for document in documents
        for field, weight in _WEIGHTS.items()
    )
    head = "<head><title></title></head>"
    return f"<!doctype html><html>{head}<body data-pagefind-body>{body}</body></html>"


def _named(document: dict[str, Any], field: str, documents: list[dict[str, Any]]) -> str:
    """Return the mark of a page's own names, which Pagefind ranks before all else."""
    named = document is documents[0] and field in _NAMES
    return f' data-pagefind-meta="{field}"' if named else ""


def _words(text: str) -> str:
    return " ".join(_fold(word) or word for word in _WORD.findall(text))


def _run(site: Path, bundle: Path) -> None:
    options = ("--site", str(site), "--output-path", str(bundle), "--force-language", _ALPHABET)
    try:
        # It would take settings from the folder that it runs in and from the environment.
        run = subprocess.run(  # noqa: S603  the program that the set-up installed
            [get_executable(), *options, "--quiet"],
            cwd=site,
            env={},
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError as error:
        message = f"Pagefind does not run: {error}; run `make setup`"
        raise PagefindError(message) from error
    if run.returncode != 0 or not (bundle / _ENTRY).exists():
        message = f"Pagefind made no index:\n{run.stdout}{run.stderr}"
        raise PagefindError(message)


def _url(fragment: Path) -> str:
    """Return the address that Pagefind knows a page by."""
    data = gzip.decompress(fragment.read_bytes()).removeprefix(_FRAGMENT_HEAD)
    return str(json.loads(data)["url"])


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
