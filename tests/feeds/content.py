"""Content for the tests of feeds and open data."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from site_builder.linker import Site, link_site
from site_builder.loader import load_content
from tests.support import FULL_CONTENT, MINIMAL, write_content

__all__ = ["HOSTILE", "event_file", "full_site", "site_of"]

HOSTILE = "=cmd()|' </title>]]><script>&amp;\"<b>"
"""A title that each format could take for something else than text."""


def site_of(
    folder: Path,
    events: Mapping[str, str],
    files: Mapping[str, str] | None = None,
    setting: tuple[str, str] = ("", ""),
) -> Site:
    """Return the smallest content with more in it.

    Args:
        folder: Where to write the content.
        events: The texts of events by id.
        files: The texts of other files by path.
        setting: What to replace in the settings, and by what.
    """
    content = MINIMAL | {f"events/{id_}.yml": text for id_, text in events.items()} | (files or {})
    content["site.yml"] = content["site.yml"].replace(*setting)
    site, problems = link_site(load_content(write_content(folder, content)))
    assert site is not None, problems
    return site


def full_site() -> Site:
    """Return the content that uses every field."""
    site, _ = link_site(load_content(FULL_CONTENT))
    assert site is not None
    return site


def event_file(title: str = "Той", status: str = "confirmed", more: str = "") -> str:
    """Return the YAML of an event on 21 March 2027."""
    quoted = "'" + title.replace("'", "''") + "'"
    return f"""\
title: {{kk: {quoted}, ru: {quoted}}}
summary: {{kk: Қысқаша., ru: Коротко.}}
kind: concert
status: {status}
scope: astrakhan
start: 2027-03-21
start_time: 18:30
sources: [gazette]
{more}"""
