"""Says things in both languages at once: the form has no Kazakh of its own."""

from __future__ import annotations

from site_builder.languages import Language
from site_builder.ui_strings import choice_words, field_words, load_strings

__all__ = ["choice_label", "field_label", "hint", "in_both", "language_name"]

# Editors of the region read the form's own buttons in Russian, so Russian comes first.
_ORDER = (Language.RU, Language.KK)
_BETWEEN_NAMES = " · "
_BETWEEN_SENTENCES = " "


def in_both(key: str, **values: object) -> str:
    """Return words of the interface in both languages."""
    return _joined(_BETWEEN_NAMES, *(load_strings(lang)(key, **values) for lang in _ORDER))


def field_label(owner: str, field: str) -> str:
    """Return what a field is called in both languages: «Начало · Басталатын күні»."""
    return _joined(_BETWEEN_NAMES, *(field_words(owner, field, lang).label for lang in _ORDER))


def hint(owner: str, field: str, note: str = "", **values: object) -> str:
    """Return what to write into a field, in both languages.

    Args:
        owner: The class that declares the field.
        field: The field's name.
        note: The key of the interface's words to add; may be empty.
        values: What the note says in its `{…}` places.
    """
    sentences: list[str] = []
    for language in _ORDER:
        sentences.append(field_words(owner, field, language).hint)
        sentences += [load_strings(language)(note, **values)] if note else []
    return _joined(_BETWEEN_SENTENCES, *filter(None, sentences))


def choice_label(name: str, word: str) -> str:
    """Return what a word of a list means, in both languages."""
    return _joined(_BETWEEN_NAMES, *(choice_words(name, word, lang) for lang in _ORDER))


def language_name(language: Language) -> str:
    """Return what a language calls itself."""
    return load_strings(language)("chooser.name")


def _joined(between: str, *texts: str) -> str:
    return between.join(dict.fromkeys(texts))
