"""A site is put in place whole or not at all."""

from __future__ import annotations

import resource
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from site_builder.publishing import PublishingError, publish


def _write(word: str, folder: Path) -> None:
    for name in ("index.html", "sitemap.xml"):
        (folder / name).write_text(word, "utf-8")


def _read(target: Path) -> set[str]:
    return {(target / name).read_text("utf-8") for name in ("index.html", "sitemap.xml")}


def _leftovers(target: Path) -> list[Path]:
    return list(target.parent.glob(f".{target.name}.new-*"))


def test_the_first_and_the_next_site(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for word in ("old", "new"):
        publish(target, lambda folder, word=word: _write(word, folder))
        assert _read(target) == {word}
    assert not _leftovers(target)
    assert target.stat().st_mode & 0o700 == 0o700


def test_an_error_keeps_the_old_site(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, lambda folder: _write("old", folder))

    def fail(folder: Path) -> None:
        _write("new", folder)
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  it is ours
        publish(target, fail)
    assert _read(target) == {"old"}
    assert not _leftovers(target)


def test_a_full_disk_keeps_the_old_site(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, lambda folder: _write("old", folder))
    # The kernel refuses to write more than 1 kB, as it refuses on a full disk.
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from site_builder.publishing import publish\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))\n"
        "def build(folder):\n"
        "    (folder / 'index.html').write_text('new')\n"
        "    (folder / 'sitemap.xml').write_text('new' * 1000)\n"
        "publish(Path(sys.argv[1]), build)\n"
    )
    assert resource.RLIMIT_FSIZE
    done = subprocess.run(
        [sys.executable, "-c", script, str(target)], capture_output=True, text=True, check=False
    )
    assert "OSError" in done.stderr
    assert _read(target) == {"old"}
    assert not _leftovers(target)


def test_two_builds_at_once(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, lambda folder: _write("old", folder))
    started, finish = threading.Event(), threading.Event()

    def slow(folder: Path) -> None:
        _write("first", folder)
        started.set()
        finish.wait()

    first = threading.Thread(target=publish, args=(target, slow))
    first.start()
    started.wait()
    with pytest.raises(PublishingError):
        publish(target, lambda folder: _write("second", folder))
    assert _read(target) == {"old"}
    finish.set()
    first.join()
    assert _read(target) == {"first"}


def test_a_reader_never_finds_the_site_missing(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, lambda folder: _write("0", folder))
    missing = 0
    done = threading.Event()

    def read() -> None:
        nonlocal missing
        while not done.is_set():
            missing += not (target / "index.html").exists()

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 60):
        publish(target, lambda folder, number=number: _write(str(number), folder))
    done.set()
    reader.join()
    assert missing == 0
    assert _read(target) == {"59"}


@pytest.mark.parametrize("kind", ["file", "link", "folder of work", "folder above"])
def test_what_is_no_site_is_never_replaced(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "site"
    work = tmp_path / "work"
    work.mkdir()
    (work / "thesis.txt").write_text("mine", "utf-8")
    if kind == "file":
        target.write_text("mine", "utf-8")
    elif kind == "link":
        target.symlink_to(work)
    elif kind == "folder of work":
        target = work
    else:
        _write("mine", tmp_path)
        monkeypatch.chdir(work)
        target = tmp_path
    with pytest.raises(PublishingError):
        publish(target, lambda folder: _write("new", folder))
    assert (work / "thesis.txt").read_text("utf-8") == "mine"
    assert not _leftovers(target)


def test_a_kill_between_the_two_steps_of_a_slow_swap_is_mended(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, lambda folder: _write("old", folder))
    target.rename(tmp_path / ".site.old-x")

    def fail(_folder: Path) -> None:
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  it is ours
        publish(target, fail)
    assert _read(target) == {"old"}
