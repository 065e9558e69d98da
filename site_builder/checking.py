"""Finds everything that is wrong with the content, without making a page of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from site_builder.date_rules import check_estimates, check_staleness
from site_builder.linker import Site, link_site
from site_builder.loader import Content, load_content
from site_builder.pictures.inspection import check_pictures
from site_builder.problems import ContentError, Problem, has_errors, sort_problems
from site_builder.prose_rules import check_prose
from site_builder.rules import check_rules
from site_builder.translations.comparison import find_stale
from site_builder.translations.memory import read_memory
from site_builder.translations.problems import stale_translation
from site_builder.word_rules import check_words

__all__ = ["CheckedContent", "check_content"]


@dataclass(frozen=True, slots=True)
class CheckedContent:
    """The content and what is wrong with it."""

    content: Content
    """All that was read."""
    site: Site | None
    """The linked content; None where links or settings are wrong."""
    problems: tuple[Problem, ...]
    """Errors and warnings of all files, sorted."""

    @property
    def has_errors(self) -> bool:
        """Whether no site can be built of it."""
        return has_errors(self.problems)

    def required_site(self) -> Site:
        """Return the linked content.

        Raises:
            ContentError: The content has errors; it carries all problems.
        """
        if self.site is None or self.has_errors:
            raise ContentError(self.problems)
        return self.site


def check_content(content_dir: Path, today: dt.date) -> CheckedContent:
    """Load, link and check a content folder.

    Args:
        content_dir: The folder with `site.yml`, the tables and a folder for each kind.
        today: The day that «too long ago» and «soon» count from.
    """
    content = load_content(content_dir)
    site, link_problems = link_site(content)
    problems = [*content.problems, *link_problems, *check_rules(content), *check_prose(content)]
    problems += check_words(content)
    problems += [*check_estimates(content, today), *check_staleness(content, today)]
    problems += check_pictures(content, content_dir)
    memory, memory_problems = read_memory(content_dir)
    stale = list(find_stale(content, memory)) if memory else []
    problems += [*memory_problems, *map(stale_translation, stale)]
    if site and stale:
        site = replace(site, stale={item.placed.text: item.language for item in stale})
    return CheckedContent(content, site, sort_problems(problems))
