"""Words the form of values: what editors may write after a field's colon, in their language."""

from __future__ import annotations

from site_builder.fields import (
    ChoiceValue,
    ListValue,
    MappingValue,
    ObjectValue,
    ReferenceValue,
    ScalarValue,
    TextValue,
    Value,
    VariantsValue,
)
from site_builder.ui_strings import value_words

__all__ = ["value_form"]

_KEYS: dict[type, str] = {
    ObjectValue: "object",
    VariantsValue: "variants",
    MappingValue: "mapping",
}


def value_form(value: Value, language: str) -> str:
    """Return what a value looks like, without a full stop: «Дата: год-месяц-день, …».

    Args:
        value: What a field may hold.
        language: The editor's language (en, kk, ru).
    """
    match value:
        case ScalarValue(scalar):
            form = ", ".join((value_words(scalar.kind, language), *_limits(value, language)))
        case ChoiceValue(_, choices):
            form = value_words("choice", language, words=", ".join(choices))
        case ReferenceValue(kind):
            form = value_words("reference", language, kind=kind)
        case TextValue(is_prose):
            form = value_words("text-prose" if is_prose else "text", language)
        case ListValue(item):
            form = f"{value_words('list', language)}. {value_form(item, language)}"
        case _:
            form = value_words(_KEYS[type(value)], language)
    return form


def _limits(value: ScalarValue, language: str) -> list[str]:
    if value.at_least is not None and value.at_most is not None:
        return [_limit("range", language, least=value.at_least, most=value.at_most)]
    if value.at_least is not None:
        return [_limit("at-least", language, least=value.at_least)]
    if value.more_than is not None:
        return [_limit("more-than", language, least=value.more_than)]
    return []


def _limit(key: str, language: str, **numbers: float) -> str:
    return value_words(key, language, **{name: f"{n:g}" for name, n in numbers.items()})
