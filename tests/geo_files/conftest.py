"""Content that the tests of files with points share."""

from __future__ import annotations

import pytest

from site_builder.linker import Site, link_site
from site_builder.loader import load_content
from tests.feeds import content
from tests.support import ROOT


@pytest.fixture(scope="session")
def full_site() -> Site:
    """Return the content that uses every field."""
    return content.full_site()


@pytest.fixture(scope="session")
def real_site() -> Site:
    """Return the site's own content."""
    site, problems = link_site(load_content(ROOT / "content"))
    assert site is not None, problems
    return site
