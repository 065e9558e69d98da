"""Properties of the canonical form: no value changes, no comment is lost, the web form agrees."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from site_builder.canonical import format_text
from site_builder.fields import ObjectValue, Value
from site_builder.schema.kinds import FOLDERS
from site_builder.yaml_nodes import YamlProblem, parse_yaml
from site_builder.yaml_tree import Branch, grow_tree
from site_builder.yaml_writing import write_tree
from tests.npm_yaml import NpmYaml
from tests.unit.records import HARD_TEXTS, as_read_by_the_form, files

EXAMPLES = settings(
    derandomize=True,
    deadline=None,
    max_examples=100,
    database=None,
)


class _Sloppy(yaml.SafeDumper):
    """Writes as people and other programs do: folded lines, brackets, quotes of all sorts."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  PyYAML's signature
        return True


_Sloppy.add_representer(
    type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "")
)


def write_sloppily(data: Any, style: str | None, *, flow: bool) -> str:
    stream = io.StringIO()
    yaml.dump(
        data,
        stream,
        Dumper=_Sloppy,
        default_style=style,
        default_flow_style=None if flow else False,
        allow_unicode=True,
        sort_keys=False,
        width=30,
        indent=4,
    )
    return stream.getvalue().replace('!!null ""', "").replace("!!null ''", "")


@EXAMPLES
@given(files(), st.sampled_from([None, "'", '"', "|", ">"]), st.booleans())
def test_the_form_finds_every_value_and_saves_the_file_as_it_is(
    npm_yaml: NpmYaml, file: tuple[Value, dict[str, Any]], style: str | None, flow: bool
) -> None:
    content, data = file
    text = format_text(content, write_sloppily(data, style, flow=flow))
    read, saved = npm_yaml.save(text)
    assert read == as_read_by_the_form(content, data)
    assert saved == text
    assert format_text(content, text) == text


@pytest.mark.parametrize("text", HARD_TEXTS)
def test_a_hard_text_is_written_as_the_form_writes_it(npm_yaml: NpmYaml, text: str) -> None:
    data = {"a": text, "b": [text, {"c": text}], "d": {"e": text}}
    tree = grow_tree(data)
    assert isinstance(tree, Branch)
    written = write_tree(tree, [])
    assert parse_yaml(written.encode()).data == data
    assert npm_yaml.save(written) == (data, written)


@pytest.mark.parametrize("key", [text for text in HARD_TEXTS if text != "<<"])
def test_a_hard_key_is_written_as_the_form_writes_it(npm_yaml: NpmYaml, key: str) -> None:
    tree = grow_tree({key: {key: "x"}})
    assert isinstance(tree, Branch)
    written = write_tree(tree, [])
    assert parse_yaml(written.encode()).data == {key: {key: "x"}}
    # JavaScript puts keys of digits first; there is only one here.
    assert npm_yaml.save(written) == ({key: {key: "x"}}, written)


Path = tuple[str | int, ...]


def places(node: yaml.Node, path: Path = ()) -> Iterator[tuple[Path, int, int, yaml.Node]]:
    """Yield way, line, column and value of every entry of a file without brackets."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style:
        for key, value in node.value:
            here = (*path, key.value)
            yield here, key.start_mark.line, key.start_mark.column, value
            yield from places(value, here)
    elif isinstance(node, yaml.SequenceNode) and not node.flow_style:
        for number, value in enumerate(node.value):
            here = (*path, number)
            yield here, value.start_mark.line, node.start_mark.column, value
            yield from places(value, here)


def with_comments(text: str, data: st.DataObject) -> tuple[str, dict[Path, str], dict[Path, str]]:
    """Return a text with comments before some entries and at the end of some, and which."""
    lines = text.split("\n")
    above: dict[Path, str] = {}
    trailing: dict[Path, str] = {}
    entries = list(places(yaml.compose(text, Loader=yaml.CSafeLoader)))
    for number, (path, line, column, value) in reversed(list(enumerate(entries))):
        is_short = isinstance(value, yaml.ScalarNode) and value.start_mark.line == line
        if is_short and value.end_mark.line == line and data.draw(st.booleans()):
            trailing[path] = f"# after {number}"
            lines[line] += f" {trailing[path]}"
        # The first entry of an item shares its line.
        if not (number and entries[number - 1][1] == line) and data.draw(st.booleans()):
            above[path] = f"# before {number}"
            lines.insert(line, " " * column + above[path])
    return "\n".join(lines), above, trailing


@EXAMPLES
@given(files(), st.data())
def test_every_comment_stays_where_it_stood(
    file: tuple[Value, dict[str, Any]], data: st.DataObject
) -> None:
    content, record = file
    text, above, trailing = with_comments(write_sloppily(record, None, flow=False), data)
    end = data.draw(st.sampled_from(["# the end\n", ""]))
    written = format_text(content, text + end)
    lines = written.split("\n")
    entries = {path: line for path, line, *_ in places(yaml.compose(written, yaml.CSafeLoader))}
    for path, comment in above.items():
        place = next(n for n, line in enumerate(lines) if line.strip() == comment)
        between = lines[place + 1 : entries[path]]
        assert place < entries[path]
        assert all(line.strip().startswith("#") for line in between)
    for path, comment in trailing.items():
        assert lines[entries[path]].endswith(f" {comment}")
    assert written.endswith(end)
    assert written.count("# ") >= len(above) + len(trailing)
    assert format_text(content, written) == written
    assert parse_yaml(written.encode()).data == parse_yaml(format_text(content, text).encode()).data


LAYOUTS = (
    "title: {kk: а, ru: б}\nkind: x\nsources: [\n  a, b,\n  c\n]\naliases: []\n",
    "sections:\n- id: a\n  statements:\n    - sources:\n      - b\n      text:\n        ru: в\n- id: b\n",
    "summary:\n  ru: >-\n    а\n    б\n\n  kk: |\n    в\n\n    г\nkind:\n  x\ntitle:\n",
    "point:\n    lat: 1.0\n    lon: 2\nsources:\n-   a\n-\n    b\nkind: 'x\n  y'\n",
)


@EXAMPLES
@given(st.sampled_from(LAYOUTS), st.data())
def test_no_comment_is_lost_wherever_it_stands(layout: str, data: st.DataObject) -> None:
    lines = []
    markers = 0
    for line in ["", *layout.split("\n")]:
        where = data.draw(st.sampled_from(["", "", "behind", "alone", "both"]))
        lines.append(line)
        if line and where in ("behind", "both"):
            lines[-1] += f" # m{markers}."
            markers += 1
        if where in ("alone", "both"):
            lines.append(" " * data.draw(st.integers(0, 9)) + f"# m{markers}.")
            markers += 1
    text = "\n".join(lines)
    try:
        before = parse_yaml(text.encode()).data
    except YamlProblem:
        assume(False)
    content = ObjectValue(FOLDERS["places"].model)
    written = format_text(content, text)
    assert sorted(re.findall(r"m\d+\.", written)) == sorted(f"m{n}." for n in range(markers))
    assert parse_yaml(written.encode()).data.keys() == before.keys()
    assert format_text(content, written) == written
