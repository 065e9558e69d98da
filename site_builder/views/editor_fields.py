"""Views of the pages that tell editors what to write into the fields of records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.fields import (
    ChoiceValue,
    Field,
    ListValue,
    MappingValue,
    ObjectValue,
    ScalarValue,
    Value,
    VariantsValue,
    describe,
    iter_models,
)
from site_builder.schema.base import Model
from site_builder.schema.kinds import KINDS, SETTINGS, Kind
from site_builder.ui_strings import choice_words, field_words, model_words
from site_builder.urls import editor_fields_path
from site_builder.value_forms import value_form
from site_builder.views.page import Page
from site_builder.views.parts import Link, NotedLink

__all__ = [
    "ChoiceView",
    "FieldGroupView",
    "FieldKindsView",
    "FieldView",
    "FieldsView",
    "view_field_kinds",
    "view_fields",
]


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A word that a field may hold."""

    word: str
    """What records write."""
    meaning: str
    """What it means; empty where the field's hint says it."""


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field."""

    anchor: str
    """Its anchor."""
    name: str
    """What is written before the colon."""
    label: str
    """What it is called."""
    is_required: bool
    """Whether a record without it is refused."""
    hint: str
    """What to write there, in a sentence."""
    form: str
    """What the value looks like; empty where the choices or the example say it."""
    default: str
    """What holds where it is left out; empty for nothing."""
    choices: tuple[ChoiceView, ...]
    """The words to choose from."""
    example: str
    """A line that is right; may be empty."""
    parts: tuple[Link, ...]
    """The groups of fields that stand below it."""


@dataclass(frozen=True, slots=True)
class FieldGroupView:
    """The fields of a record, or of a part of one."""

    anchor: str
    """Its anchor."""
    title: str
    """What it is called."""
    fields: tuple[FieldView, ...]
    """The fields, in the order in which records write them."""


@dataclass(frozen=True, slots=True)
class FieldsView:
    """The fields of a kind of records."""

    title: str
    """The heading."""
    intro: str
    """Where such records lie."""
    breadcrumbs: tuple[Link, ...]
    """The way from the home page to here."""
    groups: tuple[FieldGroupView, ...]
    """The record's own fields, then those of its parts."""


@dataclass(frozen=True, slots=True)
class FieldKindsView:
    """The kinds of records that have fields."""

    title: str
    """The heading."""
    intro: str
    """What the pages are good for."""
    breadcrumbs: tuple[Link, ...]
    """The way from the home page to here."""
    kinds: tuple[NotedLink, ...]
    """The page of each kind, with the files in which such records lie."""


def view_field_kinds(page: Page) -> FieldKindsView:
    """Return the list of the pages about fields."""
    return FieldKindsView(
        page.strings("editors.fields.title"),
        page.strings("editors.fields.intro"),
        page.breadcrumbs(),
        tuple(
            NotedLink(
                model_words(kind.model.__name__, page.language),
                page.href(editor_fields_path(page.language, kind.name)),
                _file(kind),
            )
            for kind in (*KINDS, SETTINGS)
        ),
    )


def view_fields(page: Page, kind: Kind) -> FieldsView:
    """Return the fields of a kind of records."""
    title = model_words(kind.model.__name__, page.language)
    key = "editors.fields.table" if kind.is_table else "editors.fields.file"
    index = (page.strings("editors.fields.title"), editor_fields_path(page.language))
    return FieldsView(
        page.strings("editors.fields.of", kind=title),
        page.strings(key, file=_file(kind)),
        page.breadcrumbs(index),
        tuple(_group(page, model, kind.model) for model in iter_models(kind.model)),
    )


def _file(kind: Kind) -> str:
    return f"content/{kind.name}.yml" if kind.is_table else f"content/{kind.name}/<id>.yml"


def _group(page: Page, model: type[Model], record: type[Model]) -> FieldGroupView:
    anchor = "fields" if model is record else _part_anchor(model)
    title = page.heading(anchor, model_words(model.__name__, page.language))
    prefix = "" if model is record else f"{anchor}-"
    fields = tuple(_field(page, field, prefix) for field in describe(model))
    return FieldGroupView(anchor, title, fields)


def _part_anchor(model: type[Model]) -> str:
    """Return the anchor of a part: no field is called so."""
    return f"part-{model.__name__.lower()}"


def _field(page: Page, field: Field, prefix: str) -> FieldView:
    language = page.language
    words = field_words(field.owner, field.name, language)
    choices, example = tuple(_choices(field.value, language)), _example(field)
    return FieldView(
        anchor=f"{prefix}{field.name.replace('_', '-')}",
        name=field.name,
        label=words.label,
        is_required=field.is_required,
        hint=words.hint,
        form="" if choices or example else value_form(field.value, language),
        default=field.default or "",
        choices=choices,
        example=example,
        parts=tuple(
            Link(model_words(model.__name__, language), f"#{_part_anchor(model)}")
            for model in _parts(field.value)
        ),
    )


def _choices(value: Value, language: str) -> Iterator[ChoiceView]:
    match value:
        case ListValue(item):
            yield from _choices(item, language)
        case ChoiceValue(name, words):
            for word in words:
                yield ChoiceView(word, choice_words(name, word, language) if name else "")


def _parts(value: Value) -> Iterator[type[Model]]:
    match value:
        case ListValue(item) | MappingValue(item):
            yield from _parts(item)
        case ObjectValue(model):
            yield model
        case VariantsValue(models):
            yield from models.values()


def _example(field: Field) -> str:
    match field.value:
        case ScalarValue(scalar) if scalar.example:
            return f"{field.name}: {scalar.example}"
        case ListValue(ScalarValue(scalar)) if scalar.example:
            return f"{field.name}: [{scalar.example}]"
        case _:
            return ""
