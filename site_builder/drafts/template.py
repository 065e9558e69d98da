"""The file of a new record: in the canonical form, with help above each field.

Fields that are not used stand there too, as comments that show their form, so that the file teaches.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

from site_builder.canonical import write_record
from site_builder.fields import (
    ChoiceValue,
    Field,
    ListValue,
    ObjectValue,
    ScalarValue,
    TextValue,
    Value,
    VariantsValue,
    describe,
)
from site_builder.json_schemas import SCHEMA_FOLDER
from site_builder.languages import LANGUAGES
from site_builder.schema.base import Model
from site_builder.schema.kinds import Kind
from site_builder.ui_strings import editor_words, field_words

__all__ = ["render_draft"]

_WIDTH = 98
_BLANK = "…"


def render_draft(kind: Kind, data: Mapping[str, Any], language: str) -> str:
    """Return the commented text of a new record.

    Args:
        kind: The record's kind.
        data: Nested dicts and lists of strings, as the reader gives them.
        language: The language of the comments (en, kk, ru).
    """
    model = kind.model
    # Text editors that read YAML look for their schema in a first line of this form.
    lines = [f"# yaml-language-server: $schema=../{SCHEMA_FOLDER}/{kind.name}.json"]
    lines += _comment(editor_words("new")["head"][language])
    for field in describe(model):
        lines += ["#", *_comment(field_words(field.owner, field.name, language).hint)]
        if field.name in data:
            lines += write_record(model, {field.name: data[field.name]}).splitlines()
        else:
            example = write_record(model, {field.name: _example_of(field)})
            lines += [f"# {line}".rstrip() for line in example.splitlines()]
    return "\n".join(lines) + "\n"


def _comment(text: str) -> list[str]:
    return wrap(text, _WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)


def _example_of(field: Field) -> Any:
    return field.default or _example(field.value)


def _example(value: Value) -> Any:
    """Return data of the value's form; what only an editor can know is an ellipsis."""
    form: Any = _BLANK
    match value:
        case ScalarValue(scalar):
            form = scalar.example or _BLANK
        case ChoiceValue():
            form = str(value.choices[0])
        case TextValue():
            form = {language.value: _BLANK for language in LANGUAGES}
        case ObjectValue(model):
            form = dict(_examples(model))
        case VariantsValue(models):
            form = dict(_examples(next(iter(models.values()))))
        case ListValue(item, at_least):
            form = [_example(item) for _ in range(max(1, at_least))]
    return form


def _examples(model: type[Model]) -> Iterator[tuple[str, Any]]:
    """Yield the fields that are needed, or the first where none is."""
    fields = describe(model)
    needed = [field for field in fields if field.is_required] or fields[:1]
    return ((field.name, _example_of(field)) for field in needed)
