"""The page templates of the site, each with the address of one page that shows it."""

from __future__ import annotations

__all__ = ["ALL_PATHS", "LANGUAGES", "NOT_FOUND", "TEMPLATES", "other_language"]

LANGUAGES = ("kk", "ru")

TEMPLATES: dict[str, str] = {
    "home": "",
    "holidays": "holidays/",
    "holiday": "holidays/nauryz/",
    "events": "events/",
    "event": "events/2024-navruz/",
    "year": "archive/2024/",
    "calendar": "calendar/2027/",
    "places": "places/",
    "place": "places/kurmangazy-mausoleum/",
    "people": "people/",
    "person": "people/dina/",
    "organisations": "organisations/",
    "organisation": "organisations/zholdastyk/",
    "stories": "stories/",
    "story": "stories/bukey-horde/",
    "community": "stories/astrakhan-kazakhs/",
    "guides": "guides/",
    "guide": "guides/etiquette/",
    "routes": "routes/",
    "route": "routes/astrakhan-altynzhar/",
    "glossary": "glossary/",
    "sources": "sources/",
    "subscribe": "subscribe/",
    "road": "road/",
    "editor-fields": "editors/fields/events/",
    "editor-messages": "editors/messages/",
    "about": "about/",
    "privacy": "privacy/",
    "credits": "credits/",
    "editing": "editors/add-event/",
}
"""Paths below a language's root."""

NOT_FOUND = "/no/such/page/"
"""An address that leads nowhere, deep enough to break links that count from the page."""

ALL_PATHS: tuple[str, ...] = (
    "/",
    NOT_FOUND,
    "/both/people/kurmangazy/",
    "/both/stories/astrakhan-kazakhs/",
    "/both/events/2024-navruz/poster/",
    "/both/places/kurmangazy-mausoleum/leaflet/",
    "/ru/calendar/2027/poster/",
    "/offline/",
    *(f"/{language}/{path}" for language in LANGUAGES for path in TEMPLATES.values()),
)
"""One page of each template in each language, and documents without the theme."""


def other_language(language: str) -> str:
    """Return the site's other language."""
    return LANGUAGES[1 - LANGUAGES.index(language)]
