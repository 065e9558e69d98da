"""Views of the border: all that is known of a crossing, and a short word about it on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from site_builder.formatting import format_day, format_offset
from site_builder.languages import country_name
from site_builder.loader import Entry
from site_builder.schema.crossings import CheckedStatement, Crossing, CrossingPart
from site_builder.schema.places import Place, PlaceKind
from site_builder.schema.site import Region
from site_builder.staleness import iter_checks, old_checks
from site_builder.urls import record_path
from site_builder.views.notices import stale_notice
from site_builder.views.page import Page
from site_builder.views.parts import Link, NotedLink, PartView
from site_builder.views.passages import StatementView

__all__ = ["CrossingRow", "CrossingSide", "crossing_parts", "way_parts"]

_ANCHOR = "crossing"
_ONLY_IF_KNOWN = (CrossingPart.QUEUE, CrossingPart.WORKS)
"""Parts of which silence says nothing: there may be neither a queue nor works."""


@dataclass(frozen=True, slots=True)
class CrossingSide:
    """What a row says of one side of the border."""

    country: str
    """The country on that side; empty where the row speaks of both."""
    post: Link | None
    """The post there, without a link on its own page; None but in the row that names the posts."""
    note: str
    """Region and clock, or that nothing is known; may be empty."""
    statements: tuple[StatementView, ...]
    """What is known, each statement with its sources and the day of its check."""


@dataclass(frozen=True, slots=True)
class CrossingRow:
    """One thing that a traveller asks."""

    title: str
    """What is asked."""
    sides: tuple[CrossingSide, ...]
    """The answers."""


def crossing_parts(page: Page, places: Iterable[Entry]) -> Iterable[PartView]:
    """Yield all that is known of the posts among `places` and of those opposite them."""
    pairs: dict[frozenset[str], list[Entry]] = {}
    for post in _posts(places):
        pair = _pair(page, post)
        pairs.setdefault(frozenset(entry.id for entry in pair), pair)
    if pairs:
        yield PartView(
            "crossing",
            _ANCHOR,
            page.heading(_ANCHOR, page.strings("crossing.title")),
            tuple(chain.from_iterable(_rows(page, pair) for pair in pairs.values())),
            wrapper="dl",
            notice=_notice(page, list(chain.from_iterable(pairs.values()))),
        )


def way_parts(page: Page, places: Iterable[Entry]) -> Iterable[PartView]:
    """Yield links to the posts among `places`, for those who pass them on their way."""
    posts = _posts(places)
    if posts:
        yield PartView(
            "link",
            _ANCHOR,
            page.heading(_ANCHOR, page.strings("crossing.on_the_way")),
            tuple(_link(page, post) for post in posts),
            wrapper="ul",
            intro=page.strings("crossing.ask"),
            notice=_notice(page, posts),
        )


def _posts(places: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in places if entry.record.kind is PlaceKind.BORDER]


def _crossing(post: Entry) -> Crossing:
    """Return what is known of a post: of some nothing is."""
    place: Place = post.record
    return place.crossing or Crossing()


def _pair(page: Page, post: Entry) -> list[Entry]:
    opposite = _crossing(post).opposite
    return [post, page.site.entry("places", opposite)] if opposite else [post]


def _region(page: Page, post: Entry) -> Region:
    return page.site.settings.regions[post.record.region]


def _country(page: Page, post: Entry) -> str:
    return country_name(page.language, _region(page, post).country)


def _notice(page: Page, posts: Sequence[Entry]) -> str:
    return stale_notice(
        page,
        [
            (check.day, page.strings(f"crossing.part.{check.loc[0]}"))
            for post in posts
            for check in old_checks(_crossing(post), page.today)
        ],
    )


def _rows(page: Page, posts: Sequence[Entry]) -> Iterator[CrossingRow]:
    yield CrossingRow(page.strings("crossing.sides"), tuple(_side(page, post) for post in posts))
    for part in CrossingPart:
        sides = tuple(_answers(page, posts, part))
        if sides:
            yield CrossingRow(page.strings(f"crossing.part.{part}"), sides)


def _side(page: Page, post: Entry) -> CrossingSide:
    region = _region(page, post)
    noon = dt.datetime.combine(page.today, dt.time(12), region.timezone)
    clock = page.strings("crossing.clock", offset=format_offset(noon))
    here = page.path == record_path(page.language, post.kind.name, post.id)
    return CrossingSide(
        _country(page, post),
        Link(page.text(post.record.title), "" if here else page.record_href(post)),
        f"{page.text(region.title)}, {clock}",
        (),
    )


def _answers(page: Page, posts: Sequence[Entry], part: CrossingPart) -> Iterator[CrossingSide]:
    """Yield what is known on each side, and say once of both where nothing is known at all."""
    known: list[list[CheckedStatement]] = [getattr(_crossing(post), part) for post in posts]
    unknown = "" if part in _ONLY_IF_KNOWN else page.strings("crossing.unknown")
    if not any(known):
        if unknown:
            yield CrossingSide("", None, unknown, ())
        return
    for post, statements in zip(posts, known, strict=True):
        if statements:
            yield CrossingSide(_country(page, post), None, "", page.statements(statements))
        elif unknown:
            yield CrossingSide(_country(page, post), None, unknown, ())


def _link(page: Page, post: Entry) -> NotedLink:
    """Return the link to what is known of a post, with the day of the oldest check."""
    title, href = page.text(post.record.title), f"{page.record_href(post)}#{_ANCHOR}"
    checks = list(iter_checks(_crossing(post)))
    if not checks:
        return NotedLink(title, href, "")
    day = min(check.day for check in checks)
    words = page.strings("statement.checked", date=format_day(page.strings, day))
    return NotedLink(title, href, words, day.isoformat())
