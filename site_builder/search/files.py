"""What the site's search consists of, by the engine that the settings name, and when another is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_builder.languages import LANGUAGES
from site_builder.loader import Content
from site_builder.outputs import OutputAsset, OutputPage, sent_bytes
from site_builder.problems import Problem, Severity
from site_builder.schema.site import SearchEngine, SiteSettings
from site_builder.search.index import search_indexes
from site_builder.search.language_file import language_file
from site_builder.search.pagefind import WORKER, pagefind_indexes, pagefind_worker
from site_builder.urls import search_index_path

__all__ = ["check_search", "search_files", "worker_before_theirs"]

LARGEST_INDEX = 200 * 1024
"""What a language's built-in index may weigh, in bytes as hosts send it.

It is fetched whole before the first result, and the worker reads all of it. Near this weight, at about 300
pages of 240 words, that takes a desktop more than a second, and Pagefind's program with the part of its
index that a search needs weighs less.
"""


def search_files(pages: Iterable[OutputPage], settings: SiteSettings) -> Iterator[OutputAsset]:
    """Yield what the worker loads: the language, and an index for each language of the site.

    Raises:
        PagefindError: The settings name Pagefind, and it made no index.
    """
    yield language_file()
    indexes = search_indexes(pages)
    if settings.search is SearchEngine.PAGEFIND:
        yield pagefind_worker()
        yield from pagefind_indexes(indexes)
    else:
        yield from indexes


def check_search(files: Iterable[OutputAsset], content: Content) -> Iterator[Problem]:
    """Yield a warning if a built-in index has outgrown what readers should wait for.

    Args:
        files: What `search_files` made.
        content: What the site was made of.
    """
    indexes = {search_index_path(language) for language in LANGUAGES}
    heaviest = max(sent_bytes(file.data) for file in files if file.path in indexes)
    if heaviest > LARGEST_INDEX:
        yield Problem(
            f"{content.name}/site.yml",
            "search-outgrown",
            content.settings_position(("search",)),
            {"size": str(heaviest // 1024), "most": str(LARGEST_INDEX // 1024)},
            severity=Severity.WARNING,
        )


def worker_before_theirs(engine: SearchEngine) -> str:
    """Return what stands before the name of the theme's worker in the address of the one that pages start."""
    return f"{WORKER}?" if engine is SearchEngine.PAGEFIND else ""
