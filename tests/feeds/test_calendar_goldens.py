"""Golden calendars of the content that uses every field, and the same bytes in every process.

`pytest --update-golden` writes them anew; look at the difference before committing it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.feeds.calendar_reading import content_files
from tests.support import FULL_CONTENT, ROOT, TODAY

GOLDEN = Path(__file__).parent / "golden"
FILES = (
    "both/calendars/all.ics",
    "kk/calendars/kind-meeting.ics",
    "ru/calendars/holidays-faith.ics",
    "ru/calendars/kind-sport.ics",
    "kk/events/weekly-class.ics",
    "kk/events/past-event.ics",
    "ru/events/full-event.ics",
    "ru/holidays/full-holiday.ics",
)
HASHES = """\
import datetime as dt, hashlib, pathlib, sys
from site_builder.feeds.calendars import calendar_assets
from site_builder.linker import link_site
from site_builder.loader import load_content

site, _ = link_site(load_content(pathlib.Path(sys.argv[1])))
for asset in calendar_assets(site, dt.date.fromisoformat(sys.argv[2])):
    print(asset.path, hashlib.sha256(asset.data).hexdigest())
"""


@pytest.mark.parametrize("path", FILES)
def test_file(path: str, request: pytest.FixtureRequest) -> None:
    data = content_files(FULL_CONTENT)[path]
    golden = GOLDEN / path.replace("/", "-")
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(data)
    assert data == golden.read_bytes()


def _hashes(seed: str) -> str:
    command = [sys.executable, "-c", HASHES, str(FULL_CONTENT), TODAY.isoformat()]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo"}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_bytes_depend_on_no_hash_seed_and_no_clock() -> None:
    first = _hashes("1")
    assert "both/calendars/all.ics" in first
    assert all(_hashes(seed) == first for seed in ("2", "3"))
