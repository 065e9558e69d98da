"""Makes all pages of a site: records, lists, home pages, the choice of language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from site_builder.glossing import Glosser
from site_builder.languages import LANGUAGES, Language
from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.occurrences.agenda import calendar_years
from site_builder.outputs import OutputAsset, OutputPage, OutputSection
from site_builder.rendering import render_template, render_view
from site_builder.romanisation import latin_names
from site_builder.schema.glossary import Term
from site_builder.schema.kinds import FOLDERS, KINDS, SETTINGS
from site_builder.ui_strings import load_strings
from site_builder.urls import (
    OFFLINE_PAGE,
    alternate_path,
    calendar_path,
    editor_fields_path,
    editor_messages_path,
    event_poster_path,
    file_path,
    home_path,
    list_path,
    place_leaflet_path,
    record_path,
    relative_url,
    road_path,
    side_by_side_path,
    subscribe_path,
    year_path,
    year_poster_path,
)
from site_builder.views.agenda import archive_years, view_agenda, view_archive
from site_builder.views.calendar import view_calendar
from site_builder.views.days import record_days
from site_builder.views.editor_fields import view_field_kinds, view_fields
from site_builder.views.editor_messages import view_messages
from site_builder.views.event_poster import view_event_poster
from site_builder.views.events import view_event
from site_builder.views.guides import view_guide
from site_builder.views.holidays import view_holiday
from site_builder.views.home import view_home
from site_builder.views.leaflet import view_leaflet
from site_builder.views.lists import (
    view_glossary,
    view_list,
    view_sources,
)
from site_builder.views.organisations import view_organisation
from site_builder.views.page import Page, PageFiles
from site_builder.views.parts import RecordView
from site_builder.views.people import view_person
from site_builder.views.places import has_leaflet, view_place
from site_builder.views.road import view_offline, view_road
from site_builder.views.routes import view_route
from site_builder.views.side_by_side import view_side_by_side
from site_builder.views.stories import view_story
from site_builder.views.subscribe import view_subscribe
from site_builder.views.year_poster import view_year_poster

__all__ = ["PageMaker"]

_VIEWS: dict[str, Callable[[Page, Entry], RecordView]] = {
    "places": view_place,
    "people": view_person,
    "organisations": view_organisation,
    "events": view_event,
    "holidays": view_holiday,
    "stories": view_story,
    "guides": view_guide,
    "routes": view_route,
}


class PageMaker:
    """Makes the pages of both languages."""

    def __init__(self, site: Site, files: PageFiles, today: dt.date) -> None:
        """Take what pages are made of.

        Args:
            site: The linked content.
            files: What pages load.
            today: The day that the pages speak of.
        """
        self._site = site
        self._files = files
        self._today = today
        self._glossers = {language: _glosser(site, language) for language in LANGUAGES}

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
            # Readers look for the words of the menu: «Места и карта».
            names = (load_strings(language)(f"nav.{kind}"),)
            if kind == "events":
                yield self._page(language, path, "agenda", view_agenda, kind=kind, aliases=names)
            else:
                yield self._page(language, path, "list", view_list, kind, kind=kind, aliases=names)
        yield from self._year_pages(language)
        for table, view in (("glossary", view_glossary), ("sources", view_sources)):
            path = list_path(language, table)
            parts = tuple(self._terms(language)) if table == "glossary" else ()
            yield self._page(language, path, table, view, kind=table, sections=parts)
        path = subscribe_path(language)
        yield self._page(language, path, "subscribe", view_subscribe, kind="subscribe")
        yield self._page(language, road_path(language), "road", view_road, kind="road")
        for kind, view_record in _VIEWS.items():
            for entry in self._site.all(kind):
                yield self._record(language, entry, view_record)
        yield from self._editor_pages(language)

    def _editor_pages(self, language: Language) -> Iterator[OutputPage]:
        """Yield the pages about fields and messages; the editors' guide leads to them."""
        index = editor_fields_path(language)
        yield self._page(language, index, "editor_field_kinds", view_field_kinds, kind="editors")
        for kind in (*KINDS, SETTINGS):
            path = editor_fields_path(language, kind.name)
            yield self._page(
                language, path, "editor_fields", view_fields, kind, kind="editors", section=index
            )
        path = editor_messages_path(language)
        yield self._page(language, path, "editor_messages", view_messages, kind="editors")

    def _year_pages(self, language: Language) -> Iterator[OutputPage]:
        """Yield the pages of single years: the archive's and the calendars."""
        for year in archive_years(self._site.all("events")):
            path, section = year_path(language, year), list_path(language, "events")
            days = _days_of_year(year)
            yield self._page(
                language, path, "agenda", view_archive, year, kind="events", section=section, **days
            )
        this_year = calendar_path(language, self._today.year)
        for year in calendar_years(self._today):
            path = calendar_path(language, year)
            section = "" if path == this_year else this_year
            days = _days_of_year(year)
            yield self._page(
                language,
                path,
                "calendar",
                view_calendar,
                year,
                kind="calendar",
                section=section,
                **days,
            )

    def _terms(self, language: Language) -> Iterator[OutputSection]:
        """Yield the entries of the glossary, each a find of its own."""
        for entry in self._site.all("glossary"):
            term: Term = entry.record
            names = (term.term[language.other], *latin_names(term.term.kk), *term.aliases)
            yield OutputSection(entry.id, term.term[language], term.meaning[language], names)

    def _record(
        self, language: Language, entry: Entry, view: Callable[[Page, Entry], Any]
    ) -> OutputPage:
        kind = entry.kind.name
        record = entry.record
        checked = record.checked
        names = (record.latin or "", *latin_names(record.title.kk), *record.aliases)
        days = record_days(load_strings(language), self._site, entry, self._today)
        return self._page(
            language,
            record_path(language, kind, entry.id),
            "record",
            view,
            entry,
            kind=kind,
            section=list_path(language, kind),
            source_file=entry.file,
            aliases=names,
            when=days.words,
            first_day=days.first,
            last_day=days.last,
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
        page = self._open(language, path)
        if template == "record":
            page.glossers = self._glossers
        made = view(page, *arguments)
        return OutputPage(
            path=path,
            language=language,
            title=made.title,
            description=_description(made) or self._site.settings.description[language],
            body=render_view(template, made, language),
            label=getattr(made, "label", ""),
            headings=tuple(page.headings),
            alternate=alternate_path(path),
            **fields,
        )

    def _open(self, language: Language, path: str) -> Page:
        return Page(self._site, load_strings(language), path, self._today, self._files)

    def _open_both(self, path: str) -> dict[Language, Page]:
        """Open a page in both languages.

        Without the glossary: words would be explained in one language and not in the other.
        """
        return {language: self._open(language, path) for language in LANGUAGES}

    def side_by_side_documents(self) -> Iterator[OutputAsset]:
        """Yield a finished document for each record that shows both languages side by side."""
        for kind, view_record in _VIEWS.items():
            for entry in self._site.all(kind):
                pages = self._open_both(side_by_side_path(kind, entry.id))
                views = {language: view_record(page, entry) for language, page in pages.items()}
                view = view_side_by_side(entry, views, self._site.settings.url, self._files.folder)
                yield _document(pages[Language.KK], "side_by_side.html", view)

    def posters(self) -> Iterator[OutputAsset]:
        """Yield the sheets to print: each year's holidays, each event of which the day is known."""
        for language in LANGUAGES:
            for year in calendar_years(self._today):
                page = self._open(language, year_poster_path(language, year))
                yield _document(page, "year_poster.html", view_year_poster(page, year))
        for entry in self._site.all("events"):
            if entry.record.is_exact:
                pages = self._open_both(event_poster_path(entry.id))
                view = view_event_poster(pages, entry)
                yield _document(pages[Language.KK], "event_poster.html", view)

    def leaflets(self) -> Iterator[OutputAsset]:
        """Yield the sheets for the road: each mausoleum's and grave's."""
        for entry in self._site.all("places"):
            if has_leaflet(self._site, entry):
                pages = self._open_both(place_leaflet_path(entry.id))
                view = view_leaflet(pages, entry)
                yield _document(pages[Language.KK], "leaflet.html", view)

    def offline_page(self) -> OutputAsset:
        """Return the finished document that stands in for pages that were not kept."""
        pages = self._open_both(OFFLINE_PAGE)
        return _document(pages[Language.KK], "offline.html", view_offline(pages))

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


def _document(page: Page, template: str, view: object) -> OutputAsset:
    """Return a finished document, which may speak both languages."""
    words = {language.value: load_strings(language) for language in LANGUAGES}
    html = render_template(
        template, page.language, {"view": view, "words": words, "assets": page.assets}
    )
    return OutputAsset(file_path(page.path), html.encode())


def _days_of_year(year: int) -> dict[str, str]:
    """Return the days that a page of a year is about."""
    return {"first_day": f"{dt.date(year, 1, 1)}", "last_day": f"{dt.date(year, 12, 31)}"}


def _description(view: Any) -> str:
    for name in ("summary", "description", "intro"):
        if text := getattr(view, name, ""):
            return str(text)
    return ""


def _glosser(site: Site, language: Language) -> Glosser:
    """Return what finds the words that are explained in a language."""
    words = {
        entry.id: (entry.record.term[language],)
        for entry in site.all("glossary")
        if language in entry.record.explain
    }
    return Glosser(words, language)
