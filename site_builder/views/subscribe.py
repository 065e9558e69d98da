"""View of the page that offers the calendars, the news and the open data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_builder.calendars import EDITIONS, Calendar, Category, calendar_list
from site_builder.urls import (
    NEWS_FEEDS,
    OPEN_DATA_FILES,
    OPEN_DATA_KINDS,
    feed_path,
    news_path,
    open_data_path,
)
from site_builder.views.calendar_links import (
    google_subscription,
    outlook_subscription,
    webcal_link,
)
from site_builder.views.page import Page
from site_builder.views.parts import Link

__all__ = [
    "CalendarGroupView",
    "CalendarView",
    "DataFilesView",
    "EditionView",
    "SubscribeView",
    "WaysView",
    "view_subscribe",
]

_MOST_WANTED = ("all", "holidays")
_NEWS_TITLES = {"atom.xml": "Atom", "feed.json": "JSON Feed"}


@dataclass(frozen=True, slots=True)
class EditionView:
    """A choice of the language of the calendars."""

    edition: str
    """The edition's name in addresses."""
    words: str
    """What language that is."""
    is_chosen: bool
    """It is that of the page, chosen at first."""


@dataclass(frozen=True, slots=True)
class WaysView:
    """The ways to subscribe to a calendar in one edition."""

    edition: str
    """The edition's name in addresses."""
    words: str
    """What language that is."""
    webcal_href: str
    """What programs for calendars take as a subscription."""
    google_href: str
    """Google's question whether to subscribe."""
    outlook_href: str
    """Outlook's question whether to subscribe."""
    file_href: str
    """The file itself."""
    address: str
    """The whole address of the file, to copy."""


@dataclass(frozen=True, slots=True)
class CalendarView:
    """A calendar to subscribe to."""

    title: str
    """What it is called."""
    editions: tuple[WaysView, ...]
    """How to subscribe, for each edition."""


@dataclass(frozen=True, slots=True)
class CalendarGroupView:
    """Calendars of one sort."""

    anchor: str
    """The heading's `id`."""
    title: str
    """The heading."""
    calendars: tuple[CalendarView, ...]
    """The calendars."""


@dataclass(frozen=True, slots=True)
class DataFilesView:
    """The open data about one kind of records."""

    title: str
    """The kind."""
    links: tuple[Link, ...]
    """The same data in several formats."""


@dataclass(frozen=True, slots=True)
class SubscribeView:
    """The page that offers the calendars."""

    title: str
    """The heading."""
    intro: str
    """What it is good for."""
    breadcrumbs: tuple[Link, ...]
    """The way from the home page to here."""
    editions: tuple[EditionView, ...]
    """The languages to choose from."""
    main: tuple[CalendarView, ...]
    """Those that most people want."""
    groups: tuple[CalendarGroupView, ...]
    """All others."""
    news: tuple[Link, ...]
    """The feeds of news."""
    data: tuple[DataFilesView, ...]
    """The open data."""
    datapackage: str
    """Link to the description of the open data."""
    licence: Link
    """The licence of the open data."""


def view_subscribe(page: Page) -> SubscribeView:
    """Return the page that offers the calendars."""
    strings, settings = page.strings, page.site.settings
    calendars = calendar_list(page.site)
    main = [calendar for calendar in calendars if calendar.name in _MOST_WANTED]
    page.heading("why", strings("subscribe.why"))
    page.heading("steps", strings("subscribe.steps"))
    groups = tuple(_groups(page, [calendar for calendar in calendars if calendar not in main]))
    page.heading("news", strings("subscribe.news"))
    page.heading("data", strings("subscribe.data"))
    licence = strings("footer.licence", licence=settings.licence[page.language])
    return SubscribeView(
        title=strings("nav.subscribe"),
        intro=strings("subscribe.intro"),
        breadcrumbs=page.breadcrumbs(),
        editions=tuple(
            EditionView(name, strings(f"subscribe.edition.{name}"), name == page.language)
            for name in EDITIONS
        ),
        main=tuple(_calendar(page, calendar) for calendar in main),
        groups=groups,
        news=tuple(
            Link(_NEWS_TITLES[name], page.href(news_path(page.language, name)))
            for name in NEWS_FEEDS
        ),
        data=tuple(_data_files(page, kind) for kind in OPEN_DATA_KINDS),
        datapackage=page.href(open_data_path("datapackage.json")),
        licence=Link(licence, settings.licence_url),
    )


def _groups(page: Page, calendars: Sequence[Calendar]) -> Iterator[CalendarGroupView]:
    for category, anchor, key in (
        (Category.HOLIDAYS, "holidays", "subscribe.groups"),
        (Category.KIND, "kinds", "subscribe.kinds"),
        (Category.PLACE, "places", "subscribe.places"),
    ):
        chosen = [calendar for calendar in calendars if calendar.category is category]
        if chosen:
            views = tuple(_calendar(page, calendar) for calendar in chosen)
            title = page.heading(anchor, page.strings(key))
            yield CalendarGroupView(anchor, title, views)


def _calendar(page: Page, calendar: Calendar) -> CalendarView:
    title = calendar.title[page.language]
    return CalendarView(title, tuple(_ways(page, calendar, title, name) for name in EDITIONS))


def _ways(page: Page, calendar: Calendar, title: str, edition: str) -> WaysView:
    path = feed_path(edition, calendar.name)
    address = f"{page.site.settings.url}{path}"
    return WaysView(
        edition,
        page.strings(f"subscribe.edition.{edition}"),
        webcal_link(address),
        google_subscription(address),
        outlook_subscription(address, title),
        page.href(path),
        address,
    )


def _data_files(page: Page, kind: str) -> DataFilesView:
    return DataFilesView(
        page.strings(f"kind.{kind}"),
        tuple(
            Link(file.format, page.href(open_data_path(file.name)))
            for file in OPEN_DATA_FILES
            if file.kind == kind
        ),
    )
