"""The one door into the core: a content folder in, pages, assets and problems out.

It writes nothing and knows no site generator.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from site_builder.checking import check_content
from site_builder.feeds.atom import atom_feeds
from site_builder.feeds.calendars import calendar_assets
from site_builder.feeds.json_feed import json_feeds
from site_builder.feeds.sitemap import sitemaps
from site_builder.geo_files.files import geo_files
from site_builder.linker import Site
from site_builder.loader import Content
from site_builder.map_drawing.frames import base_drawings
from site_builder.maps.base_layer import open_base_layer
from site_builder.maps.leaflet import leaflet_assets
from site_builder.maps.scripts import map_assets
from site_builder.offline.icons import app_icons
from site_builder.offline.manifest import web_manifest
from site_builder.open_data.files import open_data
from site_builder.outputs import OutputAsset, OutputPage, bundle_assets
from site_builder.pictures.cache import PictureCache
from site_builder.pictures.files import publish_pictures
from site_builder.problems import Problem, sort_problems
from site_builder.search.files import check_search, search_files
from site_builder.share_images import share_images
from site_builder.site_pages import PageMaker
from site_builder.static_files import static_assets
from site_builder.structured_data.pages import describe_pages
from site_builder.urls import ASSETS
from site_builder.views.page import PageFiles
from site_builder.web_form.files import web_form

__all__ = ["BuildOptions", "BuildResult", "build_pages", "build_site", "list_pages"]


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What a build needs to know beyond the content."""

    today: dt.date
    """The day that «next» counts from; never read from the clock inside the core."""
    picture_cache: PictureCache | None = None
    """Where encoded pictures are kept between builds; None where nothing is kept."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """Everything that a site generator needs."""

    content: Content
    """The content as it was read."""
    site: Site
    """The linked content."""
    pages: tuple[OutputPage, ...]
    """All pages."""
    assets: tuple[OutputAsset, ...]
    """All other files."""
    assets_folder: str
    """The path of the folder of styles, scripts and maps, for what is around the pages' bodies."""
    problems: tuple[Problem, ...]
    """Warnings, sorted."""
    today: dt.date
    """The day that the pages speak of."""
    lists: tuple[OutputAsset, ...] = ()
    """Those of the assets that list all pages; none until `list_pages` made them."""

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of all pages and assets."""
        pages = (page.path for page in self.pages)
        return (*pages, *(asset.path for asset in self.assets))


def build_site(content_dir: Path, options: BuildOptions) -> BuildResult:
    """Build the whole site of a content folder.

    Raises:
        ContentError: The content has errors; it carries all problems of all files.
        WebFormError: The set-up did not install what the web form is made of.
        PagefindError: The settings name Pagefind, and it made no index.
    """
    return list_pages(build_pages(content_dir, options))


def build_pages(content_dir: Path, options: BuildOptions) -> BuildResult:
    """Build all pages and assets but those that list the pages.

    It is for a site generator that has pages of its own: `list_pages` takes them.

    Raises:
        ContentError: The content has errors; it carries all problems of all files.
        WebFormError: The set-up did not install what the web form is made of.
    """
    checked = check_content(content_dir, options.today)
    site = checked.required_site()
    pictures = publish_pictures(site, content_dir, options.picture_cache)
    bundle = bundle_assets(
        ASSETS,
        (
            *static_assets(),
            *leaflet_assets(),
            *map_assets(site.settings),
            *base_drawings(),
        ),
    )
    files = PageFiles(bundle.folder, pictures.files)
    maker = PageMaker(site, files, options.today)
    pages = tuple(describe_pages(maker.pages(), site, files, options.today))
    assets = (
        *pictures.assets,
        *bundle.assets,
        open_base_layer(),
        *maker.side_by_side_documents(),
        *maker.posters(),
        *maker.leaflets(),
        maker.offline_page(),
        web_manifest(site.settings),
        *app_icons(),
        *share_images(pages, site.settings),
        *atom_feeds(site),
        *json_feeds(site),
        *open_data(site, options.today),
        *geo_files(site),
        *calendar_assets(site, options.today),
        *web_form(site, bundle.folder),
    )
    return BuildResult(
        checked.content, site, pages, assets, bundle.folder, checked.problems, options.today
    )


def list_pages(result: BuildResult, others: Iterable[OutputPage] = ()) -> BuildResult:
    """Add what lists all pages: sitemaps and what the search loads.

    Args:
        result: What `build_pages` made.
        others: The pages that the site generator made itself.

    Raises:
        PagefindError: The settings name Pagefind, and it made no index.
    """
    settings = result.site.settings
    pages = (*result.pages, *others)
    lists = (*sitemaps(pages, settings.url), *search_files(pages, settings))
    return replace(
        result,
        assets=(*result.assets, *lists),
        lists=lists,
        problems=sort_problems([*result.problems, *check_search(lists, result.content)]),
    )
