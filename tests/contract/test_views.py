"""Views: every field is documented, and templates ask for just these fields."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import re
from pathlib import Path

import pytest

from tests.support import ROOT

VIEWS = ROOT / "site_builder" / "views"
TEMPLATES = ROOT / "site_builder" / "templates"
WORDS_OF_TEMPLATES = set(
    re.findall(r"\w+", "\n".join(path.read_text("utf-8") for path in TEMPLATES.glob("*.html")))
)


def _view_classes() -> list[tuple[Path, ast.ClassDef]]:
    return [
        (path, node)
        for path in sorted(VIEWS.glob("*.py"))
        if path.name != "page.py"  # the helper that makes views
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef)
    ]


@pytest.mark.parametrize("node", [node for _, node in _view_classes()], ids=lambda node: node.name)
def test_every_field_of_a_view_is_documented_and_shown(node: ast.ClassDef) -> None:
    fields = [item for item in node.body if isinstance(item, ast.AnnAssign)]
    for field, after in zip(fields, node.body[node.body.index(fields[0]) + 1 :: 2], strict=False):
        assert isinstance(after, ast.Expr), f"{node.name}.{ast.unparse(field.target)} has no help"
    names = {ast.unparse(field.target) for field in fields}
    assert names <= WORDS_OF_TEMPLATES


@pytest.mark.parametrize(
    ("path", "node"), _view_classes(), ids=lambda item: getattr(item, "name", "")
)
def test_views_never_change(path: Path, node: ast.ClassDef) -> None:
    module = importlib.import_module(f"site_builder.views.{path.stem}")
    view = getattr(module, node.name)
    assert dataclasses.is_dataclass(view)
    assert view.__dataclass_params__.frozen
