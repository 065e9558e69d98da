"""The search of the real site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from site_builder.build import BuildResult
from site_builder.languages import Language
from tests.search.real_site import build_real_site
from tests.search.worker import SearchWorker, search_workers


@pytest.fixture(scope="session")
def built() -> BuildResult:
    """Return the real site."""
    return build_real_site()


@pytest.fixture(scope="session")
def workers(
    built: BuildResult, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Mapping[Language, SearchWorker]]:
    """Return the search of each language."""
    with search_workers(built.assets, tmp_path_factory.mktemp("search")) as started:
        yield started
