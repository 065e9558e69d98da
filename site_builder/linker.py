"""Links the records: every id must lead to a record, and every record knows who names it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from site_builder.fields import ReferenceValue, Value
from site_builder.languages import Language
from site_builder.loader import Content, Entry
from site_builder.problems import Problem, sort_problems
from site_builder.record_values import iter_values
from site_builder.schema.base import Model, Texts
from site_builder.schema.site import SiteSettings
from site_builder.spelling import guess
from site_builder.yaml_nodes import Loc

__all__ = ["Site", "iter_references", "link_site"]

Key = tuple[str, str]
"""Kind and id."""


@dataclass(frozen=True, slots=True)
class Site:
    """The whole content, every reference known to lead somewhere."""

    settings: SiteSettings
    """`site.yml`."""
    entries: Mapping[str, Mapping[str, Entry]]
    """Entries by kind and id."""
    links: Mapping[Key, tuple[Key, ...]]
    """What a record names, by its kind and id; each once."""
    backlinks: Mapping[Key, tuple[Entry, ...]]
    """Who names a record, by the named record's kind and id; each once, in order of kind and id."""
    stale: Mapping[Texts, Language] = field(default_factory=lambda: MappingProxyType({}))
    """Texts of which one side was changed after the other, and the language of the older side."""

    def entry(self, kind: str, id_: str) -> Entry:
        """Return the entry of a reference."""
        return self.entries[kind][id_]

    def all(self, kind: str) -> list[Entry]:
        """Return all entries of a kind."""
        return list(self.entries[kind].values())

    @property
    def origin(self) -> Entry | None:
        """The place that distances are counted from; the rules have seen that it has a point."""
        id_ = self.settings.distances_from
        return self.entry("places", id_) if id_ else None

    def neighbours(self, entry: Entry) -> list[Entry]:
        """Return the entries that `entry` names or that name it, each once."""
        key = (entry.kind.name, entry.id)
        named = [self.entry(*link) for link in self.links.get(key, ())]
        found = [*named, *self.backlinks.get(key, ())]
        return list({(other.kind.name, other.id): other for other in found}.values())

    def surroundings(self, place: str) -> list[Entry]:
        """Return a place and what it stands in, from the nearest; each once."""
        found: dict[str, Entry] = {}
        id_: str | None = place
        while id_ and id_ not in found:
            found[id_] = self.entry("places", id_)
            id_ = found[id_].record.part_of
        return list(found.values())


def link_site(content: Content) -> tuple[Site | None, tuple[Problem, ...]]:
    """Resolve all references.

    Returns:
        The site, or None if there are no valid settings, and a problem for every id that leads
        nowhere.
    """
    problems: list[Problem] = []
    links: dict[Key, tuple[Key, ...]] = {}
    backlinks: dict[Key, dict[Key, Entry]] = {}
    for entries in content.entries.values():
        for entry in entries.values():
            own = (entry.kind.name, entry.id)
            named: dict[Key, None] = {}
            for loc, kind, id_ in iter_references(entry.record):
                if not content.is_named(kind, id_):
                    problems.append(_unknown(content, entry.problem, loc, kind, id_))
                elif (kind, id_) == own:
                    problems.append(entry.problem("self-reference", loc, value=id_))
                else:
                    named[kind, id_] = None
                    backlinks.setdefault((kind, id_), {})[own] = entry
            links[own] = tuple(named)
    if content.settings is None:
        return None, sort_problems(problems)
    problems += _settings_problems(content, content.settings)
    named_by = {key: tuple(found.values()) for key, found in backlinks.items()}
    site = Site(content.settings, content.entries, links, named_by)
    return site, sort_problems(problems)


def _unknown(content: Content, report: Any, loc: Loc, kind: str, id_: str) -> Problem:
    nearest = guess(id_, content.named[kind] or ())
    problem: Problem = report("unknown-id", loc, nearest, value=id_, kind=kind)
    return problem


def _settings_problems(content: Content, settings: SiteSettings) -> Iterator[Problem]:
    def report(code: str, loc: Loc, nearest: str | None, **arguments: str) -> Problem:
        position = content.settings_position(loc)
        return Problem(f"{content.name}/site.yml", code, position, arguments, nearest)

    for loc, kind, id_ in iter_references(settings):
        if not content.is_named(kind, id_):
            yield _unknown(content, report, loc, kind, id_)


def iter_references(record: Model) -> Iterator[tuple[Loc, str, str]]:
    """Yield place, kind and id of every reference in a record."""
    for loc, value, id_ in iter_values(record, _is_reference):
        if isinstance(value, ReferenceValue):
            yield loc, value.kind, id_


def _is_reference(value: Value) -> bool:
    return isinstance(value, ReferenceValue)
