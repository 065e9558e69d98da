"""The file that remembers which texts said the same in both languages when they were last looked at.

A line for each pair, sorted, so that changes are small and edits in two branches seldom meet:

    events/nauryz-2027 sections.statements.text 3f2a9c01d4 88ab12cd34

Places in lists are left out: a new paragraph would move all that come after it. A record without a
stale text has a seal besides, `events/nauryz-2027 9f86d081884c7d65`: while its texts are what they
were, letter by letter, nobody needs to look at its pairs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.file_writing import replace_file
from site_builder.problems import Position, Problem, Severity
from site_builder.translations.fingerprints import FINGERPRINT, SEAL, Pair

__all__ = ["MEMORY_FILE", "Memory", "format_memory", "parse_memory", "read_memory", "write_memory"]

MEMORY_FILE = ".translations.txt"
"""The file's name in the content folder; the loader passes over names that begin with a dot."""

_HEAD = """\
# Бұл файлды қолмен өзгертпеңіз: оны `site-builder translations` жазады.
# Не правьте этот файл руками: его пишет `site-builder translations`.
"""
_LINE = re.compile(
    rf"^([a-z0-9/-]+)(?: ([a-z0-9_.-]+) ({FINGERPRINT}) ({FINGERPRINT})| ({SEAL}))\r?$",
    re.MULTILINE,
)
_COMMENT = re.compile(r"^#.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered."""

    pairs: Mapping[str, Counter[Pair]] = field(default_factory=dict)
    """The pairs of each field, by record and field: `events/nauryz-2027 summary`."""
    seals: Mapping[str, str] = field(default_factory=dict)
    """The seals of records of which no text was stale, by record: `events/nauryz-2027`."""


def read_memory(content_dir: Path) -> tuple[Memory | None, tuple[Problem, ...]]:
    """Return what is remembered, and what is wrong with the file.

    Nothing that is wrong with it stops a build: lines that cannot be read are passed over.

    Args:
        content_dir: The content folder.

    Returns:
        The pairs by field, or None where there is no file that can be read.
    """
    path = content_dir / MEMORY_FILE
    file = f"{content_dir.name}/{MEMORY_FILE}"
    if path.is_symlink():
        return None, (Problem(file, "symlink"),)
    if not path.exists():
        return None, ()
    try:
        text = path.read_text("utf-8", errors="replace")
    except OSError as error:
        words = {"message": error.strerror or ""}
        return None, (Problem(file, "unreadable-file", Position(1, 1), words),)
    memory, bad_lines = parse_memory(text)
    # One is enough: where two versions met, there are several.
    position = Position(bad_lines[0], 1) if bad_lines else None
    problem = Problem(file, "bad-translations-line", position, severity=Severity.WARNING)
    return memory, (problem,) if bad_lines else ()


def parse_memory(text: str) -> tuple[Memory, list[int]]:
    """Return what is remembered, and the numbers of lines that cannot be read."""
    pairs: dict[str, Counter[Pair]] = {}
    seals: dict[str, str] = {}
    for record, path, kk, ru, seal in _LINE.findall(text):
        if seal:
            seals[record] = seal
        else:
            pairs.setdefault(f"{record} {path}", Counter())[Pair(kk, ru)] += 1
    # Taking good lines and comments away is much quicker than looking at each line.
    rest = _COMMENT.sub("", _LINE.sub("", text))
    bad_lines = [number for number, line in enumerate(rest.split("\n"), start=1) if line.strip()]
    return Memory(pairs, seals), bad_lines


def format_memory(memory: Memory) -> str:
    """Return the text of the file."""
    return _HEAD + "".join(sorted(_lines(memory)))


def _lines(memory: Memory) -> Iterator[str]:
    for record, seal in memory.seals.items():
        yield f"{record} {seal}\n"
    for key, pairs in memory.pairs.items():
        yield from (f"{key} {pair.kk} {pair.ru}\n" for pair in pairs.elements())


def write_memory(content_dir: Path, memory: Memory) -> None:
    """Put the file in the place of the old one, whole or not at all.

    Raises:
        OSError: The folder cannot be written.
    """
    replace_file(content_dir / MEMORY_FILE, format_memory(memory).encode())
