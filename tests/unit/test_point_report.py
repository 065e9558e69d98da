"""`site-builder places`: every point with links that lead to it, and what has none."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from site_builder.cli import main
from site_builder.linker import Site, link_site
from site_builder.loader import load_content
from site_builder.ui_strings import editor_words
from tests.support import FULL_CONTENT, MINIMAL, ROOT, write_content


def report(capsys: pytest.CaptureFixture[str], content: Path, language: str = "ru") -> str:
    """Return what the command prints."""
    assert main(["places", "--content", str(content), "--lang", language]) == 0
    return capsys.readouterr().out


@pytest.fixture(scope="module")
def real_site() -> Site:
    site, _ = link_site(load_content(ROOT / "content"))
    assert site is not None
    return site


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_every_place_is_listed_once(
    language: str, real_site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    text = report(capsys, ROOT / "content", language)
    with_point, without = text.split(
        editor_words("points")["without-point"][language].partition("{")[0]
    )
    for entry in real_site.all("places"):
        heading = re.compile(rf"^{entry.id}: ", re.MULTILINE)
        assert len(heading.findall(with_point)) == bool(entry.record.point)
        assert len(heading.findall(without)) == (not entry.record.point)


def test_a_point_is_told_with_all_that_checking_needs(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        report(capsys, FULL_CONTENT)
        == """\
Места с точкой: 2

full-place: Кесене «Толық» <i> / Мавзолей «Полный» <i>
    46.27541, 48.50625 · приблизительная, в пределах 0.5 км: точка села
    Село: 8 км · проверена 2026-11-21 · источники: first
    https://www.openstreetmap.org/?mlat=46.27541&mlon=48.50625#map=16/46.27541/48.50625
    https://yandex.ru/maps/?pt=48.50625,46.27541&z=16&l=map
    https://www.google.com/maps/search/?api=1&query=46.27541,48.50625

village: Ауыл / Село
    46.30000, 48.60000 · точная
    проверена 2026-11-20 · источники: first
    https://www.openstreetmap.org/?mlat=46.30000&mlon=48.60000#map=16/46.30000/48.60000
    https://yandex.ru/maps/?pt=48.60000,46.30000&z=16&l=map
    https://www.google.com/maps/search/?api=1&query=46.30000,48.60000

Места без точки: 2

opposite-post: Қарсы пункт / Встречный пункт
    в location_note не сказано почему

post: «Арғы» пункті / Пункт «Дальний»
    в location_note не сказано почему
"""
    )


def test_links_have_latitude_and_longitude_in_the_order_of_their_map(
    real_site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    found: dict[str, list[tuple[float, float]]] = {"mlat": [], "pt": [], "query": []}
    for link in re.findall(r"https://\S+", report(capsys, ROOT / "content")):
        query = {key: value[0] for key, value in parse_qs(urlsplit(link).query).items()}
        if "mlat" in query:
            found["mlat"].append((float(query["mlat"]), float(query["mlon"])))
        elif "pt" in query:
            lon, lat = query["pt"].split(",")
            found["pt"].append((float(lat), float(lon)))
        else:
            lat, lon = query["query"].split(",")
            found["query"].append((float(lat), float(lon)))
    points = [entry.record.point for entry in real_site.all("places") if entry.record.point]
    expected = [(round(point.lat, 5), round(point.lon, 5)) for point in points]
    assert list(found.values()) == [expected] * 3


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_it_fits_a_terminal(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = report(capsys, ROOT / "content", language).splitlines()
    assert max(map(len, lines)) <= 100


def test_a_place_without_a_point_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = MINIMAL["places/kurmangazy-mausoleum.yml"]
    note = "location_note: {kk: Орны белгісіз., ru: Место неизвестно.}\n"
    files = MINIMAL | {"places/kurmangazy-mausoleum.yml": place + note, "places/other.yml": place}
    content = write_content(tmp_path / "content", files)
    russian, kazakh = (report(capsys, content, language) for language in ("ru", "kk"))
    assert "    Место неизвестно.\n" in russian
    assert "    Орны белгісіз.\n" in kazakh
    assert "    в location_note не сказано почему\n" in russian


def test_content_with_mistakes_is_not_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = MINIMAL["places/kurmangazy-mausoleum.yml"]
    files = MINIMAL | {"places/kurmangazy-mausoleum.yml": place.replace("[gazette]", "[nobody]")}
    content = write_content(tmp_path / "content", files)
    assert main(["places", "--content", str(content), "--lang", "en"]) == 1
    assert "nobody" in capsys.readouterr().out
