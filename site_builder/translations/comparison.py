"""Compares the texts of the content with the pairs that are remembered.

A pair that is remembered is fresh. Where one side is that of a remembered pair and the other is
not, somebody has changed the other: the side that stayed is stale. All other pairs are new, and
taken to be fresh. What is remembered and still stands in the content explains no change: a second
«ұстазы», «учительница» beside «ұстазы», «учитель» is a new pair.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from site_builder.languages import LANGUAGES, Language
from site_builder.loader import Content, Entry
from site_builder.record_texts import iter_texts
from site_builder.schema.base import Texts
from site_builder.schema.kinds import SETTINGS
from site_builder.translations.fingerprints import Pair, pair_of, seal
from site_builder.translations.memory import Memory
from site_builder.yaml_nodes import Loc

__all__ = ["Placed", "Stale", "find_missing", "find_stale", "renew"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A text and where it stands."""

    entry: Entry
    """The record; for texts of `site.yml` an entry of that."""
    loc: Loc
    """The way to it in the record."""
    text: Texts
    """Its words."""
    pair: Pair | None = field(repr=False)
    """The fingerprints of both sides; None where one is missing."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A text of which one side was changed and the other was not."""

    placed: Placed
    """The text."""
    language: Language
    """The side that stayed as it was."""
    origin: Pair
    """Both sides as they were when they said the same."""


def find_stale(content: Content, memory: Memory) -> Iterator[Stale]:
    """Yield every text of which one side was changed and the other was not."""
    for entry in _entries(content):
        texts = list(iter_texts(entry.record))
        name = _name(entry)
        if memory.seals.get(name) != seal(text for _, text in texts):
            yield from _stale_of(_groups(entry, texts), memory)


def find_missing(content: Content) -> Iterator[tuple[Placed, Language]]:
    """Yield every text without one of its sides, and the language that it lacks."""
    for entry in _entries(content):
        for loc, text in iter_texts(entry.record):
            for language in LANGUAGES:
                if text[language] is None:
                    yield Placed(entry, loc, text, None), language


def renew(content: Content, memory: Memory, accepted: Collection[Stale] = ()) -> Memory:
    """Return what is to be remembered from now on.

    New pairs come in, those that are gone go; of stale texts the pair is kept that they were when
    they said the same, unless they are accepted.

    Args:
        content: All that was read, without errors: what could not be read would be forgotten.
        memory: What was remembered so far.
        accepted: Stale texts of which the sides say the same again.
    """
    pairs: dict[str, Counter[Pair]] = {}
    seals: dict[str, str] = {}
    for entry in _entries(content):
        texts = list(iter_texts(entry.record))
        groups = _groups(entry, texts)
        stale = [item for item in _stale_of(groups, memory) if item not in accepted]
        origins = {item.placed.loc: item.origin for item in stale}
        for key, group in groups.items():
            present = (origins.get(placed.loc, placed.pair) for placed in group)
            pairs[key] = Counter(pair for pair in present if pair)
        if not stale:
            seals[_name(entry)] = seal(text for _, text in texts)
    return Memory(pairs, seals)


def _entries(content: Content) -> Iterator[Entry]:
    if content.settings is not None and content.settings_file is not None:
        file = f"{content.name}/site.yml"
        yield Entry(SETTINGS, "settings", content.settings, file, content.settings_file)
    for entries in content.entries.values():
        yield from entries.values()


def _name(entry: Entry) -> str:
    return f"{entry.kind.name}/{entry.id}"


def _groups(entry: Entry, texts: Iterable[tuple[Loc, Texts]]) -> dict[str, list[Placed]]:
    """Return the texts of each field of a record, in order."""
    groups: dict[str, list[Placed]] = defaultdict(list)
    for loc, text in texts:
        path = ".".join(part for part in loc if isinstance(part, str))
        groups[f"{_name(entry)} {path}"].append(Placed(entry, loc, text, pair_of(text)))
    return groups


def _stale_of(groups: Mapping[str, list[Placed]], memory: Memory) -> Iterator[Stale]:
    for key, group in groups.items():
        remembered = memory.pairs.get(key, Counter())
        gone = remembered - Counter(placed.pair for placed in group if placed.pair)
        unknown = [one for one in group if one.pair and one.pair not in remembered]
        for placed in unknown if gone else ():
            yield from _stale_side(placed, gone)


def _stale_side(placed: Placed, gone: Iterable[Pair]) -> Iterator[Stale]:
    """Yield the side of a text that one of the pairs that are gone had; nothing for a new text."""
    for language in LANGUAGES:
        for origin in gone:
            if placed.pair and origin.side(language) == placed.pair.side(language):
                yield Stale(placed, language, origin)
                return
