"""Words the list of translations that are missing or old: for a terminal and as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from textwrap import indent

from site_builder.languages import Language
from site_builder.reports import EditorLanguage, format_line
from site_builder.translations.lags import Lag
from site_builder.ui_strings import editor_words

__all__ = ["format_lags", "lags_as_json", "word_diff"]

_WORD_OR_SPACE = re.compile(r"\s+|\S+")


def format_lags(lags: Iterable[Lag], language: EditorLanguage) -> str:
    """Return each lag with the words that it is about, and a count at the end."""
    lags = tuple(lags)
    words = {key: texts[language] for key, texts in editor_words("translations").items()}
    missing = sum(lag.is_missing for lag in lags)
    summary = words["summary"].format(missing=missing, stale=len(lags) - missing)
    return "\n\n".join([*("\n".join(_lines(lag, language, words)) for lag in lags), summary])


def _lines(lag: Lag, language: EditorLanguage, words: dict[str, str]) -> Iterator[str]:
    yield format_line(lag.problem, language)
    names = {Language.KK: words["kazakh"], Language.RU: words["russian"]}
    own, other = names[lag.language], names[lag.language.other]
    if lag.translation is None:
        yield from _text(words["to-translate"].format(language=other), lag.other)
        return
    if lag.former is None:
        yield from _text(words["now"].format(language=other), lag.other)
        yield f"  ({words['no-history']})"
    else:
        yield from _text(words["changed"].format(language=other), word_diff(lag.former, lag.other))
    yield from _text(words["to-check"].format(language=own), lag.translation)


def _text(title: str, text: str) -> Iterator[str]:
    yield f"  {title}:"
    yield indent(text.rstrip(), "    ")


def word_diff(before: str, after: str) -> str:
    """Return a text with the words that went as `[-…-]` and those that came as `{+…+}`."""
    old, new = _WORD_OR_SPACE.findall(before), _WORD_OR_SPACE.findall(after)
    parts = []
    for tag, start, end, new_start, new_end in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        gone, come = "".join(old[start:end]), "".join(new[new_start:new_end])
        if tag == "equal":
            parts.append(come)
        else:
            parts += [f"[-{gone}-]" if gone else "", f"{{+{come}+}}" if come else ""]
    return "".join(parts)


def lags_as_json(lags: Iterable[Lag]) -> str:
    """Return the lags as a JSON list of objects."""
    rows = [
        {
            "file": lag.problem.file,
            "line": lag.problem.position.line if lag.problem.position else None,
            "column": lag.problem.position.column if lag.problem.position else None,
            "code": lag.problem.code,
            "language": lag.language,
            "translation": lag.translation,
            "other": lag.other,
            "former": lag.former,
        }
        for lag in lags
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)
