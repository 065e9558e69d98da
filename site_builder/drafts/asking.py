"""Asks one question until its answer is right; the schema's own reader judges."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from site_builder.drafts.faults import check_text, find_faults, lies_in
from site_builder.drafts.options import Options
from site_builder.drafts.questions import default_of
from site_builder.fields import Field
from site_builder.languages import LANGUAGES
from site_builder.problems import Problem
from site_builder.reports import EditorLanguage, word_problem
from site_builder.schema.base import Model
from site_builder.ui_strings import editor_text, field_words
from site_builder.yaml_nodes import Loc

__all__ = ["Asker", "Console", "NoAnswerError", "Question"]

_SOURCES = "sources"
_ANOTHER = "+"


class Console(Protocol):
    """Where questions are asked."""

    is_asking: bool
    """Whether there is somebody to ask."""

    def say(self, text: str = "") -> None:
        """Show a line."""

    def ask(self, prompt: str) -> str:
        """Return the next answer.

        Raises:
            EOFError: There are no more answers.
        """


class NoAnswerError(Exception):
    """A needed answer was not given, or not a right one, and nobody is to be asked."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__(f"--{name.replace('_', '-')}: {words}")


@dataclass(frozen=True, slots=True)
class Question:
    """A value to ask for."""

    model: type[Model]
    """The model that has the field."""
    field: Field
    """The field."""
    beside: Mapping[str, Any]
    """The answers about the same object so far."""
    path: Loc
    """The keys that lead to the field from the record's beginning."""
    can_skip: bool
    """Whether an empty answer leaves it out."""
    side: str = ""
    """The part of the field that is asked for: `kk`, `ru`, or `type` of a rule."""

    @property
    def name(self) -> str:
        """The column that the answer belongs to."""
        keys = [str(key) for key in self.path if isinstance(key, str)]
        return "_".join([*keys, self.side] if self.side else keys)

    def part(self, side: str, *, can_skip: bool) -> Question:
        """Return the question for a part of the field."""
        return replace(self, side=side, can_skip=can_skip)


class Asker:
    """Asks on a console, and takes what flags gave for answers."""

    def __init__(
        self,
        console: Console,
        language: EditorLanguage,
        known: Mapping[str, Mapping[str, str]],
        today: dt.date,
    ) -> None:
        self.console = console
        self.language = language
        self.known = {kind: dict(names) for kind, names in known.items()}
        """The records and regions that there are, drafts too."""
        self._today = today
        self.given: dict[str, str] = {}
        """Answers that flags gave, by column; each is used once."""
        self.usual_sources: list[str] = []
        """The sources of the record, which its parts have too, as a rule."""

    def word(self, key: str, **values: object) -> str:
        """Return words of the dialogue."""
        return editor_text("new", key, self.language, **values)

    def tell(self, name: str, problem: Problem) -> None:
        """Show what is wrong with an answer, as `refuse` does."""
        self.refuse(name, word_problem(problem, self.language))

    def refuse(self, name: str, words: str) -> None:
        """Show why an answer is not taken.

        Args:
            name: The column that the answer is for.
            words: The reason.

        Raises:
            NoAnswerError: Nobody is there to give another.
        """
        if not self.console.is_asking:
            raise NoAnswerError(name, words)
        self.console.say(f"  ! {words}")

    def answer(self, question: Question, add_source: Callable[[], str]) -> Any:
        """Return a right answer, or None where the question was passed over.

        Args:
            question: What to ask for.
            add_source: Asks for a source that has no record yet and returns its id.

        Raises:
            NoAnswerError: Nobody is there to answer.
        """
        value = question.field.value
        options = Options(question.field, value, self.known, self.language)
        default = self._default(question)
        given = self.given.pop(question.name, None)
        if given is None and question.can_skip and options.kind and not self.known[options.kind]:
            return None
        if given is None and self.console.is_asking:
            self._show(question, options)
        while True:
            reply = given if given is not None else self._reply(question, default)
            given = None
            if not reply and (default or question.can_skip):
                return default
            if reply == _ANOTHER and options.kind == _SOURCES and self.console.is_asking:
                reply = add_source()
            answer, problem = options.read(reply)
            problem = problem if reply else _missing(question)
            problem = problem or self._problem(question, answer)
            if problem is None:
                return answer
            if options.has_found and self.console.is_asking:
                self.console.say(f"  {self.word('choose')}")
            else:
                self.tell(question.name, problem)
            self._say_all(options.lines() if options.kind else ())

    def _default(self, question: Question) -> Any:
        if question.can_skip:
            return None
        if question.field.name == _SOURCES and len(question.path) > 1:
            return list(self.usual_sources) or None
        return default_of(question.field, self._today, self.known)

    def _reply(self, question: Question, default: Any) -> str:
        if not self.console.is_asking:
            return ""
        hint = ""
        if default:
            hint = f"[{'; '.join(default) if isinstance(default, list) else default}] "
        elif question.can_skip:
            hint = f"({self.word('skip')}) "
        return self.console.ask(f"{hint}> ").strip()

    def _show(self, question: Question, options: Options) -> None:
        words = field_words(question.field.owner, question.field.name, self.language)
        side = f" · {self.word(f'in-{question.side}')}" if question.side in LANGUAGES else ""
        self._say_all(["", f"{words.label}{side} ({question.name})", f"  {words.hint}"])
        self._say_all(options.lines())
        if options.kind == _SOURCES:
            self.console.say(f"  {self.word('another-source')}")

    def _say_all(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.console.say(line)

    def _problem(self, question: Question, answer: str | list[str]) -> Problem | None:
        """Return what the schema says of an answer."""
        for text in answer if isinstance(answer, list) else [answer]:
            if problem := check_text(text):
                return problem
        name = question.field.name
        path: Loc = (name, question.side) if question.side else (name,)
        value: Any = {question.side: answer} if question.side else answer
        data = {**question.beside, name: value}
        faults = find_faults(question.model, data, self.known)
        return next((fault.problem for fault in faults if lies_in(fault.loc, path)), None)


def _missing(question: Question) -> Problem:
    return Problem("", "missing-field", None, {"field": question.name})
