"""Finds former texts in the history that git keeps; knows nothing where there is no git."""

from __future__ import annotations

import subprocess
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from site_builder.translations.fingerprints import fingerprint
from site_builder.yaml_nodes import YamlProblem, decode_text, parse_yaml

__all__ = ["find_former_texts"]

_VERSIONS_MAX = 1000


def find_former_texts(path: Path, wanted: Collection[str]) -> dict[str, str]:
    """Return texts that a file once held, by their fingerprints.

    Args:
        path: A YAML file, or a Markdown file as a whole.
        wanted: The fingerprints to look for; those that are not found are left out.
    """
    found: dict[str, str] = {}
    for raw in _versions(path):
        for text in _texts(path, raw):
            if (mark := fingerprint(text)) in wanted:
                found.setdefault(mark, text)
        if len(found) == len(set(wanted)):
            break
    return found


def _versions(path: Path) -> Iterator[bytes]:
    """Yield the versions of a file, newest first."""
    log = _git(path.parent, "log", f"-{_VERSIONS_MAX}", "--format=%H", "--", f"./{path.name}")
    for commit in log.decode("ascii", "replace").split():
        yield _git(path.parent, "cat-file", "blob", f"{commit}:./{path.name}")


def _git(folder: Path, *arguments: str) -> bytes:
    """Return what git says; nothing where there is no git or it cannot answer."""
    try:
        answer = subprocess.run(  # noqa: S603  git's own commands, no shell
            ("git", *arguments),  # noqa: S607  whichever git the editor has
            cwd=folder,
            capture_output=True,
            check=False,
        )
    except OSError:
        return b""
    return answer.stdout if answer.returncode == 0 else b""


def _texts(path: Path, raw: bytes) -> Iterator[str]:
    """Yield the texts of a version; none of one that cannot be read."""
    try:
        if path.suffix == ".md":
            yield decode_text(raw)
        else:
            yield from _leaves(parse_yaml(raw).data)
    except YamlProblem:
        return


def _leaves(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _leaves(value)
    elif isinstance(data, list):
        for item in data:
            yield from _leaves(item)
