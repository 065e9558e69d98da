"""Gathers the translations that are missing or old, with the words that an editor must see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from site_builder.languages import Language
from site_builder.loader import Content
from site_builder.problems import Problem
from site_builder.translations.comparison import Stale, find_missing
from site_builder.translations.history import find_former_texts
from site_builder.translations.problems import missing_translation, stale_translation

__all__ = ["Lag", "find_lags"]


@dataclass(frozen=True, slots=True)
class Lag:
    """A translation that is missing or old."""

    problem: Problem
    """What and where it is; its code is `missing-translation` or `stale-translation`."""
    language: Language
    """The language of the translation."""
    translation: str | None
    """The words to look at; None where there are none."""
    other: str
    """The words in the other language."""
    former: str | None = None
    """What they were when both said the same; None where git does not tell."""

    @property
    def is_missing(self) -> bool:
        """Whether there is no translation at all."""
        return self.translation is None


def find_lags(content: Content, stale: Iterable[Stale], root: Path) -> list[Lag]:
    """Return all translations that are missing or old, by file and place.

    Args:
        content: All that was read.
        stale: The old ones.
        root: The folder that holds the content folder.
    """
    stale = tuple(stale)
    former = _former_texts(stale, root)
    lags = [
        Lag(
            missing_translation(placed.entry, placed.loc, language),
            language,
            None,
            placed.text[language.other] or "",
        )
        for placed, language in find_missing(content)
    ]
    lags += [
        Lag(
            stale_translation(item),
            item.language,
            item.placed.text[item.language],
            item.placed.text[item.language.other] or "",
            former[_changed_file(item)].get(item.origin.side(item.language.other)),
        )
        for item in stale
    ]
    return sorted(lags, key=lambda lag: lag.problem.order)


def _changed_file(stale: Stale) -> str:
    """Return the file of the side that was changed."""
    return stale.placed.entry.file_of((*stale.placed.loc, stale.language.other.value))


def _former_texts(stale: Iterable[Stale], root: Path) -> dict[str, dict[str, str]]:
    """Return the texts before the changes by file and fingerprint, as far as git knows them."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for item in stale:
        wanted[_changed_file(item)].add(item.origin.side(item.language.other))
    return {file: find_former_texts(root / file, marks) for file, marks in wanted.items()}
