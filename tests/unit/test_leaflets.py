"""Leaflets of mausoleums: what stands on them, for whom, and what is left out for want of room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.build import BuildOptions, build_site
from tests.support import FULL_CONTENT, MINIMAL, TODAY, write_content

HEAD = """\
title: {kk: Құрманғазы кесенесі, ru: Мавзолей Курмангазы}
summary: {kk: К., ru: Р.}
kind: mausoleum
region: astrakhan
located_in: {kk: "Алтынжар, Володар ауданы", ru: "Алтынжар, Володарский район"}
sources: [gazette]
"""
POINT = "point: {lat: 46.27541, lon: 48.50625, precision: exact, sources: [gazette], checked: 2026-11-22}\n"
PLACE = """\
title: {{kk: {kk}, ru: {ru}}}
summary: {{kk: К., ru: Р.}}
kind: {kind}
region: astrakhan
located_in: {{kk: К, ru: Р}}
sources: [gazette]
"""
GUIDE = """\
title: {{kk: Нұсқау {name}, ru: Совет {name}}}
summary: {{kk: Қысқаша {name}., ru: Коротко о {name}.}}
checked: 2026-11-20
recheck_days: 30
places: [{place}]
sections:
  - id: one
    title: {{kk: Бір, ru: Раз}}
    statements:
      - {{text: {{kk: Тыныш болыңыз., ru: Соблюдайте тишину.}}, sources: [gazette]}}
sources: [gazette]
"""


def _statements(name: str, count: int, length: int = 10) -> str:
    lines = (
        f"  - {{text: {{kk: {'қ' * length} {n}, ru: {'р' * length} {n}}}, sources: [gazette]}}\n"
        for n in range(1, count + 1)
    )
    return f"{name}:\n{''.join(lines)}"


def _sheets(content: Path, today: dt.date = TODAY) -> dict[str, LexborHTMLParser]:
    """Return the leaflets of a site by the ids of their places."""
    assets = build_site(content, BuildOptions(today)).assets
    return {
        asset.path.split("/")[2]: LexborHTMLParser(asset.data.decode())
        for asset in assets
        if asset.path.endswith("/leaflet/index.html")
    }


def _sheet(
    tmp_path: Path, text: str, files: Mapping[str, str] | None = None, today: dt.date = TODAY
) -> LexborHTMLParser:
    """Return the leaflet of a mausoleum that is written like this."""
    made = MINIMAL | {"places/kurmangazy-mausoleum.yml": HEAD + text} | (files or {})
    return _sheets(write_content(tmp_path / "content", made), today)["kurmangazy-mausoleum"]


def _text(node: LexborHTMLParser | LexborNode, query: str) -> list[str]:
    return [" ".join(found.text().split()) for found in node.css(query)]


def _sides(sheet: LexborHTMLParser) -> list[LexborNode]:
    return sheet.css(".sheet")


def _letter_size(sheet: LexborHTMLParser) -> int:
    style = sheet.css("main")[0].attributes["style"] or ""
    return int(style.removeprefix("--size: "))


def test_mausoleums_and_graves_have_leaflets_and_their_pages_lead_there(tmp_path: Path) -> None:
    files = {
        f"places/{kind}.yml": PLACE.format(kk="К", ru="Р", kind=kind)
        for kind in ("mausoleum", "grave", "museum", "monument", "village")
    }
    site = MINIMAL["site.yml"].replace("[kurmangazy-mausoleum]", "[kurmangazy-mausoleum, monument]")
    content = write_content(tmp_path / "content", MINIMAL | files | {"site.yml": site})
    expected = {"kurmangazy-mausoleum", "mausoleum", "grave", "monument"}
    assert set(_sheets(content)) == expected
    bodies = {page.path: page.body for page in build_site(content, BuildOptions(TODAY)).pages}
    for id_ in (*expected, "museum", "village"):
        leads = f'href="../../../both/places/{id_}/leaflet/"' in bodies[f"ru/places/{id_}/"]
        assert leads == (id_ in expected)


def test_each_side_speaks_its_language_and_leads_to_its_page() -> None:
    sides = _sides(_sheets(FULL_CONTENT)["full-place"])
    assert [side.attributes["lang"] for side in sides] == ["kk", "ru"]
    assert [_text(side, "h1") for side in sides] == [
        ["Кесене «Толық» <i>"],
        ["Мавзолей «Полный» <i>"],
    ]
    assert [_text(side, ".sheet-foot .address") for side in sides] == [
        [f"full.example/sub/{tag}/places/full-place/"] for tag in ("kk", "ru")
    ]
    assert [side.css_first(".side > p.small, .columns h2").text() for side in sides] == [
        "Қайда",
        "Где находится",
    ]
    assert [_text(side, ".drawing title") for side in sides] == [
        ["Карта: Кесене «Толық» <i>"],
        ["Карта: Мавзолей «Полный» <i>"],
    ]


def test_a_driver_of_either_language_finds_the_place_on_both_sides(tmp_path: Path) -> None:
    address = 'address: {kk: "Бейбітшілік к., 1", ru: "ул. Мира, 1"}\n'
    for side in _sides(_sheet(tmp_path, address + POINT)):
        assert _text(side, ".driver [lang=kk] p") == [
            "Құрманғазы кесенесі",
            "Бейбітшілік к., 1",
            "Алтынжар, Володар ауданы",
            "дәл нүкте",
        ]
        assert _text(side, ".driver [lang=ru] p") == [
            "Мавзолей Курмангазы",
            "ул. Мира, 1",
            "Алтынжар, Володарский район",
            "точная точка",
        ]
        assert _text(side, ".coordinates") == ["46.27541, 48.50625"]


def test_an_area_is_told_with_its_radius_and_what_to_ask(tmp_path: Path) -> None:
    point = POINT.replace("exact", "approximate, radius_km: 2")
    side = _sides(_sheet(tmp_path, point))[1]
    assert _text(side, ".driver [lang=ru] p")[-2:] == [
        "приблизительно, в пределах 2 км",
        "Спросите у местных жителей: «Мавзолей Курмангазы — где это?»",
    ]
    assert _text(side, ".driver [lang=kk] p")[-2:] == [
        "шамамен, 2 км шегінде",
        "Жергілікті жұрттан сұраңыз: «Құрманғазы кесенесі қайда?»",
    ]


def test_without_a_point_it_says_so(tmp_path: Path) -> None:
    for side in _sides(_sheet(tmp_path, "")):
        assert _text(side, ".driver [lang=kk] p")[-2] == "Нақты координаттары белгісіз."
        assert _text(side, ".driver [lang=ru] p")[-2] == "Точные координаты неизвестны."
        assert not side.css(".coordinates, .drawing, .columns dt")


def test_distance_and_qibla(tmp_path: Path) -> None:
    astrakhan = PLACE.format(kk="Астрахан", ru="Астрахань", kind="town") + POINT.replace(
        "lat: 46.27541, lon: 48.50625", "lat: 46.34968, lon: 48.04076"
    )
    files = {
        "places/astrakhan.yml": astrakhan,
        "site.yml": f"{MINIMAL['site.yml']}distances_from: astrakhan\ndistances_from_words: {{kk: Астраханнан, ru: от Астрахани}}\n",
    }
    kazakh, russian = _sides(_sheet(tmp_path, POINT, files))
    assert _text(kazakh, ".columns dd") == [
        "Астраханнан түзу сызықпен 37 км, шығысқа қарай",
        "198,8°, оңтүстікке қарай (географиялық солтүстіктен)",
    ]
    assert _text(russian, ".columns dt") == ["Расстояние", "Направление на кыблу"]
    assert _text(russian, ".columns dd")[0] == ("от Астрахани 37 км по прямой, на восток")


def test_no_distance_from_a_place_to_itself(tmp_path: Path) -> None:
    site = f"{MINIMAL['site.yml']}distances_from: kurmangazy-mausoleum\ndistances_from_words: {{kk: Осыдан, ru: отсюда}}\n"
    side = _sides(_sheet(tmp_path, POINT, {"site.yml": site}))[1]
    assert _text(side, ".columns dt") == ["Направление на кыблу"]


def test_hours_and_telephone(tmp_path: Path) -> None:
    text = 'hours: {kk: Күн сайын, ru: Ежедневно}\nphone: "+7 8512 00-00-00"\n'
    side = _sides(_sheet(tmp_path, text))[1]
    assert _text(side, ".columns dl > div") == [
        "Часы работы Ежедневно",
        "Телефон +7 8512 00-00-00",
    ]


CROSSING = """\
crossing:
  recheck_days: 30
  passes: [{text: {kk: А, ru: Проезжают}, sources: [gazette], checked: 2026-11-21}]
  hours: [{text: {kk: Б, ru: Всегда}, sources: [gazette], checked: 2026-11-20}]
"""
GUIDES = {
    "places/post.yml": PLACE.format(kk="Пункт", ru="Пункт", kind="border") + CROSSING,
    "guides/manners.yml": GUIDE.format(name="мінез", place="kurmangazy-mausoleum"),
    "guides/border.yml": GUIDE.format(name="шекара", place="post"),
}


def test_a_place_tells_how_to_behave_itself_or_its_first_guide_does(tmp_path: Path) -> None:
    guides = "guides: [border, manners]\n"
    own = _sides(_sheet(tmp_path, guides + _statements("visiting", 2), GUIDES))[1]
    assert _text(own, ".columns li") == ["рррррррррр 1", "рррррррррр 2"]
    assert _text(own, ".columns h2") == ["Где находится", "Посетителям"]
    of_guide = _sides(_sheet(tmp_path / "other", guides, GUIDES))[1]
    assert _text(of_guide, ".columns li") == ["Соблюдайте тишину."]
    assert _text(of_guide, ".columns h2") == ["Где находится", "Совет мінез"]


@pytest.mark.parametrize(
    ("today", "notices"),
    [
        (dt.date(2026, 12, 20), []),
        (
            dt.date(2026, 12, 21),
            [
                (
                    "Эти сведения проверены 20 ноября 2026 г. и могли устареть: «Часы работы». "
                    "Уточните их перед поездкой."
                )
            ],
        ),
    ],
)
def test_the_posts_on_the_way_are_told_with_their_oldest_check(
    today: dt.date, notices: list[str], tmp_path: Path
) -> None:
    side = _sides(_sheet(tmp_path, "crossings: [post]\n", GUIDES, today))[1]
    assert _text(side, ".border h2") == ["По пути: граница"]
    ask, *rest = _text(side, ".border p")
    assert ask.startswith("Если ваш путь лежит через границу")
    assert rest == notices
    assert _text(side, ".border li") == ["Пункт проверено 20 ноября 2026 г."]
    (link,) = side.css(".border a")
    assert link.attributes["href"] == "../../../../ru/places/post/#crossing"


def test_no_word_of_the_border_where_the_place_names_no_post(tmp_path: Path) -> None:
    assert not _sheet(tmp_path, "guides: [border]\n", GUIDES).css(".border")


def test_doubts_are_marked_and_explained(tmp_path: Path) -> None:
    text = """\
visiting:
  - {text: {kk: А, ru: Ясно}, sources: [gazette]}
  - {text: {kk: Б, ru: Слабо}, sources: [gazette], confidence: low}
  - text: {kk: В, ru: Спорно}
    sources: [gazette]
    variants: [{text: {kk: Г, ru: Иначе}, sources: [gazette]}]
"""
    note = "* Сведений мало или источники расходятся: уточните перед поездкой."
    side = _sides(_sheet(tmp_path, text))[1]
    assert _text(side, ".columns li") == ["Ясно", "* Слабо", "* Спорно"]
    assert _text(side, ".side > p") == [note]
    sure = _sides(_sheet(tmp_path / "other", _statements("visiting", 2)))[1]
    assert not sure.css(".side > p, .mark")


def test_what_finds_no_room_is_left_out_from_the_end_on_both_sides(tmp_path: Path) -> None:
    text = _statements("getting_there", 4, 300) + _statements("visiting", 30, 100)
    sheet = _sheet(tmp_path, text)
    sides = _sides(sheet)
    told = [[line.split()[1] for line in _text(side, ".columns li")] for side in sides]
    assert told[0] == told[1]
    way, manners = told[0][:4], told[0][4:]
    assert way == ["1", "2", "3", "4"]
    assert 4 <= len(manners) < 30
    assert manners == [str(n) for n in range(1, len(manners) + 1)]
    assert _text(sides[1], ".columns > p") == [
        "На листе поместилось не всё, остальное на странице сайта."
    ]
    assert 72 <= _letter_size(sheet) < 80


def test_little_text_is_told_whole_in_large_letters(tmp_path: Path) -> None:
    sheet = _sheet(tmp_path, _statements("visiting", 3))
    assert not sheet.css(".columns > p")
    assert _letter_size(sheet) > 100


def test_content_is_no_markup(tmp_path: Path) -> None:
    hostile = """'<script>alert("1")</script> {{ 7 * 7 }} ${alert(1)} `x` & «x»'"""
    prose = "'{{ 7 * 7 }} ${alert(1)} & «x»'"
    text = (
        f"location_note: {{kk: {hostile}, ru: {hostile}}}\n"
        f"visiting:\n  - {{text: {{kk: {prose}, ru: {prose}}}, sources: [gazette]}}\n"
    )
    sheet = _sheet(tmp_path, text)
    assert len(sheet.css("script")) == len(_sheet(tmp_path / "other", "").css("script"))
    assert _text(sheet, ".columns > section > p")[0] == (
        '<script>alert("1")</script> {{ 7 * 7 }} ${alert(1)} `x` & «x»'
    )
    assert _text(sheet, ".columns li")[0] == "{{ 7 * 7 }} ${alert(1)} & «x»"
