"""The navigation of one language. Records are never listed in it: only their lists are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast

from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from site_builder.languages import Language
from site_builder.linker import Site
from site_builder.ui_strings import load_strings
from site_builder.urls import (
    calendar_path,
    home_path,
    list_path,
    record_path,
    road_path,
    subscribe_path,
)

__all__ = ["LanguageNavigation", "NavigationItem"]

_DATES = ("holidays", "events")
_SIGHTS = ("places", "people")
_LAST = ("stories", "guides")
_MORE = ("routes", "organisations", "glossary", "sources")
_DOCS = ("about", "privacy", "credits", "editors")


@dataclass(eq=False)
class NavigationItem:
    """An entry of the navigation, as the theme's templates read it."""

    title: str
    """The words of the link."""
    url: str
    """Path below the site's root."""
    children: list[NavigationItem] | None = None
    """Entries below this one; None for a link."""
    parent: NavigationItem | None = None
    """The entry above this one."""
    is_index: bool = False
    """Never: the theme asks."""
    meta: None = None
    """Nothing: the theme asks."""
    _active: bool = field(default=False, repr=False)

    @property
    def active(self) -> bool:
        """Whether the page that is being rendered belongs here."""
        return self._active

    @active.setter
    def active(self, value: bool) -> None:
        self._active = value
        if self.parent is not None:
            self.parent.active = value

    @property
    def is_section(self) -> bool:
        """Whether it has entries below it."""
        return self.children is not None

    @property
    def is_page(self) -> bool:
        """Whether it is a link to a page."""
        return self.children is None

    @property
    def ancestors(self) -> list[NavigationItem]:
        """The entries above, nearest first."""
        return [] if self.parent is None else [self.parent, *self.parent.ancestors]


class LanguageNavigation:
    """The navigation of one language; stands in for MkDocs' `Navigation` in templates."""

    def __init__(self, language: Language, site: Site, pages: Iterable[Page], year: int) -> None:
        """Take what the navigation is made of; its calendar is that of `year`."""
        strings = load_strings(language)
        self._by_path: dict[str, NavigationItem] = {}

        def item(key: str, path: str) -> NavigationItem:
            made = NavigationItem(strings(f"nav.{key}"), path)
            self._by_path[path] = made
            return made

        def lists(kinds: Iterable[str]) -> list[NavigationItem]:
            return [item(kind, list_path(language, kind)) for kind in kinds]

        home = item("home", home_path(language))
        community = item("community", record_path(language, "stories", site.settings.community))
        calendar = item("calendar", calendar_path(language, year))
        more = NavigationItem(strings("nav.more"), "", [])
        written = {page.url for page in pages}
        self.footer = [
            item(name, f"{language}/{name}/") for name in _DOCS if f"{language}/{name}/" in written
        ]
        """Pages of `docs/` that every page leads to, as far as they are there."""
        self.help = [
            calendar,
            *(NavigationItem(strings("search.contact"), about.url) for about in self.footer[:1]),
        ]
        """Where a search that finds nothing leads on to."""
        subscribe = item("subscribe", subscribe_path(language))
        road = item("road", road_path(language))
        more.children = [road, subscribe, *lists(_MORE), *self.footer[:1]]
        for child in more.children:
            child.parent = more
        dates, sights = lists(_DATES), lists(_SIGHTS)
        self.items = [home, *dates, calendar, *sights, community, *lists(_LAST), more]
        """The entries of the first level, in order."""
        self.homepage = home
        """The entry that the logo leads to."""
        self.pages: list[Page] = []
        """None: the theme finds nothing to go back and forth between."""

    def adopt(self, page: Page, section: str) -> None:
        """Mark the entry that is active while `page` or a page of its `section` is rendered."""
        item = self._by_path.get(page.url) or self._by_path.get(section)
        page.parent = cast("Section | None", item)  # stands in for one
