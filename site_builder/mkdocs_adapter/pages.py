"""Pages whose HTML is ready: MkDocs neither reads nor renders Markdown for them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from site_builder.outputs import OutputAsset, OutputPage
from site_builder.urls import file_path

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

__all__ = ["GeneratedPage", "asset_file", "document_file", "page_file"]


class GeneratedPage(Page):
    """A page made by the core."""

    def __init__(self, output: OutputPage, file: File, config: MkDocsConfig) -> None:
        # The theme writes titles and descriptions without escaping them (Material 9.8.1).
        super().__init__(escape(output.title), file, config)
        self.output = output
        """What the core made."""
        self.meta = {"description": escape(output.description), "hide": ["navigation"]}
        if not output.headings:
            self.meta["hide"].append("toc")
        if output.kind == "chooser":
            self.meta["template"] = "chooser.html"

    def read_source(self, config: MkDocsConfig) -> None:
        """Read nothing: there is no Markdown."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the ready body and its headings."""
        self.content = self.output.body
        links = [
            AnchorLink(escape(heading.title), heading.anchor, level=2)
            for heading in self.output.headings
        ]
        self.toc = TableOfContents(links)


def page_file(output: OutputPage, config: MkDocsConfig) -> File:
    """Return an in-memory file with its page, for MkDocs to render."""
    uri = f"{output.path}index.md"
    file = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    GeneratedPage(output, file, config)
    return file


def document_file(page: GeneratedPage, config: MkDocsConfig) -> File:
    """Return an in-memory file for the finished document of a page."""
    return File.generated(config, file_path(page.output.path), content="")


def asset_file(asset: OutputAsset, config: MkDocsConfig) -> File:
    """Return an in-memory file that is copied to the site."""
    return File.generated(config, asset.path, content=asset.data)
