"""View of a mausoleum's leaflet: one sheet of paper for the road, a language on each side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from site_builder.fitting import REGULAR, Block, fit_letters, stack_height, two_columns_height
from site_builder.languages import Language
from site_builder.loader import Entry
from site_builder.markup import plain_text
from site_builder.schema.guides import Guide
from site_builder.schema.parts import Precision
from site_builder.schema.places import Place, PlaceKind
from site_builder.urls import record_path
from site_builder.views.crossings import way_parts
from site_builder.views.page import Page
from site_builder.views.parts import FactRow, PartView, PointView
from site_builder.views.passages import StatementView
from site_builder.views.places import telephone_href
from site_builder.views.points import view_map, view_point
from site_builder.views.sheets import SheetView, language_links, view_sheet
from site_builder.views.side_by_side import LanguageLink
from site_builder.views.where import qibla_words

__all__ = ["DriverNote", "LeafletPart", "LeafletSide", "LeafletView", "view_leaflet"]

# 188 by 270 mm, less the frame: a sheet for the road has narrow margins.
_WIDTH, _ROOM = 44.4, 53
# No letters are smaller than this: 8.5 points.
_SMALLEST = 72
_GAP = 1.6
_COLUMN = (_WIDTH - _GAP) / 2
_MAP_HEIGHT = 15.0


@dataclass(frozen=True, slots=True)
class DriverNote:
    """Where to go, for a driver who reads one language."""

    language: str
    """The language's tag."""
    title: str
    """The place's name."""
    lines: tuple[str, ...]
    """Street and village, district, region."""
    precision: str
    """How exact the point is, or that there is none."""
    question: str
    """What to ask those who live there; empty where the point is exact."""


@dataclass(frozen=True, slots=True)
class LeafletPart:
    """Paragraphs under a heading."""

    title: str
    """The heading."""
    paragraphs: tuple[StatementView, ...]
    """As many of them as the sheet has room for."""


@dataclass(frozen=True, slots=True)
class LeafletSide:
    """One side of the sheet, in one language."""

    language: str
    """The language's tag."""
    sheet: SheetView
    """Its frame."""
    label: str
    """What the place is."""
    title: str
    """Its name."""
    other_title: str
    """Its name in the other language; empty if it is the same."""
    other_language: str
    """The other language's tag."""
    map: str
    """Where it is, SVG; empty where no source gives a point."""
    location_note: str
    """How to find it; may be empty."""
    facts: tuple[FactRow, ...]
    """Distance, direction of prayer, hours, telephone."""
    parts: tuple[LeafletPart, ...]
    """The way there, how to behave."""
    border: PartView | None
    """The posts at the border on the way; None where the place names none."""
    is_shortened: bool = False
    """Some of it found no room on the sheet."""

    @property
    def has_doubts(self) -> bool:
        """Whether a paragraph has weak sources or such that disagree."""
        paragraphs = (paragraph for part in self.parts for paragraph in part.paragraphs)
        return any(paragraph.caution or paragraph.variants for paragraph in paragraphs)


@dataclass(frozen=True, slots=True)
class LeafletView:
    """A mausoleum on one sheet."""

    title: str
    """Both names, for the window."""
    pages: tuple[LanguageLink, ...]
    """The pages of the place in one language each."""
    point: PointView | None
    """Where it is; None where no source says."""
    drivers: tuple[DriverNote, ...]
    """Where to go, in both languages on each side: a driver may read the other one."""
    sides: tuple[LeafletSide, ...]
    """Its sides, Kazakh first."""
    letter_size: int
    """The size of its letters for each side to fill one page, in percent."""


def view_leaflet(pages: Mapping[Language, Page], entry: Entry) -> LeafletView:
    """Return a mausoleum's leaflet.

    Args:
        pages: The sheet's page in each language, Kazakh first.
        entry: The place.
    """
    first, *_ = pages.values()
    point = entry.record.point
    drivers = tuple(_driver(page, entry.record) for page in pages.values())
    sides, size = _fitted(tuple(_side(page, entry) for page in pages.values()), drivers)
    return LeafletView(
        title=" · ".join(dict.fromkeys(side.title for side in sides)),
        pages=language_links(pages, entry),
        point=view_point(first, point) if point else None,
        drivers=drivers,
        sides=sides,
        letter_size=size,
    )


def _driver(page: Page, place: Place) -> DriverNote:
    title, point = page.text(place.title), place.point
    is_exact = point is not None and point.precision is Precision.EXACT
    return DriverNote(
        page.language.value,
        title,
        tuple(filter(None, (page.text(place.address), page.text(place.located_in)))),
        view_point(page, point).precision if point else page.strings("leaflet.no_point"),
        "" if is_exact else page.strings("leaflet.question", place=title),
    )


def _side(page: Page, entry: Entry) -> LeafletSide:
    place: Place = entry.record
    title, other = page.text(place.title), place.title[page.language.other]
    map_ = view_map(page, "place", page.strings("map.label", place=title), [entry])
    return LeafletSide(
        language=page.language.value,
        sheet=view_sheet(record_path(page.language, entry.kind.name, entry.id), page),
        label=page.strings(f"place.kind.{place.kind}"),
        title=title,
        other_title="" if other == place.title[page.language] else other,
        other_language=page.language.other.value,
        map=map_.drawing if map_ else "",
        location_note=page.text(place.location_note),
        facts=tuple(_facts(page, entry)),
        parts=tuple(_parts(page, place)),
        border=_border(page, place),
    )


def _facts(page: Page, entry: Entry) -> Iterator[FactRow]:
    place: Place = entry.record
    if place.point:
        yield from page.plain_row("distance.title", view_point(page, place.point).distance)
        words = f"{qibla_words(page, place.point)} ({page.strings('leaflet.true_north')})"
        yield from page.plain_row("qibla.title", words)
    yield from page.plain_row("place.hours", page.text(place.hours))
    phone = place.phone or ""
    yield from page.plain_row("place.phone", phone, telephone_href(phone))


def _parts(page: Page, place: Place) -> Iterator[LeafletPart]:
    if place.getting_there:
        title = page.strings("place.getting_there")
        yield LeafletPart(title, page.statements(place.getting_there))
    if place.visiting:
        yield LeafletPart(page.strings("place.visiting"), page.statements(place.visiting))
    elif guide := _behaviour_guide(page, place):
        # What holds for all places of its kind: the first guide is the one to read first.
        statements = [told for section in guide.sections for told in section.statements]
        yield LeafletPart(page.text(guide.title), page.statements(statements))


def _behaviour_guide(page: Page, place: Place) -> Guide | None:
    """Return the first guide of a place that does not tell of a crossing."""
    for id_ in place.guides:
        guide: Guide = page.site.entry("guides", id_).record
        helped = (page.site.entry("places", helped).record for helped in guide.places)
        if not any(other.kind is PlaceKind.BORDER for other in helped):
            return guide
    return None


def _border(page: Page, place: Place) -> PartView | None:
    posts = [page.site.entry("places", id_) for id_ in place.crossings]
    return next(iter(way_parts(page, posts)), None)


# What fits


def _fitted(
    sides: tuple[LeafletSide, ...], drivers: Sequence[DriverNote]
) -> tuple[tuple[LeafletSide, ...], int]:
    """Return the sides with what finds room on them in letters that can be read by the road.

    Both lose the same: a driver and a passenger may hold one sheet.
    """
    size = _letter_size(sides, drivers)
    while size < _SMALLEST and any(side.parts for side in sides):
        sides = tuple(_shortened(side) for side in sides)
        size = _letter_size(sides, drivers)
    return sides, size


def _letter_size(sides: Sequence[LeafletSide], drivers: Sequence[DriverNote]) -> int:
    return fit_letters(lambda scale: max(_height(side, drivers, scale) for side in sides), _ROOM)


def _shortened(side: LeafletSide) -> LeafletSide:
    """Return a side without the last paragraph of its longest part."""
    longest = max(side.parts, key=lambda part: len(part.paragraphs))
    paragraphs = longest.paragraphs[:-1]
    parts = (
        replace(part, paragraphs=paragraphs) if part is longest else part for part in side.parts
    )
    return replace(side, parts=tuple(part for part in parts if part.paragraphs), is_shortened=True)


def _height(side: LeafletSide, drivers: Sequence[DriverNote], scale: float) -> float:
    box = max(stack_height(_driver_blocks(note), scale) for note in drivers)
    columns = two_columns_height(list(_column_parts(side, scale)), scale)
    doubt = Block(80 if side.has_doubts else 0, _WIDTH, gap=0.5, letter_width=REGULAR)
    return stack_height((*_head_blocks(side), doubt), scale) + box + columns


def _words(letters: int, *, beside: float = 0, gap: float = 0) -> Block:
    """Return a paragraph of running text in a column."""
    return Block(letters, _COLUMN, beside, gap=gap, letter_width=REGULAR)


def _head_blocks(side: LeafletSide) -> Iterator[Block]:
    yield Block(len(side.label), _WIDTH)
    yield Block(len(side.title), _WIDTH, size=2.2)
    yield Block(len(side.other_title), _WIDTH, size=1.3, gap=0.6)
    # The box for the driver: its edges, its heading, the space around.
    yield Block(0, gap=6.0)


def _driver_blocks(note: DriverNote) -> Iterator[Block]:
    for line in (note.title, *note.lines):
        yield Block(len(line), _COLUMN, beside=2, size=1.2, gap=0.1)
    for line in (note.precision, note.question):
        yield _words(len(line), beside=2)


def _column_parts(side: LeafletSide, scale: float) -> Iterator[list[Block]]:
    """Yield what no column breaks: a heading stands above its first paragraph."""
    heading = Block(0, gap=2.4)
    yield [heading, Block(0, gap=_MAP_HEIGHT / scale if side.map else 0)]
    yield [_words(len(side.location_note))]
    for row in side.facts:
        letters = len(row.label) + sum(len(plain_text(value.html)) for value in row.values)
        yield [_words(letters + 2, gap=0.3)]
    for part in side.parts:
        for number, paragraph in enumerate(part.paragraphs):
            yield [*([] if number else [heading]), _paragraph_block(paragraph)]
    if side.border:
        posts = [f"{post.title} {post.note}" for post in side.border.items]
        words = (side.border.intro, *posts, side.border.notice)
        yield [heading, *(_words(len(text), beside=2, gap=0.4) for text in words)]
    if side.is_shortened:
        yield [_words(80, gap=0.4)]


def _paragraph_block(paragraph: StatementView) -> Block:
    # Each item of a list begins a line of its own.
    lines: Iterable[str] = paragraph.passage.html.split("<li>")
    note = paragraph.passage.translation
    notes = len(paragraph.checked) + (len(note.text) if note else 0)
    letters = sum(len(plain_text(line)) + 12 for line in lines) - 12 + notes
    return _words(letters, beside=1, gap=0.35)
