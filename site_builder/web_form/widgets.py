"""Turns the fields of a model into widgets of the form, in the words that Sveltia CMS and Decap share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from site_builder.fields import (
    ChoiceValue,
    Field,
    ListValue,
    MappingValue,
    ObjectValue,
    ReferenceValue,
    ScalarValue,
    TextValue,
    Value,
    VariantsValue,
    describe,
)
from site_builder.languages import LANGUAGES
from site_builder.schema.base import Model
from site_builder.schema.scalars import Scalar, ScalarKind
from site_builder.web_form.words import (
    choice_label,
    field_label,
    hint,
    in_both,
    language_name,
)

__all__ = ["Widget", "WidgetMaker"]

Widget = dict[str, Any]
"""A field of the form, as its configuration says it."""

_NUMBERS = {ScalarKind.INTEGER: "int", ScalarKind.DECIMAL: "float"}
_IN_SUMMARY = 2
_TAG = "type"


class WidgetMaker:
    """Makes the widgets of records."""

    def __init__(
        self, tables: Mapping[str, Sequence[Mapping[str, str]]], edit_urls: Mapping[str, str]
    ) -> None:
        """Take what the records of tables are called: the form cannot look into their files.

        Args:
            tables: For each table its records as `{"label": …, "value": id}`.
            edit_urls: For each table the address at which its file is edited.
        """
        self._tables = tables
        self._edit_urls = edit_urls

    def widgets(self, model: type[Model]) -> list[Widget]:
        """Return a widget for each field of a model, in the order in which records write them."""
        return [self._widget(field) for field in describe(model)]

    def _widget(self, field: Field) -> Widget:
        return {
            "name": field.name,
            "label": field_label(field.owner, field.name),
            "hint": self._hint(field),
            "required": field.is_required,
            **self._kind(field.value),
        }

    def _hint(self, field: Field) -> str:
        value = field.value.item if isinstance(field.value, ListValue) else field.value
        if isinstance(value, ReferenceValue) and value.kind in self._tables:
            file, url = f"{value.kind}.yml", self._edit_urls[value.kind]
            return hint(field.owner, field.name, "form.not_listed", file=file, url=url)
        return hint(field.owner, field.name)

    def _kind(self, value: Value) -> Widget:  # noqa: PLR0911  one for each sort of value
        match value:
            case ScalarValue():
                return _scalar(value)
            case ChoiceValue(name, choices):
                options = [
                    {"label": choice_label(name, word), "value": str(word)} for word in choices
                ]
                return {"widget": "select", "options": options}
            case ReferenceValue(kind):
                return self._reference(kind)
            case TextValue():
                return _text(value)
            case ObjectValue(model):
                return {"widget": "object", "collapsed": True, "fields": self.widgets(model)}
            case ListValue(item, at_least):
                return self._list(item, at_least)
            case VariantsValue(models):
                return self._variants(models)
            case MappingValue():
                message = "the form knows no ids that editors choose"
                raise TypeError(message)

    def _reference(self, kind: str) -> Widget:
        if kind in self._tables:
            return {"widget": "select", "options": self._tables[kind]}
        return {
            "widget": "relation",
            "collection": kind,
            "value_field": "{{slug}}",
            "display_fields": [" · ".join(f"{{{{title.{lang}}}}}" for lang in reversed(LANGUAGES))],
            "search_fields": [f"title.{language}" for language in LANGUAGES],
        }

    def _list(self, item: Value, at_least: int) -> Widget:
        limit = {"min": at_least} if at_least else {}
        match item:
            case ChoiceValue() | ReferenceValue():
                return {**self._kind(item), "multiple": True, **limit}
            case ObjectValue(model):
                return {
                    "widget": "list",
                    **limit,
                    "collapsed": True,
                    "summary": _summary(describe(model)),
                    "fields": self.widgets(model),
                }
            case _:
                single = {"name": "item", "label": in_both("form.item"), **self._kind(item)}
                return {"widget": "list", **limit, "field": single}

    def _variants(self, models: Mapping[str, type[Model]]) -> Widget:
        types: list[Widget] = []
        # A save writes the fields of all variants in the order in which they are first named here.
        # The longest one names those that others share, and so each keeps its own order.
        for tag, model in sorted(models.items(), key=lambda item: -len(item[1].model_fields)):
            fields = [self._widget(field) for field in describe(model) if field.name != _TAG]
            label = in_both(f"form.rule.{tag}")
            types.append({"name": tag, "label": label, "widget": "object", "fields": fields})
        return {"widget": "object", "types": types}


def _scalar(value: ScalarValue) -> Widget:
    scalar = value.scalar
    if scalar.kind is ScalarKind.BOOLEAN:
        # A switch would say no wherever a source says nothing.
        answers = {"form.yes": True, "form.no": False}
        options = [{"label": in_both(key), "value": answer} for key, answer in answers.items()]
        return {"widget": "select", "options": options}
    if scalar.kind in _NUMBERS:
        is_counted = scalar.kind is ScalarKind.INTEGER and value.more_than is not None
        least = (value.more_than or 0) + 1 if is_counted else value.at_least
        limits = {"min": least, "max": value.at_most}
        number = {name: limit for name, limit in limits.items() if limit is not None}
        return {"widget": "number", "value_type": _NUMBERS[scalar.kind], **number}
    # Dates too: a date's widget would write days where a source names a year.
    return {"widget": "string", **_pattern(scalar)}


def _pattern(scalar: Scalar) -> Widget:
    if not scalar.pattern:
        return {}
    return {"pattern": [f"^(?:{scalar.pattern})$", in_both("form.example", example=scalar.example)]}


def _text(value: TextValue) -> Widget:
    fields = [
        {
            "name": language.value,
            "label": language_name(language),
            "widget": "text",
            # The translation of prose may come later.
            "required": not value.is_prose,
        }
        for language in LANGUAGES
    ]
    return {"widget": "object", "fields": fields}


def _summary(fields: Sequence[Field]) -> str:
    """Return what a closed item of a list shows: its first words."""
    named: list[str] = []
    for field in fields:
        if isinstance(field.value, TextValue):
            named.append(f"{{{{fields.{field.name}.ru}}}}")
            break
        if isinstance(field.value, ScalarValue | ReferenceValue):
            named.append(f"{{{{fields.{field.name}}}}}")
    return " ".join(named[-_IN_SUMMARY:])
