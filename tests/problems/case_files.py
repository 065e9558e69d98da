"""Reads and writes `cases/*.case`: the files of a case and the lines that editors must read.

A case holds sections that begin with a line `>>> …`:

    What the case shows, in a sentence.
    >>> content/places/x.yml
    (the file's text; it is laid over the smallest valid content of `tests/support.py`)
    >>> content/places/y.yml -> x.yml
    (nothing: a symbolic link)
    >>> content/media/photo.jpg shows gps-photograph
    (nothing: one of the pictures of `tests/pictures.py`)
    >>> content/site.yml absent
    (nothing: the file or folder is taken away)
    >>> en
    (the report in English, with excerpts)
    >>> ru
    >>> kk

Nobody can review what cannot be seen, so such characters are written `<U+00A0>`, and bytes that
are not UTF-8 `<0xFF>`.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from site_builder.reports import EditorLanguage
from tests.pictures import SAMPLES
from tests.support import MINIMAL, write_content

__all__ = ["CASES_DIR", "Case", "make_visible", "read_case", "write_expected"]

CASES_DIR = Path(__file__).parent / "cases"

_ABSENT = " absent"
_HEADER = re.compile(r"^>>> (.+)\n", re.MULTILINE)
_WRITTEN_CHARACTER = re.compile(r"<U\+([0-9A-F]{4,6})>")
_WRITTEN_BYTE = re.compile(r"<0x([0-9A-F]{2})>")
# All white space but newline and space, control characters, and those without a width.
_INVISIBLE = re.compile(
    "[^\\S\n ]|[\0-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Case:
    """A case file's sections by their headers, in order."""

    sections: dict[str, str]

    def write_files(self, root: Path) -> Path:
        """Write the case's content below `root` and return the content folder."""
        content = write_content(root / "content", MINIMAL)
        for header, text in self.sections.items():
            if header in list(EditorLanguage):
                continue
            path, _, destination = header.removesuffix(_ABSENT).partition(" -> ")
            path, _, sample = path.partition(" shows ")
            target = root / path
            if header.endswith(_ABSENT):
                shutil.rmtree(target) if target.is_dir() else target.unlink()
            elif destination:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.symlink_to(destination)
            else:
                write_content(root, {path: SAMPLES[sample]() if sample else _bytes(text)})
        return content

    def expected(self, language: EditorLanguage) -> str:
        """Return the report that the case expects."""
        return self.sections[language].removesuffix("\n")


def _bytes(text: str) -> bytes:
    text = _WRITTEN_CHARACTER.sub(lambda match: chr(int(match[1], 16)), text)
    # A surrogate stands for a byte that is not UTF-8; `surrogateescape` makes the byte of it.
    text = _WRITTEN_BYTE.sub(lambda match: chr(0xDC00 + int(match[1], 16)), text)
    return text.encode("utf-8", "surrogateescape")


def make_visible(text: str) -> str:
    """Return `text` with characters that cannot be seen written as `<U+00A0>`."""
    return _INVISIBLE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def read_case(path: Path) -> Case:
    """Read a case file."""
    _, *rest = _HEADER.split(path.read_text("utf-8"))
    return Case(dict(zip(rest[::2], rest[1::2], strict=True)))


def write_expected(path: Path, reports: dict[EditorLanguage, str]) -> None:
    """Replace the reports of a case file."""
    files = path.read_text("utf-8").split(f">>> {EditorLanguage.EN}\n")[0]
    order = (EditorLanguage.EN, EditorLanguage.RU, EditorLanguage.KK)
    sections = (f">>> {language}\n{reports[language]}\n" for language in order)
    path.write_text(files + "".join(sections), "utf-8")
