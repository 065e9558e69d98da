"""The MkDocs plugin: MkDocs' events in, the core's outputs out."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from mkdocs.commands.build import get_context
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority

from site_builder.build import BuildOptions, BuildResult, build_pages, list_pages
from site_builder.clock import build_today
from site_builder.languages import LANGUAGES, Language
from site_builder.loader import find_symlinks
from site_builder.mkdocs_adapter.config import SiteBuilderConfig
from site_builder.mkdocs_adapter.docs_pages import docs_pages, page_language
from site_builder.mkdocs_adapter.language_view import language_config, language_loader
from site_builder.mkdocs_adapter.navigation import LanguageNavigation
from site_builder.mkdocs_adapter.page_context import PageContext
from site_builder.mkdocs_adapter.pages import GeneratedPage, asset_file, document_file, page_file
from site_builder.mkdocs_adapter.splicing import Splicer
from site_builder.mkdocs_adapter.template_cache import MemoryCache
from site_builder.offline.service_worker import write_service_worker
from site_builder.pictures.cache import CACHE_FOLDER, PictureCache
from site_builder.problems import ContentError, Problem
from site_builder.reports import editor_language, format_line, format_text, read_lines
from site_builder.search.pagefind import PagefindError
from site_builder.urls import SERVICE_WORKER
from site_builder.web_form.bundle import WebFormError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from site_builder.outputs import OutputAsset

__all__ = ["SiteBuilderPlugin"]

_CONTENT_DIR = "content"
"""The folder with the content, from the folder of `mkdocs.yml`."""

log = logging.getLogger("mkdocs.plugins.site-builder")


class SiteBuilderPlugin(BasePlugin[SiteBuilderConfig]):
    """Turns `content/` into pages of the MkDocs site."""

    def __init__(self) -> None:
        self._serving = False
        self._compiled = MemoryCache()
        self._pages: BuildResult | None = None
        self._result: BuildResult | None = None
        self._problems: tuple[Problem, ...] = ()
        self._context: PageContext | None = None
        self._spliced: list[tuple[GeneratedPage, File]] = []
        self.content_error: ContentError | None = None
        """Why the content could not be built, for callers that run a build themselves."""

    @property
    def result(self) -> BuildResult:
        """What the core made, with lists of all pages.

        Raises:
            PluginError: Nothing was built yet.
        """
        return self._made(self._result)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember the command; having this event keeps the instance between rebuilds."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Leave the sitemap to the core, which makes one for each language."""
        config.theme.static_templates.discard("sitemap.xml")
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build the content, before MkDocs empties the folder of the old site.

        An error stops a build. While serving the last good site stays, with the problems on it: an
        exception would leave the browser waiting for ever.
        """
        try:
            self._refuse_symlinks(config)
            content_dir = self._content_dir(config)
            cache = PictureCache(content_dir.parent / CACHE_FOLDER)
            pages = build_pages(content_dir, BuildOptions(build_today(), cache))
        except ContentError as error:
            self.content_error = error
            if not self._serving or self._pages is None:
                raise PluginError(self._report(config, error.problems)) from None
            self._problems = error.problems
            log.info("%s", self._report(config, error.problems))
        except WebFormError as error:
            raise PluginError(str(error)) from error
        else:
            self._pages, self._problems = pages, ()
        # A page's address is made from it as soon as MkDocs knows the page.
        config.site_url = self._built.site.settings.url
        folder = self._built.assets_folder
        config.extra_css = [f"{folder}/site.css"]
        config.theme["favicon"], config.theme["logo"] = (
            f"{folder}/favicon.svg",
            f"{folder}/logo.svg",
        )

    @event_priority(-50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages and assets, after other plugins have added theirs."""
        self._spliced = []
        for output in self._built.pages:
            file = page_file(output, config)
            page = file.page
            if self.config.splice and output.source_file and isinstance(page, GeneratedPage):
                file = document_file(page, config)
                self._spliced.append((page, file))
            files.append(file)
        _add_assets(files, self._built.assets, config)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Make a navigation for each language."""
        site = self._built.site
        pages = [file.page for file in files.documentation_pages() if file.page is not None]
        pages += [page for page, _ in self._spliced]
        year = self._built.today.year
        navigations = {lang: LanguageNavigation(lang, site, pages, year) for lang in LANGUAGES}
        for page in pages:
            language = page_language(page)
            if isinstance(page, GeneratedPage):
                section = page.output.section
            elif language is None:
                message = f"{page.file.src_path}: pages of docs/ belong in docs/kk/ or docs/ru/"
                raise PluginError(message)
            else:
                section = ""
            if language is not None:
                navigations[language].adopt(page, section)
        configs = {lang: language_config(config, lang, site.settings) for lang in LANGUAGES}
        self._context = PageContext(
            site.settings,
            configs,
            navigations,
            self._built.assets_folder,
            self._problems,
            # While editors serve the site, a page that was kept would hide their changes.
            worker="" if self._serving else SERVICE_WORKER,
        )
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Teach the theme Kazakh, and finish the files that need all pages: they are copied next."""
        env.loader = language_loader(env)
        env.bytecode_cache = self._compiled
        # A letter that is escaped weighs six times as much, on every page.
        env.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
        context = self._ready_context
        doc_files = files.documentation_pages()

        def variables(page: Page) -> dict[str, Any]:
            language = page_language(page) or Language.KK
            nav = cast("Navigation", None)  # the language's own takes its place
            return context.for_page(get_context(nav, doc_files, config, page), page, language)

        splicer = Splicer(env.get_template("main.html"), variables)
        for page, file in self._spliced:
            own = context.of_page(page, page.output.language)
            file.content_bytes = splicer.document(page, own).encode()
        self._list_pages(files, config)
        return env

    def on_template_context(
        self,
        context: TemplateContext,
        *,
        template_name: str,
        config: MkDocsConfig,
    ) -> TemplateContext:
        """Give the 404 page what it says in both languages."""
        return cast("TemplateContext", self._ready_context.for_template(context))

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Give a page's template everything in the page's language."""
        language = page_language(page) or Language.KK
        variables = self._ready_context.for_page(context, page, language)
        return cast("TemplateContext", variables)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the service worker, which knows all finished files by their content."""
        if not self._serving:
            result = self.result
            write_service_worker(
                Path(config.site_dir),
                result.site,
                result.paths,
                result.assets_folder,
                result.today,
            )

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Watch the content."""
        server.watch(str(self._content_dir(config)), builder)
        return server

    # Helpers

    @staticmethod
    def _made(result: BuildResult | None) -> BuildResult:
        if result is None:
            message = "nothing was built"
            raise PluginError(message)
        return result

    @property
    def _built(self) -> BuildResult:
        """What the core made of the content before MkDocs read its own pages."""
        return self._made(self._pages)

    @property
    def _ready_context(self) -> PageContext:
        if self._context is None:
            message = "the navigation was not made"
            raise PluginError(message)
        return self._context

    def _list_pages(self, files: Files, config: MkDocsConfig) -> None:
        """Add what lists all pages, with those of `docs/`, which are read by now.

        Pagefind can fail here, as a page of `docs/` can, after MkDocs has emptied its folder: the
        command `build` gives it a new one, which takes the old one's place when all is done.
        """
        theirs = docs_pages(file.page for file in files.documentation_pages())
        try:
            self._result = list_pages(self._built, theirs)
        except PagefindError as error:
            raise PluginError(str(error)) from error
        _add_assets(files, self._result.lists, config)
        if not self._problems:
            for warning in self._result.problems:
                log.info("%s", format_line(warning, editor_language()))

    def _content_dir(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent / _CONTENT_DIR

    def _report(self, config: MkDocsConfig, problems: tuple[Problem, ...]) -> str:
        root = self._content_dir(config).parent
        return format_text(problems, editor_language(), read_lines(root))

    def _refuse_symlinks(self, config: MkDocsConfig) -> None:
        docs = Path(config.docs_dir)
        links = [
            Problem(link.relative_to(docs.parent).as_posix(), "symlink")
            for link in find_symlinks(docs)
        ]
        if links:
            raise ContentError(links)


def _add_assets(files: Files, assets: Iterable[OutputAsset], config: MkDocsConfig) -> None:
    for asset in assets:
        # The theme's own sitemap is a template for all languages at once; ours takes its place.
        if (theirs := files.get_file_from_path(asset.path)) is not None:
            files.remove(theirs)
        files.append(asset_file(asset, config))
