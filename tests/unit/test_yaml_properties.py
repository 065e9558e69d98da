"""Properties of the reader: whatever comes in, an editor reads problems and never a traceback.

The examples are the same in every run, so that a failure is never of yesterday's dice.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder.schema.kinds import FOLDERS, SETTINGS, TABLES
from site_builder.validation import validate_record
from site_builder.yaml_nodes import Document, YamlProblem, decode_text, parse_yaml

EXAMPLES = settings(derandomize=True, deadline=None, max_examples=200, database=None)
CONTENT = Path(__file__).parents[2] / "content"

# Text with the characters that mean something to YAML far more often than chance would have them.
YAML_TEXT = st.lists(
    st.one_of(
        st.sampled_from([*"-:?[]{},#&*!|>'\"%@`~<=\\ \n\t\r.", "---\n", "...\n", "\n  ", ": "]),
        st.sampled_from(["а", "ә", "😀", "\u00a0", "\ufeff", "\u2028", "\x85", "\x00", "k", "0"]),
        st.text(max_size=3),
    ),
    max_size=40,
).map("".join)

# What a file can hold: all characters that the reader lets through.
WRITABLE = st.text(
    st.characters(
        exclude_categories=["Cc", "Cs"],
        exclude_characters="\u2028\u2029\u202a\u202b\u202c\u202d\u202e"
        "\u2066\u2067\u2068\u2069\ufffe\uffff\ufeff",
    )
)
KEYS = WRITABLE.filter(lambda key: key == key.strip() and key != "<<")
DATA = st.recursive(
    WRITABLE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


class _Quoted(yaml.SafeDumper):
    """Writes every text in double quotes and no aliases."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  PyYAML's signature
        return True


def check(raw: bytes) -> Document | None:
    """Read `raw`; a refusal must have a place inside the text or just behind it."""
    try:
        return parse_yaml(raw)
    except YamlProblem as problem:
        text = re.sub("\r\n|\r", "\n", raw.decode("utf-8", "replace").removeprefix("\ufeff"))
        lines = text.split("\n")
        line, column = problem.position.line, problem.position.column
        # libyaml takes the end of a text for the start of a line of its own.
        lines.append("")
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
        return None


@EXAMPLES
@given(YAML_TEXT)
@example("[")
@example("a: |\n\t")
@example("? ")
@example("a: [x\n")
@example("%TAG ! x\n")
@example("\ufeff\ufeffa: b")
def test_any_text_is_read_or_refused(text: str) -> None:
    """By the reader's own exception."""
    check(text.encode("utf-8", "surrogatepass"))


@EXAMPLES
@given(st.binary(max_size=200))
@example(b"\xff\xfea\x00:\x00")
@example(b"\xef\xbb\xbf\xef\xbb")
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    """Encodings of all kinds, and none."""
    check(raw)


@EXAMPLES
@given(YAML_TEXT)
def test_what_is_read_is_made_of_text_only(text: str) -> None:
    """Nested dicts and lists of str and None, and keys are str."""

    def walk(value: Any) -> None:
        assert value is None or type(value) in (str, dict, list)
        for key in value if isinstance(value, dict) else ():
            assert type(key) is str
            walk(value[key])
        for item in value if isinstance(value, list) else ():
            walk(item)

    document = check(text.encode("utf-8", "surrogatepass"))
    if document is not None:
        walk(document.data)


@EXAMPLES
@given(DATA)
def test_quoted_data_comes_back_as_it_was(data: Any) -> None:
    """Whatever the texts look like: numbers, dates, marks of YAML."""
    raw = yaml.dump(data, Dumper=_Quoted, default_style='"', allow_unicode=True, encoding="utf-8")
    assert parse_yaml(raw).data == data


@EXAMPLES
@given(DATA)
def test_every_part_of_the_data_has_its_own_place(data: Any) -> None:
    """The text at the place of a value begins with that value's mark."""
    raw = yaml.dump(data, Dumper=_Quoted, default_style='"', allow_unicode=True, encoding="utf-8")
    document = parse_yaml(raw)
    lines = document.text.split("\n")

    def walk(value: Any, loc: tuple[str | int, ...]) -> None:
        place = document.position_of(loc)
        char = lines[place.line - 1][place.column - 1]
        if isinstance(value, str):
            assert char == '"'
        elif isinstance(value, dict):
            assert char in '"{?'
            for key, item in value.items():
                walk(item, (*loc, key))
        else:
            assert char in "-["
            for index, item in enumerate(value):
                walk(item, (*loc, index))

    walk(data, ())


FILES = sorted(path for path in CONTENT.rglob("*.yml") if path.stat().st_size < 20_000)


@EXAMPLES
@given(
    st.sampled_from(FILES),
    st.integers(min_value=0),
    st.integers(min_value=0, max_value=1),
    st.one_of(st.sampled_from([*"-:?[]{},#&*!|>'\"%@ \n\t", "", "с", "\ufeff"]), st.characters()),
)
def test_one_wrong_character_in_a_real_file_gives_problems_only(
    path: Path, place: int, deleted: int, char: str
) -> None:
    """Put in, taken out or exchanged: the slip of a finger."""
    text = path.read_text("utf-8")
    place %= len(text)
    edited = text[:place] + char + text[place + deleted :]
    document = check(edited.encode("utf-8", "surrogatepass"))
    if document is None or not isinstance(document.data, dict):
        return
    kind = FOLDERS.get(path.parent.name) or TABLES.get(path.stem) or SETTINGS
    records = document.data.values() if path.stem in TABLES else [document.data]
    last_line = document.text.count("\n") + 1
    for record in records:
        _, problems = validate_record(kind.model, record, path.name, document.position_of)
        for problem in problems:
            assert problem.position is not None
            assert problem.position.line <= last_line


@EXAMPLES
@given(st.text())
def test_prose_is_decoded_without_loss(text: str) -> None:
    """All that the decoder changes is line ends and a byte order mark."""
    try:
        decoded = decode_text(text.encode("utf-8", "surrogatepass"))
    except YamlProblem:
        return
    assert decoded == re.sub("\r\n|\r", "\n", text.removeprefix("\ufeff"))
