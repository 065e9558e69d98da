"""Finds the texts of a record, whatever field they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from site_builder.fields import ScalarValue, TextValue, Value
from site_builder.languages import LANGUAGES
from site_builder.record_values import iter_values
from site_builder.schema.base import Model, Prose, Texts
from site_builder.schema.scalars import ScalarKind
from site_builder.yaml_marks import Loc

__all__ = ["iter_prose", "iter_texts", "iter_words"]

_TEXTS = get_args(Texts)


def iter_prose(record: Model) -> Iterator[tuple[Loc, Prose]]:
    """Yield place and words of every text in Markdown."""
    for loc, _, prose in iter_values(record, _is_prose):
        yield loc, prose


def iter_texts(record: Model) -> Iterator[tuple[Loc, Texts]]:
    """Yield place and words of every text in two languages, in the order of the fields."""
    for loc, _, text in iter_values(record, _is_text):
        yield loc, text


def iter_words(record: Model) -> Iterator[tuple[Loc, str]]:
    """Yield place and words of all that people read, in each language in which it is written."""
    for loc, _, value in iter_values(record, _is_read):
        if isinstance(value, _TEXTS):
            for language in LANGUAGES:
                if (words := value[language]) is not None:
                    yield (*loc, language.value), words
        else:
            yield loc, value


def _is_prose(value: Value) -> bool:
    return isinstance(value, TextValue) and value.is_prose


def _is_text(value: Value) -> bool:
    return isinstance(value, TextValue)


def _is_read(value: Value) -> bool:
    """Tell whether it is read by people: lines in one language too, such as names of sources."""
    is_line = isinstance(value, ScalarValue) and value.scalar.kind is ScalarKind.LINE
    return is_line or isinstance(value, TextValue)
