"""The pages for editors: every message with lines that lead to it, every field with an anchor."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.checking import check_content
from site_builder.ui_strings import editor_words, message_examples
from site_builder.views.editor_messages import NO_MESSAGES
from tests.problems.test_cases import NOT_A_PROBLEM
from tests.support import TODAY, write_content

EVENT = """\
title: {kk: Той, ru: Той}
summary: {kk: Той., ru: Той.}
kind: concert
status: planned
scope: astrakhan
start: 2027-03-21
sources: [gazette]
"""


@pytest.mark.parametrize("code", message_examples())
def test_an_example_leads_to_its_message_and_the_better_one_to_none(
    code: str, content_dir: Path
) -> None:
    example = message_examples()[code]
    write_content(content_dir, {"events/trial.yml": f"{EVENT}{example['bad']}\n"})
    assert code in {problem.code for problem in check_content(content_dir, TODAY).problems}
    write_content(content_dir, {"events/trial.yml": f"{EVENT}{example['good']}\n"})
    assert not check_content(content_dir, TODAY).problems


def test_the_page_of_messages_shows_all_that_editors_can_meet() -> None:
    assert set(NO_MESSAGES) == set(NOT_A_PROBLEM)
    assert set(message_examples()) <= set(editor_words("problems"))
