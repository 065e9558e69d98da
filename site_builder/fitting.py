"""How large letters may be for a text to fill one page: a sheet has no second one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

__all__ = ["SHEET_WIDTH", "Block", "fit_letters"]

SHEET_WIDTH = 42.5
"""180 mm, in units of 12 points, as all lengths here."""
_LARGEST, _SMALLEST, _STEP = 130, 40, 2
_LINE_HEIGHT = 1.35
# Of bold DejaVu Sans, which is as wide as system fonts come: no reader's font may need more room.
_LETTER_WIDTH = 0.62


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph."""

    letters: int
    """How many letters."""
    width: float = SHEET_WIDTH
    """The width of its lines."""
    size: float = 1.0
    """The size of its letters, to that of the sheet."""
    gap: float = 0.0
    """The space above and below, in letters of the sheet."""
    share: float = 1.0
    """How much of its height counts: a half in each of two columns."""

    def height(self, scale: float) -> float:
        """Return its height when the letters of the sheet have a size."""
        line_count = ceil(self.letters * _LETTER_WIDTH * self.size * scale / self.width)
        return (line_count * self.size * _LINE_HEIGHT + self.gap) * scale * self.share


def fit_letters(blocks: Iterable[Block], height: float) -> int:
    """Return the largest size of letters, in percent of 12 points, with which the blocks fit.

    Of more than a sheet can hold the smallest is returned: somebody must shorten the text.
    """
    all_blocks = tuple(blocks)
    for percent in range(_LARGEST, _SMALLEST, -_STEP):
        if sum(block.height(percent / 100) for block in all_blocks) <= height:
            return percent
    return _SMALLEST
