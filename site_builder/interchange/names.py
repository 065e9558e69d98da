"""What the reader of a file must be told: the language of its texts, and what its words mean here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from site_builder.formatting import ASTRAKHAN
from site_builder.languages import LANGUAGES, Language
from site_builder.loader import Content

__all__ = ["Names", "names_of"]


@dataclass(frozen=True, slots=True)
class Names:
    """What the words of a file mean in this content."""

    language: Language
    """The language of texts that do not say theirs."""
    zone: ZoneInfo
    """The clock that times of the world (UTC) are turned to."""
    places: Mapping[str, str]
    """Ids of places by their names in both languages, case-folded."""
    sources: Mapping[str, str]
    """Ids of sources by address."""


def names_of(content: Content, language: Language, zone: ZoneInfo = ASTRAKHAN) -> Names:
    """Return the names that the content knows.

    Args:
        content: All records.
        language: The language of texts that do not say theirs.
        zone: The clock that times of the world (UTC) are turned to.
    """
    places = {
        entry.record.title[side].casefold(): id_
        for id_, entry in content.entries["places"].items()
        for side in LANGUAGES
    }
    sources = {entry.record.url: id_ for id_, entry in content.entries["sources"].items()}
    return Names(language, zone, places, {url: id_ for url, id_ in sources.items() if url})
