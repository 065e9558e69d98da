"""Two builds of the same content give the same feeds and the same open data."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.support import ROOT

# The repository's own content: with few records a set is in order by chance.
CODE = """\
import sys
from pathlib import Path
from site_builder.linker import link_site
from site_builder.loader import load_content
from tests.feeds import test_news, test_open_data

site, _ = link_site(load_content(Path("content")))
for files in (test_news.files(site), test_open_data.files(site)):
    sys.stdout.buffer.write(b"".join(files.values()))
"""


def test_the_same_bytes_with_every_hash_seed_and_clock() -> None:
    made = set()
    for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/New_York")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-c", CODE]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        assert len(done.stdout) > 100_000
        made.add(done.stdout)
    assert len(made) == 1
