"""What every model is made of: the strict base, text in both languages, references to records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from site_builder.languages import Language
from site_builder.schema.scalars import Id, Line, Paragraphs

__all__ = [
    "EventId",
    "GuideId",
    "HolidayId",
    "MediaId",
    "Model",
    "OrganisationId",
    "PersonId",
    "PlaceId",
    "Prose",
    "Reference",
    "SourceId",
    "StoryId",
    "TermId",
    "Text",
    "Texts",
    "Translated",
]


class Model(BaseModel):
    """Base of all content models: unknown keys are refused, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field whose value is the id of another record."""

    kind: str
    """The kind of the record that is meant, as its folder is called."""


class Translated(Model):
    """Something written in both languages; `text[Language.KK]` gives one of them."""

    # The open data holds texts too, and their schemas say what a field is.
    model_config = ConfigDict(use_attribute_docstrings=True)

    kk: str
    """Қазақша"""
    ru: str
    """По-русски"""

    def __getitem__(self, language: Language) -> str:
        """Return the words in `language`."""
        return self.kk if language is Language.KK else self.ru


class Text(Translated):
    """Plain text of one line in both languages."""

    kk: Line
    """Қазақша"""
    ru: Line
    """По-русски"""


class Prose(Model):
    """Markdown in one language or both; the HTML made from it is sanitised.

    `prose[Language.KK]` gives what is written in a language, None where nothing is: what is shown
    to readers instead is `for_readers`.
    """

    kk: Paragraphs = None
    """Қазақша"""
    ru: Paragraphs = None
    """По-русски"""

    def __getitem__(self, language: Language) -> str | None:
        """Return the words in `language`, or None."""
        return self.kk if language is Language.KK else self.ru

    def for_readers(self, language: Language) -> tuple[Language, str]:
        """Return the words to show to readers of `language`, and in which language they are."""
        return next(
            (found, words)
            for found in (language, language.other)
            if (words := self[found]) is not None
        )

    @model_validator(mode="after")
    def _something_is_written(self) -> Prose:
        if self.kk is None and self.ru is None:
            raise PydanticCustomError("empty-text", "no text in either language")
        return self


Texts = Translated | Prose
"""Anything that is written in two languages."""


PlaceId = Annotated[Id, Reference("places")]
PersonId = Annotated[Id, Reference("people")]
OrganisationId = Annotated[Id, Reference("organisations")]
EventId = Annotated[Id, Reference("events")]
HolidayId = Annotated[Id, Reference("holidays")]
StoryId = Annotated[Id, Reference("stories")]
GuideId = Annotated[Id, Reference("guides")]
TermId = Annotated[Id, Reference("glossary")]
SourceId = Annotated[Id, Reference("sources")]
MediaId = Annotated[Id, Reference("media")]
