"""Makes JSON Schemas of the content's files, for text editors that complete, explain and warn.

Draft-07, in the words of yaml-language-server (the YAML extension of VS Code). Such editors read
YAML 1.2: `1823` reaches the schema as a number and its spelling is lost. A schema therefore lets
pass what may be right as it is written; `check`, which reads the file itself, has the last word.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

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
from site_builder.loader import Content
from site_builder.record_names import record_names
from site_builder.schema.base import Model
from site_builder.schema.kinds import KINDS, SETTINGS, Kind
from site_builder.schema.scalars import Id, Scalar, ScalarKind
from site_builder.ui_strings import choice_words, field_words, value_words
from site_builder.value_forms import value_form

__all__ = ["SCHEMA_FOLDER", "Schema", "make_schemas"]

SCHEMA_FOLDER = ".schema"
"""The folder of the schemas, below `content/`; the reader passes over names that begin with a dot."""

Schema = dict[str, Any]
"""A JSON Schema as JSON."""
Names = Mapping[str, Mapping[str, str] | None]
"""What records are called, by kind and id; None for a kind whose ids are not known."""

_ID = next(mark for mark in get_args(Id) if isinstance(mark, Scalar))
_LINE = r"^\s*\S.*\s*$"
_PROSE = r"\S"
# What a value may be once YAML 1.2 has read it; the quotes that make a string of a number are
# nothing to the reader. Patterns hold for strings only.
_ANY_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_TYPES: Mapping[ScalarKind, Schema] = {
    ScalarKind.INTEGER: {"type": ["integer", "string"]},
    ScalarKind.DECIMAL: {"type": ["number", "string"]},
    ScalarKind.BOOLEAN: {"type": ["boolean", "string"], "pattern": "^(?:true|false)$"},
    ScalarKind.APPROXIMATE_DATE: {"type": ["string", "integer"], "minimum": 1000, "maximum": 2999},
    ScalarKind.PHONE: {"type": ["string", "integer"]},
    ScalarKind.ID: {"type": ["string", "integer", "boolean"], "maxLength": 64, "minimum": 0},
    ScalarKind.FILE_NAME: _ANY_TEXT,
    ScalarKind.LINE: {**_ANY_TEXT, "pattern": _LINE},
    ScalarKind.PROSE: {**_ANY_TEXT, "pattern": _PROSE},
}


def make_schemas(content: Content, language: str) -> dict[str, Schema]:
    """Return the schemas of all files of the content by kind, `site` among them.

    Args:
        content: The content, right or wrong; its ids are what text editors complete.
        language: The editor's language (en, kk, ru).
    """
    names = {kind.name: record_names(content, kind, language) for kind in KINDS}
    return {kind.name: _Maker(names, language).file(kind) for kind in (*KINDS, SETTINGS)}


class _Maker:
    """Makes the schema of one kind of file."""

    def __init__(self, names: Names, language: str) -> None:
        self._names = names
        self._language = language
        self._definitions: dict[str, Schema] = {}

    def file(self, kind: Kind) -> Schema:
        record = self._object(kind.model)
        is_mapping = kind.is_table and kind is not SETTINGS
        schema = self._by_id(record) if is_mapping else record
        return {
            "$schema": "http://json-schema.org/draft-07/schema#",
            **schema,
            "definitions": dict(sorted(self._definitions.items())),
        }

    def _by_id(self, item: Schema) -> Schema:
        ids = {
            "pattern": f"^(?:{_ID.pattern})$",
            "maxLength": 64,
            "patternErrorMessage": self._refusal(ScalarValue(_ID)),
        }
        return {"type": "object", "propertyNames": ids, "additionalProperties": item}

    def _object(self, model: type[Model]) -> Schema:
        fields = describe(model)
        required = [field.name for field in fields if field.is_required]
        optional = [field.name for field in fields if not field.is_required]
        return {
            "type": "object",
            "properties": {field.name: self._field(field) for field in fields},
            "required": required,
            "additionalProperties": False,
            "errorMessage": self._wrong_fields(required, optional),
        }

    def _wrong_fields(self, required: list[str], optional: list[str]) -> str:
        return value_words(
            "wrong-fields",
            self._language,
            required=", ".join(required) or "—",
            optional=", ".join(optional) or "—",
        )

    def _field(self, field: Field) -> Schema:
        words = field_words(field.owner, field.name, self._language)
        schema = self._value(field.value)
        is_simple = isinstance(field.value, (ScalarValue, ChoiceValue))
        form = "" if is_simple else f" {value_form(field.value, self._language)}."
        if not field.is_required and field.default is None:
            schema = self._or_nothing(field.value, schema)
        return {"title": words.label, "description": f"{words.hint}{form}", **schema}

    def _or_nothing(self, value: Value, schema: Schema) -> Schema:
        """Let a field be left empty, as after copying last year's file; lists never are."""
        match value:
            case ListValue() | MappingValue():
                return schema
            case ReferenceValue(kind):
                return {"$ref": self._reference(kind, is_optional=True)}
            case ChoiceValue():
                return {**schema, "enum": [*schema["enum"], None]}
            case _:
                types = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
                return {**schema, "type": [*types, "null"]}

    def _value(self, value: Value) -> Schema:
        match value:
            case ScalarValue():
                schema = self._scalar(value)
            case ChoiceValue():
                schema = self._choice(value)
            case ReferenceValue(kind):
                schema = {"$ref": self._reference(kind, is_optional=False)}
            case TextValue():
                schema = self._text(value)
            case ObjectValue(model):
                schema = self._object(model)
            case VariantsValue(models):
                schema = self._variants(models)
            case ListValue():
                schema = self._list(value)
            case MappingValue(item):
                schema = {**self._by_id(self._value(item)), "errorMessage": self._refusal(value)}
        return schema

    def _list(self, value: ListValue) -> Schema:
        limit = {"minItems": value.at_least} if value.at_least else {}
        items = self._value(value.item)
        return {"type": "array", "items": items, **limit, "errorMessage": self._refusal(value)}

    def _scalar(self, value: ScalarValue) -> Schema:
        message = self._refusal(value)
        return {**_scalar(value), "errorMessage": message, "patternErrorMessage": message}

    def _choice(self, value: ChoiceValue) -> Schema:
        schema: Schema = {"enum": list(value.choices), "errorMessage": self._refusal(value)}
        if value.name:
            words = [choice_words(value.name, word, self._language) for word in value.choices]
            schema["enumDescriptions"] = words
        return schema

    def _text(self, value: TextValue) -> Schema:
        scalar = ScalarValue(Scalar(ScalarKind.PROSE if value.is_prose else ScalarKind.LINE))
        words = self._scalar(scalar)
        if value.is_prose:
            # Its translation may come later.
            words = self._or_nothing(scalar, words)
        properties = {
            language.value: {"title": choice_words("Language", language, self._language), **words}
            for language in LANGUAGES
        }
        needed = {"minProperties": 1} if value.is_prose else {"required": list(properties)}
        return {
            "type": "object",
            "properties": properties,
            **needed,
            "additionalProperties": False,
            "errorMessage": self._refusal(value),
        }

    def _variants(self, models: Mapping[str, type[Model]]) -> Schema:
        """Return the schema of fields that depend on the word under `type`."""
        words = [field_words(model.__name__, "type", self._language) for model in models.values()]
        return {
            "type": "object",
            "properties": {
                "type": {
                    "title": words[0].label,
                    "enum": list(models),
                    "enumDescriptions": [word.hint for word in words],
                    "errorMessage": self._refusal(ChoiceValue("", tuple(models))),
                }
            },
            "required": ["type"],
            "errorMessage": self._wrong_fields(["type"], []),
            "allOf": [
                {
                    "if": {"properties": {"type": {"const": word}}, "required": ["type"]},
                    "then": self._object(model),
                }
                for word, model in models.items()
            ],
        }

    def _reference(self, kind: str, *, is_optional: bool) -> str:
        name = f"{kind}-or-nothing" if is_optional else kind
        if name not in self._definitions:
            self._definitions[name] = self._ids(kind, is_optional=is_optional)
        return f"#/definitions/{name}"

    def _ids(self, kind: str, *, is_optional: bool) -> Schema:
        names = self._names[kind]
        if names is None:
            schema = self._scalar(ScalarValue(_ID))
            return {**schema, "type": [*schema["type"], *(["null"] if is_optional else [])]}
        ids = sorted(names)
        # An id of digits only is a number for the text editor.
        numbers = [id_ for id_ in ids if id_.isdigit()]
        return {
            "enum": [*ids, *map(int, numbers), *([None] if is_optional else [])],
            "enumDescriptions": [names[id_] for id_ in (*ids, *numbers)],
            "errorMessage": self._refusal(ReferenceValue(kind)),
        }

    def _refusal(self, value: Value) -> str:
        return self._refused(value_form(value, self._language))

    def _refused(self, form: str) -> str:
        return value_words("refused", self._language, form=form)


def _scalar(value: ScalarValue) -> Schema:
    """Return types, pattern and limits of a single value."""
    pattern = value.scalar.pattern
    whole = {"pattern": f"^(?:{pattern})$"} if pattern else {}
    types = _TYPES.get(value.scalar.kind, {"type": ["string"]})
    return {**types, **whole, **_limits(value)}


def _limits(value: ScalarValue) -> Schema:
    limits = {
        "minimum": value.at_least,
        "exclusiveMinimum": value.more_than,
        "maximum": value.at_most,
    }
    return {name: limit for name, limit in limits.items() if limit is not None}
