"""Where new records go: a file of their own, or the end of the table of their kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from site_builder.canonical import write_table
from site_builder.drafts.faults import KnownIds
from site_builder.drafts.interview import Draft
from site_builder.drafts.template import render_draft
from site_builder.drafts.writing import FileChange
from site_builder.loader import Content
from site_builder.record_names import record_names, words_in
from site_builder.schema.kinds import KINDS, Kind

__all__ = ["draft_files", "known_ids", "record_path"]


def record_path(content_dir: Path, kind: Kind, id_: str) -> Path:
    """Return the file of a record."""
    if kind.is_table:
        return content_dir / f"{kind.name}.yml"
    return content_dir / kind.name / f"{id_}.yml"


def draft_files(content_dir: Path, drafts: Iterable[Draft], language: str) -> list[FileChange]:
    """Return the files of new records, commented; those of tables go to its end, without comments.

    Args:
        content_dir: The content folder.
        drafts: The records.
        language: The language of the comments (en, kk, ru).

    Raises:
        OSError: A table cannot be read.
    """
    changes: dict[Path, FileChange] = {}
    for draft in drafts:
        kind, path = draft.kind, record_path(content_dir, draft.kind, draft.id)
        if kind.is_table:
            table = changes.get(path) or _as_it_is(path)
            record = write_table(kind.model, {draft.id: draft.data})
            changes[path] = replace(table, after=_with_line_end(table.after) + record)
        else:
            changes[path] = FileChange(path, None, render_draft(kind, draft.data, language))
    return list(changes.values())


def _as_it_is(path: Path) -> FileChange:
    text = path.read_bytes().decode() if path.exists() else None
    return FileChange(path, text, text or "")


def _with_line_end(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"


def known_ids(content: Content, language: str) -> KnownIds:
    """Return the names of all records by kind and id, and those of the regions.

    Args:
        content: What was read.
        language: The editor's language; the content has no English.
    """
    regions = content.settings.regions if content.settings else {}
    return {
        "regions": {id_: words_in(region.title, language) for id_, region in regions.items()},
        **{kind.name: record_names(content, kind, language) or {} for kind in KINDS},
    }
