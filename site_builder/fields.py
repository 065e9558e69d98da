"""Describes the fields of the models as plain data, for everything that is made from the one schema.

JSON Schemas, the web form, the guide's tables, the questions of `new` and the canonical form all
read this, so that none of them needs to know pydantic.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from inspect import get_annotations
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, MinLen
from pydantic.fields import FieldInfo

from site_builder.schema.base import Model, Prose, Reference, Texts
from site_builder.schema.parts import PageRecord
from site_builder.schema.scalars import Scalar

__all__ = [
    "ChoiceValue",
    "Field",
    "ListValue",
    "MappingValue",
    "ObjectValue",
    "ReferenceValue",
    "ScalarValue",
    "TextValue",
    "Value",
    "VariantsValue",
    "describe",
    "iter_models",
]


@dataclass(frozen=True, slots=True)
class ScalarValue:
    """One value that is written as text: a date, a number, an address."""

    scalar: Scalar
    """Its type, pattern and example."""
    at_least: float | None = None
    """The smallest number allowed; for `more_than` the number itself is not."""
    more_than: float | None = None
    """What a number must be larger than."""
    at_most: float | None = None
    """The largest number allowed."""


@dataclass(frozen=True, slots=True)
class ChoiceValue:
    """One of a list of words."""

    name: str
    """The name of the list, such as `EventKind`."""
    choices: tuple[str, ...]
    """What may be written, in order."""


@dataclass(frozen=True, slots=True)
class ReferenceValue:
    """The id of another record."""

    kind: str
    """The kind of that record: `places`."""


@dataclass(frozen=True, slots=True)
class TextValue:
    """A text in both languages, `{kk: …, ru: …}`."""

    is_prose: bool
    """Markdown of several lines, not plain text of one."""


@dataclass(frozen=True, slots=True)
class ObjectValue:
    """Fields of its own, indented."""

    model: type[Model]
    """What `describe` takes."""


@dataclass(frozen=True, slots=True)
class ListValue:
    """Items after `- `."""

    item: Value
    """What each of them is."""
    at_least: int = 0
    """The smallest number of items."""


@dataclass(frozen=True, slots=True)
class MappingValue:
    """Values by ids that editors choose."""

    item: Value
    """What each value is."""


@dataclass(frozen=True, slots=True)
class VariantsValue:
    """Fields of its own, which ones its field `type` says."""

    models: Mapping[str, type[Model]]
    """The model by the word under `type`."""


Value: TypeAlias = (
    "ScalarValue | ChoiceValue | ReferenceValue | TextValue | ObjectValue | ListValue"
    " | MappingValue | VariantsValue"
)
"""What a field may hold."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a model."""

    name: str
    """What is written before the colon."""
    owner: str
    """The name of the class that declares it: a base's fields have one description for all kinds."""
    value: Value
    """What is written after it."""
    is_required: bool
    """Whether a record without it is refused."""
    default: str | None
    """What holds where it is left out; None for nothing."""


@cache
def describe(model: type[Model]) -> tuple[Field, ...]:
    """Return the fields of a model in the order in which records write them.

    After its name and summary a record says what sets its kind apart, then what all kinds have.

    Raises:
        TypeError: A field has a type that nothing here knows.
    """
    fields = [_field(model, name, info) for name, info in model.model_fields.items()]
    return tuple(sorted(fields, key=_place))


def _place(field: Field) -> int:
    if field.owner != PageRecord.__name__:
        return 1
    return 0 if field.name in ("title", "summary") else 2


def iter_models(model: type[Model]) -> Iterator[type[Model]]:
    """Yield a model and all that its fields consist of, each once, outer ones first."""
    seen: dict[type[Model], None] = {}
    waiting = [model]
    while waiting:
        found = waiting.pop(0)
        if found not in seen:
            seen[found] = None
            waiting += [inner for field in describe(found) for inner in _inner(field.value)]
    yield from seen


def _inner(value: Value) -> Iterator[type[Model]]:
    match value:
        case ObjectValue(model):
            yield model
        case ListValue(item) | MappingValue(item):
            yield from _inner(item)
        case VariantsValue(models):
            yield from models.values()


def _field(model: type[Model], name: str, info: FieldInfo) -> Field:
    default = info.default
    is_plain = isinstance(default, (str, int, float)) and not info.is_required()
    return Field(
        name,
        next(cls.__name__ for cls in reversed(model.__mro__) if name in get_annotations(cls)),
        _value(info.annotation, tuple(info.metadata), info.discriminator),
        info.is_required(),
        str(default).lower() if is_plain else None,
    )


def _value(annotation: Any, metadata: tuple[Any, ...], tag: Any = None) -> Value:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(arguments[0], _flatten((*arguments[1:], *metadata)), tag)
    if origin in (Union, UnionType):
        return _union([part for part in arguments if part is not NoneType], metadata, tag)
    if origin is list:
        return ListValue(_value(arguments[0], ()), int(_limit(metadata, MinLen, "min_length") or 0))
    if origin is dict:
        return MappingValue(_value(arguments[1], ()))
    if origin is Literal:
        return ChoiceValue("", tuple(map(str, arguments)))
    return _simple(annotation, metadata)


def _flatten(metadata: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the marks, those inside of `Field(…)` too."""
    flat: list[Any] = []
    for mark in metadata:
        flat += mark.metadata if isinstance(mark, FieldInfo) else [mark]
    return tuple(flat)


def _union(parts: list[Any], metadata: tuple[Any, ...], tag: Any) -> Value:
    if len(parts) == 1:
        return _value(parts[0], metadata, tag)
    return VariantsValue({get_args(m.model_fields["type"].annotation)[0]: m for m in parts})


def _simple(annotation: type, metadata: tuple[Any, ...]) -> Value:
    if issubclass(annotation, Texts):
        return TextValue(issubclass(annotation, Prose))
    if issubclass(annotation, Model):
        return ObjectValue(annotation)
    if issubclass(annotation, StrEnum):
        return ChoiceValue(annotation.__name__, tuple(annotation))
    if kind := next((mark.kind for mark in metadata if isinstance(mark, Reference)), None):
        return ReferenceValue(kind)
    scalar = next((mark for mark in metadata if isinstance(mark, Scalar)), None)
    scalar = scalar or getattr(annotation, "scalar", None)
    if scalar is None:
        raise TypeError(annotation)
    return ScalarValue(
        scalar,
        at_least=_limit(metadata, Ge, "ge"),
        more_than=_limit(metadata, Gt, "gt"),
        at_most=_limit(metadata, Le, "le"),
    )


def _limit(metadata: tuple[Any, ...], kind: type, name: str) -> Any:
    return next((getattr(mark, name) for mark in metadata if isinstance(mark, kind)), None)
