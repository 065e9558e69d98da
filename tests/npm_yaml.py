"""The npm package by which the web form reads and writes YAML, with the form's options."""

from __future__ import annotations

from typing import Any

from tests.node import NodeProcess

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
        self._node = NodeProcess("-e", _SCRIPT)

    def save(self, text: str) -> tuple[Any, str]:
        """Return a file's data as the form reads it, and the text that it writes for them."""
        answer = self._node.ask(text)
        return answer["data"], answer["text"]

    def close(self) -> None:
        """End the process."""
        self._node.close()
