"""What all views need while a page is made: words, links, numbered sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from site_builder.formatting import format_date, format_day
from site_builder.glossing import Glosser
from site_builder.languages import Language, sort_key
from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.markup import render_body, render_statement
from site_builder.outputs import Heading
from site_builder.schema.base import Prose, Text, Texts
from site_builder.schema.kinds import FOLDERS
from site_builder.schema.parts import (
    Confidence,
    DateClaim,
    Fact,
    Milestone,
    Statement,
    StatementVariant,
)
from site_builder.schema.scalars import ApproximateDate
from site_builder.schema.sources import Source
from site_builder.typography import bind_numbers
from site_builder.ui_strings import Strings
from site_builder.urls import (
    WEB_SCHEMES,
    alternate_path,
    home_path,
    list_path,
    record_link,
    record_path,
    relative_url,
)
from site_builder.views.parts import (
    FactRow,
    FactValue,
    Link,
    SourceNote,
    TermNote,
)
from site_builder.views.passages import (
    PassageView,
    StatementView,
    TranslationNote,
    VariantView,
)

__all__ = ["Page", "PageFiles", "PictureFile", "PictureFormat", "PictureSize"]


@dataclass(frozen=True, slots=True)
class PictureSize:
    """A picture in one format and one size."""

    path: str
    """Where the file is."""
    width: int
    """Pixels."""


@dataclass(frozen=True, slots=True)
class PictureFormat:
    """A picture in one format."""

    media_type: str
    """Such as `image/avif`."""
    sizes: tuple[PictureSize, ...]
    """From narrow to wide."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture as the site shows it."""

    formats: tuple[PictureFormat, ...]
    """The best first; the last is one that every program shows."""
    width: int
    """Pixels of the widest size."""
    height: int
    """Pixels of the widest size."""

    @property
    def common(self) -> PictureFormat:
        """The format that every program shows."""
        return self.formats[-1]


@dataclass(frozen=True, slots=True)
class PageFiles:
    """What pages load."""

    folder: str
    """The path of the folder of styles, scripts and maps."""
    pictures: Mapping[str, PictureFile]
    """Pictures by the id of the media record."""


@dataclass(slots=True)
class Page:
    """A page while its view is made; collects what the view refers to."""

    site: Site
    strings: Strings
    path: str
    """The page's own path."""
    today: dt.date
    """The day that the build speaks of."""
    files: PageFiles
    """What pages load."""
    glossers: Mapping[Language, Glosser] = field(default_factory=dict)
    """Find the words of the glossary in each language; empty where they are not explained."""
    headings: list[Heading] = field(default_factory=list)
    """Headings of the second level so far."""
    _numbers: dict[str, int] = field(default_factory=dict)
    _explained: list[str] = field(default_factory=list)

    @property
    def language(self) -> Language:
        """The page's language."""
        return self.strings.language

    def href(self, path: str) -> str:
        """Return the link from this page to a path."""
        return relative_url(self.path, path)

    @property
    def assets(self) -> str:
        """The link to the folder of styles and scripts."""
        return f"{self.href(self.files.folder)}/"

    def record_href(self, entry: Entry) -> str:
        """Return the link to a record's page, or to its place on the page of its table."""
        return self._href_of(entry.kind.name, entry.id)

    def _href_of(self, kind: str, id_: str) -> str:
        if kind in FOLDERS:
            return self.href(record_path(self.language, kind, id_))
        return self.href(f"{list_path(self.language, kind)}#{id_}")

    def address(self, entry: Entry) -> str:
        """Return the whole address of a record's own page, wherever it is shown."""
        path = record_path(self.language, entry.kind.name, entry.id)
        return f"{self.site.settings.url}{path}"

    def breadcrumbs(self, *lists: tuple[str, str]) -> tuple[Link, ...]:
        """Return the links from the home page through the given (title, path) pairs."""
        home = (self.strings("nav.home"), home_path(self.language))
        return tuple(Link(title, self.href(path)) for title, path in (home, *lists))

    def heading(self, anchor: str, title: str) -> str:
        """Add a heading to the table of contents and return its title."""
        self.headings.append(Heading(anchor, title))
        return title

    def text(self, text: Text | None) -> str:
        """Return a text in the page's language, or nothing."""
        return bind_numbers(text[self.language]) if text else ""

    def sorted(self, entries: Iterable[Entry]) -> list[Entry]:
        """Return the entries in the alphabetical order of their titles."""

        def name(entry: Entry) -> str:
            sort_name = getattr(entry.record, "sort_name", None)
            return self.text(sort_name or entry.record.title)

        return sorted(entries, key=lambda entry: sort_key(name(entry)))

    # Sources

    def cite(self, ids: Iterable[str]) -> str:
        """Return numbers in brackets that lead to the sources at the end of the page, as HTML."""
        numbers = sorted({self._numbers.setdefault(id_, len(self._numbers) + 1) for id_ in ids})
        if not numbers:
            return ""
        label = escape(self.strings("page.source"))
        links = "".join(
            f'<a href="#source-{n}" aria-label="{label} {n}">[{n}]</a>' for n in numbers
        )
        # Numbers in brackets must not begin a line.
        return f'&nbsp;<sup class="cite">{links}</sup>'

    def source_notes(self) -> tuple[SourceNote, ...]:
        """Return the sources cited so far, in the order of their numbers."""
        return tuple(
            self.source_note(number, self.site.entry("sources", id_).record)
            for id_, number in self._numbers.items()
        )

    def source_note(self, number: int, source: Source) -> SourceNote:
        """Return the line of a source."""
        details = [self.strings(f"source.kind.{source.kind}")]
        if source.published:
            details.append(format_date(self.strings, source.published))
        seen = format_day(self.strings, source.seen)
        details.append(self.strings("source.seen", date=seen))
        if source.note:
            details.append(self.text(source.note))
        return SourceNote(
            number,
            source.title,
            source.language,
            source.publisher,
            source.url or "",
            " · ".join(details),
        )

    # Text

    def caution(self, confidence: Confidence) -> str:
        """Return words of caution for something that is weakly supported."""
        return self.strings("caution.low") if confidence is Confidence.LOW else ""

    def statements(self, statements: Sequence[Statement]) -> tuple[StatementView, ...]:
        """Return paragraphs with their sources."""
        return tuple(self._statement(statement) for statement in statements)

    def _statement(self, statement: Statement) -> StatementView:
        language, text = statement.text.for_readers(self.language)
        html = self.gloss(render_statement(text, self._resolve).html, language)
        citations = self.cite(statement.sources)
        variants = tuple(self._variant(variant) for variant in statement.variants)
        checked = statement.checked
        return StatementView(
            self._passage(statement.text, html),
            citations,
            self.caution(statement.confidence),
            self.strings("statement.checked", date=format_day(self.strings, checked))
            if checked
            else "",
            variants,
        )

    def _variant(self, variant: StatementVariant) -> VariantView:
        _, text = variant.text.for_readers(self.language)
        html = render_statement(text, self._resolve).html
        return VariantView(self._passage(variant.text, html), self.cite(variant.sources))

    def body(self, prose: Prose, is_taken: Callable[[str], bool]) -> PassageView:
        """Return a long text and take up its headings; taken anchors are not given.

        Headings in the other language stay out of the table of contents, which speaks the page's.
        """
        language, text = prose.for_readers(self.language)
        markup = render_body(text, self._resolve, is_taken)
        passage = self._passage(prose, self.gloss(markup.html, language))
        if language is self.language:
            for anchor, title in markup.headings:
                self.heading(anchor, title)
        return passage

    def _passage(self, prose: Prose, html: str) -> PassageView:
        """Return a text as it is shown, with a note where its translation is missing or old."""
        if prose[self.language] is None:
            note = TranslationNote(self.strings("translation.missing"))
            return PassageView(html, self.language.other.value, note)
        if self.is_stale(prose):
            anchor = self.headings[-1].anchor if self.headings else ""
            return PassageView(html, translation=self.stale_note("translation.stale", anchor))
        return PassageView(html)

    def is_stale(self, text: Texts) -> bool:
        """Tell whether a text was changed in the other language and not in the page's."""
        return self.site.stale.get(text) is self.language

    def stale_note(self, words: str, anchor: str = "") -> TranslationNote:
        """Return a note with a link to the same place of the page in the other language.

        Args:
            words: The key of its words.
            anchor: The place; empty for the top.
        """
        text = self.strings(words)
        # Documents in both languages have the newer text beside it.
        if not self.path.startswith(f"{self.language}/"):
            return TranslationNote(text)
        href = self.href(alternate_path(self.path)) + (f"#{anchor}" if anchor else "")
        link, other = self.strings("translation.other"), self.language.other
        return TranslationNote(text, href, link, other.value)

    def gloss(self, html: str, language: Language | None = None) -> str:
        """Return safe HTML with links to the explanations of terms that were not explained yet.

        Args:
            html: Safe HTML.
            language: The language of its words, where it is not the page's.
        """
        html = bind_numbers(html)
        glosser = self.glossers.get(language or self.language)
        return glosser.gloss(html, self._explained) if glosser else html

    def explained(self, text: Text) -> str:
        """Return a text in the page's language as HTML with its terms explained."""
        return self.gloss(escape(text[self.language]))

    def term_notes(self) -> tuple[TermNote, ...]:
        """Return the terms that the text has used so far."""
        return tuple(
            TermNote(
                id_,
                self.text(term.term),
                self.text(term.meaning),
                self._href_of("glossary", id_),
            )
            for id_ in self._explained
            for term in [self.site.entry("glossary", id_).record]
        )

    def _resolve(self, target: str) -> str | None:
        """Return the link for `people/dina` or a web address; the rules have checked it."""
        link = record_link(target)
        if link is None:
            return target if target.startswith(WEB_SCHEMES) else None
        kind, id_, anchor = link
        href = self._href_of(kind, id_)
        return f"{href}#{anchor}" if anchor and kind in FOLDERS else href

    # Facts

    def fact_rows(self, facts: Iterable[Fact]) -> list[FactRow]:
        """Return the rows that editors wrote for the facts box."""
        return [
            FactRow(
                self.text(fact.label),
                tuple(
                    FactValue(self.explained(value), note, citations)
                    for value, note, citations in self._claimed(fact.value, fact)
                ),
                is_searched=True,
            )
            for fact in facts
        ]

    def _claimed(
        self, value: Any, claim: Fact | DateClaim | Milestone
    ) -> Iterator[tuple[Any, str, str]]:
        """Yield the value to show first and those of sources that disagree: each with a note."""
        yield value, self.caution(claim.confidence), self.cite(claim.sources)
        for variant in claim.variants:
            yield variant.value, self.text(variant.note), self.cite(variant.sources)

    def date_row(self, label: str, claim: DateClaim | None) -> list[FactRow]:
        """Return a row with a date and all its variants; no row without a date."""
        if claim is None:
            return []
        values = self.date_values(claim.value, claim)
        return [FactRow(self.strings(label), values, is_searched=True)]

    def date_values(
        self, date: ApproximateDate, claim: DateClaim | Milestone
    ) -> tuple[FactValue, ...]:
        """Return a date and those that other sources give, each with its sources."""
        return tuple(
            FactValue(format_date(self.strings, shown), note, citations, datetime=iso_date(shown))
            for shown, note, citations in self._claimed(date, claim)
        )

    def plain_row(self, label: str, text: str, href: str = "") -> list[FactRow]:
        """Return a row with one value; no row without a text."""
        if not text:
            return []
        return [FactRow(self.strings(label), (FactValue(escape(text), "", "", href),))]

    def link_row(self, label: str, entries: Sequence[Entry]) -> list[FactRow]:
        """Return a row with links to records; no row without records."""
        if not entries:
            return []
        values = tuple(
            FactValue(escape(self.text(entry.record.title)), "", "", self.record_href(entry))
            for entry in entries
        )
        return [FactRow(self.strings(label), values)]


def iso_date(date: ApproximateDate) -> str:
    """Return the value of a `datetime` attribute: `1823`, `2005-10` or `2011-10-12`."""
    if date.month is None:
        return f"{date.year:04}"
    return date.first.isoformat()[: 10 if date.day else 7]
