"""The language file that the theme's search worker loads."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import rjsmin

from site_builder.outputs import OutputAsset
from site_builder.search.folding import folding_table

__all__ = ["LANGUAGE", "folding_script", "language_file"]

LANGUAGE = "kk"
"""What the worker calls the language: one for both, because readers mix them."""

_FOLDER = Path(__file__).parent / "worker"
# The folder where the worker of Material 9.8 looks for its languages.
_PATH = f"assets/javascripts/lunr/min/lunr.{LANGUAGE}.min.js"
# Each needs those before it.
_PARTS = (
    "folding",
    "words",
    "typos",
    "keyboard",
    "query",
    "index",
    "matching",
    "ranking",
    "language",
)


def language_file() -> OutputAsset:
    """Return the file: the table of letters and endings, and the search that works by it."""
    return OutputAsset(_PATH, rjsmin.jsmin(_script(_PARTS)).encode())


def folding_script() -> str:
    """Return the table and `FOLDING`, which works by it: what Python knows, too."""
    return _script(("folding",))


def _script(parts: Iterable[str]) -> str:
    table = json.dumps(folding_table(), ensure_ascii=False, separators=(",", ":"))
    scripts = ((_FOLDER / f"{part}.js").read_text("utf-8") for part in parts)
    return "\n".join((f"var TABLE={table};", *scripts))
