"""The size of letters on a sheet: as large as the page allows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.fitting import Block, fit_letters, stack_height, two_columns_height

EXAMPLES = settings(derandomize=True, deadline=None, max_examples=200, database=None)
BLOCKS = st.lists(
    st.builds(
        Block,
        letters=st.integers(0, 400),
        width=st.floats(15, 42.5),
        beside=st.floats(0, 8),
        size=st.floats(0.7, 2.4),
        gap=st.floats(0, 3),
    ),
    max_size=30,
)


@EXAMPLES
@given(BLOCKS, st.floats(20, 50))
def test_the_largest_size_that_fits(blocks: list[Block], room: float) -> None:
    percent = fit_letters(lambda scale: stack_height(blocks, scale), room)
    assert 40 <= percent <= 130
    if percent > 40:
        assert stack_height(blocks, percent / 100) <= room
    if percent < 130:
        assert stack_height(blocks, (percent + 2) / 100) > room


@EXAMPLES
@given(st.lists(st.floats(0, 10), max_size=12))
def test_columns_are_as_even_as_whole_parts_can_be(gaps: list[float]) -> None:
    parts = [[Block(0, gap=gap)] for gap in gaps]
    height = two_columns_height(parts, 1)
    total = sum(gaps)
    assert height >= total / 2 - 1e-9
    assert height <= total / 2 + max(gaps, default=0) / 2 + 1e-9


def test_two_columns_keep_the_order() -> None:
    parts = [[Block(0, gap=gap)] for gap in (5, 1, 5)]
    assert two_columns_height(parts, 1) == 6


@pytest.mark.parametrize(("letters", "lines"), [(0, 0), (1, 1), (50, 1), (70, 2), (130, 3)])
def test_lines_of_a_block(letters: int, lines: int) -> None:
    assert Block(letters).height(1) == pytest.approx(lines * 1.35)


def test_size_and_gap_count_in_letters_of_the_sheet() -> None:
    assert Block(1, size=2, gap=1).height(0.5) == pytest.approx((2 * 1.35 + 1) * 0.5)


def test_what_stands_beside_narrows_the_lines() -> None:
    assert Block(40).height(1) < Block(40, beside=20).height(1)
