"""The theme's search worker with the site's index, running in Node."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import material

from site_builder.languages import Language
from site_builder.outputs import OutputAsset
from site_builder.schema.site import SearchEngine
from site_builder.search.files import worker_before_theirs
from tests.support import TODAY

__all__ = ["SearchWorker", "index_of", "write_search_files"]

_SCRIPT = Path(__file__).parent / "worker.js"
_THEME = Path(material.__file__).parent / "templates"
_THEIR_WORKER = next(_THEME.glob("assets/javascripts/workers/search.*.min.js")).relative_to(_THEME)


def index_of(assets: Iterable[OutputAsset], language: Language) -> bytes:
    """Return the search index of a language."""
    path = f"{language}/search/search_index.json"
    return next(asset.data for asset in assets if asset.path == path)


def write_search_files(assets: Iterable[OutputAsset], folder: Path) -> None:
    """Write what the worker loads: the site's own files of the search, and those of the theme."""
    support = "assets/javascripts/lunr/min/lunr.stemmer.support.min.js"
    theirs = [_THEME / _THEIR_WORKER, _THEME / support]
    files = {file.relative_to(_THEME).as_posix(): file.read_bytes() for file in theirs}
    files |= {
        asset.path: asset.data
        for asset in assets
        if "/search/" in asset.path or asset.path.startswith("assets/javascripts/")
    }
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


class SearchWorker:
    """A worker that knows the pages of one language."""

    def __init__(
        self, folder: Path, language: Language, engine: SearchEngine = SearchEngine.BUILT_IN
    ) -> None:
        node = Path(sys.executable).parent / "node"
        name = f"{worker_before_theirs(engine)}{_THEIR_WORKER.name}"
        address = _THEIR_WORKER.with_name(name).as_posix()
        index = f"{language}/search/search_index.json"
        self._process = subprocess.Popen(
            [node, _SCRIPT, address, folder, index, TODAY.isoformat()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def answer(self, query: str) -> dict[str, Any]:
        """Return the worker's answer: `items`, lists of a page and its sections, and `suggest`."""
        answer: dict[str, Any] = self._ask(query)
        return answer

    def pages(self, query: str) -> list[str]:
        """Return the locations of the pages that are found, the best first."""
        return [item[0]["location"].partition("#")[0] for item in self.answer(query)["items"]]

    def results(self, queries: Sequence[str]) -> list[list[frozenset[str]]]:
        """Return for each query the locations of its results: of a page and its sections."""
        return [[frozenset(item) for item in items] for items in self._ask(queries)]

    def _ask(self, queries: str | Sequence[str]) -> Any:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(queries) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        """End the process."""
        self._process.communicate()
