"""GeoJSON: agrees with RFC 7946, longitude first."""

from __future__ import annotations

from pathlib import Path

from site_builder.linker import Site
from tests.geo_files.reading import HOSTILE, hostile_site, made_files, read_geojson


def test_every_file_agrees_with_the_standard(real_site: Site) -> None:
    files = [data for path, data in made_files(real_site).items() if path.endswith(".geojson")]
    assert len(files) > 30
    for data in files:
        assert read_geojson(data).features


def test_a_feature_has_the_agreed_properties(full_site: Site) -> None:
    (feature,) = read_geojson(made_files(full_site)["places/full-place.geojson"]).features
    assert tuple(feature.geometry.coordinates) == (48.50625, 46.27541)
    assert feature.id == "full-place"
    assert feature.properties == {
        "id": "full-place",
        "name_kk": "Кесене «Толық» <i>",
        "name_ru": "Мавзолей «Полный» <i>",
        "kind": "mausoleum",
        "layer": "mausoleums",
        "precision": "approximate",
        "precision_kk": "шамамен, 500 м шегінде: ауыл нүктесі",
        "precision_ru": "приблизительно, в пределах 500 м: точка села",
        "radius_m": 500,
        "sources": ["Бірінші дереккөз {{ 7 * 7 }} — Баспа <b>, https://example.org/a?b=1&c=2"],
        "checked": "2026-11-21",
        "url_kk": "https://full.example/sub/kk/places/full-place/",
        "url_ru": "https://full.example/sub/ru/places/full-place/",
    }


def test_an_exact_point_has_no_radius(full_site: Site) -> None:
    (feature,) = read_geojson(made_files(full_site)["places/village.geojson"]).features
    assert feature.properties
    assert (feature.properties["precision"], feature.properties["radius_m"]) == ("exact", None)


def test_a_route_is_a_line_and_its_stops(full_site: Site) -> None:
    way, *stops = read_geojson(made_files(full_site)["routes/full-route.geojson"]).features
    positions = [(48.6, 46.3), (48.50625, 46.27541)]
    assert way.geometry.type == "LineString"
    assert [tuple(position) for position in way.geometry.coordinates] == positions
    assert "это не дорога" in way.properties["note_ru"]
    assert [tuple(stop.geometry.coordinates) for stop in stops] == positions


def test_names_stay_text(tmp_path: Path) -> None:
    way, place, _ = read_geojson(made_files(hostile_site(tmp_path))["routes/way.geojson"]).features
    assert way.properties["name_kk"] == place.properties["name_ru"] == HOSTILE
    assert place.properties["sources"] == [f"{HOSTILE} — {HOSTILE}"]
