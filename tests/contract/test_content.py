"""The real content has no problems; the test content uses every field."""

from __future__ import annotations

import ast
import inspect
import re
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest

from site_builder.build import BuildOptions, build_site
from site_builder.loader import load_content
from site_builder.schema.base import Model
from site_builder.schema.kinds import FOLDERS, KINDS, SETTINGS
from tests.support import FULL_CONTENT, ROOT, TODAY

CONTENT = ROOT / "content"
LATIN_AND_CYRILLIC = re.compile(r"(?=\w*[a-z])(?=\w*[а-яёәғқңөұүһі])\w+", re.IGNORECASE)
LOOK_ALIKES = re.compile("[ə\u0275]")


def test_the_real_content_builds_without_problems() -> None:
    assert build_site(CONTENT, BuildOptions(TODAY)).problems == ()


def test_every_point_has_a_source_and_lies_in_the_box_of_its_region() -> None:
    content = load_content(CONTENT)
    assert content.settings
    places = [entry.record for entry in content.entries["places"].values()]
    points = [(place.region, place.point) for place in places if place.point]
    assert points
    for region, point in points:
        box = content.settings.regions[region]
        assert box.south <= point.lat <= box.north
        assert box.west <= point.lon <= box.east
        assert set(point.sources) <= set(content.entries["sources"])
        assert point.sources


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_there_is_a_real_record_of_every_kind(kind: str) -> None:
    assert load_content(CONTENT).entries[kind]


@pytest.mark.parametrize(
    "path",
    [path for path in sorted(CONTENT.rglob("*")) if path.suffix in {".yml", ".md"}],
    ids=lambda path: path.relative_to(CONTENT).as_posix(),
)
def test_no_word_of_the_content_mixes_alphabets(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not LATIN_AND_CYRILLIC.findall(text)
    assert not LOOK_ALIKES.findall(text)


def _used_fields(value: Any, used: dict[type, set[str]]) -> None:
    if isinstance(value, Model):
        for model in type(value).__mro__:
            used.setdefault(model, set()).update(value.model_fields_set)
        for name in type(value).model_fields:
            _used_fields(getattr(value, name), used)
    elif isinstance(value, (list, tuple)):
        for item in value:
            _used_fields(item, used)
    elif isinstance(value, dict):
        for item in value.values():
            _used_fields(item, used)


def _models(annotation: Any) -> set[type[Model]]:
    if isinstance(annotation, type) and not get_args(annotation):
        return {annotation} if issubclass(annotation, Model) else set()
    return {model for argument in get_args(annotation) for model in _models(argument)}


def _own_fields(model: type[Model]) -> set[str]:
    """Fields that the model itself declares; those of a base are used once for all of its kinds."""
    return set(model.model_fields) & set(model.__annotations__)


def _all_models() -> set[type[Model]]:
    found: set[type[Model]] = set()
    waiting = [kind.model for kind in (*KINDS, SETTINGS)]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found |= {base for base in model.__mro__ if issubclass(base, Model)}
            waiting += [m for f in model.model_fields.values() for m in _models(f.annotation)]
    return found


def test_the_test_content_uses_every_field_of_every_model() -> None:
    content = load_content(FULL_CONTENT)
    used: dict[type, set[str]] = {}
    _used_fields(content.settings, used)
    for entries in content.entries.values():
        for entry in entries.values():
            _used_fields(entry.record, used)
    unused = {
        f"{model.__name__}.{name}"
        for model in _all_models()
        for name in _own_fields(model) - used.get(model, set())
    }
    assert not unused


def _described_fields(model: type[Model]) -> set[str]:
    """Return the fields of a class with a text below them in its source code."""
    (tree,) = ast.parse(inspect.getsource(model)).body
    assert isinstance(tree, ast.ClassDef)
    return {
        field.target.id
        for field, text in pairwise(tree.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


def test_every_model_field_has_a_help_text() -> None:
    bare = {
        f"{model.__name__}.{name}"
        for model in _all_models()
        for name in _own_fields(model) - _described_fields(model)
        if name != "type"
    }
    assert not bare


def test_every_folder_of_the_content_is_a_kind() -> None:
    folders = {path.name for path in CONTENT.glob("[!.]*") if path.is_dir()}
    assert folders - {"media"} == set(FOLDERS)
