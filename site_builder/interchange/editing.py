"""Changes fields in the text of a record and leaves every other line as its editor wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from site_builder.canonical import write_record
from site_builder.fields import describe
from site_builder.schema.base import Model
from site_builder.yaml_nodes import Document

__all__ = ["edit_text"]


def edit_text(
    model: type[Model], document: Document, before: Mapping[str, Any], after: Mapping[str, Any]
) -> str:
    """Return the text with the fields that differ written anew, in the canonical form.

    Comments above fields and all fields that stay are kept to the letter.

    Args:
        model: The model of the record's kind; it says where a new field goes.
        document: The record's file.
        before: The data of the file.
        after: The data as it is to be.
    """
    blocks = _blocks(document, before)
    if blocks is None:
        # All in braces, as no form writes it: there are no lines to keep.
        return write_record(model, after)
    order = [field.name for field in describe(model)]
    for name in [*before, *(name for name in order if name not in before)]:
        if before.get(name) == after.get(name):
            continue
        text = write_record(model, {name: after[name]}) if name in after else ""
        if name in before:
            blocks[name] = text + _comments_after(blocks[name])
        else:
            blocks = _with(blocks, name, text, order)
    return "".join(blocks.values())


def _blocks(document: Document, data: Mapping[str, Any]) -> dict[str, str] | None:
    """Return the text of each field by name, and under "" what stands above the first."""
    places = [document.position_of((name,), key=True) for name in data]
    if any(place.column != 1 for place in places):
        return None
    lines = document.text.splitlines(keepends=True)
    lines[-1:] = [line if line.endswith("\n") else f"{line}\n" for line in lines[-1:]]
    starts = [place.line - 1 for place in places]
    ends = [*starts[1:], len(lines)]
    blocks = {"": "".join(lines[: starts[0]])}
    for name, start, end in zip(data, starts, ends, strict=True):
        blocks[name] = "".join(lines[start:end])
    return blocks


def _comments_after(block: str) -> str:
    """Return the comments and empty lines at a block's end: they belong to the next field."""
    return "".join(reversed(list(_last_comments(block))))


def _last_comments(block: str) -> Iterator[str]:
    for line in reversed(block.splitlines(keepends=True)):
        if line.strip() and not line.startswith("#"):
            return
        yield line


def _with(blocks: dict[str, str], name: str, text: str, order: list[str]) -> dict[str, str]:
    """Put a new field after the last of those that stand before it in the order of records."""
    place = order.index(name)
    earlier = [key for key in blocks if not key or order.index(key) < place]
    above = earlier[-1]
    kept = blocks[above].removesuffix(_comments_after(blocks[above])) if above else blocks[""]
    comments = blocks[above][len(kept) :]
    changed: dict[str, str] = {}
    for key, block in blocks.items():
        changed[key] = kept if key == above else block
        if key == above:
            changed[name] = text + comments
    return changed
