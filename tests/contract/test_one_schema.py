"""One schema, four uses: reader, JSON Schemas, field tables and web form say the same about every field."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

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
    iter_models,
)
from site_builder.json_schemas import make_schemas
from site_builder.languages import Language
from site_builder.linker import Site
from site_builder.loader import load_content
from site_builder.schema.base import Model
from site_builder.schema.kinds import FOLDERS, KINDS, SETTINGS, Kind
from site_builder.ui_strings import load_strings
from site_builder.urls import editor_fields_path
from site_builder.views.editor_fields import FieldView, view_fields
from site_builder.views.page import Page, PageFiles
from site_builder.web_form.config import form_config
from tests.support import FULL_CONTENT, read_site

Schema = dict[str, Any]
ALL_KINDS = (*KINDS, SETTINGS)
SCHEMAS = make_schemas(load_content(FULL_CONTENT), "ru")
NOT_TEXT = "\n"
"""What no single value may be, whatever its type."""


def _fields(kind: Kind) -> Iterator[tuple[type[Model], Field]]:
    for model in iter_models(kind.model):
        yield from ((model, field) for field in describe(model))


def _object_schema(schema: Schema, name: str) -> Iterator[tuple[str, Schema]]:
    """Yield the schemas of all groups of fields within one, with the way to them."""
    yield name, schema
    for field, inner in schema["properties"].items():
        yield from _inner(inner, f"{name}.{field}")


def _inner(schema: Schema, name: str) -> Iterator[tuple[str, Schema]]:
    if "items" in schema:
        yield from _inner(schema["items"], name)
    elif isinstance(schema.get("additionalProperties"), dict):
        yield from _inner(schema["additionalProperties"], name)
    elif "allOf" in schema:
        for part in schema["allOf"]:
            word = part["if"]["properties"]["type"]["const"]
            yield from _object_schema(part["then"], f"{name}:{word}")
    elif "properties" in schema:
        yield from _object_schema(schema, name)


def _objects(model: type[Model], name: str) -> Iterator[tuple[str, type[Model]]]:
    """Yield the models of the same groups, with the same ways."""
    yield name, model
    for field in describe(model):
        yield from _inner_models(field.value, f"{name}.{field.name}")


def _inner_models(value: Value, name: str) -> Iterator[tuple[str, type[Model]]]:
    match value:
        case ListValue(item) | MappingValue(item):
            yield from _inner_models(item, name)
        case ObjectValue(model):
            yield from _objects(model, name)
        case VariantsValue(models):
            for word, model in models.items():
                yield from _objects(model, f"{name}:{word}")


def _record_schema(kind: Kind) -> Schema:
    schema = SCHEMAS[kind.name]
    is_mapping = kind.is_table and kind is not SETTINGS
    record: Schema = schema["additionalProperties"] if is_mapping else schema
    return record


def _says_the_same(value: Value, schema: Schema, definitions: Schema) -> bool:
    """Tell whether a JSON Schema has the pattern and the choices of a value."""
    match value:
        case ScalarValue(scalar):
            same = not scalar.pattern or schema["pattern"] == f"^(?:{scalar.pattern})$"
        case ChoiceValue(_, choices):
            same = [word for word in schema["enum"] if word is not None] == list(choices)
        case ReferenceValue(kind):
            name = schema["$ref"].removeprefix("#/definitions/")
            same = name in definitions and name.removesuffix("-or-nothing") == kind
        case TextValue(is_prose):
            same = list(schema["properties"]) == ["kk", "ru"]
            # Prose may wait for its translation.
            same = same and schema.get("required", []) == ([] if is_prose else ["kk", "ru"])
        case ListValue(item, at_least):
            same = schema.get("minItems", 0) == at_least
            same = same and _says_the_same(item, schema["items"], definitions)
        case VariantsValue(models):
            same = schema["properties"]["type"]["enum"] == list(models)
        case _:
            same = "object" in schema["type"]
    return same


@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: kind.name)
def test_json_schemas_hold_every_field(kind: Kind) -> None:
    schemas = dict(_object_schema(_record_schema(kind), kind.name))
    # The two languages of a text are no fields of their own for `describe`.
    schemas = {
        name: one for name, one in schemas.items() if list(one["properties"]) != ["kk", "ru"]
    }
    models = dict(_objects(kind.model, kind.name))
    assert set(schemas) == set(models)
    for name, model in models.items():
        schema, fields = schemas[name], describe(model)
        assert list(schema["properties"]) == [field.name for field in fields]
        assert schema["required"] == [field.name for field in fields if field.is_required]
        assert schema["additionalProperties"] is False
        for field in fields:
            definitions = SCHEMAS[kind.name]["definitions"]
            assert _says_the_same(field.value, schema["properties"][field.name], definitions)


@pytest.fixture(scope="module")
def full_site() -> Site:
    return read_site(FULL_CONTENT, {})


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: kind.name)
def test_field_tables_hold_every_field(kind: Kind, language: Language, full_site: Site) -> None:
    path = editor_fields_path(language, kind.name)
    files = PageFiles("assets", {})
    page = Page(full_site, load_strings(language), path, dt.date(2026, 11, 22), files, None)
    view = view_fields(page, kind)
    rows = [row for group in view.groups for row in group.fields]
    fields = [field for _, field in _fields(kind)]
    assert [_told(row) for row in rows] == [_known(field) for field in fields]
    anchors = [row.anchor for row in rows] + [group.anchor for group in view.groups]
    assert len(set(anchors)) == len(anchors)
    assert {link.href for row in rows for link in row.parts} <= {f"#{one}" for one in anchors}


def _told(row: FieldView) -> tuple[str, bool, list[str]]:
    return row.name, row.is_required, [choice.word for choice in row.choices]


def _known(field: Field) -> tuple[str, bool, list[str]]:
    value = field.value.item if isinstance(field.value, ListValue) else field.value
    choices = list(value.choices) if isinstance(value, ChoiceValue) else []
    return field.name, field.is_required, choices


SCALARS = {
    (model, field.name): field.value
    for kind in ALL_KINDS
    for model, field in _fields(kind)
    if isinstance(field.value, ScalarValue)
}


@pytest.mark.parametrize("key", SCALARS, ids=lambda key: f"{key[0].__name__}.{key[1]}")
def test_the_reader_takes_the_example_and_refuses_what_the_pattern_refuses(
    key: tuple[type[Model], str],
) -> None:
    (model, name), value = key, SCALARS[key]
    info = model.model_fields[name]
    adapter: TypeAdapter[Any] = TypeAdapter(info.rebuild_annotation())
    pattern, example = value.scalar.pattern, value.scalar.example
    if example:
        assert not pattern or re.fullmatch(pattern, example, re.ASCII)
        if value.at_least is None or float(example) >= value.at_least:
            adapter.validate_python(example)
    for wrong in (NOT_TEXT, *(f"{example}{end}" for end in ("\n", " x", "<") if pattern)):
        assert not pattern or not re.fullmatch(pattern, wrong, re.ASCII)
        with pytest.raises(ValidationError):
            adapter.validate_python(wrong)


def _widgets(widget: dict[str, Any], name: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield all groups of fields within a widget, with the way to them."""
    if [inner["name"] for inner in widget.get("fields", ())] == ["kk", "ru"]:
        return  # the two languages of a text are no fields of their own for `describe`
    if "fields" in widget:
        yield name, widget["fields"]
        for inner in widget["fields"]:
            yield from _widgets(inner, f"{name}.{inner['name']}")
    for variant in widget.get("types", ()):
        yield from _widgets(variant, f"{name}:{variant['name']}")


@pytest.mark.parametrize("kind", FOLDERS.values(), ids=lambda kind: kind.name)
def test_the_web_form_holds_every_field(kind: Kind, full_site: Site) -> None:
    repository = full_site.settings.repository
    assert repository
    collections = form_config(full_site, repository, "logo.svg")["collections"]
    (collection,) = [one for one in collections if one["name"] == kind.name]
    forms = dict(_widgets(collection, kind.name))
    models = dict(_objects(kind.model, kind.name))
    assert set(forms) == set(models)
    for name, model in models.items():
        # Which variant it is the form asks before it shows the fields.
        is_variant = ":" in name.rpartition(".")[2]
        fields = [one for one in describe(model) if not (is_variant and one.name == "type")]
        assert [widget["name"] for widget in forms[name]] == [field.name for field in fields]
        for widget, field in zip(forms[name], fields, strict=True):
            assert widget["required"] is field.is_required
            assert _asks_the_same(field.value, widget)


def _asks_the_same(value: Value, widget: dict[str, Any]) -> bool:
    """Tell whether a widget of the form has the pattern and the choices of a value."""
    match value:
        case ScalarValue(scalar) if "pattern" in widget:
            same = widget["pattern"][0] == f"^(?:{scalar.pattern})$"
        case ScalarValue(scalar):
            same = not scalar.pattern or widget["widget"] == "number"
        case ChoiceValue(_, choices):
            same = [option["value"] for option in widget["options"]] == list(choices)
        case ListValue(item, at_least):
            same = widget.get("min", 0) == at_least
            same = same and (not isinstance(item, ChoiceValue) or _asks_the_same(item, widget))
        case VariantsValue(models):
            same = {variant["name"] for variant in widget["types"]} == set(models)
        case ReferenceValue():
            same = widget["widget"] in {"relation", "select"}
        case TextValue(is_prose):
            same = [inner["required"] for inner in widget["fields"]] == [not is_prose] * 2
        case _:
            same = widget["widget"] == "object"
    return same
