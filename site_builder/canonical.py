"""The one form in which records are written: what `fmt` makes of a file and `new` and `import` write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from site_builder.schema.base import Model

__all__ = ["write_record"]


def write_record(model: type[Model], data: Mapping[str, Any]) -> str:
    """Return a record as the text of its file.

    Args:
        model: The model of the record's kind; it gives the order of the keys.
        data: Nested dicts and lists of strings, as the reader gives them.
    """
    del model
    return yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False, width=10**9)
