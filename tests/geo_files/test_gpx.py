"""GPX: agrees with its schema, says latitude and longitude by name, text is text."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from site_builder.linker import Site
from tests.geo_files.reading import GPX, HOSTILE, hostile_site, made_files, read_gpx


def said(element: etree._Element, name: str) -> list[str]:
    """Return the texts of the children of a name."""
    return [child.text or "" for child in element.findall(f"g:{name}", GPX)]


def places(root: etree._Element, name: str = "g:wpt") -> list[tuple[float, float]]:
    """Return latitudes and longitudes."""
    return [(float(found.get("lat")), float(found.get("lon"))) for found in root.findall(name, GPX)]


def test_every_file_agrees_with_the_schema(real_site: Site) -> None:
    files = [data for path, data in made_files(real_site).items() if path.endswith(".gpx")]
    assert len(files) > 30
    for data in files:
        read_gpx(data)


def test_the_schema_refuses_what_is_wrong(full_site: Site) -> None:
    data = made_files(full_site)["places/village.gpx"]
    with pytest.raises(etree.DocumentInvalid):
        read_gpx(data.replace(b"<cmt>", b"<city>").replace(b"</cmt>", b"</city>"))


def test_a_waypoint_says_all_in_both_languages(full_site: Site) -> None:
    root = read_gpx(made_files(full_site)["places/full-place.gpx"])
    (waypoint,) = root.findall("g:wpt", GPX)
    assert (waypoint.get("lat"), waypoint.get("lon")) == ("46.27541", "48.50625")
    assert said(waypoint, "name") == ["Кесене «Толық» <i> (≈ 500 м)"]
    assert said(waypoint, "cmt") == ["Мавзолей «Полный» <i> (≈ 500 м)"]
    desc = (
        "Кесене · шамамен, 500 м шегінде: ауыл нүктесі"
        " · нүкте тексерілген күн: 2026 жылғы 21\u00a0қараша\n"
        "Төбенің басында.\n"
        "Нүктенің дереккөзі: Бірінші дереккөз {{ 7 * 7 }} — Баспа <b>,"
        " https://example.org/a?b=1&c=2\n\n"
        "Мавзолей · приблизительно, в пределах 500 м: точка села"
        " · точка проверена: 21\u00a0ноября 2026\u00a0г.\n"
        "На вершине бугра.\n"
        "Источник точки: Бірінші дереккөз {{ 7 * 7 }} — Баспа <b>,"
        " https://example.org/a?b=1&c=2"
    )
    assert said(waypoint, "desc") == [desc]
    assert [link.get("href") for link in waypoint.findall("g:link", GPX)] == [
        f"https://full.example/sub/{language}/places/full-place/" for language in ("kk", "ru")
    ]
    assert said(waypoint, "sym") == ["mausoleums"]
    assert said(waypoint, "type") == [
        "Кесенелер мен қадірлі бейіттер · Мавзолеи и почитаемые могилы"
    ]


def test_an_exact_point_has_its_bare_name(full_site: Site) -> None:
    root = read_gpx(made_files(full_site)["places/village.gpx"])
    (waypoint,) = root.findall("g:wpt", GPX)
    assert said(waypoint, "name") == ["Ауыл"]
    assert "точная точка" in said(waypoint, "desc")[0]


def test_the_file_names_its_author_and_licence(full_site: Site) -> None:
    metadata = read_gpx(made_files(full_site)["places.gpx"]).find("g:metadata", GPX)
    owner = 'Сайт & «аты» "<b> · Сайт & «имя» "<b>'
    assert metadata.findtext("g:author/g:name", namespaces=GPX) == owner
    assert metadata.find("g:author/g:link", GPX).get("href") == "https://full.example/sub/"
    rights = metadata.find("g:copyright", GPX)
    assert rights.get("author") == owner
    assert said(rights, "license") == ["https://creativecommons.org/licenses/by/4.0/"]


def test_a_route_goes_through_its_stops_in_order(full_site: Site) -> None:
    root = read_gpx(made_files(full_site)["routes/full-route.gpx"])
    way = [(46.3, 48.6), (46.27541, 48.50625)]
    assert places(root, "g:rte/g:rtept") == way
    assert places(root) == way
    (route,) = root.findall("g:rte", GPX)
    assert said(route, "name") == ["Толық маршрут"]
    assert said(route, "cmt") == ["Полный маршрут"]
    assert "Линия соединяет точки по прямой, это не дорога." in said(route, "desc")[0]


def test_a_route_names_the_stops_that_it_cannot_show(real_site: Site) -> None:
    root = read_gpx(made_files(real_site)["routes/astrakhan-maly-aral.gpx"])
    shown = said(root.find("g:rte", GPX), "desc")[0]
    route = real_site.entry("routes", "astrakhan-maly-aral").record
    for stop in route.stops:
        place = real_site.entry("places", stop.place).record
        names = [name.text for name in root.findall("g:rte/g:rtept/g:cmt", GPX)]
        assert (place.title.ru in names) == bool(place.point)
        assert (place.title.ru in shown.rpartition("нет: ")[2]) == (not place.point)


def test_names_stay_text(tmp_path: Path) -> None:
    files = made_files(hostile_site(tmp_path))
    for path in ("places.gpx", "places/kurmangazy-mausoleum.gpx", "routes/way.gpx"):
        root = read_gpx(files[path])
        waypoint = root.find("g:wpt", GPX)
        assert said(waypoint, "name") == said(waypoint, "cmt") == [HOSTILE]
        assert f"Источник точки: {HOSTILE} — {HOSTILE}" in said(waypoint, "desc")[0]
    route = read_gpx(files["routes/way.gpx"]).find("g:rte", GPX)
    assert said(route, "name") == [HOSTILE]
    assert HOSTILE in said(route, "desc")[0]
