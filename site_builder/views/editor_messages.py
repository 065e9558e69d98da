"""View of the page that explains the messages of the check."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from site_builder.ui_strings import editor_words, message_examples
from site_builder.views.page import Page
from site_builder.views.parts import Link

__all__ = ["NO_MESSAGES", "MessageView", "MessagesView", "view_messages"]

NO_MESSAGES = frozenset({"guess", "summary", "summary-ok", "error", "warning"})
"""Words that messages and reports are put together from."""
_ANYTHING = "…"


@dataclass(frozen=True, slots=True)
class MessageView:
    """A message."""

    code: str
    """What stands behind it in brackets; also its anchor."""
    words: str
    """What it says."""
    bad: str
    """Lines that lead to it; may be empty."""
    good: str
    """The same as it should be; empty where `bad` is."""


@dataclass(frozen=True, slots=True)
class MessagesView:
    """All messages."""

    title: str
    """The heading."""
    intro: str
    """How to read them."""
    breadcrumbs: tuple[Link, ...]
    """The way from the home page to here."""
    messages: tuple[MessageView, ...]
    """The messages: about a file, about a value, about records."""


def view_messages(page: Page) -> MessagesView:
    """Return all messages in the page's language."""
    return MessagesView(
        page.strings("editors.messages.title"),
        page.strings("editors.messages.intro"),
        page.breadcrumbs(),
        tuple(
            _message(code, words[page.language])
            for code, words in editor_words("problems").items()
            if code not in NO_MESSAGES
        ),
    )


def _message(code: str, words: str) -> MessageView:
    example = message_examples().get(code, {"bad": "", "good": ""})
    filled = words.format_map(defaultdict(lambda: _ANYTHING))
    return MessageView(code, filled[0].upper() + filled[1:], **example)
