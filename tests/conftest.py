"""Fixtures that several tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.npm_yaml import NpmYaml
from tests.support import MINIMAL, write_content


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes golden files anew."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


@pytest.fixture
def content_dir(tmp_path: Path) -> Path:
    """Return a folder `content/` with the smallest valid content."""
    return write_content(tmp_path / "content", MINIMAL)


@pytest.fixture(scope="session")
def npm_yaml() -> Iterator[NpmYaml]:
    """Return the reader and writer of YAML that the web form has."""
    npm = NpmYaml()
    yield npm
    npm.close()
