"""Running text as pages show it: in which language, with which sources, how fresh its translation is.

`html` and `citations` are safe HTML; everything else is plain text that templates escape.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["PassageView", "StatementView", "TranslationNote", "VariantView"]


@dataclass(frozen=True, slots=True)
class TranslationNote:
    """A word to readers on a translation that is missing or older than the other text."""

    text: str
    """What is the matter."""
    href: str = ""
    """Leads to the newer text; empty where there is none, or where it stands beside."""
    link: str = ""
    """The words of that link; may be empty."""
    language: str = ""
    """The tag of the language that it leads to; may be empty."""


@dataclass(frozen=True, slots=True)
class PassageView:
    """Running text in the page's language or, where its translation is missing, in the other."""

    html: str
    """Safe HTML."""
    language: str = ""
    """The language's tag, where it is not the page's; else empty."""
    translation: TranslationNote | None = None
    """That the translation is missing or old; None where it is neither."""


@dataclass(frozen=True, slots=True)
class VariantView:
    """What other sources say instead."""

    passage: PassageView
    """Their words."""
    citations: str
    """Numbers that lead to those who say it."""


@dataclass(frozen=True, slots=True)
class StatementView:
    """A paragraph with its sources."""

    passage: PassageView
    """Its words."""
    citations: str
    """Numbers that lead to those who say it."""
    caution: str
    """Words of caution where the sources are weak; else empty."""
    checked: str
    """When it was last checked, in words; may be empty."""
    variants: tuple[VariantView, ...]
    """What sources that disagree say."""
