"""Words problems with translations: where one is missing, where one is older than the other text."""

from __future__ import annotations

from dataclasses import replace

from site_builder.languages import Language
from site_builder.loader import Entry
from site_builder.problems import Position, Problem, Severity
from site_builder.translations.comparison import Stale
from site_builder.yaml_nodes import Loc

__all__ = ["missing_translation", "stale_translation"]


def missing_translation(entry: Entry, loc: Loc, language: Language) -> Problem:
    """Return the warning that a text lacks a language, at the words that there are."""
    return _warning(entry, (*loc, language.other.value), "missing-translation", language)


def stale_translation(stale: Stale) -> Problem:
    """Return the warning that one side of a text was changed, at the side that was not."""
    placed, language = stale.placed, stale.language
    problem = _warning(placed.entry, (*placed.loc, language.value), "stale-translation", language)
    line = (problem.position or Position(1, 1)).line
    return replace(problem, arguments={**problem.arguments, "place": f"{problem.file}:{line}"})


def _warning(entry: Entry, loc: Loc, code: str, language: Language) -> Problem:
    words = {"language": language.value, "other": language.other.value}
    return replace(entry.problem(code, loc, **words), severity=Severity.WARNING)
