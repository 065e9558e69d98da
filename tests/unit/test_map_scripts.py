"""The scripts of the maps: the same in every build, of this host alone, free of content."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping

import pytest

from site_builder.languages import LANGUAGES
from site_builder.maps.labels import base_labels
from site_builder.maps.scripts import MAPS, map_assets
from site_builder.schema.site import SiteSettings
from site_builder.static_files import static_assets
from site_builder.ui_strings import load_strings
from site_builder.yaml_nodes import parse_yaml
from tests.support import FULL_CONTENT, ROOT

SETTINGS = parse_yaml((FULL_CONTENT / "site.yml").read_bytes()).data
TILES = {
    "url": "https://tiles.example/{z}/{x}/{y}.png",
    "provider": "Сервер",
    "credit": {"kk": "Авторлар", "ru": "Авторы"},
    "credit_url": "https://tiles.example/about",
    "max_zoom": "17",
}
LINKS = {
    "https://leafletjs.com",
    "https://www.openstreetmap.org/copyright",
    "https://www.naturalearthdata.com/",
    "https://www.geonames.org/",
    TILES["url"],
    TILES["credit_url"],
    "http://www.w3.org/2000/svg",  # a name, which nothing loads
}


def scripts(tiles: Mapping[str, object] | None) -> dict[str, str]:
    """Return the scripts of all maps by path."""
    settings = SiteSettings.model_validate(SETTINGS | {"tiles": tiles})
    return {
        asset.path: asset.data.decode()
        for asset in map_assets(settings)
        if asset.path.endswith(".js")
    }


@pytest.fixture(scope="module")
def built() -> dict[str, str]:
    return scripts(TILES)


def test_there_is_a_script_of_each_kind_and_language(built: dict[str, str]) -> None:
    assert set(built) == {f"maps/{name}-{language}.js" for name in MAPS for language in LANGUAGES}


def test_two_builds_are_the_same() -> None:
    program = (
        "import hashlib; from site_builder.maps.scripts import map_assets;"
        "from tests.unit.test_map_scripts import SETTINGS, SiteSettings;"
        "assets = map_assets(SiteSettings.model_validate(SETTINGS));"
        "print([(a.path, hashlib.sha256(a.data).hexdigest()) for a in assets])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_no_other_host_is_named_but_tiles_and_credits(built: dict[str, str]) -> None:
    joined = [
        asset.data.decode() for asset in static_assets() if asset.path in {"map.js", "map.css"}
    ]
    found = {
        url.rstrip("\\")
        for text in (*built.values(), *joined)
        for url in re.findall(r"https?://[^\s\"'<>)]+", text)
    }
    assert found == LINKS


def test_tiles_say_who_asks_and_stay_away_until_asked_for(built: dict[str, str]) -> None:
    for script in built.values():
        assert '"referrerPolicy": "strict-origin-when-cross-origin"' in script
        assert '"errorTileUrl": "data:image/gif;base64,' in script
        assert '"maxZoom": 17' in script
        assert ".addTo(" not in script


def test_without_a_tile_server_there_is_no_detailed_map() -> None:
    for script in scripts(None).values():
        assert "tileLayer" not in script
        assert "addDetail" not in script


def test_settings_are_text_to_a_script() -> None:
    hostile = "</script><img src=x onerror=alert(1)>`${alert(2)}`'\""
    script = scripts(TILES | {"provider": hostile, "credit": {"kk": hostile, "ru": hostile}})
    for text in script.values():
        assert "<" not in text
        credit = json.loads(re.findall(r'"attribution": (".*"),', text)[0])
        assert "&lt;/script&gt;&lt;img src=x" in credit
        assert "<img" not in credit


def test_both_languages_name_the_same_points() -> None:
    kazakh, russian = ([*base_labels(load_strings(language))] for language in LANGUAGES)
    points = [
        [(label["kind"], label["at"], label.get("id")) for label in labels]
        for labels in (kazakh, russian)
    ]
    assert points[0] == points[1]
    assert [label["text"] for label in kazakh][:3] == ["РЕСЕЙ", "ҚАЗАҚСТАН", "Каспий теңізі"]
    assert [label["text"] for label in russian][:3] == ["РОССИЯ", "КАЗАХСТАН", "Каспийское море"]
    assert all(label["text"] for label in kazakh)
