"""The reader: every scalar stays text, every mistake has its place."""

from __future__ import annotations

import pytest

from site_builder.problems import Position
from site_builder.yaml_nodes import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_NODES,
    YamlProblem,
    decode_text,
    parse_yaml,
)


def refusal(text: str | bytes) -> tuple[str, int, int]:
    """Return code, line and column of the problem that `text` raises."""
    with pytest.raises(YamlProblem) as caught:
        parse_yaml(text if isinstance(text, bytes) else text.encode())
    return caught.value.code, caught.value.position.line, caught.value.position.column


@pytest.mark.parametrize(
    "scalar",
    [
        "18:30",
        "09:30",
        "1:30:00",
        "0123",
        "08",
        "0x1F",
        "1_000",
        "1e3",
        ".inf",
        ".nan",
        "on",
        "off",
        "yes",
        "no",
        "true",
        "False",
        "y",
        "n",
        "2026-02-30",
        "2027-03-21",
        "21.03.2027",
        "+79271234567",
        "=",
        "-1",
        "0o17",
        "Null",
        "NULL",
        "«Адай»",
        "𝄞",
    ],
)
def test_every_scalar_stays_text(scalar: str) -> None:
    """YAML's implicit types lose data, so there are none."""
    assert parse_yaml(f"a: {scalar}".encode()).data == {"a": scalar}
    assert parse_yaml(f"- {scalar}".encode()).data == [scalar]


def test_a_phone_number_keeps_plus_zeros_and_spaces() -> None:
    """It is neither a number nor a sum."""
    assert parse_yaml(b"phone: +7 8512 00-00-00").data == {"phone": "+7 8512 00-00-00"}


def test_keys_stay_text() -> None:
    """`on:` and `no:` are True and False to YAML 1.1, and `1:` is a number."""
    assert parse_yaml(b"{on: a, no: b, 1: c, ~: d, null: e}").data == {
        "on": "a",
        "no": "b",
        "1": "c",
        "~": "d",
        "null": "e",
    }


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_null_without_quotes_is_nothing(written: str) -> None:
    """The three forms that editors know."""
    assert parse_yaml(f"a: {written}\nb: x".encode()).data == {"a": None, "b": "x"}


@pytest.mark.parametrize("written", ["''", '""', "'~'", '"null"', "|\n  null"])
def test_null_in_quotes_is_text(written: str) -> None:
    """What is quoted is meant as it stands."""
    (value,) = parse_yaml(f"a: {written}".encode()).data.values()
    assert isinstance(value, str)


@pytest.mark.parametrize("text", ["", "\n", "# тек түсініктеме\n", "---\n", "\ufeff"])
def test_a_file_without_values_is_none(text: str) -> None:
    """The loader says that it is empty."""
    assert parse_yaml(text.encode()).data is None


def test_block_texts_fold_and_keep_lines() -> None:
    """`>-` is one line, `|` keeps lines."""
    text = "a: >-\n  бір\n  екі\nb: |\n  бір\n  екі\n"
    assert parse_yaml(text.encode()).data == {"a": "бір екі", "b": "бір\nекі\n"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_systems(end: str) -> None:
    """Positions and values are the same whatever the line end."""
    document = parse_yaml(end.join(["a: |", "  x", "  y", "b: z", ""]).encode())
    assert document.data == {"a": "x\ny\n", "b": "z"}
    assert document.position_of(("b",)) == Position(4, 4)


def test_positions_count_characters_not_bytes_or_utf16() -> None:
    """Cyrillic letters have two bytes, an emoji four bytes and two UTF-16 units."""
    document = parse_yaml("{қаз: 😀😀, б: 1}".encode())
    assert document.position_of(("б",)) == Position(1, 14)
    assert document.position_of(("б",), key=True) == Position(1, 11)


def test_a_byte_order_mark_takes_no_column() -> None:
    """Nobody sees it."""
    assert parse_yaml("\ufeffa: b".encode()).position_of(("a",)) == Position(1, 4)
    assert refusal("\ufeffa: @b") == ("bad-start", 1, 4)


def test_position_of_keys_values_items_and_containers() -> None:
    """Each part of a path has its own place."""
    document = parse_yaml(b"a:\n  - b: c\n    d: [e, f]\n")
    assert document.position_of(()) == Position(1, 1)
    assert document.position_of(("a",)) == Position(2, 3)
    assert document.position_of(("a",), key=True) == Position(1, 1)
    assert document.position_of(("a", 0)) == Position(2, 5)
    assert document.position_of(("a", 0, "d", 1)) == Position(3, 12)
    assert document.position_of(("a", 0, "d"), key=True) == Position(3, 5)


def test_position_of_what_is_not_there_is_the_nearest_known() -> None:
    """pydantic names members of unions and missing keys in its paths."""
    document = parse_yaml(b"rule:\n  type: fixed\n  day: 13-01\n")
    assert document.position_of(("rule", "fixed", "day")) == Position(3, 8)
    assert document.position_of(("rule", "month")) == Position(2, 3)
    assert document.position_of(("nothing",)) == Position(1, 1)


def test_not_utf8_counts_characters_before_the_byte() -> None:
    """The first bad byte, in the line and column that an editor shows."""
    assert refusal("a: b\nқаз: ".encode() + b"\xff") == ("not-utf8", 2, 6)


@pytest.mark.parametrize(
    "raw",
    ["a: b".encode("utf-16"), b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80"],
    ids=["utf-16", "surrogate", "overlong", "beyond-unicode"],
)
def test_only_strict_utf8_is_read(raw: bytes) -> None:
    """Other encodings, surrogates and overlong forms are refused."""
    assert refusal(raw) == ("not-utf8", 1, 1)


@pytest.mark.parametrize(
    "char",
    ["\0", "\x08", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\u2028", "\u202e", "\u2066", "\ufffe"],
    ids=ascii,
)
def test_characters_that_nobody_types_are_refused(char: str) -> None:
    """Raw in the file, at their place."""
    assert refusal(f"a: б{char}") == ("control-character", 1, 5)


@pytest.mark.parametrize("escape", [r"\0", r"\e", r"\x7f", r"\N", r"\u202e", r"\L", r"\uFFFE"])
def test_such_characters_are_refused_as_escapes_too(escape: str) -> None:
    """They show only after decoding."""
    assert refusal(f'a: "б{escape}"') == ("control-character", 1, 4)


def test_tabs_inside_text_and_ends_of_lines_are_no_problem() -> None:
    """Only indentation by tabs is."""
    assert parse_yaml(b"a:\tb\tc\t\n").data == {"a": "b\tc"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: |\n\tx\n", (2, 1)),
        ("a: b\n\tc: d\n", (2, 1)),
        ("a:\n\tb: c\n", (2, 1)),
        ("- a\n-\tb: c\n", (2, 2)),
    ],
)
def test_a_tab_as_indentation_is_named_wherever_it_stands(
    text: str, place: tuple[int, int]
) -> None:
    """After a key, after a value and in a block, libyaml has other words for each."""
    assert refusal(text) == ("tab", *place)


@pytest.mark.parametrize(
    "escape", [r"\м", r"\q", r"\x", r"\xZZ", r"\u12", r"\ud800", r"\U00110000"]
)
def test_all_bad_escapes_are_named(escape: str) -> None:
    """Whatever libyaml calls them."""
    assert refusal(f'a: "C:{escape}"')[0] == "bad-escape"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: №5 #2", (1, 7)),
        ("a: #5", (1, 4)),
        ("a: [b #c\n]", (1, 7)),
        ("a: б\n  в #г", (2, 5)),
        ("- №5\t#2", (1, 6)),
    ],
)
def test_text_after_a_hash_is_not_lost(text: str, place: tuple[int, int]) -> None:
    """YAML would take it for a comment."""
    assert refusal(text) == ("text-after-hash", *place)


@pytest.mark.parametrize("text", ["a: b # c", "a: b\n#c", "a: 'b' # c", "a: b#c", "a: b ## c"])
def test_comments_are_comments(text: str) -> None:
    """With a space after the sign, on lines of their own, and after quotes."""
    assert parse_yaml(text.encode()).data["a"] in ("b", "b#c")


@pytest.mark.parametrize("key", ["\u00a0a", "a\u00a0", "\u202fa", "\u3000a", '" a"'])
def test_odd_spaces_around_a_key_are_refused(key: str) -> None:
    """It would be another key that looks the same."""
    assert refusal(f"b: c\n{key}: d") == ("odd-space", 2, 1)


def test_a_no_break_space_inside_text_stays() -> None:
    """Typography is the editor's."""
    assert parse_yaml("a: 21\u00a0наурыз".encode()).data == {"a": "21\u00a0наурыз"}


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: 1\nb: 2\na: 3", "duplicate-key", (3, 1)),
        ("a: {b: 1, b: 2}", "duplicate-key", (1, 11)),
        ("a: &x b", "anchor", (1, 4)),
        ("&x a: b", "anchor", (1, 1)),
        ("a: &x [b, *x]", "anchor", (1, 4)),
        ("a: *x", "alias", (1, 4)),
        ("*x : b", "alias", (1, 1)),
        ("a: !!set {b}", "tag", (1, 4)),
        ("a: ! b", "tag", (1, 4)),
        ("a: ! [b]", "tag", (1, 4)),
        ("<<: {a: b}", "merge-key", (1, 1)),
        ("a: b\n---\nc: d", "second-document", (2, 1)),
        ("? [a]\n: b", "complex-key", (1, 3)),
        ("{a: b}: c", "complex-key", (1, 1)),
    ],
)
def test_what_only_programmers_use_is_refused(text: str, code: str, place: tuple[int, int]) -> None:
    """Anchors, tags and their like can eat memory or hide what a file says."""
    assert refusal(text) == (code, *place)


def test_a_value_may_begin_with_a_long_dash() -> None:
    """It is no list item on the line of its field."""
    assert parse_yaml("a: – Адай\n  күйі\n".encode()).data == {"a": "– Адай күйі"}


def test_the_same_key_in_two_mappings_is_no_duplicate() -> None:
    """Keys are counted mapping by mapping."""
    assert parse_yaml(b"[{a: 1}, {a: 2}]").data == [{"a": "1"}, {"a": "2"}]


def test_the_largest_file_is_read_and_one_byte_more_is_not() -> None:
    """The limit is inclusive."""
    assert parse_yaml(b"#" * MAX_BYTES).data is None
    assert refusal(b"#" * (MAX_BYTES + 1)) == ("file-too-large", 1, 1)


def test_the_deepest_nesting_is_read_and_one_more_is_not() -> None:
    """The limit is inclusive."""
    deepest = b"[" * MAX_DEPTH + b"]" * MAX_DEPTH
    assert isinstance(parse_yaml(deepest).data, list)
    assert refusal(b"[" + deepest + b"]") == ("too-deep", 1, MAX_DEPTH + 1)


def test_the_most_values_are_read_and_one_more_is_not() -> None:
    """The list itself counts."""
    assert len(parse_yaml(b"- x\n" * (MAX_NODES - 1)).data) == MAX_NODES - 1
    assert refusal(b"- x\n" * MAX_NODES) == ("too-many-values", MAX_NODES, 3)


def test_prose_is_decoded_by_the_same_rules() -> None:
    """Markdown files lie beside the YAML."""
    assert decode_text("\ufeffа\r\nб\rв".encode()) == "а\nб\nв"
    with pytest.raises(YamlProblem):
        decode_text(b"\x00")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: бір екі бір\n", (1, 12)),
        ("a: 'бір ''екі'' бір'\n", (1, 17)),
        ('a: "бір \\"екі\\" бір"\n', (1, 17)),
        ("a: |\n  бір\n  екі бір\n", (3, 7)),
        ("a: >-\n  бір\n\n  екі\n  бір\n", (5, 3)),
        ("бір: x\na:\n  бір екі\n  бір\n", (4, 3)),
    ],
)
def test_a_word_inside_a_text_is_found_in_all_forms(text: str, place: tuple[int, int]) -> None:
    document = parse_yaml(text.encode())
    value = document.data["a"]
    start = value.rindex("бір")
    found = document.position_in(("a",), value, start, start + 3)
    assert (found.line, found.column, found.length) == (*place, 3)


def test_a_word_with_a_quote_inside_stands_for_the_whole_text() -> None:
    document = parse_yaml(b"a: 'x it''s'")
    assert document.position_in(("a",), document.data["a"], 2, 6) == Position(1, 4)
