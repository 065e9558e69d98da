"""The only place that knows the site's addresses.

A path is a URL below the site's root, without a leading slash; a page's path ends in a slash. Both
languages have the same tree: `kk/…` and `ru/…`.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from site_builder.languages import Language
from site_builder.schema.kinds import FOLDERS
from site_builder.schema.site import Forge, Repository

__all__ = [
    "ASSETS",
    "BASEMAP",
    "GEO_FORMATS",
    "NEWS_FEEDS",
    "OFFLINE_PAGE",
    "OPEN_DATA_FILES",
    "OPEN_DATA_KINDS",
    "RESERVED_ANCHORS",
    "SERVICE_WORKER",
    "WEB_FORM",
    "WEB_MANIFEST",
    "WEB_SCHEMES",
    "OpenDataFile",
    "alternate_path",
    "calendar_file_path",
    "calendar_path",
    "edit_url",
    "editor_fields_path",
    "editor_messages_path",
    "event_poster_path",
    "feed_path",
    "file_path",
    "geo_collection_path",
    "geo_file_path",
    "home_path",
    "icon_path",
    "is_reserved_anchor",
    "list_path",
    "map_script_name",
    "news_path",
    "open_data_path",
    "picture_path",
    "place_leaflet_path",
    "record_link",
    "record_path",
    "relative_url",
    "report_url",
    "road_path",
    "search_index_path",
    "share_image_path",
    "side_by_side_path",
    "subscribe_path",
    "web_form_path",
    "year_path",
    "year_poster_path",
]

ASSETS = "assets"
"""The folder of all that is no page, no feed and no data."""


RESERVED_ANCHORS = frozenset(
    [
        "activities",
        "contact",
        "content",
        "crossing",
        "guides",
        "map",
        "phrases",
        "places",
        "terms",
        "timeline",
        "vision-panel",
        "facts",
        "getting-there",
        "visiting",
        "works",
        "people",
        "leaders",
        "changes",
        "dates",
        "events",
        "kept-holidays",
        "law",
        "navigate",
        "next-dates",
        "observance",
        "customs",
        "greetings",
        "stops",
        "take-along",
        "pictures",
        "related",
        "sources",
    ]
)
"""Anchors that the templates use themselves; see also `is_reserved_anchor`."""
WEB_SCHEMES = ("https://", "http://", "mailto:", "tel:")
"""How links to somewhere else begin."""
NEWS_FEEDS = {"atom.xml": "application/atom+xml", "feed.json": "application/feed+json"}
"""The feeds of news by name, with their media types."""
GEO_FORMATS = {
    "gpx": "application/gpx+xml",
    "kml": "application/vnd.google-earth.kml+xml",
    "geojson": "application/geo+json",
}
"""The formats of files for maps by their ending, with their media types."""
BASEMAP = "api/basemap.geojson"
"""The path of the base layer for those who want to use it: its licence asks that it can be had."""
SERVICE_WORKER = "sw.js"
"""The path of the script that keeps pages for the road; at the root, whose pages it serves."""
WEB_MANIFEST = "site.webmanifest"
"""The path of what a phone must know to put the site on its home screen."""
WEB_FORM = "admin/"
"""The path of the form in which editors change records in the browser."""
OFFLINE_PAGE = "offline/"
"""The path of the page, in both languages, that stands in for one that was not kept."""
OPEN_DATA_KINDS = ("events", "places", "holidays")
"""The kinds of records that are published as open data."""


@dataclass(frozen=True, slots=True)
class OpenDataFile:
    """A file of the open data, for pages that offer it."""

    name: str
    """What `open_data_path` takes."""
    format: str
    """What the format is called in every language."""
    kind: str = ""
    """The kind of its records; empty for the file that describes all others."""


OPEN_DATA_FILES = (
    *(
        OpenDataFile(f"{kind}.{ending}", format_, kind)
        for kind in OPEN_DATA_KINDS
        for ending, format_ in (("json", "JSON"), ("schema.json", "JSON Schema"), ("csv", "CSV"))
    ),
    OpenDataFile("datapackage.json", "Data Package"),
)
_PAGES = frozenset((*FOLDERS, "glossary", "sources"))


def is_reserved_anchor(anchor: str) -> bool:
    """Tell whether an anchor is one of the templates' own: a part, a source, a term."""
    return anchor in RESERVED_ANCHORS or anchor.startswith(("source-", "term-"))


def record_link(target: str) -> tuple[str, str, str] | None:
    """Return kind, id and anchor of a link such as `people/dina` or `places/altynzhar#map`.

    None for anything else, and for kinds whose records have no page to link to.
    """
    record, _, anchor = target.partition("#")
    kind, _, id_ = record.partition("/")
    return (kind, id_, anchor) if kind in _PAGES and id_ else None


def home_path(language: Language) -> str:
    """Return the path of the home page."""
    return f"{language}/"


def list_path(language: Language, kind: str) -> str:
    """Return the path of the page that lists a kind, or holds a table."""
    return f"{language}/{kind}/"


def record_path(language: Language, kind: str, id_: str) -> str:
    """Return the path of a record's own page."""
    return f"{language}/{kind}/{id_}/"


def side_by_side_path(kind: str, id_: str) -> str:
    """Return the path of the page that shows a record in both languages side by side."""
    return f"both/{kind}/{id_}/"


def year_path(language: Language, year: int) -> str:
    """Return the path of the list of a year's events.

    It is no part of `events/`, because an event's id may be a year.
    """
    return f"{language}/archive/{year}/"


def calendar_path(language: Language, year: int) -> str:
    """Return the path of the calendar of a year."""
    return f"{language}/calendar/{year}/"


def year_poster_path(language: Language, year: int) -> str:
    """Return the path of the sheet with a year's holidays."""
    return f"{language}/calendar/{year}/poster/"


def event_poster_path(id_: str) -> str:
    """Return the path of an event's poster, in both languages."""
    return f"both/events/{id_}/poster/"


def subscribe_path(language: Language) -> str:
    """Return the path of the page that offers the calendars."""
    return f"{language}/subscribe/"


def feed_path(edition: str, name: str) -> str:
    """Return the path of a calendar to subscribe to.

    Args:
        edition: `kk`, `ru`, or `both` for one with both languages in each entry.
        name: The calendar's name: `all`, `kind-concert`, `place-altynzhar`, `holidays-faith`.
    """
    return f"{edition}/calendars/{name}.ics"


def calendar_file_path(language: Language, kind: str, id_: str) -> str:
    """Return the path of the calendar file of one event or holiday."""
    return f"{language}/{kind}/{id_}.ics"


def news_path(language: Language, name: str) -> str:
    """Return the path of a feed of news: `atom.xml` or `feed.json`."""
    return f"{language}/{name}"


def open_data_path(name: str) -> str:
    """Return the path of a file of the open data: `events.json`."""
    return f"api/{name}"


def geo_file_path(kind: str, id_: str, ending: str) -> str:
    """Return the path of the file with one place or route, in both languages.

    Args:
        kind: `places` or `routes`.
        id_: Its id.
        ending: One of `GEO_FORMATS`.
    """
    return f"both/{kind}/{id_}.{ending}"


def geo_collection_path(ending: str) -> str:
    """Return the path of the file with all places, in both languages."""
    return f"both/places.{ending}"


def place_leaflet_path(id_: str) -> str:
    """Return the path of the sheet about a mausoleum for the road, in both languages."""
    return f"both/places/{id_}/leaflet/"


def editor_fields_path(language: Language, kind: str = "") -> str:
    """Return the path of the page about the fields of a kind; without one, of the list of kinds."""
    return f"{language}/editors/fields/{kind and f'{kind}/'}"


def editor_messages_path(language: Language) -> str:
    """Return the path of the page that explains the messages of the check."""
    return f"{language}/editors/messages/"


def road_path(language: Language) -> str:
    """Return the path of the page about what to take along on the road."""
    return f"{language}/road/"


def search_index_path(language: Language) -> str:
    """Return the path of what the search of a language knows of its pages: where Material 9.8 looks for it."""
    return f"{language}/search/search_index.json"


def alternate_path(path: str) -> str:
    """Return the path of the same page in the other language."""
    language, _, rest = path.partition("/")
    return f"{Language(language).other}/{rest}"


def map_script_name(name: str, language: Language) -> str:
    """Return the name of a map's script, among those in the folder `maps` of what pages load."""
    return f"{name}-{language}"


def picture_path(id_: str, fingerprint: str, width: int, suffix: str) -> str:
    """Return the path of a picture in one of its sizes and formats.

    Args:
        id_: The id of its record.
        fingerprint: Eight digits that are others as soon as the picture is another. The service
            worker knows by them what is the same picture, see `offline/sw.js`.
        width: Pixels.
        suffix: The ending that names the format.
    """
    return f"{ASSETS}/pictures/{id_}-{fingerprint}-{width}.{suffix}"


def share_image_path(path: str) -> str:
    """Return the path of the picture that messengers show beside a link to the page `path`."""
    return f"{ASSETS}/share/{path.rstrip('/')}.png"


def icon_path(name: str) -> str:
    """Return the path of an icon of the site for a phone's home screen."""
    return f"{ASSETS}/icons/{name}.png"


def web_form_path(kind: str, id_: str) -> str:
    """Return the path of a record in the web form, whose script reads what stands after the `#`."""
    return f"{WEB_FORM}#/collections/{kind}/entries/{id_}"


def file_path(path: str) -> str:
    """Return the file that a path stands for: a page is the index of its folder."""
    return f"{path}index.html" if not path or path.endswith("/") else path


def relative_url(here: str, target: str) -> str:
    """Return the link from the page `here` to `target`, a path with or without `#anchor`."""
    path, hash_, anchor = target.partition("#")
    if path == here:
        return f"#{anchor}" if hash_ else "./"
    start, end = here.split("/")[:-1], path.split("/")
    common = 0
    for ours, theirs in zip(start, end[:-1], strict=False):
        if ours != theirs:
            break
        common += 1
    way = "../" * (len(start) - common) + "/".join(end[common:])
    return f"{way or './'}{hash_}{anchor}"


_EDIT = {Forge.GITHUB: "edit", Forge.GITLAB: "-/edit", Forge.FORGEJO: "_edit"}
_NEW_ISSUE = {Forge.GITHUB: "issues/new", Forge.GITLAB: "-/issues/new", Forge.FORGEJO: "issues/new"}
_FORMS = ".github/ISSUE_TEMPLATE"
"""Where the forms for reports lie in the repository; Forgejo looks there too."""


def edit_url(repository: Repository, file: str) -> str:
    """Return the address that opens a file of the repository for editing in the browser.

    Args:
        repository: Where the content is kept.
        file: The file's path: `content/events/nauryz-2027.yml`.
    """
    return f"{repository.url}/{_EDIT[repository.forge]}/{repository.branch}/{file}"


def report_url(
    repository: Repository, language: Language, subject: str, page: str, text: str
) -> str:
    """Return the address that opens a report of a mistake, filled in.

    GitHub and Forgejo have forms with fields of their own; GitLab has one text.

    Args:
        repository: Where the content is kept.
        language: The language of the form.
        subject: The heading of the report.
        page: The full address of the page with the mistake; empty where nobody knows it.
        text: All that the report asks, for forges without forms.
    """
    form = f"mistake-{language}.yml"
    fields = {
        Forge.GITHUB: {"template": form, "title": subject, "page": page},
        Forge.FORGEJO: {"template": f"{_FORMS}/{form}", "title": subject, "field:page": page},
        Forge.GITLAB: {"issue[title]": subject, "issue[description]": text},
    }[repository.forge]
    return f"{repository.url}/{_NEW_ISSUE[repository.forge]}?{urlencode(fields)}"
