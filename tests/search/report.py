"""Prints what the search of the real site finds, and what the theme's own would.

Run it with `python -m tests.search.report`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from site_builder.languages import LANGUAGES
from site_builder.outputs import OutputAsset
from tests.search.forms import SHOWN, form_pairs, precision
from tests.search.real_site import build_real_site
from tests.search.recall import rank, read_pairs, recall_table
from tests.search.worker import index_of, search_workers

# What Material 9.8 writes where nothing is set.
_DEFAULT = {
    "lang": ["en"],
    "separator": r"[\s\-]+",
    "pipeline": ["stopWordFilter"],
    "fields": {"title": {"boost": 1e3}, "text": {"boost": 1}, "tags": {"boost": 1e6}},
}


def main() -> None:
    """Build the site, ask both searches and print."""
    assets = build_real_site().assets
    forms = form_pairs({language: index_of(assets, language) for language in LANGUAGES})
    parts = {name: read_pairs(name) for name in ("queries.yml", "queries_held.yml")}
    for title, own in (("this search", assets), ("the theme's default", _with_default(assets))):
        with TemporaryDirectory() as folder, search_workers(own, Path(folder)) as workers:
            for name, pairs in parts.items():
                _print(f"{title}, {name}", recall_table(rank(workers, pairs)), "")
            ranked = rank(workers, forms)
            share = f"precision of the first {SHOWN} {precision(ranked):.1%}"
            _print(f"{title}, forms of words", recall_table(ranked), share, "")


def _with_default(assets: Iterable[OutputAsset]) -> list[OutputAsset]:
    return [
        replace(asset, data=json.dumps({**json.loads(asset.data), "config": _DEFAULT}).encode())
        if asset.path.endswith("/search/search_index.json")
        else asset
        for asset in assets
    ]


def _print(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
