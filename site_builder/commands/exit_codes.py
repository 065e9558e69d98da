"""What the commands tell the shell."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["ExitCode"]


class ExitCode(IntEnum):
    """The exit codes of all commands."""

    OK = 0
    """All is well; there may be warnings."""
    CONTENT = 1
    """The content, or the file to be imported, has errors; nothing was written."""
    USAGE = 2
    """The command was wrong (argparse exits with it), or the answers that it asked for did not come."""
    BUILD = 3
    """The site could not be built or published, or a file not be written; the old one stays."""
    INTERRUPTED = 130
    """Somebody pressed Ctrl-C; nothing was written."""
