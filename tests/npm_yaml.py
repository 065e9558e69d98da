"""The npm package by which the web form reads and writes YAML, with the form's options."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.support import ROOT

__all__ = ["NpmYaml"]

# What `formatYAML` of Sveltia CMS 0.221.1 passes, and what it does with the text.
_SCRIPT = """
const yaml = require('yaml')
const options = {
  indent: 2, indentSeq: true, lineWidth: 0,
  defaultKeyType: 'PLAIN', defaultStringType: 'PLAIN', singleQuote: true,
}
require('readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const data = yaml.parse(JSON.parse(line))
  const text = yaml.stringify(data, null, options).trim() + '\\n'
  console.log(JSON.stringify({ data, text }))
})
"""


class NpmYaml:
    """A process of Node that reads and writes documents, one after the other."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [Path(sys.executable).parent / "node", "-e", _SCRIPT],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            text=True,
            encoding="utf-8",
        )

    def save(self, text: str) -> tuple[Any, str]:
        """Return a file's data as the form reads it, and the text that it writes for them."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(text) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        return answer["data"], answer["text"]

    def close(self) -> None:
        """End the process."""
        self._process.communicate()
