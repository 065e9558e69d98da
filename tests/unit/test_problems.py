"""Problems as data."""

from __future__ import annotations

from site_builder.problems import ContentError, Position, Problem, sort_problems


def test_problems_are_sorted_by_file_line_and_column_as_numbers() -> None:
    """Line 10 comes after line 9, a whole file before its lines."""
    expected = (
        Problem("a.yml", "z"),
        Problem("a.yml", "x", Position(9, 30)),
        Problem("a.yml", "x", Position(10, 2)),
        Problem("a.yml", "b", Position(10, 11)),
        Problem("a.yml", "c", Position(10, 11)),
        Problem("b.yml", "a", Position(1, 1)),
    )
    assert sort_problems(reversed(expected)) == expected


def test_the_order_of_equal_places_does_not_depend_on_the_input() -> None:
    """Reports must be the same in every run."""
    one = Problem("a.yml", "x", Position(1, 1), {"value": "1"})
    two = Problem("a.yml", "x", Position(1, 1), {"value": "2"})
    assert sort_problems([one, two]) == sort_problems([two, one])


def test_a_content_error_carries_all_problems_sorted() -> None:
    """Whoever catches it can print them as they are."""
    error = ContentError([Problem("b", "x"), Problem("a", "x")])
    assert [problem.file for problem in error.problems] == ["a", "b"]
