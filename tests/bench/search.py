"""What a search costs: a site of 300 pages of 240 words each, in the theme's worker in Node."""

from __future__ import annotations

import json
import random
import tempfile
import time
from pathlib import Path

from site_builder.languages import LANGUAGES, Language
from site_builder.outputs import OutputAsset
from site_builder.search.language_file import language_file
from site_builder.urls import search_index_path
from tests.search.real_site import build_real_site
from tests.search.worker import SearchWorker, index_of, write_search_files

__all__ = ["bench_search"]

_PAGES, _WORDS = 300, 240
_QUERIES = {
    "one letter": "а",
    "word": "наурыз",
    "ending": "кесенелеріміздің",
    "typo": "мавзлоей",
    "nothing": "қышқашқырық",
    "sentence": "когда будет праздник наурыз в астрахани у мавзолея курмангазы",
}


def _site_index() -> dict[str, object]:
    assets = build_real_site().assets
    indexes = [json.loads(index_of(assets, language)) for language in LANGUAGES]
    words = [word for index in indexes for doc in index["docs"] for word in doc["text"].split()]
    chance = random.Random(1)  # noqa: S311  no secret
    # As many words again as the real pages have: a larger site has more names.
    words += ["".join(chance.sample(word, len(word))) for word in set(words) if word.isalpha()]
    docs = [
        {
            "location": f"{n}/",
            "title": " ".join(chance.choices(words, k=3)),
            "text": " ".join(chance.choices(words, k=_WORDS)),
            "alias": "\n".join(chance.choices(words, k=3)),
        }
        for n in range(_PAGES)
    ]
    return {"config": indexes[0]["config"], "docs": docs}


def _started(folder: Path, index: dict[str, object]) -> tuple[SearchWorker, float]:
    """Return the worker and the milliseconds until its first answer."""
    write_search_files(
        [OutputAsset(search_index_path(Language.KK), json.dumps(index).encode()), language_file()],
        folder,
    )
    start = time.perf_counter()
    worker = SearchWorker(folder, Language.KK)
    worker.answer("")
    return worker, (time.perf_counter() - start) * 1000


def bench_search() -> None:
    """Search a generated site and print the costs."""
    index = _site_index()
    with tempfile.TemporaryDirectory() as name:
        empty, start = _started(Path(name), index | {"docs": []})
        empty.close()
        worker, ready = _started(Path(name), index)
    print(f"search of {_PAGES} pages: {ready - start:.0f} ms to set up, beyond an empty one")
    for kind, query in _QUERIES.items():
        first, *again = (worker.answer(query) for _ in range(10))
        least = min(answer["milliseconds"] for answer in again)
        print(
            f"{kind:10}: {first['milliseconds']:5.1f} ms at first, then {least:5.1f} ms, "
            f"{len(first['items'])} pages"
        )
    worker.close()
