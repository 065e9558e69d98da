"""A program in Node that answers questions, one after the other."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.support import ROOT

__all__ = ["NodeProcess"]


class NodeProcess:
    """A program that reads JSON from the standard input, a line each, and answers each with a line."""

    def __init__(self, *arguments: str | Path) -> None:
        self._process = subprocess.Popen(
            [Path(sys.executable).parent / "node", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            text=True,
            encoding="utf-8",
        )

    def ask(self, question: object) -> Any:
        """Return the answer."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        """End the process."""
        self._process.communicate()
