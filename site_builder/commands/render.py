"""Write the pages into a folder, without MkDocs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from site_builder.build import BuildOptions, build_site
from site_builder.clock import build_today
from site_builder.commands.exit_codes import ExitCode
from site_builder.commands.options import add_content, print_problems
from site_builder.directory_adapter import write_directory
from site_builder.pictures.cache import CACHE_FOLDER, PictureCache
from site_builder.problems import ContentError
from site_builder.publishing import PublishingError, publish
from site_builder.reports import EditorLanguage

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    add_content(parser)
    parser.add_argument("folder", type=Path)


def run(options: argparse.Namespace, language: EditorLanguage) -> ExitCode:
    """Write all pages and assets; print what is wrong with the content."""
    try:
        cache = PictureCache(options.content.parent / CACHE_FOLDER)
        result = build_site(options.content, BuildOptions(build_today(), cache))
        publish(options.folder, lambda folder: write_directory(result, folder))
    except ContentError as error:
        print_problems(error.problems, language, options.content)
        return ExitCode.CONTENT
    except (PublishingError, OSError) as error:
        print(error, file=sys.stderr)
        return ExitCode.BUILD
    print_problems(result.problems, language, options.content)
    return ExitCode.OK
