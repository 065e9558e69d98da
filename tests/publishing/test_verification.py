"""A site with a page missing or a link that leads nowhere is not fit to be published."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.verification import VerificationError, verify_site
from tests.support import write_content

SITE_URL = "https://site.example/sub/"
GOOD = {
    "index.html": '<a href="kk/">kk</a>',
    "kk/index.html": (
        '<h2 id="бөлім">x</h2><a href="a/#here">a</a><a href="#бөлім">b</a><a href="../">c</a>'
        f'<a href="{SITE_URL}kk/a/">d</a><a href="/sub/kk/a/">e</a><a href="https://other.example/">f</a>'
        '<a href="tel:+7">g</a><img src="../assets/a%20b.png" srcset="../assets/a%20b.png 480w, ../assets/c.png 960w">'
    ),
    "kk/a/index.html": '<p id="here"></p><a href=".">self</a><a href="./">self</a>'
    '<a href="../#/what/its/script/reads">g</a>',
    "assets/a b.png": "",
    "assets/c.png": "",
}


def _verify(root: Path, files: dict[str, str], *expected: str) -> None:
    write_content(root, files)
    verify_site(root, expected, SITE_URL)


def test_a_good_site_passes(tmp_path: Path) -> None:
    _verify(tmp_path, GOOD, "", "kk/", "kk/a/", "assets/a b.png")


def test_a_size_of_a_picture_that_is_not_there_is_found(tmp_path: Path) -> None:
    files = {name: text for name, text in GOOD.items() if name != "assets/c.png"}
    with pytest.raises(VerificationError, match=r"kk/index.html: the link ../assets/c.png "):
        _verify(tmp_path, files)


@pytest.mark.parametrize("path", ["ru/", "assets/b.png", "kk/a/b/"])
def test_a_missing_page_is_found(tmp_path: Path, path: str) -> None:
    with pytest.raises(VerificationError, match=f"missing: {path}"):
        _verify(tmp_path, GOOD, "", path)


@pytest.mark.parametrize(
    "link",
    [
        "nowhere/",
        "../nowhere.html",
        "a/#nowhere",
        "#nowhere",
        f"{SITE_URL}kk/b/",
        "/sub/b/",
        "/kk/",
    ],
)
def test_a_dead_link_is_found(tmp_path: Path, link: str) -> None:
    files = {**GOOD, "kk/index.html": f'{GOOD["kk/index.html"]}<a href="{link}">x</a>'}
    with pytest.raises(VerificationError, match=f"kk/index.html: the link {link} "):
        _verify(tmp_path, files)
