"""KML: agrees with its schema, longitude first, descriptions without markup."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from fastkml import KML, Document, Folder, Placemark
from fastkml.utils import find_all
from pygeoif import LineString, Point

from site_builder.linker import Site
from tests.geo_files.reading import HOSTILE, hostile_site, made_files, read_kml
from tests.support import ROOT


def placemarks(kml: KML) -> list[Placemark]:
    return list(find_all(kml, of_type=Placemark))


def stops_and_way(kml: KML) -> tuple[list[Placemark], Placemark]:
    """Return the places of a route in order, and its line."""
    (folder,) = find_all(kml, of_type=Folder)
    stops = list(find_all(folder, of_type=Placemark))
    (way,) = (place for place in placemarks(kml) if place not in stops)
    return stops, way


def test_every_file_agrees_with_the_schema(real_site: Site) -> None:
    files = [data for path, data in made_files(real_site).items() if path.endswith(".kml")]
    assert len(files) > 30
    for data in files:
        assert placemarks(read_kml(data))


def test_a_placemark_says_all_in_both_languages(full_site: Site) -> None:
    (place,) = placemarks(read_kml(made_files(full_site)["places/full-place.kml"]))
    assert place.geometry == Point(48.50625, 46.27541)
    assert place.name == "Кесене «Толық» <i> (≈ 500 м) · Мавзолей «Полный» <i> (≈ 500 м)"
    text = unescape(place.description)
    assert "шамамен, 500 м шегінде: ауыл нүктесі" in text
    assert "приблизительно, в пределах 500 м: точка села" in text
    assert "Баспа <b>" in text
    assert text.endswith(
        "https://full.example/sub/kk/places/full-place/\n"
        "https://full.example/sub/ru/places/full-place/"
    )
    assert place.atom_link.href == "https://full.example/sub/kk/places/full-place/"
    assert place.style_url.url == "#mausoleums"


def test_there_is_a_folder_for_each_layer(real_site: Site) -> None:
    kml = read_kml(made_files(real_site)["places.kml"])
    (document,) = find_all(kml, of_type=Document)
    folders = list(find_all(kml, of_type=Folder))
    assert folders[0].name == "Кесенелер мен қадірлі бейіттер · Мавзолеи и почитаемые могилы"
    styles = {f"#{style.id}" for style in document.styles}
    for folder in folders:
        (layer,) = {place.style_url.url for place in find_all(folder, of_type=Placemark)}
        assert layer in styles


def test_pins_have_the_colours_of_the_sites_own_maps(real_site: Site) -> None:
    css = (ROOT / "site_builder/static/map-styles/maps.css").read_text("utf-8")
    rules = re.findall(r"\.layer-(\w+) { --layer: #(..)(..)(..);", css)
    (document,) = find_all(read_kml(made_files(real_site)["places.kml"]), of_type=Document)
    colours = {style.id: style.styles[0].color for style in document.styles}
    assert len(rules) == 7
    assert colours == {layer: f"ff{blue}{green}{red}" for layer, red, green, blue in rules}


def test_the_file_names_its_author_and_licence(full_site: Site) -> None:
    kml = read_kml(made_files(full_site)["places.kml"])
    (document,) = find_all(kml, of_type=Document)
    assert document.atom_author.name == 'Сайт & «аты» "<b> · Сайт & «имя» "<b>'
    assert "https://creativecommons.org/licenses/by/4.0/" in document.description


def test_a_route_is_a_straight_line_and_says_so(full_site: Site) -> None:
    stops, way = stops_and_way(read_kml(made_files(full_site)["routes/full-route.kml"]))
    assert way.geometry == LineString([(48.6, 46.3), (48.50625, 46.27541)])
    assert "это не дорога" in way.description
    assert [stop.geometry for stop in stops] == [Point(48.6, 46.3), Point(48.50625, 46.27541)]


def test_no_file_loads_anything(real_site: Site) -> None:
    for path, data in made_files(real_site).items():
        if path.endswith(".kml"):
            assert not any(tag in data for tag in (b"<Icon>", b"<href>", b"NetworkLink", b"<!["))


def test_names_stay_text_and_descriptions_hold_no_markup(tmp_path: Path) -> None:
    files = made_files(hostile_site(tmp_path))
    (place, _), way = stops_and_way(read_kml(files["routes/way.kml"]))
    assert way.name == place.name.partition(" · ")[0] == HOSTILE
    assert f"Источник точки: {HOSTILE} — {HOSTILE}" in unescape(place.description)
    # A program that takes the description for HTML must find none in it.
    assert "<" not in place.description
    assert "&amp;amp;" in place.description
