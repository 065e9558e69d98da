"""What templates know of a picture: its files and its credit."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Picture", "PictureSource"]


@dataclass(frozen=True, slots=True)
class PictureSource:
    """A picture in one format, for a browser to choose the size of."""

    type: str
    """The format's media type."""
    srcset: str
    """The links to its sizes, each with its width."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its credit."""

    href: str
    """Link to the smallest file of all that every browser shows: that one is kept for the road."""
    srcset: str
    """The sizes of the format that every browser shows."""
    sources: tuple[PictureSource, ...]
    """Better formats, the best first."""
    alt: str
    """What is to be seen."""
    caption: str
    """May be empty."""
    author: str
    """Who made it."""
    licence: str
    """The licence's short name."""
    licence_href: str
    """The licence's text; empty where the name is not a well-known one."""
    original_href: str
    """Where it was published first; may be empty."""
    width: int
    """Pixels of the widest size."""
    height: int
    """Pixels of the widest size."""
