"""Checks one record's data against its model; each pydantic error becomes a located problem."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Union, get_args, get_origin
from zoneinfo import available_timezones

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from site_builder.problems import Position, Problem
from site_builder.schema.base import Model, Texts
from site_builder.spelling import guess
from site_builder.ui_strings import editor_words
from site_builder.value_guesses import guess_value, has_two_numbers
from site_builder.yaml_marks import Loc
from site_builder.yaml_mistakes import YamlProblem, find_missing_space

__all__ = ["Locate", "known_keys", "validate_record"]

Locate = Callable[..., Position]
"""`locate(loc, key=False)` gives the place of a value, or of its key."""

_MAX_SHOWN = 60
_DASHES = ("-", "–", "—")

# pydantic's error type → our code. Types of our own (`bad-date` …) are codes already.
_CODES = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-field",
    "list_type": "not-a-list",
    "dict_type": "not-a-mapping",
    "model_type": "not-a-mapping",
    "model_attributes_type": "not-a-mapping",
    "enum": "not-in-list",
    "literal_error": "not-in-list",
    "union_tag_invalid": "not-in-list",
    "union_tag_not_found": "missing-field",
    "too_short": "empty-list",
    "string_too_short": "empty-text",
    "greater_than": "out-of-range",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
}


def validate_record(
    model: type[Model], data: Any, file: str, locate: Locate
) -> tuple[Model | None, list[Problem]]:
    """Return the record, or None and everything that is wrong with it.

    Args:
        model: The model of the record's kind.
        data: Nested dicts and lists of strings, as the reader gives them.
        file: The file's path, for the problems.
        locate: Gives the position of a part of the data; asked only if something is wrong.
    """
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        all_details = error.errors(include_url=False)
    problems = {
        details["loc"]: _problem(details, model, data, file, locate) for details in all_details
    }
    return None, _join_misspelt(_join_lost(problems, model, data))


def _problem(
    details: ErrorDetails, model: type[Model], data: Any, file: str, locate: Locate
) -> Problem:
    context: Mapping[str, Any] = details.get("ctx", {})
    # pydantic names the key of a mapping itself like this; a rule over several fields says where.
    is_key = details["loc"][-1:] == ("[key]",)
    loc: Loc = details["loc"][:-1] if is_key else details["loc"]
    loc = (*loc, context["at"]) if "at" in context else loc
    code = _code(details, model, data, loc)
    if problem := _mistyped(code, details["input"], lambda: locate(loc)):
        return problem.in_file(file)
    arguments = {"field": str(loc[-1]) if loc else "", "value": _shown(details["input"])}
    match code:
        case "missing-field":
            code = _name_missing(details, loc, arguments)
        case "not-in-list":
            loc = _name_choices(details, loc, arguments)
        case "out-of-range":
            arguments["limit"] = str(next(iter(context.values())))
        case "bad-value":
            arguments["message"] = details["msg"]
    position = locate(loc, key=is_key or code in ("unknown-field", "missing-language"))
    keys = known_keys(model, data, loc[:-1]) if code == "unknown-field" else []
    return Problem(file, code, position, arguments, _guess(code, arguments, keys, details["input"]))


def _code(details: ErrorDetails, model: type[Model], data: Any, loc: Loc) -> str:
    """Return our code for an error of pydantic's."""
    kind, value = details["type"], details["input"]
    code = _CODES.get(kind) or (kind if "-" in kind else "bad-value")
    if code == "not-a-mapping" and _is_text(model, data, loc):
        return "text-needs-languages"
    if code == "bad-decimal" and isinstance(value, str) and has_two_numbers(value):
        return "two-numbers"
    return "without-source" if code == "empty-list" and loc[-1] == "sources" else code


def _guess(code: str, arguments: Mapping[str, str], keys: list[str], value: object) -> str | None:
    """Return what was probably meant: one of the words that are possible, or the value mended."""
    match code:
        case "unknown-field":
            return guess(arguments["field"], keys)
        case "not-in-list":
            possible = arguments["expected"].split(", ")
            return _by_meaning(arguments["value"], possible) or guess(arguments["value"], possible)
        case "unknown-timezone":
            return guess(arguments["value"], available_timezones())
    return guess_value(code, str(value))


def _by_meaning(value: str, possible: Sequence[str]) -> str | None:
    """Return the word that is called so in Kazakh or Russian: «объявлено» is `announced`."""
    for key, words in editor_words("choices").items():
        word = key.partition(".")[2]
        # After a colon the word is explained.
        names = [text.casefold().partition(":")[0] for text in words.values()]
        if word in possible and any(value.casefold() in (name, *name.split()) for name in names):
            return word
    return None


def _mistyped(code: str, value: object, locate_value: Callable[[], Position]) -> YamlProblem | None:
    """Return the slip of the keyboard that made a text of a list or of fields."""
    if code not in ("not-a-list", "not-a-mapping", "text-needs-languages"):
        return None
    if not isinstance(value, str):
        return None
    if code == "not-a-list" and value[:1] in _DASHES:
        first_item = value.split(value[0])[1].strip()
        return YamlProblem("wrong-list-mark", locate_value(), f"- {first_item}")
    return find_missing_space(value, locate_value())


def _name_choices(details: ErrorDetails, loc: Loc, arguments: dict[str, str]) -> Loc:
    """Put what is possible into the arguments and return where the wrong word stands."""
    context = details["ctx"]
    expected = str(context.get("expected") or context.get("expected_tags"))
    arguments["expected"] = expected.replace("'", "").replace(" or ", ", ")
    if details["type"] != "union_tag_invalid":
        return loc
    arguments["value"] = str(context["tag"])
    return (*loc, str(context["discriminator"]).strip("'"))


def _name_missing(details: ErrorDetails, loc: Loc, arguments: dict[str, str]) -> str:
    """Put what is missing into the arguments and return the code that says so."""
    if details["type"] == "union_tag_not_found":
        arguments["field"] = str(details["ctx"]["discriminator"]).strip("'")
    if arguments["field"] == "sources":
        return "without-source"
    if arguments["field"] not in ("kk", "ru"):
        return "missing-field"
    arguments["field"] = next((str(p) for p in reversed(loc[:-1])), "")
    arguments["language"] = str(loc[-1])
    return "missing-language"


def _shown(value: object) -> str:
    """Return the first line of what an editor wrote, not too much of it."""
    text = value if isinstance(value, str) else "" if value is None else "…"
    line, _, rest = text.strip().partition("\n")
    return line if not rest and len(line) <= _MAX_SHOWN else f"{line[: _MAX_SHOWN - 1]}…"


def _join_lost(problems: dict[Loc, Problem], model: type[Model], data: Any) -> dict[Loc, Problem]:
    """Say of fields that are not indented which field they belong to.

    The field above then has nothing below it; that is no mistake of its own.
    """
    joined = dict(problems)
    for loc, problem in problems.items():
        if problem.code != "unknown-field":
            continue
        above = _field_above(problems, data, loc)
        if above is not None and loc[-1] in known_keys(model, data, (*loc[:-1], above)):
            arguments = {"field": str(loc[-1]), "parent": above}
            joined[loc] = replace(problem, code="lost-indentation", arguments=arguments, guess=None)
            joined.pop((*loc[:-1], above), None)
            joined.pop((*loc[:-1], above, loc[-1]), None)
    return joined


def _field_above(problems: Mapping[Loc, Problem], data: Any, loc: Loc) -> str | None:
    """Return the nearest field above that has no value, or lacks just this one.

    `loc` may name members of unions.
    """
    for part in loc[:-1]:
        if isinstance(part, int) or part in data:
            data = data[part]
    fields = list(data)
    before = reversed(fields[: fields.index(loc[-1])])
    return next(
        (name for name in before if data[name] is None or (*loc[:-1], name, loc[-1]) in problems),
        None,
    )


def _join_misspelt(problems: Mapping[Loc, Problem]) -> list[Problem]:
    """Drop "title is missing" where "titel is unknown, title?" beside it already says it."""
    guessed = {
        (*loc[:-1], problem.guess)
        for loc, problem in problems.items()
        if problem.code == "unknown-field"
    }
    is_joined = ("missing-field", "missing-language", "without-source")
    return [
        problem
        for loc, problem in problems.items()
        if not (problem.code in is_joined and loc in guessed)
    ]


def known_keys(model: type[Model], data: Any, loc: Loc) -> list[str]:
    """Return the keys that the model allows at `loc`; none where it is not a mapping of fields."""
    return [key for found in _models_at(model, data, loc) for key in found.model_fields]


def _is_text(model: type[Model], data: Any, loc: Loc) -> bool:
    return any(issubclass(found, Texts) for found in _models_at(model, data, loc))


def _models_at(model: type[Model], data: Any, loc: Loc) -> list[type[Model]]:
    """Return the models that the value at `loc` may have; `loc` may name members of unions."""
    found: list[type[Model]] = [model]
    for part in loc:
        if isinstance(part, int):
            data = data[part] if isinstance(data, list) and part < len(data) else None
            continue
        fields = [candidate.model_fields.get(part) for candidate in found]
        if not any(fields):
            tagged = [m for m in found if _has_tag(m, part)]
            found = tagged or found
            continue
        data = data.get(part) if isinstance(data, dict) else None
        found = [m for field in fields if field for m in _models_in(field.annotation)]
    return found


def _has_tag(model: type[Model], tag: str) -> bool:
    field = model.model_fields.get("type")
    return field is not None and tag in get_args(field.annotation)


def _models_in(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        if issubclass(annotation, Model):
            yield annotation
        return
    if get_origin(annotation) is Union or get_args(annotation):
        for argument in get_args(annotation):
            yield from _models_in(argument)
