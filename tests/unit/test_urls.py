"""Addresses."""

from __future__ import annotations

from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
import yaml

from site_builder.languages import LANGUAGES, Language
from site_builder.schema.site import Forge, Repository
from site_builder.urls import (
    alternate_path,
    home_path,
    list_path,
    map_script_name,
    picture_path,
    record_path,
    relative_url,
    report_url,
    share_image_path,
    year_path,
)
from tests.support import ROOT


@pytest.mark.parametrize(
    ("here", "target", "link"),
    [
        ("kk/places/x/", "kk/places/x/", "./"),
        ("kk/places/x/", "kk/places/y/", "../y/"),
        ("kk/places/x/", "kk/places/", "../"),
        ("kk/places/x/", "kk/", "../../"),
        ("kk/places/x/", "", "../../../"),
        ("kk/places/x/", "ru/places/x/", "../../../ru/places/x/"),
        ("kk/places/x/", "assets/site.css", "../../../assets/site.css"),
        ("kk/places/x/", "kk/places/x/#map", "#map"),
        ("kk/places/x/", "kk/sources/#a", "../../sources/#a"),
        ("kk/", "kk/places/", "places/"),
        ("", "kk/", "kk/"),
        ("", "", "./"),
        ("", "assets/site.css", "assets/site.css"),
        ("", "#top", "#top"),
    ],
)
def test_relative_links(here: str, target: str, link: str) -> None:
    """Links work wherever the site is put."""
    assert relative_url(here, target) == link
    # The browser's own rule must lead to the same place, below a folder too.
    base = "https://example.org/below/"
    assert urljoin(base + here, link) == base + target


def test_paths() -> None:
    """Both languages have the same tree."""
    assert home_path(Language.KK) == "kk/"
    assert list_path(Language.RU, "places") == "ru/places/"
    assert record_path(Language.KK, "people", "dina") == "kk/people/dina/"
    assert map_script_name("overview", Language.KK) == "overview-kk"
    assert share_image_path("ru/places/a/") == "assets/share/ru/places/a.png"
    assert picture_path("a-b", "1f", 480, "webp") == "assets/pictures/a-b-1f-480.webp"


def test_a_year_is_no_events_id() -> None:
    """`2027` may be an event's id; its page must not be overwritten."""
    assert year_path(Language.KK, 2027) != record_path(Language.KK, "events", "2027")


def test_the_alternate_is_the_same_page_in_the_other_language() -> None:
    """And leads back."""
    assert alternate_path("kk/people/dina/") == "ru/people/dina/"
    assert alternate_path("ru/") == "kk/"
    assert alternate_path(alternate_path("kk/a/kk/")) == "kk/a/kk/"


PAGE = "https://site.example/kk/a/"
REPORTS = {
    Forge.GITHUB: ("issues/new", {"template": "mistake-{}.yml", "title": "«A» & B", "page": PAGE}),
    Forge.FORGEJO: (
        "issues/new",
        {
            "template": ".github/ISSUE_TEMPLATE/mistake-{}.yml",
            "title": "«A» & B",
            "field:page": PAGE,
        },
    ),
    Forge.GITLAB: (
        "-/issues/new",
        {"issue[title]": "«A» & B", "issue[description]": "What? #1\n"},
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("forge", Forge)
def test_a_report_is_filled_in_on_every_forge(forge: Forge, language: Language) -> None:
    repository = Repository(forge=forge, url="https://git.example/owner/name")
    link = urlsplit(report_url(repository, language, "«A» & B", PAGE, "What? #1\n"))
    path, fields = REPORTS[forge]
    assert link.path == f"/owner/name/{path}"
    assert not link.fragment
    found = {name: values[0] for name, values in parse_qs(link.query).items()}
    assert found == {name: value.format(language) for name, value in fields.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_that_reports_name_has_the_field_that_they_fill_in(language: Language) -> None:
    form = ROOT / ".github" / "ISSUE_TEMPLATE" / f"mistake-{language}.yml"
    assert "page" in [field.get("id") for field in yaml.safe_load(form.read_text("utf-8"))["body"]]
