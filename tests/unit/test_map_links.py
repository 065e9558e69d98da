"""Links into map apps: none may swap latitude and longitude, and names stay names."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from site_builder.languages import LANGUAGES, Language
from site_builder.views.map_links import MapLinksView, route_links, view_map_links
from tests.unit.pages import full_site, open_page, point

KK, RU = LANGUAGES
LAT, LON = "46.27541", "48.50625"
RANGES = {"LAT": (43, 50), "LON": (45, 54)}
NAME = "Кесене «A» & <b>(1)/?#%"


def links(language: Language = RU, radius: float | None = None) -> MapLinksView:
    page = open_page(full_site().entry("places", "village"), language)
    return view_map_links(page, point(46.27541, 48.50625, radius), NAME)


def hrefs(view: MapLinksView) -> list[str]:
    return [link.href for link in (*view.routes, *view.points)] + [view.geo_href]


@pytest.mark.parametrize(
    "form",
    [
        r"https://yandex\.ru/maps/\?rtext=~LAT,LON&rtt=auto",
        r"https://yandex\.ru/maps/\?pt=LON,LAT&z=16&l=map",
        r"https://2gis\.ru/routeSearch/rsType/car/to/LON,LAT",
        r"https://www\.google\.com/maps/dir/\?api=1&destination=LAT,LON&travelmode=driving",
        r"https://www\.google\.com/maps/search/\?api=1&query=LAT,LON",
        r"https://omaps\.app/map\?v=1&ll=LAT,LON&n=.*",
        r"https://osmand\.net/map/\?pin=LAT,LON#15/LAT/LON",
        r"https://www\.openstreetmap\.org/\?mlat=LAT&mlon=LON#map=16/LAT/LON",
        r"geo:LAT,LON\?q=LAT,LON\(.*\)",
    ],
)
def test_each_app_gets_its_own_order_of_coordinates(form: str) -> None:
    parsed = re.compile(form.replace("LAT", r"(\d\d\.\d{5})").replace("LON", r"(\d\d\.\d{5})"))
    (found,) = [match for href in hrefs(links()) if (match := parsed.fullmatch(href))]
    order = re.findall("LAT|LON", form)
    for name, number in zip(order, found.groups(), strict=True):
        least, most = RANGES[name]
        assert least <= float(number) <= most
        assert number == {"LAT": LAT, "LON": LON}[name], f"{name} is {number} in {found[0]}"


def test_no_link_is_unproven() -> None:
    assert len(hrefs(links())) == 9


def test_names_are_percent_encoded() -> None:
    view = links()
    (organic,) = [link.href for link in view.points if "omaps.app" in link.href]
    assert parse_qs(urlsplit(organic).query)["n"] == [NAME]
    label = view.geo_href.rpartition(f"{LAT},{LON}(")[2].removesuffix(")")
    assert unquote(label) == NAME
    assert re.fullmatch(r"[\w.%-]+", label, re.ASCII)


@pytest.mark.parametrize(("radius", "words"), [(2, "2 км"), (1.5, "1,5 км"), (0.5, "500 м")])
def test_names_of_areas_tell_their_size(radius: float, words: str) -> None:
    view = links(radius=radius)
    (organic,) = [link.href for link in view.points if "omaps.app" in link.href]
    named = parse_qs(urlsplit(organic).query)["n"]
    assert [name.replace("\u00a0", " ") for name in named] == [f"{NAME} (≈ {words})"]
    label = unquote(view.geo_href.rpartition(f"{LAT},{LON}(")[2].removesuffix(")"))
    assert [label] == named


def test_apps_come_in_the_order_of_their_readers() -> None:
    assert [link.title for link in links(KK).routes] == [
        "2GIS",
        "Яндекс картасы",
        "Google картасы",
    ]
    assert [link.title for link in links(RU).routes] == ["Яндекс Карты", "2ГИС", "Google Карты"]
    assert {link.title for link in links(RU).points} == {
        "Яндекс Карты",
        "Google Карты",
        "OsmAnd",
        "Organic Maps",
        "OpenStreetMap",
    }
    assert sorted(hrefs(links(KK))) == sorted(hrefs(links(RU)))


def test_links_of_an_area_say_that_they_miss_the_door() -> None:
    assert links().note == ""
    assert links(radius=2).note.endswith("в середину этой области, а не ко входу.")


def through(*stops: tuple[float, float], language: Language = RU) -> dict[str, str]:
    page = open_page(full_site().entry("routes", "full-route"), language)
    made = route_links(page, [point(*stop) for stop in stops])
    return {link.title: link.href for link in made}


def test_a_route_goes_through_all_points_in_order() -> None:
    stops = [(46.1, 48.1), (46.2, 48.2), (46.3, 48.3), (46.4, 48.4)]
    made = through(*stops)
    assert parse_qs(urlsplit(made["Яндекс Карты"]).query)["rtext"] == [
        "46.10000,48.10000~46.20000,48.20000~46.30000,48.30000~46.40000,48.40000"
    ]
    google = parse_qs(urlsplit(made["Google Карты"]).query)
    assert google["origin"] == ["46.10000,48.10000"]
    assert google["waypoints"] == ["46.20000,48.20000|46.30000,48.30000"]
    assert google["destination"] == ["46.40000,48.40000"]
    assert google["api"] == ["1"]
    assert list(through(*stops, language=KK)) == ["Яндекс картасы", "Google картасы"]


def test_stops_at_one_point_are_one_stop() -> None:
    here, there = (46.1, 48.1), (46.2, 48.2)
    made = through(here, here, there, there, here)
    assert "rtext=46.10000,48.10000~46.20000,48.20000~46.10000,48.10000&" in made["Яндекс Карты"]
    assert through(here, here) == {}
    assert "waypoints" not in through(here, there)["Google Карты"]


def test_google_is_not_offered_a_way_with_more_stops_than_it_takes() -> None:
    stops = [(46 + n / 10, 48.0) for n in range(6)]
    assert list(through(*stops[:5])) == ["Яндекс Карты", "Google Карты"]
    assert list(through(*stops)) == ["Яндекс Карты"]
