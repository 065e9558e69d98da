"""Generated content for benchmarks: real shapes, invented words, always the same."""

from __future__ import annotations

import random
from pathlib import Path

__all__ = ["write_generated_content", "write_short_records", "write_stock_project"]

_KK = [
    "құрманғазы",
    "кесене",
    "ауыл",
    "мереке",
    "домбыра",
    "күй",
    "өлке",
    "дала",
    "тарих",
    "халық",
    "орда",
    "жылғы",
    "ескерткіш",
]
_RU = [
    "мавзолей",
    "село",
    "праздник",
    "домбра",
    "край",
    "степь",
    "история",
    "народ",
    "памятник",
    "года",
    "орда",
    "музей",
]
_PARAGRAPHS, _WORDS = 4, 30

_SITE = """\
title: {kk: Сынақ, ru: Проба}
description: {kk: Өлшеуге арналған сайт., ru: Сайт для измерений.}
url: https://bench.example/
licence: {kk: CC BY 4.0, ru: CC BY 4.0}
licence_url: https://creativecommons.org/licenses/by/4.0/
regions:
  r: {title: {kk: Өңір, ru: Край}, timezone: Europe/Astrakhan, country: RU, south: 45.0, west: 44.0, north: 49.0, east: 50.0}
community: story-0
society: organisation-0
mausoleums: [place-0]
"""
_SOURCES = """\
s1: {title: Source, publisher: Press, language: ru, kind: news, seen: 2026-11-22}
s2: {title: Other, publisher: Press, language: ru, kind: news, seen: 2026-11-22}
"""


def _words(source: list[str], number: int, chance: random.Random) -> str:
    return " ".join(chance.choice(source) for _ in range(number))


def _common(title: str, chance: random.Random) -> str:
    statements = "".join(
        f"      - text: {{kk: {_words(_KK, _WORDS, chance)}, ru: {_words(_RU, _WORDS, chance)}}}\n"
        f"        sources: [s1, s2]\n"
        for _ in range(_PARAGRAPHS)
    )
    facts = "".join(
        f"  - label: {{kk: Өріс {n}, ru: Поле {n}}}\n"
        f"    value: {{kk: {_words(_KK, 3, chance)}, ru: {_words(_RU, 3, chance)}}}\n"
        f"    sources: [s1]\n"
        for n in range(10)
    )
    return (
        f"title: {{kk: {title} қазақша, ru: {title} по-русски}}\n"
        f"summary: {{kk: {_words(_KK, 12, chance)}, ru: {_words(_RU, 12, chance)}}}\n"
        f"sources: [s1]\nfacts:\n{facts}sections:\n"
        f"  - id: history\n    title: {{kk: Тарихы, ru: История}}\n    statements:\n{statements}"
    )


def _place(n: int, _count: int) -> str:
    lat, lon = 46 + n % 200 / 100, 47 + n % 150 / 100
    return (
        "kind: village\nregion: r\nlocated_in: {kk: Өңір, ru: Край}\n"
        f"point: {{lat: {lat:.5f}, lon: {lon:.5f}, precision: exact, sources: [s1], "
        "checked: 2026-11-22}\n"
    )


def _event(n: int, count: int) -> str:
    day = f"{1990 + n % 36}-{1 + n % 12:02}-{1 + n % 28:02}"
    return (
        f"kind: concert\nstatus: held\nscope: astrakhan\nstart: {day}\n"
        f"place: place-{n % count}\npeople: [person-{n % count}]\n"
    )


def _person(n: int, _count: int) -> str:
    return (
        "kind: historical\nrole: {kk: күйші, ru: кюйши}\n"
        f"born: {{value: {1800 + n % 150}, sources: [s1]}}\nplaces: [place-{n}]\n"
    )


def write_generated_content(folder: Path, records: int) -> None:
    """Write a content folder with about `records` records, a third each of three kinds."""
    chance = random.Random(1)  # noqa: S311  no secret
    count = max(1, records // 3)
    makers = {
        "places": ("place", _place, count),
        "people": ("person", _person, count),
        "events": ("event", _event, count),
        "stories": ("story", lambda *_: "kind: community\npublished: 2026-11-22\n", 1),
        "organisations": ("organisation", lambda *_: "", 1),
    }
    for kind, (name, make, number) in makers.items():
        (folder / kind).mkdir(parents=True)
        for n in range(number):
            text = _common(f"{name}-{n}", chance) + make(n, count)
            (folder / kind / f"{name}-{n}.yml").write_text(text, "utf-8")
    (folder / "site.yml").write_text(_SITE, "utf-8")
    (folder / "sources.yml").write_text(_SOURCES, "utf-8")


def write_short_records(folder: Path, records: int) -> None:
    """Write a content folder with `records` events of about 1.1 kB, each beside a place."""
    write_generated_content(folder, 3)
    chance = random.Random(1)  # noqa: S311  no secret
    for n in range(records):
        text = (
            f"title:\n  kk: {_words(_KK, 3, chance)}\n  ru: {_words(_RU, 3, chance)}\n"
            f"summary:\n  kk: >-\n    {_words(_KK, 8, chance)}\n  ru: >-\n    {_words(_RU, 8, chance)}\n"
            f"{_event(n, 1)}start_time: 18:30\nlanguages: [kk, ru]\nsections:\n  - id: about\n"
            "    title:\n      kk: Туралы\n      ru: О событии\n    statements:\n      - text:\n"
            f"          kk: >-\n            {_words(_KK, 16, chance)}\n"
            f"          ru: >-\n            {_words(_RU, 16, chance)}\n"
            "        sources: [s1, s2]\nsources: [s1]\n"
        )
        (folder / "events" / f"short-{n}.yml").write_text(text, "utf-8")


def write_stock_project(folder: Path, pages: int) -> None:
    """Write Markdown pages of the same size for stock mkdocs-material with mkdocs-static-i18n."""
    chance = random.Random(1)  # noqa: S311  no secret
    docs = folder / "docs"
    for language, words in (("kk", _KK), ("ru", _RU)):
        for n in range(pages // 2):
            path = docs / language / "records" / f"page-{n}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            rows = "".join(f"| Өріс {m} | {_words(words, 3, chance)} |\n" for m in range(10))
            text = "\n\n".join(_words(words, _WORDS, chance) for _ in range(_PARAGRAPHS))
            path.write_text(f"# Page {n}\n\n| | |\n|---|---|\n{rows}\n## Text\n\n{text}\n", "utf-8")
        (docs / language / "index.md").write_text("# Home\n", "utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Stock\nsite_url: https://bench.example/\n"
        "theme: {name: material, font: false}\nnot_in_nav: records/\nnav: [index.md]\n"
        "plugins:\n  - search\n  - i18n:\n      docs_structure: folder\n      languages:\n"
        "        - {locale: ru, name: Русский, default: true, build: true}\n"
        "        - {locale: kk, name: Қазақша, build: true, theme: {language: en}}\n",
        "utf-8",
    )
