"""The variables that the theme's templates get, for pages and for the 404 page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape, unescape
from typing import Any

from markupsafe import Markup
from mkdocs.structure.pages import Page

from site_builder.languages import LANGUAGES, Language
from site_builder.mkdocs_adapter.navigation import LanguageNavigation
from site_builder.mkdocs_adapter.pages import GeneratedPage
from site_builder.offline.icons import APPLE_ICON
from site_builder.problems import Problem
from site_builder.reports import editor_language, format_banner
from site_builder.schema.site import SiteSettings
from site_builder.search.files import worker_before_theirs
from site_builder.ui_strings import load_strings
from site_builder.urls import (
    NEWS_FEEDS,
    WEB_MANIFEST,
    alternate_path,
    home_path,
    icon_path,
    news_path,
    relative_url,
    report_url,
    share_image_path,
)

__all__ = ["PageContext"]


class PageContext:
    """Makes the variables of templates, one language at a time."""

    def __init__(  # noqa: PLR0913  all that pages around their bodies differ by
        self,
        settings: SiteSettings,
        configs: Mapping[Language, Any],
        navigations: Mapping[Language, LanguageNavigation],
        assets: str,
        problems: tuple[Problem, ...],
        *,
        worker: str,
    ) -> None:
        self._assets = assets
        self._worker = worker
        self._settings = settings
        self._configs = configs
        self._navigations = navigations
        self._banner = Markup(format_banner(problems, editor_language())) if problems else ""  # noqa: S704  escaped there

    def for_page(
        self, context: Mapping[str, Any], page: Page, language: Language
    ) -> dict[str, Any]:
        """Return the variables of a page's template.

        Material reads its search index, its sitemap and the links of results from `base_url`: the
        root of the language there makes each language a site of its own.
        """
        return {**context, **self._of_language(language), **self.of_page(page, language)}

    def for_template(self, context: Mapping[str, Any]) -> dict[str, Any]:
        """Return the variables of a template that is no page: the 404 page, in both languages."""
        base_url = context["base_url"]
        errors = [
            {
                "language": language.value,
                "title": escape(load_strings(language)("error.404")),
                "text": escape(load_strings(language)("error.404.text")),
                "home": f"{base_url.rstrip('/')}/{home_path(language)}",
                "home_title": escape(load_strings(language)("nav.home")),
                "report": self._report(language, load_strings(language)("error.404"), ""),
                "report_title": escape(load_strings(language)("report.dead_link")),
            }
            for language in LANGUAGES
        ]
        return {
            **context,
            **self._of_language(Language.KK),
            "language_root": f"{base_url.rstrip('/')}/{home_path(Language.KK)}",
            "head_title": " · ".join(error["title"] for error in errors),
            "errors": errors,
            "alternates": [],
            "feeds": [],
            "switch": None,
            "share": None,
            "structured_data": "",
        }

    def _of_language(self, language: Language) -> dict[str, Any]:
        settings = self._settings
        return {
            "config": self._configs[language],
            "nav": self._navigations[language],
            "t": load_strings(language),
            "licence": escape(settings.licence[language]),
            "licence_url": escape(settings.licence_url),
            "assets": self._assets,
            "manifest": WEB_MANIFEST,
            "worker": self._worker,
            "search_worker": worker_before_theirs(settings.search),
            "other_language": language.other.value,
            "other_home": home_path(language.other),
            "apple_icon": icon_path(APPLE_ICON.name),
            "banner": self._banner,
        }

    def of_page(self, page: Page, language: Language) -> dict[str, Any]:
        """Return the variables that differ between pages of one language."""
        site_url = self._settings.url
        output = page.output if isinstance(page, GeneratedPage) else None
        alternate = output.alternate if output else alternate_path(page.url)
        paths = {language: page.url, language.other: alternate}
        alternates = [(lang.value, f"{site_url}{paths[lang]}") for lang in LANGUAGES]
        if not page.url:
            alternates = [(lang.value, f"{site_url}{home_path(lang)}") for lang in LANGUAGES]
        switch = {
            "href": relative_url(page.url, alternate),
            "language": language.other.value,
            "title": load_strings(language)("nav.switch"),
        }
        # Pages of docs/ and the choice of language show the picture of the language's home page.
        image_page = page.url if output and page.url else home_path(language)
        name = escape(self._settings.title[language])
        is_home = page.url in ("", home_path(language))
        return {
            "head_title": str(page.title) if is_home else f"{page.title} — {name}",
            "base_url": relative_url(page.url, home_path(language)).rstrip("/"),
            "alternates": [*alternates, ("x-default", site_url)],
            # The choice of language offers the feeds of both.
            "feeds": self._feeds([language] if page.url else LANGUAGES),
            "switch": switch,
            "report": self._report(language, unescape(str(page.title)), f"{site_url}{page.url}"),
            "structured_data": output.structured_data if output else "",
            "share": {
                "image": f"{site_url}{share_image_path(image_page)}",
                "locale": language.open_graph_locale,
                "other_locale": language.other.open_graph_locale,
                "type": "article" if output and output.source_file else "website",
            },
        }

    def _report(self, language: Language, title: str, address: str) -> str:
        """Return the link that opens a report about a page; empty without a repository."""
        if self._settings.repository is None:
            return ""
        t = load_strings(language)
        subject = t("report.subject", title=title)
        text = t("report.text", address=address)
        return report_url(self._settings.repository, language, subject, address, text)

    def _feeds(self, languages: Iterable[Language]) -> list[tuple[str, str, str]]:
        """Return media type, title and address of the feeds of news."""
        return [
            (
                media_type,
                load_strings(language)("news.title", site=self._settings.title[language]),
                f"{self._settings.url}{news_path(language, name)}",
            )
            for language in languages
            for name, media_type in NEWS_FEEDS.items()
        ]
