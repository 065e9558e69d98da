"""What a finished page holds, read from a real build."""

from __future__ import annotations

import io
import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from tests.mkdocs_adapter.conftest import Run
from tests.support import FULL_CONTENT, ROOT, write_project

PLACE = "places/full-place/"
SITE_URL = "https://full.example/sub/"


def _page(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path / "index.html").read_text("utf-8"))


def _attribute(page: LexborHTMLParser, selector: str, name: str) -> str | None:
    node = page.css_first(selector)
    return node.attributes[name] if node else None


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_page_speaks_its_language(site: Path, language: str) -> None:
    page = _page(site, f"{language}/{PLACE}")
    assert _attribute(page, "html", "lang") == language
    skip = {"kk": "Мазмұнға өту", "ru": "Перейти к содержанию"}[language]
    assert page.css_first("a.md-skip").text(strip=True) == skip


@pytest.mark.parametrize(("language", "other"), [("kk", "ru"), ("ru", "kk")])
@pytest.mark.parametrize("path", ["", PLACE, "glossary/", "archive/2027/", "about/"])
def test_the_switch_leads_to_the_same_page(
    site: Path, path: str, language: str, other: str
) -> None:
    page = _page(site, f"{language}/{path}")
    switch = page.css_first("a.language-switch")
    target = (site / language / path / switch.attributes["href"]).resolve()
    assert target == (site / other / path).resolve()
    assert switch.attributes["lang"] == switch.attributes["hreflang"] == other


@pytest.mark.parametrize("path", ["kk/", f"ru/{PLACE}", "kk/about/"])
def test_alternates_are_reciprocal(site: Path, path: str) -> None:
    page = _page(site, path)
    rest = path[3:]
    found = {
        node.attributes["hreflang"]: node.attributes["href"]
        for node in page.css('link[rel="alternate"][hreflang]')
    }
    assert found == {
        "kk": f"{SITE_URL}kk/{rest}",
        "ru": f"{SITE_URL}ru/{rest}",
        "x-default": SITE_URL,
    }
    assert _attribute(page, "link[rel=canonical]", "href") == f"{SITE_URL}{path}"


@pytest.mark.parametrize(
    ("path", "languages"),
    [("kk/", ["kk"]), (f"ru/{PLACE}", ["ru"]), ("kk/about/", ["kk"]), ("", ["kk", "ru"])],
)
def test_every_page_offers_the_feeds_of_its_language(
    site: Path, path: str, languages: list[str]
) -> None:
    feeds = _page(site, path).css('link[rel="alternate"][type]')
    assert [(node.attributes["type"], node.attributes["href"]) for node in feeds] == [
        (media_type, f"{SITE_URL}{language}/{name}")
        for language in languages
        for media_type, name in (
            ("application/atom+xml", "atom.xml"),
            ("application/feed+json", "feed.json"),
        )
    ]
    for node in feeds:
        file = site / (node.attributes["href"] or "").removeprefix(SITE_URL)
        assert '"<b>: ' in (node.attributes["title"] or "")
        assert file.is_file()


def test_the_head_escapes_what_editors_write(site: Path) -> None:
    text = (site / "kk" / PLACE / "index.html").read_text("utf-8")
    title = "Кесене «Толық» &lt;i&gt; — Сайт &amp; «аты» &quot;&lt;b&gt;"
    assert f"<title>{title}</title>" in text
    page = LexborHTMLParser(text)
    assert _attribute(page, "meta[property='og:title']", "content") == "Кесене «Толық» <i>"
    assert _attribute(page, "meta[name=description]", "content") == (
        "Барлық өрісі бар орын & белгі."
    )
    assert page.css_first("h1").text() == "Кесене «Толық» <i>"
    assert len(page.css("h1")) == 1
    assert not page.css("h1 i, .md-ellipsis i, header b, .md-nav b")
    assert _attribute(page, "header a.md-logo", "aria-label") == 'Сайт & «аты» "<b>'
    about = _page(site, "kk/about/")
    assert not about.css("head b, header b")
    assert about.css_first("title").text() == 'Сайт туралы — Сайт & «аты» "<b>'


def test_the_share_image_is_a_picture_of_the_right_size(site: Path) -> None:
    page = _page(site, f"ru/{PLACE}")
    link = _attribute(page, "meta[property='og:image']", "content") or ""
    data = (site / link.removeprefix(SITE_URL)).read_bytes()
    with Image.open(io.BytesIO(data)) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert _attribute(page, "meta[property='og:locale']", "content") == "ru_RU"
    assert _attribute(page, "meta[property='og:locale:alternate']", "content") == "kk_KZ"


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_page_names_its_share_image(site: Path, language: str) -> None:
    docs = ROOT / "docs"
    files = [path.relative_to(docs) for path in (docs / language).rglob("*.md")]
    texts = {path.parent if path.stem == "index" else path.with_suffix("") for path in files}
    named = set()
    for path in sorted((site / language).rglob("index.html")):
        folder = path.parent.relative_to(site)
        if folder.name == "poster":
            continue  # a sheet of paper
        page = LexborHTMLParser(path.read_text("utf-8"))
        # Texts about the site show what its home page shows.
        image = f"assets/share/{language if folder in texts else folder}.png"
        assert _attribute(page, "meta[property='og:image']", "content") == f"{SITE_URL}{image}"
        named.add(site / image)
    shares = site / "assets" / "share"
    assert named == {shares / f"{language}.png", *(shares / language).rglob("*.png")}


def test_the_edit_link_opens_the_file_of_the_record(site: Path) -> None:
    page = _page(site, f"kk/{PLACE}")
    assert _attribute(page, "a[rel~=edit]", "href") == (
        "https://git.example/owner/full/-/edit/main/content/places/full-place.yml"
    )


def test_navigation_stays_in_its_language_and_lists_no_records(site: Path) -> None:
    page = _page(site, f"ru/{PLACE}")
    links = {node.attributes["href"] for node in page.css(".md-tabs a, .md-nav--primary a")}
    targets = {
        (site / "ru" / PLACE / (link or "")).resolve().relative_to(site.resolve()).parts
        for link in links
    }
    assert {parts[0] for parts in targets} == {"ru"}
    assert ("ru", "places", "full-place") not in targets
    active = page.css_first(".md-tabs__item--active")
    assert active.text(strip=True) == "Места и карта"


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_each_language_has_a_search_index_of_its_own(site: Path, language: str) -> None:
    raw = (site / language / "search" / "search_index.json").read_bytes()
    assert "Кесене".encode() in raw or "Мавзолей".encode() in raw  # UTF-8, no \u escapes
    index = json.loads(raw)
    title = {"kk": "Кесене «Толық» <i>", "ru": "Мавзолей «Полный» <i>"}[language]
    entry = next(doc for doc in index["docs"] if doc["location"] == PLACE)
    # The theme shows titles as HTML.
    assert unescape(entry["title"]) == title
    assert "<" not in entry["title"].replace("&lt;", "")
    other = {"kk": "Мавзолей", "ru": "Тарихы"}[language]
    assert not any(other == doc["title"] for doc in index["docs"])
    pages = {doc["location"].partition("#")[0] for doc in index["docs"]}
    assert all((site / language / page / "index.html").is_file() for page in pages)
    assert {"about/", "editors/yaml/"} <= pages


def test_the_theme_looks_for_its_index_in_the_language_folder(site: Path) -> None:
    page = _page(site, f"ru/{PLACE}")
    config = json.loads(page.css_first("script#__config").text())
    assert (site / "ru" / PLACE / config["base"]).resolve() == (site / "ru").resolve()
    assert (site / "ru" / PLACE / config["search"]).resolve().is_file()
    error = LexborHTMLParser((site / "404.html").read_text("utf-8"))
    assert json.loads(error.css_first("script#__config").text())["base"] == "/sub/kk/"


def test_sitemaps_list_every_page_with_its_pair(site: Path) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    index = ET.parse(site / "sitemap.xml")  # noqa: S314  our own file
    assert [node.text for node in index.iterfind(".//s:loc", names)] == [
        f"{SITE_URL}kk/sitemap.xml",
        f"{SITE_URL}ru/sitemap.xml",
    ]
    sitemap = ET.parse(site / "kk" / "sitemap.xml")  # noqa: S314  our own file
    place = next(
        node
        for node in sitemap.iterfind("s:url", names)
        if node.findtext("s:loc", namespaces=names) == f"{SITE_URL}kk/{PLACE}"
    )
    assert place.findtext("s:lastmod", namespaces=names) == "2026-11-22"
    addresses = {node.text for node in sitemap.iterfind(".//s:loc", names)}
    assert {f"{SITE_URL}kk/about/", f"{SITE_URL}kk/editors/yaml/"} <= addresses
    pairs = place.findall("{http://www.w3.org/1999/xhtml}link")
    assert {node.get("hreflang"): node.get("href") for node in pairs} == {
        "kk": f"{SITE_URL}kk/{PLACE}",
        "ru": f"{SITE_URL}ru/{PLACE}",
    }


def test_the_404_page_speaks_both_languages(site: Path) -> None:
    page = LexborHTMLParser((site / "404.html").read_text("utf-8"))
    sections = {
        node.attributes["lang"]: node.text() for node in page.css("[data-error-page] section")
    }
    assert "Бет табылмады" in sections["kk"]
    assert "Страница не найдена" in sections["ru"]


def test_markdown_pages_of_docs_get_their_language(site: Path) -> None:
    page = _page(site, "ru/about/")
    assert _attribute(page, "html", "lang") == "ru"
    assert page.css_first("h1").text() == "О сайте"


def test_no_page_asks_another_host_for_anything(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = LexborHTMLParser(path.read_text("utf-8"))
        loaded = [node.attributes.get("src") for node in page.css("[src]")]
        loaded += [node.attributes.get("href") for node in page.css("link[rel=stylesheet]")]
        assert not [link for link in loaded if link and "//" in link], path
        assert not page.css("[onclick], [onload], [onerror], iframe")


def test_what_the_sanitiser_removed_is_not_on_the_page(site: Path) -> None:
    article = _page(site, "kk/stories/full-story/").css_first("article")
    assert not article.css("script")
    assert "alert(1)" not in article.text()


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(
    "path",
    ["", PLACE, "places/", "calendar/2027/", "glossary/", "road/", "about/", "editors/add-event/"],
)
def test_a_page_offers_a_report_about_itself(site: Path, path: str, language: str) -> None:
    page = _page(site, f"{language}/{path}")
    (link,) = page.css("article .report a")
    report = parse_qs(urlsplit(link.attributes["href"] or "").query)
    assert f"{SITE_URL}{language}/{path}\n" in report["issue[description]"][0]
    subject = {"kk": "Қате: ", "ru": "Ошибка: "}[language]
    assert report["issue[title]"] == [subject + page.css_first("article h1").text(strip=True)]


def test_the_404_page_offers_a_report_in_each_language(site: Path) -> None:
    page = LexborHTMLParser((site / "404.html").read_text("utf-8"))
    titles = [
        parse_qs(urlsplit(link.attributes["href"] or "").query)["issue[title]"]
        for link in page.css("[data-error-page] section .report a")
    ]
    assert titles == [["Қате: Бет табылмады"], ["Ошибка: Страница не найдена"]]


def test_without_a_repository_no_page_offers_a_report(tmp_path: Path, run: Run) -> None:
    write_project(tmp_path, FULL_CONTENT)
    settings = tmp_path / "content" / "site.yml"
    text, removed = re.subn(r"repository:\n(  .*\n)+", "", settings.read_text("utf-8"))
    assert removed
    settings.write_text(text, "utf-8")
    done = run("site_builder", "build", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    pages = [path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html")]
    assert any('class="record-foot"' in page for page in pages)
    assert not any('class="report"' in page or "issues/new" in page for page in pages)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_page_leads_editors_to_their_guide(site: Path, language: str) -> None:
    footer = _page(site, f"{language}/{PLACE}").css_first(".footer-links")
    assert "../../editors/" in [link.attributes["href"] for link in footer.css("a")]


def test_the_guide_shows_its_examples(site: Path) -> None:
    text = _page(site, "kk/editors/examples/").css_first("article").text()
    assert "title:\n  kk: Үлгі іс-шара" in text
    assert "--8<--" not in text
    assert not (site / "examples").exists()
