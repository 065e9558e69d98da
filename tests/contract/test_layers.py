"""The order of layers: a module imports only from layers below its own."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import MINIMAL, ROOT, write_content

PACKAGE = ROOT / "site_builder"

LAYERS = (
    ("problems", "languages", "spelling", "romanisation", "typography", "geodesy"),
    ("map_addresses", "yaml_tree", "file_writing"),
    ("yaml_marks", "yaml_mistakes", "yaml_comments", "yaml_writing", "outputs"),
    ("yaml_nodes",),
    ("schema", "ui_strings"),
    ("fields", "value_guesses"),
    ("value_forms", "record_values"),
    (
        "validation",
        "canonical",
        "reports",
        "urls",
        "formatting",
        "markup",
        "glossing",
        "figures",
        "fitting",
        "map_drawing",
    ),
    ("loader", "clock", "machine_reports", "record_texts"),
    ("linker", "record_names", "translations"),
    ("occurrences", "json_schemas"),
    ("revisions", "staleness"),
    ("calendars", "offline"),
    ("rules", "date_rules", "prose_rules", "word_rules", "views"),
    (
        "rendering",
        "maps",
        "feeds",
        "geo_files",
        "open_data",
        "structured_data",
        "pictures",
        "search",
        "share_images",
        "static_files",
    ),
    ("checking", "web_form"),
    ("site_pages",),
    ("build",),
    ("mkdocs_adapter", "directory_adapter", "publishing", "verification", "point_report"),
    ("drafts",),
    ("interchange",),
    ("commands",),
    ("cli",),
    ("__main__",),
)
"""First the lowest. A folder is one room: its modules may use each other."""

LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_from_lower_layers(path: Path) -> None:
    room = _room(path)
    rooms = {name.split(".")[1] for name in _imports(path) if name.startswith("site_builder.")}
    upward = {other for other in rooms - {room} if LEVEL[other] >= LEVEL[room]}
    assert not upward


def test_every_module_has_a_layer() -> None:
    assert {_room(path) for path in MODULES} == set(LEVEL)


def _users(library: str) -> set[str]:
    """Return the rooms that import a library."""
    return {
        _room(path)
        for path in MODULES
        if any(name.split(".")[0] == library for name in _imports(path))
    }


@pytest.mark.parametrize(
    ("library", "room"),
    [
        ("mkdocs", "mkdocs_adapter"),
        ("material", "mkdocs_adapter"),
        ("folium", "maps"),
        ("jinja2", "rendering"),
        ("nh3", "markup"),
        ("defusedxml", "interchange"),
    ],
)
def test_a_library_is_known_in_one_room_only(library: str, room: str) -> None:
    users = _users(library)
    # The adapter extends the theme's own Jinja environment, which MkDocs made.
    assert users - {"mkdocs_adapter"} == {room} - {"mkdocs_adapter"}


def test_calendars_are_written_in_one_room_and_read_in_another() -> None:
    assert _users("icalendar") == {"feeds", "interchange"}


def _loaded_by_a_check(folder: Path) -> set[str]:
    """Return the modules that a check without a mistake loads."""
    code = (
        "import sys; from site_builder.cli import main; assert main(['check']) == 0;"
        "print(*sys.modules, file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True
    )
    loaded = set(run.stderr.split())
    assert "pydantic" in loaded
    return loaded


def test_a_check_loads_nothing_that_makes_pages() -> None:
    """Loading takes longer than reading a thousand files."""
    loaded = _loaded_by_a_check(ROOT)
    assert not loaded & {"folium", "jinja2", "markdown", "mkdocs", "icalendar", "rapidfuzz"}


def test_a_check_of_plain_texts_loads_nothing_for_markup_and_pictures(
    tmp_path: Path,
) -> None:
    write_content(tmp_path / "content", MINIMAL)
    loaded = _loaded_by_a_check(tmp_path)
    assert not loaded & {"PIL", "babel", "nh3", "pyromark", "selectolax"}


def test_modules_stay_small() -> None:
    sizes = sorted(len(path.read_text("utf-8").splitlines()) for path in MODULES)
    assert sizes[len(sizes) // 2] <= 150
    assert sizes[-1] <= 400


def test_functions_stay_short() -> None:
    long = [
        f"{path.relative_to(PACKAGE)}:{node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and _code_lines(node) > 40
    ]
    assert not long


def _code_lines(node: ast.FunctionDef) -> int:
    """Lines of a function without its docstring."""
    first = node.body[0]
    doc = first.end_lineno - first.lineno + 1 if ast.get_docstring(node) and first.end_lineno else 0
    return (node.end_lineno or 0) - node.lineno + 1 - doc
