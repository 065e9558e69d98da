"""Real builds of the content that uses every field."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.support import FULL_CONTENT, write_project

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def run() -> Run:
    """Return a function that runs one of the project's commands."""

    def run_command(
        *command: str, cwd: Path, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ,
            "SOURCE_DATE_EPOCH": "1795392000",
            "NO_MKDOCS_2_WARNING": "1",
            "LC_ALL": "C.UTF-8",
            **(env or {}),
        }
        return subprocess.run(
            [sys.executable, "-m", *command],
            cwd=cwd,
            env=environment,
            text=True,
            capture_output=True,
            check=False,
        )

    return run_command


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """Return the folder of a site published by `site-builder build`."""
    root = tmp_path_factory.mktemp("project")
    write_project(root, FULL_CONTENT)
    done = run("site_builder", "build", cwd=root)
    assert done.returncode == 0, done.stderr
    return root / "site"
