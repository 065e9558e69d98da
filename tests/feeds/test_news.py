"""Feeds of news: valid Atom and JSON Feed, the last change first, the same ids for ever."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from site_builder.build import BuildOptions, build_site
from site_builder.feeds.atom import atom_feeds
from site_builder.feeds.json_feed import json_feeds
from site_builder.languages import LANGUAGES, Language
from site_builder.linker import Site
from tests.feeds.content import HOSTILE, event_file, full_site, site_of
from tests.support import FULL_CONTENT, TODAY

HERE = Path(__file__).parent
ATOM = etree.RelaxNG(etree.parse(HERE / "schemas" / "atom.rng"))
JSON_FEED = Draft202012Validator(json.loads((HERE / "schemas" / "json-feed.json").read_bytes()))
NAMES = {"a": "http://www.w3.org/2005/Atom"}
CANCELLED = "changes: [{day: 2026-12-01, text: {kk: Өтпейді., ru: Не будет.}}]\n"


def files(site: Site) -> dict[str, bytes]:
    """Return all feeds by path."""
    return {asset.path: asset.data for asset in (*atom_feeds(site), *json_feeds(site))}


def atom(site: Site, language: str = "kk") -> Any:
    """Return the Atom feed of a language, read by another library than the one that wrote it."""
    return etree.fromstring(files(site)[f"{language}/atom.xml"])


def json_feed(site: Site, language: str = "kk") -> dict[str, Any]:
    feed: dict[str, Any] = json.loads(files(site)[f"{language}/feed.json"])
    return feed


def entries(site: Site, language: str = "kk") -> list[tuple[str, str, str]]:
    """Return id, title and day of the last change of each entry, in the feed's order."""
    found = [
        tuple(entry.findtext(f"a:{name}", namespaces=NAMES) for name in ("id", "title", "updated"))
        for entry in atom(site, language).iterfind("a:entry", NAMES)
    ]
    in_json = [
        (item["id"], item["title"], item["date_modified"])
        for item in json_feed(site, language)["items"]
    ]
    assert found == in_json
    return in_json


def text_of(html: str) -> list[str]:
    """Return the paragraphs as a browser shows them; any other tag is a fault."""
    paragraphs: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert (tag, attrs) == ("p", [])
            paragraphs.append("")

        def handle_data(self, data: str) -> None:
            paragraphs[-1] += data

    Reader().feed(html)
    return paragraphs


@pytest.fixture(scope="module")
def full() -> Site:
    return full_site()


@pytest.mark.parametrize("path", ["kk/atom.xml", "ru/atom.xml", "kk/feed.json", "ru/feed.json"])
def test_the_feed_of_every_field(path: str, full: Site, request: pytest.FixtureRequest) -> None:
    data = files(full)[path]
    golden = HERE / "golden" / path.replace("/", "-")
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(data)
    assert data == golden.read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_atom_is_valid(language: Language, full: Site) -> None:
    feed = atom(full, language)
    assert ATOM.validate(feed), ATOM.error_log
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    # What RELAX NG cannot say of sections 4.1.1 and 4.2.6: one page a language, ids that are unique.
    for parent in (feed, *feed.iterfind("a:entry", NAMES)):
        pages = parent.findall("a:link[@rel='alternate']", NAMES)
        assert [page.get("hreflang") for page in pages] == [language]
    ids = [node.text for node in feed.iterfind(".//a:id", NAMES)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<id>tag:full.example,2026:events/past-event</id>", b""),
        (b"<updated>2026-11-22T00:00:00Z</updated>", b"<updated>2026-11-22</updated>"),
        (b"<name>", b"<nom>"),
        (b'rel="self" ', b'rel="self" rev="x" '),
        (b"<published>", b"<published>x"),
    ],
)
def test_the_schema_of_atom_refuses_what_is_wrong(old: bytes, new: bytes, full: Site) -> None:
    data = files(full)["kk/atom.xml"]
    assert old in data
    wrong = data.replace(old, new).replace(b"</name>", b"</nom>" if b"nom" in new else b"</name>")
    assert not ATOM.validate(etree.fromstring(wrong))


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_feed_is_valid(language: Language, full: Site) -> None:
    Draft202012Validator.check_schema(JSON_FEED.schema)
    feed = json_feed(full, language)
    JSON_FEED.validate(feed)
    assert feed["language"] == language
    assert not JSON_FEED.is_valid(feed | {"items": [{"id": "1"}]})


def test_every_address_in_a_feed_is_in_the_site(full: Site) -> None:
    result = build_site(FULL_CONTENT, BuildOptions(TODAY))
    paths = set(result.paths)
    for language in LANGUAGES:
        feed, root = json_feed(full, language), full.settings.url
        links = [feed["home_page_url"], feed["feed_url"]]
        links += [item[key] for item in feed["items"] for key in ("url", "image")]
        links += atom(full, language).xpath("//@href[starts-with(., $root)]", root=root)
        assert {link.removeprefix(root) for link in links} <= paths
        assert f"{language}/atom.xml" in paths


def test_ids_hold_no_title_no_date_and_no_language(full: Site) -> None:
    ids = [{id_ for id_, *_ in entries(full, language)} for language in LANGUAGES]
    assert ids[0] == ids[1]
    assert "tag:full.example,2026:events/moved-event" in ids[0]


def test_a_cancelled_event_rises_to_the_top_with_its_old_id(tmp_path: Path) -> None:
    before = site_of(tmp_path / "1", {"a": event_file(), "b": event_file("Кеш")})
    after = site_of(
        tmp_path / "2",
        {"a": event_file(status="cancelled", more=CANCELLED), "b": event_file("Кеш")},
    )
    ids = [id_ for id_, *_ in entries(before)]
    assert entries(before)[0] == (ids[0], "Той", "2026-11-22T00:00:00Z")
    assert ids[1].endswith("events/b")
    changed = site_of(
        tmp_path / "3", {"a": event_file(), "b": event_file("Кеш", "cancelled", CANCELLED)}
    )
    assert entries(changed)[0] == (ids[1], "ӨТКІЗІЛМЕЙДІ: Кеш", "2026-12-01T00:00:00Z")
    assert entries(changed, "ru")[0] == (ids[1], "ОТМЕНЕНО: Кеш", "2026-12-01T00:00:00Z")
    assert entries(after)[0][:2] == (ids[0], "ӨТКІЗІЛМЕЙДІ: Той")
    for site, day in ((before, "2026-11-22"), (changed, "2026-12-01")):
        assert atom(site).findtext("a:updated", namespaces=NAMES) == f"{day}T00:00:00Z"


def test_a_postponed_event_tells_its_date_as_the_former_one(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"a": event_file(status="postponed", more=CANCELLED)})
    item = json_feed(site, "ru")["items"][0]
    assert item["title"] == "ОТЛОЖЕНО: Той"
    details = text_of(item["content_html"])
    assert any(line.startswith("Прежняя дата: 21\u00a0марта 2027\u00a0г.") for line in details)
    assert not any(line.startswith("Когда") for line in details)


def test_an_item_tells_both_clocks_the_place_the_state_and_the_last_change(full: Site) -> None:
    item = next(i for i in json_feed(full, "ru")["items"] if i["id"].endswith("moved-event"))
    assert text_of(item["content_html"]) == [
        "Событие с новой датой.",
        "Дата события изменена.",
        (
            "Когда: 20\u00a0января 2027\u00a0г., среда, 17:00 по Астрахани (UTC+4), "
            "18:00 в Атырау, Актау и Уральске (UTC+5)"
        ),
        (
            "Прежняя дата: 13\u00a0января 2027\u00a0г., среда, 18:00 по Астрахани (UTC+4), "
            "19:00 в Атырау, Актау и Уральске (UTC+5)"
        ),
        "Где: Большой зал, Мавзолей «Полный» <i>, ул. Мира, 1",
        "20\u00a0ноября 2026\u00a0г.: Перенесено с 13 на 20 января.",
    ]


def test_of_equal_changes_the_later_event_comes_first_then_the_id(tmp_path: Path) -> None:
    later = event_file().replace("2027-03-21", "2028-01")
    later = later.replace("start_time: 18:30\n", "")
    site = site_of(tmp_path, {"a": event_file(), "b": later, "c": event_file()})
    order = [id_.rpartition(":")[2] for id_, *_ in entries(site)]
    assert order == ["events/b", "events/a", "events/c", "stories/community"]


def test_a_feed_holds_the_first_fifty(tmp_path: Path) -> None:
    many = {f"e{n:02}": event_file() for n in range(60)}
    site = site_of(tmp_path, many | {"z": event_file(status="cancelled", more=CANCELLED)})
    found = entries(site)
    assert len(found) == 50
    assert found[0][0].endswith("events/z")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hostile_title_stays_text(language: Language, tmp_path: Path) -> None:
    title = HOSTILE
    place = f"place: kurmangazy-mausoleum\nvenue: {{kk: '{title.replace(chr(39), chr(39) * 2)}', ru: Зал}}\n"
    site = site_of(tmp_path, {"a": event_file(title, more=place)})
    feed = atom(site, language)
    assert ATOM.validate(feed), ATOM.error_log
    assert entries(site, language)[0][1] == title
    item = json_feed(site, "kk")["items"][0]
    assert f"Қайда: {title}, Құрманғазы кесенесі, Алтынжар" in text_of(item["content_html"])
    assert text_of(feed.findtext("a:entry/a:content", namespaces=NAMES))[0] in (
        "Қысқаша.",
        "Коротко.",
    )


def test_a_host_in_kazakh_letters_is_named_in_ascii(tmp_path: Path) -> None:
    site = site_of(tmp_path, {}, setting=("https://site.example/", "https://қаз.қаз/"))
    ids = [id_ for id_, *_ in entries(site)]
    assert ids == ["tag:xn--80ao21a.xn--80ao21a,2026:stories/community"]
    assert ATOM.validate(atom(site)), ATOM.error_log
