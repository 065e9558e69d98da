"""Runs MkDocs' own build into a given folder."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from site_builder.build import BuildResult
from site_builder.mkdocs_adapter.plugin import SiteBuilderPlugin

__all__ = ["GeneratorError", "build_with_mkdocs"]


class GeneratorError(Exception):
    """MkDocs could not build the site; its own words say why."""


def build_with_mkdocs(config_file: Path, site_dir: Path) -> BuildResult:
    """Build the site as `mkdocs build --strict` does.

    Args:
        config_file: `mkdocs.yml`.
        site_dir: Where to write.

    Returns:
        What the core made: all of it must be in the site.

    Raises:
        ContentError: The content has errors.
        GeneratorError: MkDocs found something else to be wrong.
    """
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        config = load_config(str(config_file), site_dir=str(site_dir), strict=True)
    except MkDocsException as error:
        message = f"{config_file}: {error}"
        raise GeneratorError(message) from error
    plugin = config.plugins.get("site-builder")
    if not isinstance(plugin, SiteBuilderPlugin):
        message = f"{config_file} does not name the plugin site-builder"
        raise GeneratorError(message)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    except MkDocsException as error:
        if plugin.content_error is not None:
            raise plugin.content_error from None
        # It only says that it stops; what it stops for is the error before.
        raise GeneratorError(str(error.__context__ or error)) from error
    finally:
        config.plugins.on_shutdown()
    return plugin.result
