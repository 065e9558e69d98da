"""What may be chosen as an answer: words of a list, or records by number, id or a part of the name."""

from __future__ import annotations

import re

from site_builder.drafts.columns import kind_of_ids, split_list
from site_builder.drafts.faults import KnownIds, check_id
from site_builder.fields import ChoiceValue, Field, ListValue, Value, VariantsValue
from site_builder.problems import Problem
from site_builder.spelling import guess
from site_builder.ui_strings import choice_words, editor_words, field_words

__all__ = ["Options"]

_SHOWN_AT_ONCE = 20


class Options:
    """The answers that a question offers; numbers mean those that were shown last."""

    def __init__(self, field: Field, value: Value, known: KnownIds, language: str) -> None:
        """Make the options of a field.

        Args:
            field: The field, or the one that the value is a part of.
            value: What is asked for.
            known: The records and regions that there are.
            language: The editor's language.
        """
        self._language = language
        self._is_list = isinstance(value, ListValue)
        item = value.item if isinstance(value, ListValue) else value
        self.kind = kind_of_ids(field, item)
        """The kind of records to choose from; None where it is something else."""
        self._known = known
        # The records themselves, not a copy: a source may be added while the question is open.
        self._words = known[self.kind] if self.kind else _choices(item, language)
        few = len(self._words) <= _SHOWN_AT_ONCE
        self._shown = list(self._words) if few else []
        self.has_found = False
        """Whether the last reply was a part of names, which `lines` shows now."""

    def lines(self) -> list[str]:
        """Return the lines that show what may be chosen."""
        if self._words and not self._shown:
            words = editor_words("new")["search"][self._language]
            return [f"  {words.format(count=len(self._words))}"]
        numbered = enumerate(self._shown, 1)
        lines = (f"  {number}. {word} — {self._words[word]}" for number, word in numbered)
        return [line.removesuffix(" — ") for line in lines]

    def read(self, reply: str) -> tuple[str | list[str], Problem | None]:
        """Return what a reply chooses, and why it may not be chosen.

        After a reply that names no record, `lines` shows those that may be meant.
        """
        if not self._words:
            return (split_list(reply) if self._is_list else reply), None
        parts = re.split(r"[;,\s]+", reply.strip(" ;,")) if self._is_list else [reply]
        answers = [self._chosen(part) for part in parts]
        problem = next(filter(None, map(self._problem, answers)), None)
        if problem and self.kind:
            found = [id_ for id_ in self._words if self._is_meant(id_, reply)]
            self.has_found = bool(found)
            supposed = [problem.guess] if problem.guess else self._shown
            self._shown = found[:_SHOWN_AT_ONCE] or supposed
        return (answers if self._is_list else answers[0]), problem

    def _chosen(self, part: str) -> str:
        is_number = part.isdecimal() and 0 < int(part[:6]) <= len(self._shown)
        return self._shown[int(part) - 1] if is_number and part not in self._words else part

    def _problem(self, word: str) -> Problem | None:
        if word in self._words:
            return None
        if self.kind:
            return check_id(word, self.kind, self._known)
        arguments = {"value": word, "expected": ", ".join(self._words)}
        return Problem("", "not-in-list", None, arguments, guess(word, self._words))

    def _is_meant(self, id_: str, reply: str) -> bool:
        name = f"{id_} {self._words[id_]}".casefold()
        return all(part in name for part in reply.casefold().split())


def _choices(value: Value, language: str) -> dict[str, str]:
    match value:
        case ChoiceValue(name, choices):
            return {str(word): choice_words(name, word, language) for word in choices}
        case VariantsValue(models):
            return {
                word: field_words(model.__name__, "type", language).hint
                for word, model in models.items()
            }
    return {}
