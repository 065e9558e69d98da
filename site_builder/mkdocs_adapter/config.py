"""Options of the plugin in `mkdocs.yml`."""

from __future__ import annotations

from mkdocs.config import config_options as c
from mkdocs.config.base import Config

__all__ = ["SiteBuilderConfig"]


class SiteBuilderConfig(Config):
    """Options of the plugin `site-builder`."""

    splice = c.Type(bool, default=True)
    """Render the theme once per page class instead of once per page; the bytes are the same."""
