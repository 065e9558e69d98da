"""Content for tests: the smallest that is valid, and the function that writes it to a folder."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path

from site_builder.linker import Site, link_site
from site_builder.loader import load_content

__all__ = [
    "FULL_CONTENT",
    "MINIMAL",
    "ROOT",
    "TODAY",
    "read_site",
    "read_tree",
    "write_content",
    "write_project",
]

MINIMAL: dict[str, str] = {
    "site.yml": """\
title: {kk: Сайт, ru: Сайт}
description: {kk: Сынақ сайты., ru: Пробный сайт.}
url: https://site.example/
licence: {kk: CC BY 4.0, ru: CC BY 4.0}
licence_url: https://creativecommons.org/licenses/by/4.0/
regions:
  astrakhan:
    title: {kk: Астрахан облысы, ru: Астраханская область}
    timezone: Europe/Astrakhan
    country: RU
    south: 45.0
    west: 44.9
    north: 48.9
    east: 49.4
community: community
society: zholdastyk
mausoleums: [kurmangazy-mausoleum]
""",
    "sources.yml": """\
gazette:
  title: Ақ арна
  publisher: Ақ арна
  language: kk
  kind: news
  seen: 2026-11-22
""",
    "places/kurmangazy-mausoleum.yml": """\
title: {kk: Құрманғазы кесенесі, ru: Мавзолей Курмангазы}
summary: {kk: Күйші кесенесі., ru: Мавзолей композитора.}
kind: mausoleum
region: astrakhan
located_in: {kk: Алтынжар, ru: Алтынжар}
sources: [gazette]
""",
    "stories/community.yml": """\
title: {kk: Астрахан қазақтары, ru: Казахи Астрахани}
summary: {kk: Облыс қазақтары., ru: Казахи области.}
kind: community
published: 2026-11-22
sources: [gazette]
""",
    "organisations/zholdastyk.yml": """\
title: {kk: Жолдастық, ru: Жолдастык}
summary: {kk: Қазақ қоғамы., ru: Казахское общество.}
sources: [gazette]
""",
}
"""The smallest valid content: files by path below `content/`."""


def write_content(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write `files` below `root`, text as UTF-8 with line ends as they are, and return `root`."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return root


def read_site(content_dir: Path, files: Mapping[str, str]) -> Site:
    """Write `files` over the content in `content_dir` and return the linked site."""
    content = load_content(write_content(content_dir, files))
    site, problems = link_site(content)
    assert not content.problems
    assert not problems
    assert site is not None
    return site


FULL_CONTENT = Path(__file__).parent / "fixtures" / "full" / "content"
"""Content that uses every field of every kind."""
ROOT = Path(__file__).parents[1]
"""The repository."""
TODAY = dt.date(2026, 11, 22)
"""The day that tests build for."""


def write_project(root: Path, content: Path, *, splice: bool = True) -> Path:
    """Copy `content` into a project with the repository's own `mkdocs.yml`, and return that file."""
    shutil.copytree(content, root / "content")
    shutil.copytree(ROOT / "docs", root / "docs")
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = config.replace("site_builder/theme", str(ROOT / "site_builder" / "theme"))
    if not splice:
        config = config.replace("- site-builder", "- site-builder: {splice: false}")
    (root / "mkdocs.yml").write_text(config, "utf-8")
    return root / "mkdocs.yml"


def read_tree(folder: Path) -> dict[str, bytes]:
    """Return all files below `folder` by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
