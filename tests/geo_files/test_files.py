"""Which files there are: every point of the content, the same bytes each time, links that lead somewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from site_builder.build import BuildOptions, BuildResult, build_site
from site_builder.linker import Site
from site_builder.urls import GEO_FORMATS, geo_collection_path, geo_file_path
from tests.geo_files.reading import GPX, made_files, read_geojson, read_gpx
from tests.support import MINIMAL, ROOT, TODAY, read_site

DIGEST = """
import hashlib, pathlib
from site_builder.geo_files.files import geo_files
from site_builder.linker import link_site
from site_builder.loader import load_content
site, _ = link_site(load_content(pathlib.Path("content")))
print(hashlib.sha256(b"".join(file.path.encode() + file.data for file in geo_files(site))).hexdigest())
"""


@pytest.fixture(scope="module")
def result() -> BuildResult:
    return build_site(ROOT / "content", BuildOptions(TODAY))


def test_every_place_with_a_point_is_there_in_both_languages(real_site: Site) -> None:
    files = made_files(real_site)
    root = read_gpx(files["places.gpx"])
    named = {
        (name.text or "").partition(" (≈ ")[0]: (comment.text or "").partition(" (≈ ")[0]
        for name, comment in zip(
            root.findall("g:wpt/g:name", GPX), root.findall("g:wpt/g:cmt", GPX), strict=True
        )
    }
    features = {
        feature.id: feature.properties for feature in read_geojson(files["places.geojson"]).features
    }
    notes = root.findtext("g:metadata/g:desc", namespaces=GPX)
    for entry in real_site.all("places"):
        title = entry.record.title
        if entry.record.point:
            assert named[title.kk] == title.ru
            assert features[entry.id]["name_kk"] == title.kk
            assert features[entry.id]["name_ru"] == title.ru
        else:
            assert entry.id not in features
            assert title.kk in notes
            assert title.ru in notes
    assert len(features) == len(root.findall("g:wpt", GPX)) >= 30


def test_there_is_a_file_of_each_format_for_each_point(real_site: Site) -> None:
    places = [entry.id for entry in real_site.all("places") if entry.record.point]
    routes = [entry.id for entry in real_site.all("routes")]
    expected = {
        path
        for ending in GEO_FORMATS
        for path in (
            geo_collection_path(ending),
            *(geo_file_path("places", id_, ending) for id_ in places),
            *(geo_file_path("routes", id_, ending) for id_ in routes),
        )
    }
    assert {f"both/{path}" for path in made_files(real_site)} == expected


def test_content_without_points_makes_no_files(tmp_path: Path) -> None:
    route = """\
title: {kk: Жол, ru: Путь}
summary: {kk: Жол., ru: Путь.}
stops:
  - {place: kurmangazy-mausoleum, sources: [gazette]}
  - {place: kurmangazy-mausoleum, sources: [gazette]}
sources: [gazette]
"""
    assert not made_files(read_site(tmp_path, MINIMAL | {"routes/way.yml": route}))


def test_a_single_point_is_no_line(tmp_path: Path) -> None:
    point = "point: {lat: 46, lon: 48, precision: exact, sources: [gazette], checked: 2026-11-22}\n"
    place = MINIMAL["places/kurmangazy-mausoleum.yml"]
    route = """\
title: {kk: Жол, ru: Путь}
summary: {kk: Жол., ru: Путь.}
stops:
  - {place: kurmangazy-mausoleum, sources: [gazette]}
  - {place: other, sources: [gazette]}
sources: [gazette]
"""
    content = {
        "places/kurmangazy-mausoleum.yml": place + point,
        "places/other.yml": place,
        "routes/way.yml": route,
    }
    files = made_files(read_site(tmp_path, MINIMAL | content))
    assert b"LineString" not in files["routes/way.kml"] + files["routes/way.geojson"]
    assert len(read_geojson(files["routes/way.geojson"]).features) == 1


def test_the_bytes_are_the_same_each_time(real_site: Site) -> None:
    made = [
        subprocess.run(
            [sys.executable, "-c", DIGEST],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": day},
            capture_output=True,
            check=True,
        ).stdout
        for seed, day in (("1", "0"), ("2", "1795392000"))
    ]
    assert made[0] == made[1]
    assert not [path for path, data in made_files(real_site).items() if b"<time>" in data]


def addresses(path: str, data: bytes) -> Iterator[str]:
    """Yield the addresses of pages that a file names."""
    if path.endswith(".geojson"):
        for feature in read_geojson(data).features:
            yield feature.properties["url_kk"]
            yield feature.properties["url_ru"]
        return
    for element in etree.fromstring(data).iter("{*}link"):
        yield element.get("href")


def test_links_in_files_lead_to_pages(result: BuildResult) -> None:
    root = result.site.settings.url
    paths = set(result.paths)
    found = [
        address
        for path, data in made_files(result.site).items()
        for address in addresses(path, data)
    ]
    assert len(found) > 300
    for address in found:
        assert address == root or address.removeprefix(root) in paths


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_pages_with_points_offer_their_files(language: str, result: BuildResult) -> None:
    pages = {page.path: LexborHTMLParser(page.body) for page in result.pages}
    offers = {
        "places/": "both/places",
        "places/altynzhar/": "both/places/altynzhar",
        "routes/astrakhan-altynzhar/": "both/routes/astrakhan-altynzhar",
    }
    for page, file in offers.items():
        links = pages[f"{language}/{page}"].css(".take-along a[download]")
        found = {
            urljoin(f"/{language}/{page}", link.attributes["href"]): link.attributes["type"]
            for link in links
        }
        assert found == {f"/{file}.{ending}": type_ for ending, type_ in GEO_FORMATS.items()}
    pointless = pages[f"{language}/places/bukey-mausoleum/"]
    assert not pointless.css(".take-along a")
    assert pointless.css(".take-along svg.code")
