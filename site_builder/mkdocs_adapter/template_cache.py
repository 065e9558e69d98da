"""Keeps the theme's compiled templates between the rebuilds of `mkdocs serve`.

MkDocs makes a new template environment for each build; compiling the theme is a third of a rebuild.
"""

from __future__ import annotations

from jinja2.bccache import Bucket, BytecodeCache

__all__ = ["MemoryCache"]


class MemoryCache(BytecodeCache):
    """Compiled templates in memory; Jinja itself checks that they are still up to date."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket if its template was compiled before."""
        if code := self._code.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember a compiled template."""
        self._code[bucket.key] = bucket.bytecode_to_string()
