"""The glossary: terms explained in a sentence."""

from __future__ import annotations

from pydantic import Field

from site_builder.languages import Language
from site_builder.schema.base import Model, SourceId, TermId, Text
from site_builder.schema.parts import Confidence
from site_builder.schema.scalars import Line

__all__ = ["Term"]


class Term(Model):
    """A word that a visitor may not know."""

    term: Text
    """The word in both languages, in lower case unless it is a name."""
    meaning: Text
    """One sentence."""
    aliases: list[Line] = Field(default_factory=list)
    """Other spellings."""
    explain: list[Language] = [Language.KK, Language.RU]
    """Languages in whose pages the word is explained where it first stands; leave out the one in
    which everybody knows it."""
    related: list[TermId] = Field(default_factory=list)
    """Ids of terms to read next."""
    confidence: Confidence = Confidence.HIGH
    """How well the sources support it."""
    sources: list[SourceId] = Field(default_factory=list)
    """Who says so; may be empty for words of everyday language."""
