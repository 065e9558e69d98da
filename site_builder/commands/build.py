"""Build the site and put it in the place of the old one."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path

from site_builder.commands.exit_codes import ExitCode
from site_builder.commands.options import print_problems
from site_builder.mkdocs_adapter.command import GeneratorError, build_with_mkdocs
from site_builder.problems import ContentError, Problem
from site_builder.publishing import PublishingError, publish
from site_builder.reports import EditorLanguage
from site_builder.urls import SERVICE_WORKER
from site_builder.verification import VerificationError, verify_site

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"))
    parser.add_argument("--site-dir", type=Path, default=Path("site"))


def run(options: argparse.Namespace, language: EditorLanguage) -> ExitCode:
    """Build, verify, publish; print what is wrong with the content."""
    # Nearly all that a build makes lives until its end; looking for garbage in it again and again
    # takes a fifth of the time.
    gc.disable()
    content = options.config.parent / "content"
    problems: list[Problem] = []

    def fill(folder: Path) -> None:
        result = build_with_mkdocs(options.config, folder)
        paths = (*result.paths, SERVICE_WORKER)
        verify_site(folder, paths, result.site.settings.url)
        problems.extend(result.problems)

    try:
        publish(options.site_dir, fill)
    except ContentError as error:
        print_problems(error.problems, language, content)
        return ExitCode.CONTENT
    except (GeneratorError, VerificationError, PublishingError, OSError) as error:
        print(error, file=sys.stderr)
        return ExitCode.BUILD
    print_problems(problems, language, content)
    return ExitCode.OK
