"""The page that offers the calendars: which, in which editions, and where they lead."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from site_builder.calendars import EDITIONS, calendar_list
from site_builder.languages import LANGUAGES, Language
from site_builder.ui_strings import load_strings
from site_builder.urls import feed_path, subscribe_path
from site_builder.views.page import Page
from site_builder.views.subscribe import SubscribeView, view_subscribe
from tests.support import TODAY
from tests.unit.pages import FILES, full_site

SITE = full_site().settings.url


def view(language: Language) -> SubscribeView:
    page = Page(full_site(), load_strings(language), subscribe_path(language), TODAY, FILES)
    return view_subscribe(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_calendar_is_offered_in_every_edition(language: Language) -> None:
    page = view(language)
    offered = [*page.main, *(calendar for group in page.groups for calendar in group.calendars)]
    addresses = [way.address for calendar in offered for way in calendar.editions]
    assert sorted(addresses) == sorted(
        f"{SITE}{feed_path(edition, calendar.name)}"
        for calendar in calendar_list(full_site())
        for edition in EDITIONS
    )


def test_all_ways_lead_to_the_same_file() -> None:
    page = view(Language.KK)
    (ways,) = (way for way in page.main[0].editions if way.edition == "both")
    assert ways.address == f"{SITE}both/calendars/all.ics"
    assert urljoin(f"{SITE}{subscribe_path(Language.KK)}", ways.file_href) == ways.address
    assert ways.webcal_href == ways.address.replace("https:", "webcal:")
    assert "both%2Fcalendars%2Fall.ics" in ways.google_href
    assert "both%2Fcalendars%2Fall.ics" in ways.outlook_href


def test_everything_and_holidays_come_first() -> None:
    page = view(Language.RU)
    assert [calendar.title for calendar in page.main] == ["Все праздники и события", "Праздники"]
    assert [group.anchor for group in page.groups] == ["holidays", "kinds", "places"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_of_the_page_is_chosen_at_first(language: Language) -> None:
    chosen = [edition.edition for edition in view(language).editions if edition.is_chosen]
    assert chosen == [language.value]


def test_news_and_open_data_are_offered_with_their_licence() -> None:
    page = view(Language.RU)
    links = [*page.news, *(link for files in page.data for link in files.links)]
    assert [urljoin("ru/subscribe/", link.href) for link in links] == [
        "ru/atom.xml",
        "ru/feed.json",
        "api/events.json",
        "api/events.schema.json",
        "api/events.csv",
        "api/places.json",
        "api/places.schema.json",
        "api/places.csv",
        "api/holidays.json",
        "api/holidays.schema.json",
        "api/holidays.csv",
    ]
    assert page.datapackage == "../../api/datapackage.json"
    assert page.licence.title == "Лицензия текстов: CC BY 4.0"
