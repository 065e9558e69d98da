"""The language file that the theme's search worker loads."""

from __future__ import annotations

import json
from pathlib import Path

import rjsmin

from site_builder.outputs import OutputAsset
from site_builder.search.folding import folding_table

__all__ = ["LANGUAGE", "folding_script", "language_file"]

LANGUAGE = "kk"
"""What the worker calls the language: one for both, because readers mix them."""

_FOLDER = Path(__file__).parent
# The folder where the worker of Material 9.8 looks for its languages.
_PATH = f"assets/javascripts/lunr/min/lunr.{LANGUAGE}.min.js"


def language_file() -> OutputAsset:
    """Return the file: the folding, then the search that works by it."""
    source = f"{folding_script()}\n{(_FOLDER / 'language.js').read_text('utf-8')}"
    return OutputAsset(_PATH, rjsmin.jsmin(source).encode())


def folding_script() -> str:
    """Return the table of letters and endings and the script `FOLDING` that works by it."""
    table = json.dumps(folding_table(), ensure_ascii=False, separators=(",", ":"))
    return f"var TABLE={table};\n{(_FOLDER / 'folding.js').read_text('utf-8')}"
