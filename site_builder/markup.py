"""Turns editors' Markdown into HTML that is safe to publish.

Content is a stranger's: only the tags listed here get through, links lead to the web or to a
record of the site, and everything that was left out is reported.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

import nh3
import pyromark
from selectolax.lexbor import LexborHTMLParser

__all__ = ["Markup", "Resolve", "plain_text", "render_body", "render_statement"]

_STATEMENT_TAGS = {"p", "em", "strong", "a", "ul", "ol", "li", "br", "blockquote", "sup", "sub"}
_BODY_TAGS = _STATEMENT_TAGS | {"h2", "h3", "hr", "table", "thead", "tbody", "tr", "th", "td"}
# Most paragraphs are words and emphasis only: nothing can be lost there.
_MORE_THAN_WORDS = re.compile(r"<(?!/?(?:p|em|strong)>)")
_ATTRIBUTES = {"a": {"href", "title"}}
_HEADING = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)
# Tags inside a sentence part no words.
_INLINE = re.compile(r"</?(?:a|em|strong|sup|sub|span|time)\b[^>]*>")
_CITATION = re.compile(r'<sup class="cite">.*?</sup>')
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")

Resolve = Callable[[str], str | None]
"""Returns the link to write for a target such as `people/dina`, or None if it leads nowhere."""


@dataclass(frozen=True, slots=True)
class Markup:
    """HTML that may be published, and what had to be left out of it."""

    html: str
    """Sanitised HTML."""
    removed: tuple[str, ...]
    """Names of the tags and attributes that were left out."""
    bad_links: tuple[str, ...]
    """Targets of links that lead nowhere."""
    headings: tuple[tuple[str, str], ...] = ()
    """Anchor and title of the headings of the second level."""


def render_statement(text: str, resolve: Resolve) -> Markup:
    """Return a paragraph's HTML.

    Args:
        text: Markdown.
        resolve: Returns the link to write for a target such as `people/dina`, or None.
    """
    return _render(text, resolve, _STATEMENTS)


def render_body(
    text: str, resolve: Resolve, is_taken: Callable[[str], bool] = lambda _: False
) -> Markup:
    """Return a long text's HTML; its headings get anchors made from their words.

    Args:
        text: Markdown.
        resolve: As for a statement.
        is_taken: Tells whether the page has an anchor already.
    """
    markup = _render(text, resolve, _BODIES)
    headings: list[tuple[str, str]] = []
    seen: Counter[str] = Counter()
    known: set[str] = set()

    def with_anchor(match: re.Match[str]) -> str:
        title = plain_text(match[1])
        anchor = slug = _slug(title)
        while anchor in known or is_taken(anchor):
            seen[slug] += 1
            anchor = f"{slug}-{seen[slug] + 1}"
        known.add(anchor)
        headings.append((anchor, title))
        return f'<h2 id="{anchor}">{match[1]}</h2>'

    html = _HEADING.sub(with_anchor, markup.html)
    return Markup(html, markup.removed, markup.bad_links, tuple(headings))


def plain_text(html: str) -> str:
    """Return the words of `html` without tags and source numbers, white space folded."""
    text = _INLINE.sub("", _CITATION.sub("", html))
    return _SPACE.sub(" ", unescape(_TAG.sub(" ", text))).strip()


def _slug(title: str) -> str:
    """Return a readable anchor; Cyrillic letters stay, they are allowed in ids and URLs."""
    words = re.findall(r"\w+", title.casefold())
    return "-".join(words) or "section"


class _Sanitiser:
    """An allow-list of tags, set up once: that costs more than cleaning a paragraph."""

    def __init__(self, tags: set[str]) -> None:
        self._cleaner = nh3.Cleaner(
            tags=tags,
            attributes=_ATTRIBUTES,
            attribute_filter=self._keep,
            url_schemes={"http", "https", "mailto", "tel"},
            link_rel="noopener",
        )
        self._resolve: Resolve = str

    def clean(self, html: str, resolve: Resolve) -> str:
        """Return the HTML that may stay, with links resolved."""
        self._resolve = resolve
        return self._cleaner.clean(html).strip()

    def _keep(self, _tag: str, attribute: str, value: str) -> str | None:
        return self._resolve(value) if attribute == "href" else value


_STATEMENTS = _Sanitiser(_STATEMENT_TAGS)
_BODIES = _Sanitiser(_BODY_TAGS)


def _render(text: str, resolve: Resolve, sanitiser: _Sanitiser) -> Markup:
    raw = pyromark.html(text, options=pyromark.Options.ENABLE_TABLES)
    clean = sanitiser.clean(raw, resolve)
    if not _MORE_THAN_WORDS.search(raw):
        return Markup(clean, (), ())
    before, after = _Inventory(raw), _Inventory(clean)
    removed = tuple(sorted((before.names - after.names).keys()))
    bad_links = tuple(link for link in before.links if resolve(link) is None)
    return Markup(clean, removed, bad_links)


class _Inventory:
    """What a piece of HTML is made of."""

    def __init__(self, html: str) -> None:
        self.names: Counter[str] = Counter()
        """Tags and attributes; `href` and `rel` are the business of the links."""
        self.links: list[str] = []
        """Targets of links."""
        for node in LexborHTMLParser(html, is_fragment=True).css("*"):
            self.names[node.tag or ""] += 1
            for name, value in node.attributes.items():
                if name == "href":
                    self.links.append(value or "")
                # A table's alignment comes from Markdown itself, no editor misses it.
                elif name != "rel" and not (name == "style" and node.tag in ("th", "td")):
                    self.names[name] += 1
