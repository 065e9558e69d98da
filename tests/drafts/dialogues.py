"""Answers to the questions of `new`, for every kind, and what runs the command with them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

__all__ = ["ANSWERS", "IDS", "run_command"]

NAMES = ("Той 2027", "Той 2027", "Ауыл тойы.", "Праздник села.")
ANSWERS: dict[str, tuple[str, ...]] = {
    "event": (*NAMES, "1", "2", "confirmed", "1", "2027-03-21", "18:30", "1"),
    "place": (*NAMES, "gazette", "museum", "", "Алтынжар", "Алтынжар", ""),
    "person": (*NAMES, "1", "1", "күйші", "кюйши", "1823", "", ""),
    "holiday": (*NAMES, "1", "folk", "fixed", "03-21"),
    "story": (*NAMES, "1", "3", "2027-03-22", ""),
    "route": (*NAMES, "1", "1", "", "kurmangazy-mausoleum", "", ""),
    "organisation": (*NAMES, "1", ""),
    "guide": (*NAMES, "1", ""),
    "source": ("Той", "Ақ арна", "", "kk", "news", "2026-11-22"),
}
"""The answers before the id; empty ones take what is proposed, or skip."""
IDS = {
    "event": "toy-2027",
    "place": "toy-2027",
    "person": "toy-2027",
    "holiday": "toy-2027",
    "story": "toy-2027",
    "route": "toy-2027",
    "organisation": "toy-2027",
    "guide": "toy-2027",
    "source": "toy",
}
"""The ids that are proposed."""


def run_command(
    folder: Path, *arguments: str, answers: str | bytes = "", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run `site-builder` in a folder, with answers for its standard input."""
    return subprocess.run(
        [sys.executable, "-m", "site_builder", *arguments],
        input=answers if isinstance(answers, bytes) else answers.encode(),
        capture_output=True,
        check=False,
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1795320000", **environment},
    )
