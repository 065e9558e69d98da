"""Parts that views of several kinds share. All strings are ready to show.

`html`, `body` and `citations` are safe HTML; everything else is plain text that templates escape.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from site_builder.views.passages import TranslationNote
from site_builder.views.picture_parts import Picture

__all__ = [
    "AddView",
    "Card",
    "CardGroup",
    "FactRow",
    "FactValue",
    "GeoFileLink",
    "Link",
    "LinkGroup",
    "MapView",
    "NotedLink",
    "PartView",
    "PointView",
    "RecordView",
    "RoadPanel",
    "ShareView",
    "SourceNote",
    "TakeAlongView",
    "TermNote",
]


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page of the site."""

    title: str
    """The words of the link."""
    href: str
    """Relative to the page that shows it."""


@dataclass(frozen=True, slots=True)
class NotedLink:
    """A name, perhaps with a link, and what it has to do with the page."""

    title: str
    """The name."""
    href: str
    """Relative link; empty where there is no page."""
    note: str
    """A few words; may be empty."""
    datetime: str = ""
    """ISO form of the date in the note; may be empty."""


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links under a heading."""

    title: str
    """The heading."""
    links: tuple[NotedLink, ...]
    """The links, sorted."""


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source in the list at the end of a page."""

    number: int
    """The number in the brackets."""
    title: str
    """Its title."""
    language: str
    """Language of the title, a BCP 47 tag."""
    publisher: str
    """Who published it."""
    href: str
    """Where to read it; empty if not on the web."""
    details: str
    """What sort of source it is, when it was published and last read."""


@dataclass(frozen=True, slots=True)
class FactValue:
    """A value in the facts box."""

    html: str
    """The value, safe HTML."""
    note: str
    """What a reader needs to know about it; may be empty."""
    citations: str
    """Numbers that lead to those who give it."""
    href: str = ""
    """Where the value leads: a page, a telephone number; may be empty."""
    datetime: str = ""
    """ISO form of a date or time; may be empty."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """A row of the facts box."""

    label: str
    """What it is."""
    values: tuple[FactValue, ...]
    """The value to show first, then those of sources that disagree."""
    is_searched: bool = False
    """Readers look for its label: «when was she born»; others are on every page of their kind."""


@dataclass(frozen=True, slots=True)
class PointView:
    """A point for the map and for the words beside it."""

    lat: str
    """Latitude in degrees, five decimals."""
    lon: str
    """Longitude in degrees, five decimals."""
    degrees: str
    """Both in degrees, minutes and seconds, in words of the language."""
    radius_m: str
    """Radius of the area in metres; empty for an exact point."""
    precision: str
    """How exact the point is, in words."""
    checked: str
    """When it was last checked, in words."""
    distance: str
    """How far it is from the place that distances are counted from, and in what direction; empty
    for that place itself."""
    citations: str = ""
    """Numbers that lead to those who give the point; empty on lists."""


@dataclass(frozen=True, slots=True)
class Card:
    """A record in a list."""

    id: str
    """The card's anchor: kind and id, so that no two on a page are the same."""
    title: str
    """Its name."""
    href: str
    """Its page."""
    label: str
    """What it is or when it is, in a few words."""
    summary: str
    """One or two sentences."""
    datetime: str = ""
    """ISO form of the date in the label; may be empty."""
    kind: str = ""
    """The place's kind, for its pin; empty for other records."""
    point: PointView | None = None
    """Where it is on the map, if a source says."""
    picture: Picture | None = None
    """Its first picture; None where there is none."""
    next_event: NotedLink | None = None
    """The next event at the place; None where none is known."""


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Cards under a heading."""

    anchor: str
    """The heading's `id`."""
    title: str
    """The heading."""
    cards: tuple[Card, ...]
    """The cards, sorted."""


@dataclass(frozen=True, slots=True)
class MapView:
    """A map that is drawn when it scrolls near."""

    label: str
    """What the map shows, for screen readers."""
    script: str
    """The name of the script that draws it, among those of maps."""
    assets: str
    """Link to the folder of its styles."""
    drawing: str
    """The same map as a drawing, SVG: for paper, and until the script has drawn its own."""
    way_note: str
    """What the line between stops is; empty where there is none."""
    detail_note: str
    """Where the detailed map comes from; empty without a server of it."""


@dataclass(frozen=True, slots=True)
class PartView:
    """A titled part of a record's page. Both languages have the same parts and items."""

    kind: str
    """The macro of `items.html` that shows an item."""
    anchor: str
    """The heading's `id`."""
    title: str
    """The heading."""
    items: tuple[Any, ...]
    """What it consists of, a view each; those of one part are of the same class."""
    wrapper: str = "div"
    """The HTML element around the items: `div`, `ul`, `ol` or `table`."""
    intro: str = ""
    """A sentence before the items; may be empty."""
    notice: str = ""
    """What a reader must know before the items, such as that they are old; may be empty."""
    figure: str = ""
    """A drawing that says the same as the items, SVG; may be empty."""
    map: MapView | None = None
    """The map; None where there is nothing to show on it."""
    shown: int = 0
    """How many items are shown before the rest is folded away; 0 for all."""


@dataclass(frozen=True, slots=True)
class TermNote:
    """A term of the glossary, explained on the page that uses it."""

    id: str
    """The term's id."""
    term: str
    """The word."""
    meaning: str
    """One sentence."""
    href: str
    """Its place in the glossary."""


@dataclass(frozen=True, slots=True)
class AddView:
    """The ways into a calendar."""

    file_href: str
    """The calendar file, which phones and computers open with their calendar."""
    google_href: str
    """Google's form, filled in."""
    outlook_href: str
    """Outlook's form, filled in; empty for what comes again, which it cannot take."""
    subscribe_href: str
    """The page that offers whole calendars."""
    until: str
    """ISO form of the moment at which there is nothing to add any more; may be empty."""
    note: str
    """What to know before adding it; may be empty."""
    assets: str
    """Link to the folder of styles and scripts."""


@dataclass(frozen=True, slots=True)
class ShareView:
    """A message in both languages, and where to send it."""

    message: str
    """What, when, where, and the link; plain text of several lines."""
    whatsapp_href: str
    """Opens WhatsApp with the message."""
    telegram_href: str
    """Opens Telegram with the message."""


@dataclass(frozen=True, slots=True)
class RoadPanel:
    """The button that saves the pilgrims' pack, and the line that says what is saved."""

    assets: str
    """Link to the folder of styles and scripts."""
    page_href: str
    """The page about the pack; empty on that page."""


@dataclass(frozen=True, slots=True)
class GeoFileLink:
    """A link to a file with points."""

    href: str
    """The file."""
    type: str
    """Its media type."""
    format: str
    """What the format is called in every language."""
    use: str
    """What it is for."""


@dataclass(frozen=True, slots=True)
class TakeAlongView:
    """Files with the points of a page, and the way to take the page to a phone."""

    intro: str
    """What the files hold; empty without files."""
    files: tuple[GeoFileLink, ...]
    """The same in each format; none where no source gives a point."""
    code: str
    """A code with the page's address, SVG."""
    assets: str
    """Link to the folder of styles and scripts, with a slash."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """What the page of every record shows."""

    title: str
    """The heading."""
    other_title: str
    """The name in the other language; empty if it is the same."""
    other_language: str
    """The other language's tag."""
    latin: str
    """The name in Latin letters; may be empty."""
    label: str
    """What it is, in a few words."""
    notice: str
    """What a reader must know before anything else, such as that it is cancelled; may be empty."""
    summary: str
    """One or two sentences, for search engines and previews."""
    lead: str
    """The same with its terms explained, safe HTML."""
    citations: str
    """Numbers that lead to those who say it."""
    caution: str
    """Words of caution where the sources are weak; else empty."""
    breadcrumbs: tuple[Link, ...]
    """The way from the home page to here."""
    picture: Picture | None
    """The first picture, shown above the text; None where there is none."""
    facts: tuple[FactRow, ...]
    """The facts box."""
    parts: tuple[PartView, ...]
    """The text, in the order in which a reader asks."""
    related: tuple[LinkGroup, ...]
    """Records that name this one or that it names."""
    terms: tuple[TermNote, ...]
    """Terms of the glossary that the page uses, in the order of their first use."""
    sources: tuple[SourceNote, ...]
    """Sources, in the order of their numbers."""
    checked: str
    """When all of it was last checked, in words; may be empty."""
    translation: TranslationNote | None
    """That some short texts are older than the other language's; None where none is."""
    side_by_side_href: str
    """The page that shows both languages side by side."""
    edit_links: tuple[Link, ...]
    """Where to edit the record: its file, then the web form; may be empty."""
    add: AddView | None = None
    """The ways into a calendar; None where there is nothing to add."""
    share: ShareView | None = None
    """The message that sends the page to others; None for kinds that have none."""
    sheet_link: Link | None = None
    """The sheet to print; None where there is none."""
    road: RoadPanel | None = None
    """The button that saves pages for the road; None on pages that are not about travelling."""
    take_along: TakeAlongView | None = None
    """Files with the points of its map; None where it has none."""
