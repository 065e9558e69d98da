"""What the service worker knows of a build, what the pack holds, the manifest and its icons."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from site_builder.build import BuildOptions, BuildResult, build_site
from site_builder.directory_adapter import write_directory
from site_builder.offline import service_worker
from site_builder.offline.pack import loaded_files, pack_pages, pack_records
from site_builder.offline.service_worker import write_service_worker
from site_builder.urls import SERVICE_WORKER, WEB_MANIFEST, file_path
from tests.support import FULL_CONTENT, ROOT, TODAY
from tests.unit.pages import full_site


@pytest.fixture(scope="module")
def result() -> BuildResult:
    """Build the content that uses every field."""
    return build_site(FULL_CONTENT, BuildOptions(TODAY))


@pytest.fixture
def folder(result: BuildResult, tmp_path: Path) -> Path:
    """Return the folder of a finished site."""
    write_directory(result, tmp_path)
    return tmp_path


def describe(folder: Path, result: BuildResult, today: dt.date = TODAY) -> dict[str, Any]:
    """Write the worker and return what it knows of the build."""
    paths = (*result.paths, "both/places/full-place/leaflet/index.html", "both/places.gpx")
    for path in paths[-2:]:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("<p>", "utf-8")
    write_service_worker(folder, result.site, paths, result.assets_folder, today)
    first = (folder / SERVICE_WORKER).read_text("utf-8").partition("\n")[0]
    build: dict[str, Any] = json.loads(first.removeprefix("const BUILD = ").removesuffix(";"))
    return build


def test_the_pack_is_about_places_to_travel_to() -> None:
    records = pack_records(full_site())
    ids = {kind: {entry.id for entry in entries} for kind, entries in records.items()}
    assert ids == {
        "routes": {"full-route"},
        "places": {"full-place", "village"},
        "guides": {"full-guide"},
    }


def test_leaflets_and_the_file_for_maps_belong_to_the_pack_as_far_as_they_are_there() -> None:
    extra = ["both/places/x/leaflet/index.html", "both/places.gpx", "both/places.kml", "kk/x.ics"]
    assert set(pack_pages(full_site(), extra)) - set(pack_pages(full_site(), [])) == {
        "both/places/x/leaflet/",
        "both/places.gpx",
    }


def test_the_worker_knows_every_file_by_its_content(folder: Path, result: BuildResult) -> None:
    build = describe(folder, result)
    weight = 0
    for path, digest in (*build["files"], *build["pages"]):
        data = (folder / file_path(path)).read_bytes()
        assert hashlib.sha256(data).hexdigest().startswith(digest)
        weight += len(gzip.compress(data, 6, mtime=0))
    assert build["bytes"] == weight
    assert build["day"] == {
        "kk": "2026 жылғы 22\u00a0қараша",
        "ru": "22\u00a0ноября 2026\u00a0г.",
    }
    assert build["shell"][-1][0] == "offline/"
    assert {path for path, _ in build["shell"][:-1]} >= {
        f"{result.assets_folder}/{name}" for name in ("site.css", "kept.js", "ornament.svg")
    }


def test_the_pack_holds_all_that_its_pages_and_maps_load(folder: Path, result: BuildResult) -> None:
    build = describe(folder, result)
    files = {path for path, _ in build["files"]}
    assert files >= {path for path in result.paths if path.startswith(result.assets_folder)}
    assert files >= loaded_files(folder, [path for path, _ in build["pages"]])
    # One size of a picture is enough: the worker shows it in place of all others.
    (picture,) = (path for path in files if path.startswith("assets/pictures/"))
    assert re.fullmatch(r"assets/pictures/drawing-[0-9a-f]{8}-480\.png", picture)
    assert not [path for path in files if "/icons/" in path or "/share/" in path]


def test_all_files_but_those_of_the_search_lie_at_addresses_that_change_with_their_content(
    folder: Path, result: BuildResult
) -> None:
    source = (Path(service_worker.__file__).parent / "sw.js").read_text("utf-8")
    lasting, searched = (
        re.compile(re.findall(rf"const {name} = /(.+)/;", source)[0].replace("\\/", "/"))
        for name in ("LASTING", "SEARCHED")
    )
    build = describe(folder, result)
    for path, _ in build["files"]:
        assert lasting.match(path) or searched.match(path), path
    for path in ("assets/share/kk.png", "assets/icons/icon-192.png", "sw.js", "kk/"):
        assert not lasting.match(path)
        assert not searched.match(path)


def test_a_worker_is_another_one_only_when_something_changed(
    folder: Path, result: BuildResult
) -> None:
    before = describe(folder, result)
    text = (folder / SERVICE_WORKER).read_bytes()
    assert describe(folder, result) == before
    assert (folder / SERVICE_WORKER).read_bytes() == text
    assert describe(folder, result, TODAY + dt.timedelta(1))["version"] == before["version"]
    guide = folder / "ru" / "guides" / "full-guide" / "index.html"
    guide.write_text(guide.read_text("utf-8") + "<p>", "utf-8")
    assert describe(folder, result)["version"] != before["version"]


def test_the_manifest_names_icons_of_their_sizes(result: BuildResult) -> None:
    assets = {asset.path: asset.data for asset in result.assets}
    manifest = json.loads(assets[WEB_MANIFEST])
    settings = result.site.settings
    assert manifest["name"] == f"{settings.title.kk} · {settings.title.ru}"
    assert (manifest["start_url"], manifest["scope"], manifest["lang"]) == ("./", "./", "kk")
    assert {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }
    for icon in manifest["icons"]:
        with Image.open(io.BytesIO(assets[icon["src"]])) as picture:
            assert "{}x{}".format(*picture.size) == icon["sizes"]
            assert picture.format == "PNG"


@pytest.mark.parametrize("name", ["icon-maskable-512", "apple-touch-icon"])
def test_icons_that_the_system_cuts_out_have_no_holes(name: str, result: BuildResult) -> None:
    data = next(asset.data for asset in result.assets if asset.path.endswith(f"/{name}.png"))
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.getchannel("A").getextrema() == (255, 255)
        assert picture.getpixel((0, 0)) == (12, 74, 91, 255)


def test_the_mark_lies_within_what_every_shape_shows(result: BuildResult) -> None:
    data = next(asset.data for asset in result.assets if "maskable" in asset.path)
    with Image.open(io.BytesIO(data)) as picture:
        gold = [
            (x - 255.5, y - 255.5)
            for x in range(512)
            for y in range(512)
            if picture.getpixel((x, y))[:3] == (233, 185, 73)  # type: ignore[index]
        ]
    assert max(x * x + y * y for x, y in gold) ** 0.5 <= 0.4 * 512
    assert len(gold) > 512 * 512 * 0.08


def test_the_worker_and_the_manifest_stand_at_the_root() -> None:
    """A worker serves the pages below its own folder; the source is shipped with the package."""
    assert "/" not in SERVICE_WORKER
    assert "offline/sw.js" in (ROOT / "pyproject.toml").read_text("utf-8")
