"""The command line: finds the command's module and runs it.

Exit codes: 0 all is well, warnings at most; 1 the content has errors; 2 the command was wrong; 3 the
site could not be built or published, the old one stays.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword

from site_builder.reports import EditorLanguage, editor_language

__all__ = ["COMMANDS", "main"]

COMMANDS = {
    "build": "build the site and put it in the place of the old one",
    "check": "report all problems of the content",
    "export": "write events or places as a table for a spreadsheet",
    "fmt": "rewrite content files in the canonical form",
    "import": "take over events or places from a spreadsheet, a calendar or a map",
    "new": "ask for a new record and write its file",
    "places": "list all points with links to maps, for checking",
    "render": "write the pages into a folder, without MkDocs",
    "schema": "write JSON Schemas of the content for text editors",
    "translations": "list translations that are missing or old, or accept them as they are",
}
"""The commands by name, each a module of `commands/`: loading all of them would take a second.

A name that Python keeps for itself gets an underscore: `import_`.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    # pydantic would ask every installed distribution for plugins, which takes as long as reading
    # hundreds of files; none of them has to do with what records may hold.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    name = _overview().parse_args(arguments[:1]).command
    module = f"{name}_" if iskeyword(name) else name.replace("-", "_")
    command = import_module(f"site_builder.commands.{module}")
    parser = argparse.ArgumentParser(
        prog=f"site-builder {name}",
        description=command.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--lang",
        choices=list(EditorLanguage),
        help="language of the messages; that of the environment (LC_ALL, LC_MESSAGES, LANG) by default",
    )
    command.add_arguments(parser)
    options = parser.parse_args(arguments[1:])
    language = EditorLanguage(options.lang) if options.lang else editor_language()
    return int(command.run(options, language))


def _overview() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="site-builder",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"  {name:<12} {words}" for name, words in COMMANDS.items()),
    )
    parser.add_argument("command", choices=COMMANDS, metavar="command")
    return parser
