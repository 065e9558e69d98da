"""The editors' guide and its examples: what it shows is right, and stands in both languages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from site_builder.build import BuildOptions, build_site
from site_builder.checking import check_content
from site_builder.schema.kinds import FOLDERS, TABLES
from site_builder.yaml_nodes import parse_yaml
from tests.support import ROOT, TODAY

DOCS = ROOT / "docs"
EXAMPLES = DOCS / "examples" / "content"
FILES = sorted(path.relative_to(EXAMPLES) for path in EXAMPLES.rglob("*.yml"))
PAGES = sorted((DOCS / "ru" / "editors").glob("*.md"))
BLOCK = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
SNIPPET = re.compile(r'--8<-- "(.+)"')
LATIN_AND_CYRILLIC = re.compile(r"(?=\w*[a-z])(?=\w*[а-яёәғқңөұүһі])\w+", re.IGNORECASE)
KAZAKH_LETTERS = re.compile("[әғқңөұүһі]", re.IGNORECASE)


def _guide(language: str) -> dict[str, str]:
    folder = DOCS / language / "editors"
    return {path.name: path.read_text("utf-8") for path in folder.glob("*.md")}


def test_both_languages_have_the_same_pages_with_the_same_examples() -> None:
    kazakh, russian = _guide("kk"), _guide("ru")
    assert set(kazakh) == set(russian)
    for name, text in kazakh.items():
        links = [re.findall(r"\]\((\S+)\)", page) for page in (text, russian[name])]
        assert sorted(links[0]) == sorted(links[1])
        assert SNIPPET.findall(text) == SNIPPET.findall(russian[name])
        assert text.count("\n## ") == russian[name].count("\n## ")


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_examples_page_shows_one_file_of_each_kind(language: str) -> None:
    shown = [
        Path(name).relative_to("examples/content").parts[0].removesuffix(".yml")
        for name in SNIPPET.findall(_guide(language)["examples.md"])
    ]
    assert sorted(shown) == sorted([*FOLDERS, *TABLES])


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_yaml_in_the_guide_can_be_read(language: str) -> None:
    blocks = [block for text in _guide(language).values() for block in BLOCK.findall(text)]
    for block in blocks:
        if not SNIPPET.search(block):
            assert parse_yaml(block.encode()).data
    assert len(blocks) > len(FOLDERS)


def test_words_of_the_guide_do_not_mix_alphabets() -> None:
    for language in ("kk", "ru"):
        for text in _guide(language).values():
            assert not LATIN_AND_CYRILLIC.findall(text)
    for path in EXAMPLES.rglob("*.yml"):
        assert not LATIN_AND_CYRILLIC.findall(path.read_text("utf-8"))


def test_russian_pages_are_russian() -> None:
    """Kazakh stands there only as code, in quotation marks and where its letters are named."""
    for name, text in _guide("ru").items():
        prose = re.sub(r"```.*?```|`.*?`|«.*?»", "", text, flags=re.DOTALL)
        lines = [line for line in prose.splitlines() if KAZAKH_LETTERS.search(line)]
        assert all(line.startswith("- **Казахские буквы") for line in lines), name


def test_the_examples_are_a_site_without_problems() -> None:
    assert build_site(EXAMPLES, BuildOptions(TODAY)).problems == ()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a copy of the real content."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


def _append(content: Path, table: str) -> None:
    with (content / table).open("a", encoding="utf-8") as file:
        file.write((EXAMPLES / table).read_text("utf-8"))


def test_all_examples_can_be_copied_into_the_real_content(content: Path) -> None:
    shutil.copy(EXAMPLES / "media" / "example-picture.png", content / "media")
    for file in FILES:
        if len(file.parts) > 1:
            shutil.copy(EXAMPLES / file, content / file)
        elif file.stem in TABLES:
            _append(content, file.name)
    assert check_content(content, TODAY).problems == ()


@pytest.mark.parametrize(
    "file", [file for file in FILES if len(file.parts) > 1], ids=lambda file: file.stem
)
def test_an_example_alone_lacks_only_the_other_examples(content: Path, file: Path) -> None:
    """What an editor sees who copied a file and its source, and changed nothing but its name."""
    _append(content, "sources.yml")
    shutil.copy(EXAMPLES / file, content / file.with_stem("my-own"))
    for problem in check_content(content, TODAY).problems:
        assert problem.code in {"unknown-id", "bad-link"}, problem
        assert problem.file == f"content/{file.with_stem('my-own').as_posix()}"
        assert "example-" in str(problem.arguments["value"])


def test_the_guide_names_folders_that_exist() -> None:
    for language in ("kk", "ru"):
        for text in _guide(language).values():
            named = re.findall(r"`content/([\w.-]+)/?`", text)
            assert all((ROOT / "content" / name).exists() for name in named)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_descriptions_of_pages_can_be_read(language: str) -> None:
    """A colon in an unquoted description would end it, and MkDocs says nothing."""
    for name, text in _guide(language).items():
        _, head, _ = text.split("---\n", 2)
        assert set(yaml.safe_load(head)) == {"description"}, name
