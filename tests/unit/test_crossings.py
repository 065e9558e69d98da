"""What pages say of the border: all of it at the posts and in guides, a word on the way."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from site_builder.languages import LANGUAGES, Language
from site_builder.loader import Entry
from site_builder.views.crossings import CrossingSide, crossing_parts, way_parts
from site_builder.views.guides import view_guide
from site_builder.views.parts import PartView
from site_builder.views.places import view_place
from site_builder.views.routes import view_route
from tests.support import TODAY
from tests.unit.pages import changed, full_site, open_page

KK, RU = LANGUAGES
FRESH = dt.date(2026, 11, 20)
"""A day on which no check at the posts is old."""


def post(id_: str = "post", **values: Any) -> Entry:
    """Return a post, perhaps with other values."""
    entry = full_site().entry("places", id_)
    return changed(entry, **values) if values else entry


def block(entry: Entry, language: Language = RU, today: dt.date = TODAY) -> PartView:
    """Return what the page of a post says of the crossing."""
    (part,) = crossing_parts(open_page(entry, language, today), [entry])
    return part


def rows(part: PartView) -> dict[str, tuple[CrossingSide, ...]]:
    return {row.title: row.sides for row in part.items}


def test_both_sides_have_a_name_a_country_and_a_clock() -> None:
    sides = rows(block(post()))["По обе стороны"]
    assert [(s.country, s.post and (s.post.title, s.post.href), s.note) for s in sides] == [
        ("Россия", ("Пункт «Дальний»", ""), "Астраханская область, время UTC+4"),
        (
            "Казахстан",
            ("Встречный пункт", "../opposite-post/"),
            "Атырауская область, время UTC+5",
        ),
    ]


def test_on_the_other_side_the_same_comes_in_the_other_order() -> None:
    here, there = rows(block(post())), rows(block(post("opposite-post")))
    assert list(here) == list(there)
    for title, sides in here.items():
        assert [side.country for side in there[title]] == [side.country for side in sides[::-1]]


def test_every_statement_has_its_sources_and_the_day_of_its_check() -> None:
    found = [s for row in block(post()).items for side in row.sides for s in side.statements]
    assert [(s.passage.html, s.checked.replace("\u00a0", " ")) for s in found] == [
        ("<p>Проезжают на машине.</p>", "проверено 20 ноября 2026 г."),
        ("<p>Открыт круглосуточно.</p>", "проверено 21 ноября 2026 г."),
        ("<p>Нужен паспорт.</p>", "проверено 20 октября 2026 г."),
        ("<p>Ребёнку нужно согласие.</p>", "проверено 20 ноября 2026 г."),
        ("<p>Годится внутренний паспорт.</p>", "проверено 19 ноября 2026 г."),
        ("<p>Летом большая очередь.</p>", "проверено 21 октября 2026 г."),
        ("<p>Дорогу ремонтируют.</p>", "проверено 23 октября 2026 г."),
    ]
    assert all("#source-" in s.citations for s in found)


UNKNOWN = "Неизвестно. Спросите до поездки у пограничной службы."


def test_what_only_one_side_tells_is_unknown_on_the_other() -> None:
    """But of queues and works silence says nothing."""
    found = rows(block(post()))
    known = {title: [(s.country, s.note) for s in sides] for title, sides in found.items()}
    del known["По обе стороны"]
    assert known == {
        "Кто и на чём может проехать": [("Россия", ""), ("Казахстан", UNKNOWN)],
        "Часы работы": [("Россия", ""), ("Казахстан", UNKNOWN)],
        "Документы для въезда": [("Россия", ""), ("Казахстан", "")],
        "Очередь": [("Россия", "")],
        "Ремонт и реконструкция": [("Россия", "")],
    }


@pytest.mark.parametrize("crossing", [None, {"recheck_days": "30"}])
def test_of_a_post_of_which_nothing_is_known_this_is_said_once_a_part(crossing: Any) -> None:
    found = rows(block(post(crossing=crossing)))
    assert list(found) == [
        "По обе стороны",
        "Кто и на чём может проехать",
        "Часы работы",
        "Документы для въезда",
    ]
    for sides in list(found.values())[1:]:
        assert sides == (CrossingSide("", None, UNKNOWN, ()),)
    (kazakh, *_) = rows(block(post(crossing=crossing), KK))["Жұмыс уақыты"]
    assert kazakh.note == "Белгісіз. Жолға шықпас бұрын шекара қызметінен сұрап алыңыз."


@pytest.mark.parametrize(
    ("today", "parts", "date"),
    [
        (FRESH, "", ""),
        (dt.date(2026, 11, 21), "«Документы для въезда»", "20 октября"),
        (TODAY, "«Документы для въезда», «Очередь»", "20 октября"),
    ],
)
def test_old_parts_are_named(today: dt.date, parts: str, date: str) -> None:
    """On every page that speaks of the border, from the day after the last of the days."""
    words = (
        f"Эти сведения проверены {date} 2026 г. и могли устареть: {parts}. "
        "Уточните их перед поездкой."
    )
    mausoleum = full_site().entry("places", "full-place")
    (way,) = way_parts(open_page(mausoleum, today=today), [post()])
    for part in (block(post(), today=today), way):
        assert part.notice.replace("\u00a0", " ") == (words if parts else "")


def way(page: Any) -> PartView:
    return next(part for part in page.parts if part.anchor == "crossing")


def test_a_mausoleum_sends_its_guests_to_the_crossing() -> None:
    entry = full_site().entry("places", "full-place")
    part = way(view_place(open_page(entry), entry))
    assert (part.kind, part.title) == ("link", "По пути: граница")
    assert part.intro.startswith(
        "Если ваш путь лежит через границу, на машине её переезжают здесь. До выезда узнайте"
    )
    (link,) = part.items
    assert (link.title, link.href) == ("Пункт «Дальний»", "../post/#crossing")
    assert link.note.replace("\u00a0", " ") == "проверено 20 октября 2026 г."
    assert link.datetime == "2026-10-20"


def test_a_route_speaks_of_the_posts_among_its_stops() -> None:
    entry = full_site().entry("routes", "full-route")
    stops = [{"place": id_, "sources": ["first"]} for id_ in ("opposite-post", "village", "post")]
    crossing = changed(entry, stops=stops)
    part = way(view_route(open_page(crossing), crossing))
    assert [link.title for link in part.items] == ["Встречный пункт", "Пункт «Дальний»"]
    assert "crossing" not in [p.anchor for p in view_route(open_page(entry), entry).parts]


def test_a_post_of_which_nothing_is_known_has_no_day() -> None:
    (part,) = way_parts(open_page(post()), [post(crossing=None)])
    assert [(link.note, link.datetime) for link in part.items] == [("", "")]


def test_a_guide_to_the_border_tells_all_of_a_crossing_once() -> None:
    """Both posts are named, and both are of one crossing."""
    entry = full_site().entry("guides", "full-guide")
    guide = changed(entry, places=["opposite-post", "full-place", "post"])
    part = way(view_guide(open_page(guide), guide))
    assert part.kind == "crossing"
    titles = [row.title for row in part.items]
    assert len(titles) == len(set(titles)) == 6
    assert [side.post and side.post.href for side in part.items[0].sides] == [
        "../../places/opposite-post/",
        "../../places/post/",
    ]
    assert "crossing" not in [p.anchor for p in view_guide(open_page(entry), entry).parts]
