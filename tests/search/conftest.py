"""The search of the real site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from site_builder.build import BuildOptions, BuildResult, build_site
from site_builder.languages import LANGUAGES, Language
from site_builder.pictures.cache import CACHE_FOLDER, PictureCache
from tests.search.worker import SearchWorker, write_search_files
from tests.support import ROOT, TODAY


@pytest.fixture(scope="session")
def built() -> BuildResult:
    """Return the real site."""
    cache = PictureCache(ROOT / CACHE_FOLDER)
    return build_site(ROOT / "content", BuildOptions(TODAY, cache))


@pytest.fixture(scope="session")
def workers(
    built: BuildResult, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Mapping[Language, SearchWorker]]:
    """Return the search of each language."""
    folder: Path = tmp_path_factory.mktemp("search")
    write_search_files(built.assets, folder)
    started = {language: SearchWorker(folder, language) for language in LANGUAGES}
    yield started
    for worker in started.values():
        worker.close()
