"""The theme's search worker with the site's index, running in Node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import material

from site_builder.languages import LANGUAGES, Language
from site_builder.outputs import OutputAsset
from site_builder.schema.site import SearchEngine
from site_builder.search.files import worker_before_theirs
from site_builder.urls import search_index_path
from tests.node import NodeProcess
from tests.support import TODAY

__all__ = ["SearchWorker", "index_of", "search_workers", "write_search_files"]

_SCRIPT = Path(__file__).parent / "worker.js"
_THEME = Path(material.__file__).parent / "templates"
_THEIR_WORKER = next(_THEME.glob("assets/javascripts/workers/search.*.min.js")).relative_to(_THEME)


def index_of(assets: Iterable[OutputAsset], language: Language) -> bytes:
    """Return the search index of a language."""
    return next(asset.data for asset in assets if asset.path == search_index_path(language))


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
        name = f"{worker_before_theirs(engine)}{_THEIR_WORKER.name}"
        address = _THEIR_WORKER.with_name(name).as_posix()
        index = search_index_path(language)
        self._node = NodeProcess(_SCRIPT, address, folder, index, TODAY.isoformat())

    def answer(self, query: str) -> dict[str, Any]:
        """Return the worker's answer: `items`, lists of a page and its sections, and `suggest`."""
        answer: dict[str, Any] = self._node.ask(query)
        return answer

    def pages(self, query: str) -> list[str]:
        """Return the locations of the pages that are found, the best first."""
        return [item[0]["location"].partition("#")[0] for item in self.answer(query)["items"]]

    def results(self, queries: Sequence[str]) -> list[list[frozenset[str]]]:
        """Return for each query the locations of its results: of a page and its sections."""
        return [[frozenset(item) for item in items] for items in self._node.ask(queries)]

    def close(self) -> None:
        """End the process."""
        self._node.close()


@contextmanager
def search_workers(
    assets: Iterable[OutputAsset], folder: Path, engine: SearchEngine = SearchEngine.BUILT_IN
) -> Iterator[dict[Language, SearchWorker]]:
    """Start the search of each language over files that are written into a folder."""
    write_search_files(assets, folder)
    workers = {language: SearchWorker(folder, language, engine) for language in LANGUAGES}
    try:
        yield workers
    finally:
        for worker in workers.values():
            worker.close()
