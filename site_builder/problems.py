"""What can be wrong with the content, and where: plain data, worded and printed by `reports.py`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

__all__ = ["ContentError", "Position", "Problem", "Severity", "has_errors", "sort_problems"]


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text file; both numbers count from 1, columns in characters."""

    line: int
    column: int
    length: int = field(default=1, compare=False)
    """How many characters of the line are meant."""

    @classmethod
    def in_text(cls, text: str, start: int, end: int = 0) -> Position:
        """Return the place of `text[start:end]`; of several lines the first is meant."""
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", start)
        end = min(end, line_end if line_end >= 0 else len(text))
        line = text.count("\n", 0, start) + 1
        return cls(line, start - line_start + 1, max(1, end - start))


class Severity(StrEnum):
    """Errors stop the build, warnings do not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that an editor should mend."""

    file: str
    """The file's path as the editor knows it: `content/events/nauryz-2027.yml`."""
    code: str
    """The key of the message in `strings/problems.yml`."""
    position: Position | None = None
    """Where in the file; None where the file as a whole is meant."""
    arguments: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What the message says in its `{…}` places."""
    guess: str | None = None
    """What was probably meant."""
    severity: Severity = Severity.ERROR
    """Whether it stops the build."""

    @property
    def order(self) -> tuple[str, Position, str, tuple[tuple[str, str], ...]]:
        """The key that sorts problems by file and place."""
        place = self.position or Position(0, 0)
        return self.file, place, self.code, tuple(sorted(self.arguments.items()))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems stops the build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems by file, line and column."""
    return tuple(sorted(problems, key=lambda problem: problem.order))


class ContentError(Exception):
    """The content has errors; nothing was built from it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sort_problems(problems)
        """All problems found, errors and warnings."""
        super().__init__(f"{len(self.problems)} problem(s) in the content")
