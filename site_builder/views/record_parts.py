"""The parts that pages of records are put together from, each with its heading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from site_builder.figures import draw_bars, draw_timeline
from site_builder.formatting import format_day, format_number
from site_builder.schema.parts import Change, Chart, Greeting, Milestone, PageRecord, Statement
from site_builder.schema.scalars import ApproximateDate
from site_builder.views.page import Page
from site_builder.views.parts import FactValue, NotedLink, PartView
from site_builder.views.picture_parts import Picture

__all__ = [
    "ChangeView",
    "ChartRowView",
    "GreetingView",
    "MilestoneView",
    "SaidWords",
    "change_parts",
    "greeting_parts",
    "history_parts",
    "link_parts",
    "picture_parts",
    "statement_parts",
    "timeline_parts",
    "view_chart",
]


@dataclass(frozen=True, slots=True)
class MilestoneView:
    """A dated step."""

    dates: tuple[FactValue, ...]
    """When, and the dates that other sources give."""
    html: str
    """What happened, safe HTML."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change that people who have made plans must hear of."""

    words: str
    """The day on which it was made known."""
    datetime: str
    """ISO form of that day."""
    text: str
    """What was changed."""


@dataclass(frozen=True, slots=True)
class ChartRowView:
    """A number of a chart, in words."""

    label: str
    """What is counted."""
    value: str
    """The number."""
    note: str
    """What a reader needs to know before comparing; may be empty."""
    citations: str
    """Who gives it."""


@dataclass(frozen=True, slots=True)
class GreetingView:
    """Words to say or send."""

    words: tuple[SaidWords, ...]
    """The greeting in Kazakh and, where it is another, in Russian."""
    occasion: str
    """When it is said; may be empty."""
    citations: str
    """Where it is given."""


@dataclass(frozen=True, slots=True)
class SaidWords:
    """A greeting in one language."""

    text: str
    """The words."""
    language: str
    """The language's tag."""


def statement_parts(
    page: Page, anchor: str, title: str, statements: Sequence[Statement]
) -> Iterable[PartView]:
    """Yield paragraphs under a heading; nothing without paragraphs."""
    if statements:
        heading = page.heading(anchor, title)
        yield PartView("statement", anchor, heading, page.statements(statements))


def change_parts(page: Page, changes: Sequence[Change]) -> Iterable[PartView]:
    """Yield what was changed after it had been announced, newest first; nothing without changes."""
    if changes:
        newest_first = sorted(changes, key=lambda change: change.day, reverse=True)
        items = tuple(
            ChangeView(
                format_day(page.strings, change.day), f"{change.day}", page.text(change.text)
            )
            for change in newest_first
        )
        heading = page.heading("changes", page.strings("event.changes"))
        yield PartView("change", "changes", heading, items, wrapper="ul")


def history_parts(page: Page, record: PageRecord) -> Iterable[PartView]:
    """Yield the parts that any record may have, after those of its kind."""
    for section in record.sections:
        yield from statement_parts(page, section.id, page.text(section.title), section.statements)
    for chart in record.charts:
        page.heading(chart.id, page.text(chart.title))
        yield view_chart(page, chart)


def timeline_parts(page: Page, milestones: Sequence[Milestone]) -> Iterable[PartView]:
    """Yield the dated steps with their axis; nothing without steps."""
    if not milestones:
        return
    steps = sorted(milestones, key=lambda step: step.date.first)
    years = [_year(step.date) for step in steps]
    yield PartView(
        "milestone",
        "timeline",
        page.heading("timeline", page.strings("page.timeline")),
        tuple(_milestone(page, step) for step in steps),
        wrapper="ol",
        figure=draw_timeline(years) if years[0] < years[-1] else "",
    )


def _year(date: ApproximateDate) -> float:
    return date.year + ((date.month or 1) - 1) / 12


def _milestone(page: Page, step: Milestone) -> MilestoneView:
    dates = page.date_values(step.date, step)
    return MilestoneView(dates, page.explained(step.text))


def view_chart(page: Page, chart: Chart) -> PartView:
    """Return the bars of a chart with the same numbers as a table."""
    numbers = [format_number(page.strings, value.value) for value in chart.values]
    bars = [
        (page.text(value.label), float(value.value), number)
        for value, number in zip(chart.values, numbers, strict=True)
    ]
    return PartView(
        "chart_row",
        chart.id,
        page.text(chart.title),
        tuple(
            ChartRowView(label, number, page.text(value.note), page.cite(value.sources))
            for (label, _, number), value in zip(bars, chart.values, strict=True)
        ),
        wrapper="table",
        intro=page.text(chart.note),
        figure=draw_bars(bars),
    )


def greeting_parts(
    page: Page, anchor: str, title: str, greetings: Sequence[Greeting]
) -> Iterable[PartView]:
    """Yield words to say or send; nothing without words."""
    if greetings:
        heading = page.heading(anchor, title)
        items = tuple(_greeting(page, greeting) for greeting in greetings)
        yield PartView("greeting", anchor, heading, items)


def _greeting(page: Page, greeting: Greeting) -> GreetingView:
    kazakh, russian = greeting.text.kk, greeting.text.ru
    words = [SaidWords(kazakh, "kk")]
    if russian != kazakh:
        words.append(SaidWords(russian, "ru"))
    return GreetingView(
        tuple(words),
        page.text(greeting.occasion),
        page.cite(greeting.sources),
    )


def link_parts(
    page: Page, anchor: str, title: str, links: Sequence[NotedLink]
) -> Iterable[PartView]:
    """Yield links to other pages; nothing without links."""
    if links:
        yield PartView("link", anchor, page.heading(anchor, title), tuple(links), wrapper="ul")


def picture_parts(page: Page, pictures: Sequence[Picture]) -> Iterable[PartView]:
    """Yield the pictures after the first, which stands above the text."""
    if pictures:
        title = page.heading("pictures", page.strings("page.pictures"))
        yield PartView("picture", "pictures", title, tuple(pictures))
