"""One wrong key on the keyboard: the editor hears of it, or nothing but that place has changed."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from site_builder.checking import check_content
from site_builder.problems import Problem
from site_builder.schema.events import Event
from site_builder.translations.memory import MEMORY_FILE
from site_builder.validation import validate_record
from site_builder.yaml_nodes import YamlProblem, parse_yaml
from tests.support import ROOT, TODAY

EDITS = 200
KEYS = "aeкіәһТZ057 \n\t'\"«»:;.,-–—#/[]{}&*!|>@%\\?=`"
"""What fingers hit: letters of both scripts, digits, white space, and all that means something to YAML."""
_MOST_OF_ONE_EDIT = 4
"""Characters: the one that was typed may make text of a pair of quotes, or of `>-` before it."""
FAR = {
    "unknown-id",
    "unknown-region",
    "not-a-crossing",
    "opposite-not-mutual",
    "picture-not-described",
}
"""Problems of what is named, or names, where the edit was in the other file of the two."""
EVENT = """\
# A class
title:
  kk: "Домбыра: үйірме"
  ru: 'Кружок «Домбра»'
summary: {kk: Сабақ., ru: Занятие.}
kind: meeting
status: planned
scope: astrakhan
start: 2027-03-06
start_time: 18:30
languages: [kk, ru]
aliases:
  - Күй
  - Домбра №5
sections:
  - id: about
    title: {kk: Туралы, ru: О кружке}
    statements:
      - text:
          kk: >-
            Екі жол
            мәтін.
          ru: |
            Две строки

            текста.
        sources: [gazette, second]
sources:
  - gazette
"""


@dataclass(frozen=True)
class Edit:
    """A file before and after one character was inserted, deleted or replaced."""

    path: Path
    before: str
    after: str


def edit_text(text: str, chance: random.Random) -> str:
    """Return `text` with one character inserted, deleted or replaced."""
    while True:
        at = chance.randrange(len(text))
        kept = text[at + chance.randrange(2) :]
        after = text[:at] + chance.choice(["", *KEYS]) + kept
        if after != text:
            return after


def iter_rounds(content: Path) -> Iterator[list[Edit]]:
    """Yield the edits, always the same ones, in rounds: in each a file is edited once at most."""
    chance = random.Random(6)  # noqa: S311  no secret
    files = [path for path in sorted(content.rglob("*")) if path.suffix in (".yml", ".md")]
    left = EDITS
    while left:
        chosen = chance.sample(files, min(left, len(files) // 2))
        texts = [(path, path.read_text("utf-8")) for path in chosen]
        yield [Edit(path, text, edit_text(text, chance)) for path, text in texts]
        left -= len(chosen)


def count_changes(before: Any, after: Any) -> int:
    """Return in how many places two pieces of data differ; neighbours in a list are one place."""
    if isinstance(before, dict) and isinstance(after, dict):
        changed = sum(
            count_changes(before[key], after[key]) for key in before.keys() & after.keys()
        )
        gone = [before[key] for key in before.keys() - after.keys()]
        new = [after[key] for key in after.keys() - before.keys()]
        renamed = [value for value in new if value in gone]
        return changed + max(len(gone), len(new)) if renamed else changed + len(gone) + len(new)
    if isinstance(before, list) and isinstance(after, list):
        if len(before) == len(after):
            return sum(map(count_changes, before, after))
        matcher = SequenceMatcher(None, list(map(repr, before)), list(map(repr, after)))
        return sum(tag != "equal" for tag, *_ in matcher.get_opcodes())
    if isinstance(before, str) and isinstance(after, str):
        # White space is the folding's; more than one edit's characters is a loss.
        words, others = " ".join(before.split()), " ".join(after.split())
        return -(-Levenshtein.distance(words, others) // _MOST_OF_ONE_EDIT)
    return int(before != after)


def changes_of(edit: Edit) -> int:
    """Return in how many places the data of an edited file differ."""
    if edit.path.suffix == ".md":
        return 1
    before, after = (parse_yaml(text.encode()).data for text in (edit.before, edit.after))
    return count_changes(before, after)


def test_a_random_edit_is_valid_or_a_located_problem(tmp_path: Path) -> None:
    """Nothing crashes, and nothing is lost without a word."""
    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    # Nearly every edit makes a translation old; what is asked here is whether its own mistake is seen.
    (content / MEMORY_FILE).unlink()
    assert not check_content(content, TODAY).problems
    silent = told = 0
    for edits in iter_rounds(content):
        for edit in edits:
            edit.path.write_text(edit.after, "utf-8")
        problems = check_content(content, TODAY).problems
        edited = {edit.path.relative_to(tmp_path).as_posix(): edit for edit in edits}
        for problem in problems:
            assert problem.position or problem.file.startswith("content/media/"), problem
            assert problem.file in edited or problem.code in FAR, problem
        wrong = {problem.file for problem in problems}
        told += len(edited.keys() & wrong)
        for file in edited.keys() - wrong:
            silent += 1
            assert changes_of(edited[file]) <= 1, (file, _line(edited[file]))
        for edit in edits:
            edit.path.write_text(edit.before, "utf-8")
    assert told + silent == EDITS
    assert min(told, silent) > EDITS // 10


def _line(edit: Edit) -> list[str]:
    """Return the lines of an edit that differ, for the message of a failed test."""
    before, after = edit.before.split("\n"), edit.after.split("\n")
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    changed = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    return [line for _, i, j, k, m in changed for line in (*before[i:j], *after[k:m])]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.integers(0, len(EVENT) - 1), st.sampled_from(["", *KEYS]), st.booleans())
def test_any_edit_of_a_record_is_valid_or_a_located_problem(
    at: int, key: str, replaces: bool
) -> None:
    """The same for every place of one record that uses all forms of YAML that editors use."""
    after = EVENT[:at] + key + EVENT[at + replaces :]
    data, problems = read_event(after)
    lines = [*after.split("\n"), ""]
    for problem in problems:
        assert problem.position is not None
        assert problem.position.column <= len(lines[problem.position.line - 1]) + 1
    # A whole line behind a hash is a comment, even inside a text: that is how YAML has it.
    is_comment = lines[after.count("\n", 0, at)].lstrip().startswith("#")
    if not problems and not is_comment:
        assert count_changes(read_event(EVENT)[0], data) <= 1


def read_event(text: str) -> tuple[Any, list[Problem]]:
    """Return an event's data and what is wrong with it."""
    try:
        document = parse_yaml(text.encode())
    except YamlProblem as problem:
        return None, [problem.in_file("x.yml")]
    _, problems = validate_record(Event, document.data, "x.yml", document.position_of)
    return document.data, problems
