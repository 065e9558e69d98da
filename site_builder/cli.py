"""The commands: `site-builder build`, `check`, `places`, `render`.

Exit codes: 0 all is well; 1 the content has errors; 2 the command was wrong; 3 the site could not be
built or published, the old one stays.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from site_builder.build import BuildOptions, build_site, build_today
from site_builder.directory_adapter import write_directory
from site_builder.linker import link_site
from site_builder.loader import load_content
from site_builder.mkdocs_adapter.command import GeneratorError, build_with_mkdocs
from site_builder.point_report import format_points
from site_builder.problems import ContentError, Problem, Severity
from site_builder.publishing import PublishingError, publish
from site_builder.reports import (
    EditorLanguage,
    editor_language,
    format_github,
    format_json,
    format_text,
    read_lines,
)
from site_builder.urls import SERVICE_WORKER
from site_builder.verification import VerificationError, verify_site

__all__ = ["main"]

EXIT_CONTENT, EXIT_BUILD = 1, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    options = _parser().parse_args(arguments)
    language = EditorLanguage(options.lang) if options.lang else editor_language()
    options.language = language
    try:
        problems: tuple[Problem, ...] | None = options.run(options)
    except ContentError as error:
        _print(error.problems, language, options)
        return EXIT_CONTENT
    except (GeneratorError, VerificationError, PublishingError, OSError) as error:
        print(error, file=sys.stderr)
        return EXIT_BUILD
    if problems is not None:
        _print(problems, language, options)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="site-builder", description=__doc__)
    commands = parser.add_subparsers(required=True)

    def command(name: str, run: object, words: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words, description=words)
        made.add_argument("--lang", choices=list(EditorLanguage), help="language of the messages")
        made.set_defaults(run=run, format="text")
        return made

    check = command("check", _check, "Report all problems of the content.")
    check.add_argument("--content", type=Path, default=Path("content"))
    check.add_argument("--format", choices=("text", "github", "json"), default="text")
    build = command("build", _build, "Build the site and put it in the place of the old one.")
    build.add_argument("--config", type=Path, default=Path("mkdocs.yml"))
    build.add_argument("--site-dir", type=Path, default=Path("site"))
    build.set_defaults(content=None)
    places = command("places", _places, "List all points with links to maps, for checking.")
    places.add_argument("--content", type=Path, default=Path("content"))
    render = command("render", _render, "Write the pages into a folder, without MkDocs.")
    render.add_argument("--content", type=Path, default=Path("content"))
    render.add_argument("folder", type=Path)
    return parser


def _check(options: argparse.Namespace) -> tuple[Problem, ...]:
    return build_site(options.content, BuildOptions(build_today())).problems


def _build(options: argparse.Namespace) -> tuple[Problem, ...]:
    # Nearly all that a build makes lives until its end; looking for garbage in it again and again
    # takes a fifth of the time.
    gc.disable()

    problems: list[Problem] = []

    def fill(folder: Path) -> None:
        result = build_with_mkdocs(options.config, folder)
        paths = (*result.paths, SERVICE_WORKER)
        verify_site(folder, paths, result.site.settings.url)
        problems.extend(result.problems)

    publish(options.site_dir, fill)
    return tuple(problems)


def _render(options: argparse.Namespace) -> tuple[Problem, ...]:
    result = build_site(options.content, BuildOptions(build_today()))
    publish(options.folder, lambda folder: write_directory(result, folder))
    return result.problems


def _places(options: argparse.Namespace) -> None:
    content = load_content(options.content)
    site, link_problems = link_site(content)
    problems = (*content.problems, *link_problems)
    if site is None or any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)
    print(format_points(site, options.language))


def _print(
    problems: tuple[Problem, ...], language: EditorLanguage, options: argparse.Namespace
) -> None:
    content: Path = options.content or options.config.parent / "content"
    match options.format:
        case "github":
            text = format_github(problems, language)
        case "json":
            text = format_json(problems, language)
        case _:
            text = format_text(problems, language, read_lines(content.absolute().parent))
    if text:
        print(text)
