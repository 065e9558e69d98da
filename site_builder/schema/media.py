"""Media: pictures with what a reader, a screen reader and a lawyer need to know."""

from __future__ import annotations

from site_builder.schema.base import Model, Text
from site_builder.schema.scalars import FileName, Line, Url

__all__ = ["Medium"]


class Medium(Model):
    """A picture in `content/media/`."""

    file: FileName
    """The file's name in `content/media/`."""
    alt: Text
    """What is to be seen, for those who cannot see it."""
    caption: Text | None = None
    """The line below the picture."""
    author: Text
    """Who made it."""
    licence: Line
    """The licence's short name, such as `CC BY 4.0`."""
    url: Url | None = None
    """Where it was published first."""
