"""Sheets to print: what stands on them, for whom they are made, what their codes say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.build import BuildOptions, build_site
from tests.support import FULL_CONTENT, MINIMAL, TODAY, write_content


def _sheets(content: Path, today: dt.date = TODAY) -> dict[str, LexborHTMLParser]:
    """Return the sheets of a site by path."""
    assets = build_site(content, BuildOptions(today)).assets
    return {
        asset.path.removesuffix("index.html"): LexborHTMLParser(asset.data.decode())
        for asset in assets
        if asset.path.endswith("/poster/index.html")
    }


def _text(node: LexborHTMLParser | LexborNode, query: str) -> list[str]:
    return [" ".join(found.text().split()) for found in node.css(query)]


@pytest.fixture(scope="module")
def sheets() -> Mapping[str, LexborHTMLParser]:
    return _sheets(FULL_CONTENT)


HOLIDAY = (
    "title: {{kk: {0}, ru: {0}}}\nsummary: {{kk: К., ru: Р.}}\ngroup: folk\nsources: [gazette]\n"
)
EVENT = """\
title: {{kk: {kk}, ru: {ru}}}
summary: {{kk: К., ru: Р.}}
kind: concert
scope: astrakhan
sources: [gazette]
"""


def test_every_year_and_every_event_with_a_known_day_has_a_sheet(tmp_path: Path) -> None:
    events = {
        "exact": "status: held\nstart: 2018-05-12\n",
        "days": "status: planned\nstart: 2027-05-30\nend: 2027-06-02\n",
        "month": "status: held\nstart: 2018-05\n",
        "about": "status: held\nstart: 2018-05-12~\n",
        "open-end": "status: planned\nstart: 2027-05-30\nend: 2027-06\n",
    }
    head = EVENT.format(kk="К", ru="Р")
    files = {f"events/{name}.yml": head + text for name, text in events.items()}
    made = _sheets(write_content(tmp_path / "content", MINIMAL | files))
    years = {f"{tag}/calendar/{year}/poster/" for tag in ("kk", "ru") for year in range(2024, 2031)}
    assert set(made) == years | {"both/events/exact/poster/", "both/events/days/poster/"}


def test_search_engines_are_sent_away(sheets: Mapping[str, LexborHTMLParser]) -> None:
    for sheet in sheets.values():
        robots = sheet.css_first('meta[name="robots"]')
        assert robots
        assert robots.attributes["content"] == "noindex"


def test_a_year_has_all_holidays_in_order(tmp_path: Path) -> None:
    rules = {
        "over-new-year": "{type: range, first: 12-30, last: 01-02}",
        "spring": "{type: range, first: 03-21, last: 03-23}",
        "over-months": "{type: range, first: 05-30, last: 06-01}",
        "dombyra": "{type: nth-weekday, month: 7, weekday: sunday, nth: 1}",
        "family": "{type: undated}",
        "named": "{type: listed}\ndates: [{start: 2025-05-18, state: held, sources: [gazette]}]",
        "law": (
            "{type: changed, periods: [{last_year: 2025, rule: {type: fixed, day: 08-30}, "
            "sources: [gazette]}]}"
        ),
    }
    files = {
        f"holidays/{name}.yml": f"{HOLIDAY.format(name)}rule: {rule}\n"
        for name, rule in rules.items()
    }
    made = _sheets(write_content(tmp_path / "content", MINIMAL | files))
    sheet = made["ru/calendar/2026/poster/"]
    assert _text(sheet, ".months section") == [
        "январь 30.12–02.01 over-new-year вторник – пятница",
        "март 21–23 spring суббота – понедельник",
        "май 30.05–01.06 over-months суббота – понедельник",
        "июль 5 dombyra воскресенье",
        "декабрь 30.12–02.01 over-new-year среда – суббота",
    ]
    assert _text(sheet, ".year-lists > p") == [
        "без определённого дня: family",
        "дата в этом году неизвестна: named",
    ]
    year_before = made["ru/calendar/2025/poster/"]
    rows = _text(year_before, ".months li")
    assert {"18 named воскресенье", "30 law суббота"} < set(rows)
    assert _text(year_before, ".year-lists > p") == ["без определённого дня: family"]


def test_a_day_by_the_moon_is_marked_until_it_is_announced(
    sheets: Mapping[str, LexborHTMLParser],
) -> None:
    announced, estimate = (sheets[f"ru/calendar/{year}/poster/"] for year in (2027, 2028))
    rows = _text(announced, ".months li")
    assert [row for row in rows if "Полный айт" in row] == [
        "17–19 Полный айт понедельник – среда · дата объявлена РК"
    ]
    assert not [note for note in _text(announced, ".legend p") if note.startswith("*")]
    rows = _text(estimate, ".months li")
    assert [row for row in rows if "Полный айт" in row] == [
        "5–7* Полный айт пятница – воскресенье · по расчёту, ±1 день РК"
    ]
    assert [note for note in _text(estimate, ".legend p") if note.startswith("* День зависит")]


def test_marks_say_who_has_the_day_off(tmp_path: Path) -> None:
    off = "{day_off: true, text: {kk: К., ru: Р.}, sources: [gazette]}"
    work = off.replace("true", "false")
    rule = "rule: {type: fixed, day: 05-01}\n"
    files = {
        "holidays/both.yml": f"{HOLIDAY.format('both')}{rule}kazakhstan: {off}\nrussia: {off}\n",
        "holidays/one.yml": f"{HOLIDAY.format('one')}{rule}kazakhstan: {work}\nrussia: {off}\n",
        "holidays/none.yml": f"{HOLIDAY.format('none')}{rule}kazakhstan: {work}\n",
    }
    sheet = _sheets(write_content(tmp_path / "content", MINIMAL | files))[
        "kk/calendar/2026/poster/"
    ]
    marks = {row.css_first("strong").text(): _text(row, "abbr") for row in sheet.css(".months li")}
    assert marks == {"both": ["ҚР", "РФ"], "one": ["РФ"], "none": []}
    assert _text(sheet, ".legend abbr") == ["ҚР", "РФ"]


def test_jubilees_tell_what_sources_say(sheets: Mapping[str, LexborHTMLParser]) -> None:
    assert _text(sheets["ru/calendar/2026/poster/"], ".jubilees li") == [
        "Личность Полная: 130 лет со дня смерти, 12 мая"
    ]
    assert _text(sheets["kk/calendar/2028/poster/"], ".jubilees li") == [
        "Толық Тұлға: туғанына 210 жыл, наурыз (әр дереккөзде жылы әртүрлі)",
        "Толық Тұлға: туғанына 205 жыл (әр дереккөзде жылы әртүрлі)",
    ]
    assert not sheets["kk/calendar/2027/poster/"].css(".jubilees")


def test_an_event_that_does_not_take_place_says_so_first(
    sheets: Mapping[str, LexborHTMLParser],
) -> None:
    cancelled = sheets["both/events/full-event/poster/"]
    assert _text(cancelled, ".state p") == ["өткізілмейді", "отменено"]
    assert _text(cancelled, ".off .days") == ["21–22"]
    moved = sheets["both/events/moved-event/poster/"]
    assert _text(moved, ".state p") == ["күні өзгерді", "дата изменена"]
    assert not moved.css(".off")
    words = " ".join(_text(moved, ".pairs [lang=ru]"))
    assert "Прежняя дата: 13 января 2027 г., среда, 18:00" in words
    assert "Перенесено с 13 на 20 января." in words
    assert not sheets["both/events/past-event/poster/"].css(".state, .off")


def test_an_event_is_told_in_both_languages(sheets: Mapping[str, LexborHTMLParser]) -> None:
    sheet = sheets["both/events/moved-event/poster/"]
    assert _text(sheet, ".title") == ["Ауысқан кеш", "Перенесённый вечер"]
    assert _text(sheet, ".when p") == [
        "2027 жылғы 20 қаңтар, сәрсенбі",
        "20 января 2027 г., среда",
    ]
    sides = [" ".join(_text(sheet, f".pairs > [lang={tag}]")) for tag in ("kk", "ru")]
    for side, words in zip(
        sides,
        (
            ("17:00 (Астрахан уақыты, UTC+4), 18:00", "Үлкен зал, Кесене", "Бейбітшілік к., 1"),
            ("17:00 по Астрахани (UTC+4), 18:00", "Большой зал, Мавзолей", "Общество «Полное»"),
        ),
        strict=True,
    ):
        for word in words:
            assert word in side


@pytest.mark.parametrize(
    ("today", "day"), [(TODAY, "24"), (dt.date(2026, 12, 15), "17"), (dt.date(2027, 6, 1), "24")]
)
def test_a_class_shows_its_next_meeting(today: dt.date, day: str) -> None:
    sheet = _sheets(FULL_CONTENT, today)["both/events/weekly-class/poster/"]
    assert _text(sheet, ".days") == [day]
    assert "По вторникам и четвергам" in " ".join(_text(sheet, ".pairs [lang=ru]"))
    assert _text(sheet, ".when .small") == ["Ең жақын кездесу", "Ближайшая встреча"]


def test_address_in_letters_is_that_of_the_page(sheets: Mapping[str, LexborHTMLParser]) -> None:
    for path, page in (
        ("both/events/moved-event/poster/", "both/events/moved-event/"),
        ("kk/calendar/2027/poster/", "kk/calendar/2027/"),
    ):
        assert _text(sheets[path], ".address") == [f"full.example/sub/{page}"]


def test_content_is_no_markup(tmp_path: Path) -> None:
    hostile = """'<script>alert("1")</script> {{ 7 * 7 }} & «x»'"""
    event = EVENT.format(kk=hostile, ru=hostile).replace("К.", hostile).replace("Р.", hostile)
    files = {
        "events/hostile.yml": f"{event}status: planned\nstart: 2026-12-01\nvenue: {{kk: {hostile}, ru: {hostile}}}\n",
        "holidays/hostile.yml": f"{HOLIDAY.format(hostile)}rule: {{type: fixed, day: 05-01}}\n",
        "holidays/undated.yml": f"{HOLIDAY.format(hostile)}rule: {{type: undated}}\n",
    }
    made = _sheets(write_content(tmp_path / "content", MINIMAL | files))
    for path in ("both/events/hostile/poster/", "kk/calendar/2026/poster/"):
        scripts = [script.text() for script in made[path].css("script")]
        assert scripts
        assert not [script for script in scripts if "alert" in script]
        assert made[path].body
        assert made[path].body.text().count("{{ 7 * 7 }} & «x»") >= 2


def test_event_page_leads_to_its_sheet_if_there_is_one(tmp_path: Path) -> None:
    head = EVENT.format(kk="К", ru="Р")
    files = {
        "events/known.yml": f"{head}status: held\nstart: 2018-05-12\n",
        "events/unknown.yml": f"{head}status: held\nstart: 2018-05\n",
    }
    result = build_site(write_content(tmp_path / "content", MINIMAL | files), BuildOptions(TODAY))
    bodies = {page.path: page.body for page in result.pages}
    assert '"../../../both/events/known/poster/"' in bodies["kk/events/known/"]
    assert "/poster/" not in bodies["kk/events/unknown/"]
