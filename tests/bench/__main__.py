"""Measures what a page and a check cost: `make bench`, or one of them: `python -m tests.bench check`.

Prints ratios of one run; asserts nothing. CPU seconds (user and system) of whole processes. The cost
of a page leaves out start-up: it is the difference between two builds, divided by the difference of
their pages.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.generated import (
    write_generated_content,
    write_short_records,
    write_stock_project,
)
from tests.bench.search import bench_search

_CONFIG = Path(__file__).parents[2] / "mkdocs.yml"
_ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1790000000", "NO_MKDOCS_2_WARNING": "1"}
_SIZES = (6, 300, 1500, 3000)
_RECORDS = (1, 5000)
_ROUNDS = 3


def _cpu(command: list[str], folder: Path) -> float:
    """Return the least CPU time of some runs: the rest is what else the machine did."""
    times = []
    for _ in range(_ROUNDS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=folder, env=_ENVIRONMENT, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def _project(folder: Path, records: int) -> Path:
    write_generated_content(folder / "content", records)
    (folder / "docs" / "kk").mkdir(parents=True)
    theme = _CONFIG.parent / "site_builder" / "theme"
    text = _CONFIG.read_text("utf-8").replace("site_builder/theme", str(theme))
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    return folder


def _pages(folder: Path) -> int:
    return sum(1 for _ in (folder / "site").rglob("index.html"))


def bench_check() -> None:
    """Check generated folders of short records and print the costs."""
    command = [str(Path(sys.executable).parent / "site-builder"), "check"]
    with tempfile.TemporaryDirectory() as name:
        times = {}
        for records in _RECORDS:
            folder = Path(name) / str(records)
            write_short_records(folder / "content", records)
            times[records] = _cpu(command, folder)
            print(f"check of {records:5} files of 1.1 kB: {times[records]:.2f} s CPU", flush=True)
    few, many = _RECORDS
    cost = (times[many] - times[few]) / (many - few) * 1_000_000
    print(f"cost of a file beyond start-up: {cost:.0f} µs CPU")


def bench_pages() -> None:
    """Build generated sites of several sizes, ours and the stock one, and print the costs."""
    bin_dir = Path(sys.executable).parent
    rows = []
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for records in _SIZES:
            folder = _project(root / f"ours-{records}", records)
            cpu = _cpu([str(bin_dir / "site-builder"), "build"], folder)
            rows.append((_pages(folder), cpu))
            print(f"site-builder: {rows[-1][0]:5} pages {cpu:7.2f} s CPU", flush=True)
        start_pages, start = rows[0]
        costs = [(cpu - start) / (pages - start_pages) * 1000 for pages, cpu in rows[1:]]
        for (pages, _), cost in zip(rows[1:], costs, strict=True):
            print(f"cost of a page beyond start-up at {pages:5} pages: {cost:.2f} ms CPU")
        print(f"growth of the cost, largest to smallest site: {costs[-1] / costs[0]:.2f}")
        stock = []
        for pages in (6, rows[2][0]):
            folder = root / f"stock-{pages}"
            write_stock_project(folder, pages)
            stock.append(_cpu([str(bin_dir / "mkdocs"), "build", "-q"], folder))
        stock_cost = (stock[1] - stock[0]) / (rows[2][0] - 6) * 1000
        print(f"stock mkdocs-material with mkdocs-static-i18n: {stock_cost:.2f} ms CPU a page")
        print(f"ratio to stock: {costs[1] / stock_cost:.2f}")


_BENCHES = {"check": bench_check, "pages": bench_pages, "search": bench_search}
for bench in sys.argv[1:] or _BENCHES:
    _BENCHES[bench]()
