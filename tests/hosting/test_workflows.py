"""The forges' workflows: safe for what strangers send, and they call commands that exist."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.cli import COMMANDS
from tests.support import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
CALLERS = [*WORKFLOWS, ROOT / ".gitlab-ci.yml", ROOT / ".pre-commit-config.yaml"]


def _read(path: Path) -> dict[Any, Any]:
    data: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return data


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_has_no_rights_but_those_of_its_jobs(path: Path) -> None:
    workflow = _read(path)
    assert workflow["permissions"] == {}
    assert all("timeout-minutes" in job for job in workflow["jobs"].values())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_by_hash(path: Path) -> None:
    text = path.read_text("utf-8")
    used = re.findall(r"uses: (.+)", text)
    assert all(PINNED.fullmatch(action) for action in used)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_what_strangers_send_runs_without_rights_and_secrets(path: Path) -> None:
    text, triggers = path.read_text("utf-8"), _read(path)[True]  # YAML 1.1 reads `on` as true
    assert "pull_request_target" not in triggers
    assert not re.search(r"secrets\.\w", text)
    if "pull_request" in triggers:
        rights = [job["permissions"] for job in _read(path)["jobs"].values()]
        assert rights == [{"contents": "read"}] * len(rights)


def test_the_nightly_build_starts_a_workflow_that_can_be_started() -> None:
    daily = (ROOT / ".github" / "workflows" / "daily.yml").read_text("utf-8")
    (started,) = re.findall(r"gh workflow run (\S+)", daily)
    assert "workflow_dispatch" in _read(ROOT / ".github" / "workflows" / started)[True]
    (kept,) = re.findall(r"for workflow in (.+); do", daily)
    scheduled = [path.name for path in WORKFLOWS if "schedule" in _read(path)[True]]
    assert kept.split() == scheduled


@pytest.mark.parametrize("path", CALLERS, ids=lambda path: path.name)
def test_the_commands_that_are_called_exist(path: Path) -> None:
    text = path.read_text("utf-8")
    assert set(re.findall(r"\.venv/bin/site-builder ([a-z]+)", text)) <= set(COMMANDS)
    targets = set(re.findall(r"\bmake ([a-z-]+)", text))
    assert targets <= set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
