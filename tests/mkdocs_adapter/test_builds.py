"""Builds: the same bytes by every way, at every time and place; nothing is published on errors."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mkdocs_adapter.conftest import Run
from tests.support import FULL_CONTENT, ROOT, read_tree, write_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project folder with the content that uses every field."""
    write_project(tmp_path, FULL_CONTENT)
    return tmp_path


def test_plain_mkdocs_gives_the_same_bytes(site: Path, project: Path, run: Run) -> None:
    done = run("mkdocs", "build", "--strict", "--site-dir", "plain", cwd=project)
    assert done.returncode == 0, done.stderr
    assert read_tree(project / "plain") == read_tree(site)


def test_splicing_gives_the_same_bytes_as_rendering_each_page(
    site: Path, tmp_path: Path, run: Run
) -> None:
    write_project(tmp_path, FULL_CONTENT, splice=False)
    done = run("mkdocs", "build", "--strict", "--site-dir", "plain", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert read_tree(tmp_path / "plain") == read_tree(site)


def test_splicing_holds_for_the_real_content(tmp_path: Path, run: Run) -> None:
    trees = []
    for splice in (True, False):
        root = tmp_path / str(splice)
        write_project(root, ROOT / "content", splice=splice)
        done = run("mkdocs", "build", "--strict", cwd=root)
        assert done.returncode == 0, done.stderr
        trees.append(read_tree(root / "site"))
    assert trees[0] == trees[1]


def test_builds_are_the_same_everywhere(site: Path, tmp_path: Path, run: Run) -> None:
    root = tmp_path / "another folder"
    write_project(root, FULL_CONTENT)
    for path in sorted((root / "content").rglob("*.yml"), reverse=True):
        os.utime(path, (0, 0))
    before = os.umask(0o077)
    try:
        env = {"PYTHONHASHSEED": "12345", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
        done = run("site_builder", "build", cwd=root, env=env)
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stderr
    assert read_tree(root / "site") == read_tree(site)


def test_an_error_of_the_content_keeps_the_old_site(project: Path, run: Run) -> None:
    assert run("site_builder", "build", cwd=project).returncode == 0
    before = read_tree(project / "site")
    event = project / "content" / "events" / "full-event.yml"
    event.write_text(event.read_text("utf-8").replace("place: full-place", "place: ful-place"))
    done = run("site_builder", "build", "--lang", "ru", cwd=project)
    assert done.returncode == 1
    assert "content/events/full-event.yml:14:8: ошибка: в places нет «ful-place»" in done.stdout
    assert "«full-place»" in done.stdout
    assert read_tree(project / "site") == before


def test_plain_mkdocs_stops_before_it_empties_the_site(project: Path, run: Run) -> None:
    assert run("mkdocs", "build", cwd=project).returncode == 0
    before = read_tree(project / "site")
    (project / "content" / "events" / "full-event.yml").write_text("title: x", "utf-8")
    done = run("mkdocs", "build", cwd=project)
    assert done.returncode != 0
    assert "content/events/full-event.yml:1:8" in done.stderr
    assert read_tree(project / "site") == before


@pytest.mark.parametrize("folder", ["content", "docs"])
def test_symbolic_links_are_refused(project: Path, folder: str, run: Run) -> None:
    secret = project / "secret.txt"
    secret.write_text("secret", "utf-8")
    (project / folder / "leak.txt").symlink_to(secret)
    done = run("site_builder", "build", cwd=project)
    assert done.returncode == 1
    assert f"{folder}/leak.txt: error: a symbolic link" in done.stdout
    assert "secret" not in done.stdout
    assert not (project / "site").exists()


def test_a_dead_link_in_a_page_of_docs_is_not_published(project: Path, run: Run) -> None:
    about = project / "docs" / "ru" / "about.md"
    about.write_text(about.read_text("utf-8") + '\n<a href="../nowhere/">x</a>\n', "utf-8")
    done = run("site_builder", "build", cwd=project)
    assert done.returncode == 3
    assert "ru/about/index.html: the link ../nowhere/ leads nowhere" in done.stderr
    assert not (project / "site").exists()


def test_a_page_of_docs_in_no_language_says_why_nothing_was_built(project: Path, run: Run) -> None:
    (project / "docs" / "stray.md").write_text("# Stray\n", "utf-8")
    done = run("site_builder", "build", cwd=project)
    assert done.returncode == 3
    assert "stray.md: pages of docs/ belong in docs/kk/ or docs/ru/" in done.stderr


def test_a_killed_build_leaves_the_old_site_and_the_next_one_cleans_up(
    project: Path, run: Run
) -> None:
    assert run("site_builder", "build", cwd=project).returncode == 0
    before = read_tree(project / "site")
    process = subprocess.Popen([sys.executable, "-m", "site_builder", "build"], cwd=project)
    while not list(project.glob(".site.new-*")):
        assert process.poll() is None
    process.kill()
    process.wait()
    assert read_tree(project / "site") == before
    assert list(project.glob(".site.new-*"))
    assert run("site_builder", "build", cwd=project).returncode == 0
    assert read_tree(project / "site") == before
    assert not list(project.glob(".site.new-*"))


def test_the_smallest_content_is_a_site(content_dir: Path, tmp_path: Path, run: Run) -> None:
    """It names no point, no picture and no repository."""
    write_project(tmp_path / "project", content_dir)
    done = run("site_builder", "build", cwd=tmp_path / "project")
    assert done.returncode == 0, done.stderr


def test_check_and_render_need_no_mkdocs_project(tmp_path: Path, run: Run) -> None:
    shutil.copytree(FULL_CONTENT, tmp_path / "content")
    checked = run("site_builder", "check", "--format", "github", cwd=tmp_path)
    assert checked.returncode == 0
    assert (
        "::warning file=content/stories/full-story.kk.md,line=3,endLine=3,col=7," in checked.stdout
    )
    assert run("site_builder", "render", "out", cwd=tmp_path).returncode == 0
    assert (tmp_path / "out" / "kk" / "places" / "full-place" / "index.html").is_file()
