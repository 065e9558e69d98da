"""The size of letters on a sheet: as large as the page allows."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.fitting import Block, fit_letters

EXAMPLES = settings(derandomize=True, deadline=None, max_examples=200, database=None)
BLOCKS = st.lists(
    st.builds(
        Block,
        letters=st.integers(0, 400),
        width=st.floats(10, 42.5),
        size=st.floats(0.7, 2.4),
        gap=st.floats(0, 3),
    ),
    max_size=30,
)


@EXAMPLES
@given(BLOCKS, st.floats(20, 50))
def test_the_largest_size_that_fits(blocks: list[Block], height: float) -> None:
    percent = fit_letters(blocks, height)
    assert 40 <= percent <= 130
    if percent > 40:
        assert sum(block.height(percent / 100) for block in blocks) <= height
    if percent < 130:
        assert sum(block.height(percent / 100 + 0.02) for block in blocks) > height


def test_letters_fill_lines_and_lines_a_page() -> None:
    line = Block(60, width=42.5)
    assert line.height(1) == 1.35
    assert Block(120, width=42.5).height(1) == 2.7
    assert Block(120, width=42.5, share=0.5, gap=1).height(1) == 1.85
    assert Block(0, gap=2).height(0.5) == 1
    assert fit_letters([line] * 30, 40.6) == 100


def test_nothing_to_fit_takes_the_largest() -> None:
    assert fit_letters([], 10) == 130
