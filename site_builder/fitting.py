"""How large letters may be for a text to fill one page: a sheet has no second one.

All lengths are in units of 12 points, the size of letters that a scale of 1 means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil

__all__ = ["REGULAR", "SHEET_WIDTH", "Block", "fit_letters", "stack_height", "two_columns_height"]

SHEET_WIDTH = 42.5
"""180 mm: A4 without margins of 15 mm."""
_LARGEST, _SMALLEST, _STEP = 130, 40, 2
_LINE_HEIGHT = 1.35
# Of DejaVu Sans, which is as wide as system fonts come: no reader's font may need more room.
_BOLD = 0.69
REGULAR = 0.6
"""How wide a letter of running text is."""
# What a line loses to a word that goes to the next one: half of a long Kazakh word.
_LOST_LETTERS = 6


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph."""

    letters: int
    """How many letters."""
    width: float = SHEET_WIDTH
    """The width of its lines and of what stands beside them."""
    beside: float = 0.0
    """What stands beside its lines, in letters of the sheet."""
    size: float = 1.0
    """The size of its letters, to that of the sheet."""
    gap: float = 0.0
    """The space above and below, in letters of the sheet."""
    letter_width: float = _BOLD
    """The width of its letters, to their size."""

    def height(self, scale: float) -> float:
        """Return its height when the letters of the sheet have a size."""
        return (self._line_count(scale) * self.size * _LINE_HEIGHT + self.gap) * scale

    def _line_count(self, scale: float) -> int:
        if not self.letters:
            return 0
        letters_a_line = (self.width - self.beside * scale) / (
            self.letter_width * self.size * scale
        )
        # The last line loses nothing.
        letters = max(self.letters - _LOST_LETTERS, 1)
        return ceil(letters / max(letters_a_line - _LOST_LETTERS, 1))


def stack_height(blocks: Iterable[Block], scale: float) -> float:
    """Return the height of blocks one below the other."""
    return sum(block.height(scale) for block in blocks)


def two_columns_height(parts: Sequence[Sequence[Block]], scale: float) -> float:
    """Return the height of parts in two columns as even as can be; no part is broken."""
    heights = [stack_height(part, scale) for part in parts]
    cuts = range(len(heights) + 1)
    return min(max(sum(heights[:cut]), sum(heights[cut:])) for cut in cuts)


def fit_letters(height: Callable[[float], float], room: float) -> int:
    """Return the largest size of letters, in percent of 12 points, with which a text fits.

    Of more than a sheet can hold the smallest is returned: somebody must shorten the text.

    Args:
        height: The height of the text by the scale of its letters.
        room: The height that it may have.
    """
    for percent in range(_LARGEST, _SMALLEST, -_STEP):
        if height(percent / 100) <= room:
            return percent
    return _SMALLEST
