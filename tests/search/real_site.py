"""The real site, as it is on the tests' day."""

from __future__ import annotations

from site_builder.build import BuildOptions, BuildResult, build_site
from site_builder.pictures.cache import CACHE_FOLDER, PictureCache
from tests.support import ROOT, TODAY

__all__ = ["build_real_site"]


def build_real_site() -> BuildResult:
    """Build it from `content/`."""
    return build_site(ROOT / "content", BuildOptions(TODAY, PictureCache(ROOT / CACHE_FOLDER)))
