"""Records of all kinds for property tests, with the texts that YAML finds hardest."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

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
from site_builder.schema.base import Prose, Text
from site_builder.schema.kinds import KINDS, SETTINGS
from site_builder.schema.scalars import ScalarKind

__all__ = ["FILES", "HARD_TEXTS", "LINES", "as_read_by_the_form", "files"]

# Written as they stand, each of them means something else to some reader of YAML.
HARD_TEXTS = (
    *("1823", "2018", "0500", "18:30", "2027-03-21", "03-21", "1880~", "+79271234567", "-0", "1e3"),
    *("0o17", "0x1F", "1_000", ".5", "5.", "-.5", ".inf", "-.INF", ".nan", "45.0", "1.2.3"),
    *("~", "null", "Null", "NULL", "nULL", "true", "True", "TRUE", "tRUE", "false", "on", "yes"),
    *("no", "off", "y", "n", "", "=", "<<", "-", "?", ":", "- а", "-а", "? а", "?а", ":а", "а:"),
    *("Наурыз: праздник", "№5 #2", "№5 #", "№5#2", "#5", "а: б", "а :б", "а\t#б", "а:\tб", "а\tб"),
    *("«Жолдастық»", '"Жолдастық" қоғамы', "it's", "'", '"', "'\"", "''", 'a "b" c', "a 'b' \"c\""),
    *("%5", "@x", "`x`", "*важно*", "&co", "! важно", "[a] b", "{a}", "> т", "| т", ", а", "а, б"),
    *("]", "}", "---", "--- а", "...", "---а", "%YAML 1.2", r"C:\музей", '\\"', "a\\nb", "😀", "ә"),
    *(
        "а\u00a0б",
        "слово " * 60 + "слово",
        "а\nб",
        "а\n\nб",
        "а\n\n\nб",
        "а\n  б",
        "а\n\tб",
        "- а\n- б",
    ),
    *(
        "а: б\nв",
        "# а\n# б",
        "---\nа\n---\nб",
        "а \nб",
        "а\n \nб",
        "%а\n%б",
        "'а'\n\"б\"",
        "а:\nб:",
    ),
)
_CHARACTERS = st.sampled_from([*"-:?[]{},#&*!|>'\"%@`~<=\\. \taә1", "\n", "\n\n", "\n  ", "\u00a0"])
LINES = st.sampled_from(HARD_TEXTS) | st.lists(_CHARACTERS, max_size=8).map("".join)
_NUMBERS = st.integers(-(10**12) + 1, 10**12 - 1).map(str)
_DECIMALS = st.from_regex(
    r"-?(0|[1-9][0-9]{0,5})(\.[0-9]{1,6})?", fullmatch=True
) | st.sampled_from(["45.0", "45.10", "007", "0.000001", "-0.50", "100000"])
_IDS = st.sampled_from(["nauryz-2027", "2016-a", "x", "null", "true", "on", "1e5x"])


def _values(value: Value) -> st.SearchStrategy[Any]:  # noqa: PLR0911  one a variant
    match value:
        case ScalarValue(scalar):
            return {
                ScalarKind.BOOLEAN: st.sampled_from(["true", "false", "yes", "True"]),
                ScalarKind.INTEGER: _NUMBERS | st.sampled_from(["007", "abc", "0x1F"]),
                ScalarKind.DECIMAL: _DECIMALS,
            }.get(scalar.kind, LINES if not scalar.example else LINES | st.just(scalar.example))
        case ChoiceValue(_, choices):
            return st.sampled_from(list(map(str, choices)))
        case ReferenceValue():
            return _IDS
        case TextValue(is_prose):
            return _objects(describe(Prose if is_prose else Text))
        case ObjectValue(model):
            return _objects(describe(model))
        case ListValue(item):
            return st.lists(st.deferred(lambda: _values(item)), max_size=2)
        case MappingValue(item):
            pairs = st.tuples(_IDS, st.deferred(lambda: _values(item)))
            return st.lists(pairs, max_size=2).map(dict)
        case VariantsValue(models):
            return st.one_of([_objects(describe(model)) for model in models.values()])


def _objects(fields: tuple[Field, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """Return records with some of their fields, in any order."""
    names = st.permutations(fields).flatmap(
        lambda order: st.integers(0, min(5, len(order))).map(lambda count: order[:count])
    )
    return names.flatmap(
        lambda chosen: st.fixed_dictionaries(
            {field.name: st.none() | _values(field.value) for field in chosen}
        )
    )


FILES: tuple[Value, ...] = tuple(
    MappingValue(ObjectValue(kind.model)) if kind.is_table else ObjectValue(kind.model)
    for kind in (*KINDS, SETTINGS)
)


def files() -> st.SearchStrategy[tuple[Value, dict[str, Any]]]:
    """Return what a file holds, and its data."""
    return st.sampled_from(FILES).flatmap(
        lambda content: st.tuples(
            st.just(content), _values(content).filter(lambda data: data != {})
        )
    )


def as_read_by_the_form(value: Value | None, data: Any) -> Any:  # noqa: PLR0911  one a variant
    """Return data with the types that the web form must find, texts trimmed as it trims them."""
    match value, data:
        case ObjectValue(model), dict():
            return _fields_as_read(describe(model), data)
        case TextValue(is_prose), dict():
            return _fields_as_read(describe(Prose if is_prose else Text), data)
        case VariantsValue(models), dict():
            return _fields_as_read(
                describe(models[data["type"]]) if data.get("type") in models else (), data
            )
        case ListValue(item), list():
            return [as_read_by_the_form(item, inner) for inner in data]
        case MappingValue(item), dict():
            return {key: as_read_by_the_form(item, inner) for key, inner in data.items()}
        case ScalarValue(scalar), str():
            return _scalar_as_read(scalar.kind, data)
        case _, str():
            return data.strip()
        case _, dict():
            return {key: as_read_by_the_form(None, inner) for key, inner in data.items()}
        case _, list():
            return [as_read_by_the_form(None, inner) for inner in data]
    return data


def _fields_as_read(fields: tuple[Field, ...], data: dict[str, Any]) -> dict[str, Any]:
    values = {field.name: field.value for field in fields}
    return {key: as_read_by_the_form(values.get(key), inner) for key, inner in data.items()}


def _scalar_as_read(kind: ScalarKind, text: str) -> Any:
    match kind:
        case ScalarKind.PROSE:
            lines = text.rstrip().split("\n")
            while len(lines) > 1 and not lines[0].strip(" \t"):
                del lines[0]
            return "\n".join(lines)
        case ScalarKind.BOOLEAN if text in ("true", "false"):
            return text == "true"
        case ScalarKind.INTEGER | ScalarKind.DECIMAL if text.replace(".", "").strip("-").isdigit():
            return float(text)
    return text.strip()
