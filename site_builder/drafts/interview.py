"""Asks for a new record, field by field, in the editor's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from site_builder.drafts.asking import Asker, Question
from site_builder.drafts.columns import put_cells
from site_builder.drafts.faults import Fault, find_faults
from site_builder.drafts.ids import first_free, propose_id
from site_builder.drafts.questions import NEW_KINDS, asked_fields, needed_too
from site_builder.fields import Field, ListValue, ObjectValue, TextValue, VariantsValue
from site_builder.languages import LANGUAGES
from site_builder.problems import Problem
from site_builder.schema.base import Model
from site_builder.schema.kinds import Kind
from site_builder.schema.scalars import is_id
from site_builder.yaml_nodes import Loc

__all__ = ["Draft", "Interview"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A record that nobody has written yet."""

    kind: Kind
    """Its kind."""
    id: str
    """Its id; no other record has it."""
    data: dict[str, Any]
    """Nested dicts and lists of strings."""


class Interview:
    """The questions about a new record and about the sources that it needs."""

    def __init__(self, asker: Asker) -> None:
        self._asker = asker
        self.drafts: list[Draft] = []
        """What was asked for: sources first, the record last."""

    def run(self, kind: Kind, given: Mapping[str, str]) -> None:
        """Ask for a record and add it to the drafts.

        Args:
            kind: The record's kind.
            given: Answers that flags gave, by column, and `id`.

        Raises:
            NoAnswerError: An answer is missing or wrong and nobody is there to ask.
            EOFError: The answers ended.
        """
        asker, model = self._asker, kind.model
        asker.given = dict(given)
        asker.usual_sources = []
        data = self._object(model, ()) or {}
        # What is left was given by flags for fields that nobody is asked for.
        data = put_cells(model, data, asker.given)
        while faults := find_faults(model, data, asker.known):
            self._mend(model, data, faults[0])
        id_ = self._id(kind, data)
        asker.known[kind.name][id_] = id_
        self.drafts.append(Draft(kind, id_, data))

    def _mend(self, model: type[Model], data: dict[str, Any], fault: Fault) -> None:
        """Ask again for a field that does not go with the others."""
        name = str(fault.loc[0])
        self._asker.tell(name, fault.problem)
        # A field that only a flag gave is left out: the next round says whether that will do.
        data.pop(name, None)
        fields = (*asked_fields(model), *needed_too(model, data))
        for field in fields:
            if field.name == name:
                value = self._field(model, field, data, (name,), can_skip=not field.is_required)
                data |= {} if value is None else {name: value}

    def _object(
        self, model: type[Model], path: Loc, *, can_skip: bool = False
    ) -> dict[str, Any] | None:
        """Ask for the fields of an object; an empty first answer leaves out one that may be."""
        data: dict[str, Any] = {}
        for field in asked_fields(model):
            is_first = can_skip and not data
            value = self._field(
                model, field, data, (*path, field.name), can_skip=is_first or not field.is_required
            )
            if value is None and is_first:
                return None
            if value is not None:
                data[field.name] = value
            if not path and field.name == "sources":
                self._asker.usual_sources = value
        for field in needed_too(model, data):
            data[field.name] = self._field(model, field, data, (field.name,), can_skip=False)
        return data

    def _field(
        self,
        model: type[Model],
        field: Field,
        beside: Mapping[str, Any],
        path: Loc,
        *,
        can_skip: bool,
    ) -> Any:
        """Ask for the value of a field; return None where it is left out."""
        question = Question(model, field, beside, path, can_skip)
        match field.value:
            case TextValue():
                return self._text(question)
            case ObjectValue(inner):
                return self._object(inner, path, can_skip=can_skip)
            case VariantsValue(models):
                return self._variant(question, models)
            case ListValue(ObjectValue(inner), at_least):
                return self._list(inner, path, 0 if can_skip else max(1, at_least))
        return self._answer(question)

    def _answer(self, question: Question) -> Any:
        return self._asker.answer(question, self._add_source)

    def _text(self, question: Question) -> dict[str, str] | None:
        words: dict[str, str] = {}
        for language in LANGUAGES:
            part = question.part(language.value, can_skip=question.can_skip and not words)
            answer = self._answer(part)
            if answer is None:
                return None
            words[language.value] = answer
        return words

    def _variant(
        self, question: Question, models: Mapping[str, type[Model]]
    ) -> dict[str, Any] | None:
        kind = self._answer(question.part("type", can_skip=question.can_skip))
        if kind is None:
            return None
        data = {"type": kind}
        for field in asked_fields(models[kind]):
            if field.name != "type":
                path = (*question.path, field.name)
                can_skip = not field.is_required
                data[field.name] = self._field(models[kind], field, data, path, can_skip=can_skip)
        return data

    def _list(self, model: type[Model], path: Loc, at_least: int) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = []
        while True:
            self._asker.console.say(f"\n{self._asker.word('item', number=len(items) + 1)}")
            item = self._object(model, (*path, len(items)), can_skip=len(items) >= at_least)
            if item is None:
                return items
            items.append(item)

    def _add_source(self) -> str:
        """Ask for a source that has no record yet and return its id."""
        asker = self._asker
        given, sources = asker.given, asker.usual_sources
        self.run(NEW_KINDS["source"], {})
        asker.given, asker.usual_sources = given, sources
        return self.drafts[-1].id

    def _id(self, kind: Kind, data: Mapping[str, Any]) -> str:
        asker = self._asker
        taken = asker.known[kind.name]
        proposed = first_free(propose_id(kind.model, data), taken)
        id_ = asker.given.pop("id", None)
        if id_ is None and asker.console.is_asking:
            asker.console.say(f"\n{asker.word('id')}")
        while True:
            if id_ is None:
                id_ = (
                    asker.console.ask(f"[{proposed}] > ").strip() if asker.console.is_asking else ""
                )
            id_ = id_ or proposed
            if not is_id(id_):
                asker.tell("id", Problem("", "bad-id", None, {"value": id_}))
            elif id_ in taken:
                asker.refuse("id", asker.word("id-taken", value=id_))
            else:
                return id_
            id_ = None
