"""The one door into the core: a content folder in, pages, assets and problems out.

It writes nothing and knows no site generator.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from site_builder.feeds.search_index import search_indexes
from site_builder.feeds.sitemap import sitemaps
from site_builder.formatting import ASTRAKHAN
from site_builder.languages import LANGUAGES, Language
from site_builder.linker import Site, link_site
from site_builder.loader import Entry, load_content
from site_builder.maps.leaflet import leaflet_assets
from site_builder.maps.scripts import map_assets
from site_builder.outputs import OutputAsset, OutputPage
from site_builder.pictures import Pictures, encode_pictures
from site_builder.problems import ContentError, Problem, Severity, sort_problems
from site_builder.prose_rules import check_prose
from site_builder.rendering import render_template, render_view
from site_builder.rules import check_rules
from site_builder.schema.kinds import FOLDERS
from site_builder.share_images import share_images
from site_builder.static_files import static_assets
from site_builder.ui_strings import load_strings
from site_builder.urls import (
    alternate_path,
    home_path,
    list_path,
    record_path,
    relative_url,
    year_path,
)
from site_builder.views.events import view_event
from site_builder.views.holidays import view_holiday
from site_builder.views.home import view_home
from site_builder.views.lists import (
    event_years,
    view_glossary,
    view_list,
    view_sources,
    view_year,
)
from site_builder.views.organisations import view_organisation
from site_builder.views.page import Page
from site_builder.views.people import view_person
from site_builder.views.places import view_place
from site_builder.views.routes import view_route
from site_builder.views.stories import view_story

__all__ = ["BuildOptions", "BuildResult", "build_site", "build_today"]

_VIEWS: dict[str, Callable[[Page, Entry], Any]] = {
    "places": view_place,
    "people": view_person,
    "organisations": view_organisation,
    "events": view_event,
    "holidays": view_holiday,
    "stories": view_story,
    "routes": view_route,
}


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What a build needs to know beyond the content."""

    today: dt.date
    """The day that «next» counts from; never read from the clock inside the core."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """Everything that a site generator needs."""

    site: Site
    """The linked content."""
    pages: tuple[OutputPage, ...]
    """All pages."""
    assets: tuple[OutputAsset, ...]
    """All other files."""
    problems: tuple[Problem, ...]
    """Warnings, sorted."""

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of all pages and assets."""
        pages = (page.path for page in self.pages)
        return (*pages, *(asset.path for asset in self.assets))


def build_today() -> dt.date:
    """Return the day to build for: that of `SOURCE_DATE_EPOCH`, or today in Astrakhan."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return dt.datetime.fromtimestamp(int(epoch), ASTRAKHAN).date()
    return dt.datetime.now(ASTRAKHAN).date()


def build_site(content_dir: Path, options: BuildOptions) -> BuildResult:
    """Build all pages and assets from a content folder.

    Raises:
        ContentError: The content has errors; it carries all problems of all files.
    """
    site, pictures, problems = _load(content_dir)
    pages = tuple(_PageMaker(site, pictures, options).pages())
    assets = (
        *pictures.assets,
        *static_assets(),
        *leaflet_assets(),
        *map_assets(),
        *share_images(site.settings),
        *sitemaps(pages, site.settings.url),
        *search_indexes(pages),
    )
    return BuildResult(site, pages, assets, problems)


def _load(content_dir: Path) -> tuple[Site, Pictures, tuple[Problem, ...]]:
    """Load, link and check the content; stop if anything is wrong."""
    content = load_content(content_dir)
    site, link_problems = link_site(content)
    problems = [*content.problems, *link_problems, *check_rules(content), *check_prose(content)]
    media = content.entries["media"].values()
    described = [entry for entry in media if entry.record.file in content.media_files]
    pictures = encode_pictures(described, content_dir)
    problems += pictures.problems
    if site is None or any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)
    return site, pictures, sort_problems(problems)


class _PageMaker:
    """Makes the pages of both languages."""

    def __init__(self, site: Site, pictures: Pictures, options: BuildOptions) -> None:
        self._site = site
        self._pictures = pictures
        self._today = options.today

    def pages(self) -> Iterator[OutputPage]:
        """Yield all pages: the choice of language, then each language's tree."""
        yield self._chooser()
        for language in LANGUAGES:
            yield from self._language_pages(language)

    def _language_pages(self, language: Language) -> Iterator[OutputPage]:
        home = home_path(language)
        yield self._page(language, home, "home", view_home, kind="home")
        for kind in FOLDERS:
            path = list_path(language, kind)
            yield self._page(language, path, "list", view_list, kind, kind=kind)
        for year in event_years(self._site.all("events")):
            yield self._page(
                language,
                year_path(language, year),
                "list",
                view_year,
                year,
                kind="events",
                section=list_path(language, "events"),
            )
        for table, view in (("glossary", view_glossary), ("sources", view_sources)):
            yield self._page(language, list_path(language, table), table, view, kind=table)
        for kind, view_record in _VIEWS.items():
            for entry in self._site.all(kind):
                yield self._record(language, entry, view_record)

    def _record(
        self, language: Language, entry: Entry, view: Callable[[Page, Entry], Any]
    ) -> OutputPage:
        kind = entry.kind.name
        record = entry.record
        checked = record.checked
        names = (record.title[language.other], record.latin or "", *record.aliases)
        return self._page(
            language,
            record_path(language, kind, entry.id),
            kind,
            view,
            entry,
            kind=kind,
            section=list_path(language, kind),
            source_file=entry.file,
            aliases=tuple(filter(None, names)),
            updated=checked.isoformat() if checked else "",
        )

    def _page(
        self,
        language: Language,
        path: str,
        template: str,
        view: Callable[..., Any],
        *arguments: Any,
        **fields: Any,
    ) -> OutputPage:
        page = Page(self._site, load_strings(language), path, self._today, self._pictures.sizes)
        made = view(page, *arguments)
        return OutputPage(
            path=path,
            language=language,
            title=made.title,
            description=_description(made) or self._site.settings.description[language],
            body=render_view(template, made, language),
            headings=tuple(page.headings),
            alternate=alternate_path(path),
            **fields,
        )

    def _chooser(self) -> OutputPage:
        settings = self._site.settings
        choices = []
        for language in LANGUAGES:
            strings = load_strings(language)
            choices.append(
                {
                    "language": language.value,
                    "question": strings("chooser.title"),
                    "name": strings("chooser.name"),
                    "site": settings.title[language],
                    "href": relative_url("", home_path(language)),
                }
            )
        return OutputPage(
            path="",
            language=Language.KK,
            title=" · ".join(settings.title[language] for language in LANGUAGES),
            description=" ".join(settings.description[language] for language in LANGUAGES),
            body=render_template("chooser.html", Language.KK, {"choices": choices}),
            kind="chooser",
        )


def _description(view: Any) -> str:
    for name in ("summary", "description", "intro"):
        if text := getattr(view, name, ""):
            return str(text)
    return ""
