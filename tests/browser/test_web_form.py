"""The web form, tried for real: a clone of the repository is opened, a record is changed and saved."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from difflib import ndiff
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from site_builder.checking import check_content
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
RECORDS = ("events/2026-nauryznama", "holidays/dombra-day", "places/kurmangazy-mausoleum")
"""An ordinary record; one that says nothing of a day off; one with years and coordinates."""


@pytest.fixture(scope="module")
def clone() -> dict[str, str]:
    """Return the files of a clone."""
    files = {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
        for path in sorted(CONTENT.rglob("*"))
        if path.suffix in (".yml", ".md")
    }
    return {".git/HEAD": "ref: refs/heads/main\n", **files}


def _open_clone(page: Page, clone: Mapping[str, str]) -> None:
    page.add_init_script(CLONE)
    page.goto("/admin/")
    page.evaluate(FILL, clone)
    page.get_by_role("button", name="Работать с локальным репозиторием").click()
    expect(page.get_by_text("События · Іс-шаралар")).to_be_visible()


def _open_record(page: Page, record: str) -> None:
    page.goto(f"/admin/#/collections/{record.replace('/', '/entries/')}")
    expect(page.get_by_role("textbox", name="Русский").first).not_to_be_empty()


def _save(page: Page, record: str) -> str:
    """Save the record that is open and return its file."""
    page.get_by_role("button", name="Сохранить").click()
    page.wait_for_url(re.compile(rf"#/collections/{record.partition('/')[0]}$"))
    return str(page.evaluate(READ, f"content/{record}.yml"))


def _changes(before: str, after: str) -> list[str]:
    return [line for line in ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


def test_a_save_changes_one_line_of_a_valid_file(
    new_page: Callable[..., Page], clone: dict[str, str], tmp_path: Path
) -> None:
    # The form has no Kazakh: those who read Kazakh get its Russian words.
    page = new_page(locale="kk-KZ")
    _open_clone(page, clone)
    content = shutil.copytree(CONTENT, tmp_path / "content")
    for record in RECORDS:
        _open_record(page, record)
        page.get_by_role("textbox", name="Русский").first.fill("Түзетілген — исправлено")
        name = f"content/{record}.yml"
        after = _save(page, record)
        changes = _changes(clone[name], after)
        assert [line[0] for line in changes] == ["-", "+"]
        assert changes[1] == "+   ru: Түзетілген — исправлено"
        (tmp_path / name).write_text(after, "utf-8")
    assert not check_content(content, TODAY).has_errors


def test_prose_that_waits_for_its_translation_is_saved_without_it(
    new_page: Callable[..., Page], clone: dict[str, str]
) -> None:
    record = "events/2026-nauryznama"
    name = f"content/{record}.yml"
    # The form makes fields only where they are on the screen.
    page = new_page(locale="ru-RU", viewport={"width": 1280, "height": 8000})
    _open_clone(page, {path: clone[path] for path in (".git/HEAD", name)})
    _open_record(page, record)
    for items in ("sections", "sections.0.statements"):
        items_of = page.locator(f"[data-key-path='{items}']")
        items_of.get_by_role("button", name="Развернуть").first.click()
    kazakh = page.locator("[data-key-path='sections.0.statements.0.text.kk']").get_by_role(
        "textbox"
    )
    expect(kazakh).not_to_be_empty()
    kazakh.fill("")
    without = _save(page, record)
    changes = _changes(clone[name], without)
    assert changes == ["-           kk: Ел бойынша 10 мыңнан астам шара жоспарланды."]


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
