"""The filters of lists of dates: what is asked, and what an item answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from site_builder.languages import sort_key
from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.schema.events import Event, EventKind
from site_builder.schema.holidays import Holiday
from site_builder.views.page import Page

__all__ = ["FilterView", "ItemTraits", "OptionView", "district", "item_traits", "view_filters"]


@dataclass(frozen=True, slots=True)
class OptionView:
    """One answer."""

    value: str
    """As it stands in the page's address."""
    title: str
    """In words."""


@dataclass(frozen=True, slots=True)
class FilterView:
    """A question with its answers."""

    name: str
    """As it stands in the page's address."""
    label: str
    """In words."""
    options: tuple[OptionView, ...]
    """The answers."""


@dataclass(frozen=True, slots=True)
class ItemTraits:
    """What an item answers to the filters; nothing where no source says."""

    kind: str
    """What happens; holidays have the kind of the events that celebrate them."""
    district: str
    """Id of the district or town."""
    language: str
    """Tags of the languages spoken there, with spaces between them."""


def district(site: Site, event: Event) -> Entry | None:
    """Return the district or town that an event's place stands in, the topmost that has a page."""
    return site.surroundings(event.place)[-1] if event.place else None


def item_traits(site: Site, record: Event | Holiday) -> ItemTraits:
    """Return what an event or a holiday answers to the filters."""
    if isinstance(record, Holiday):
        return ItemTraits(EventKind.HOLIDAY, "", "")
    entry = district(site, record)
    return ItemTraits(record.kind, entry.id if entry else "", " ".join(record.languages))


def view_filters(page: Page, traits: Iterable[ItemTraits]) -> tuple[FilterView, ...]:
    """Return the filters that leave something out of a list.

    Args:
        page: The page.
        traits: Those of the list's items.
    """
    found = list(traits)
    filters = (
        _filter(page, "kind", [item.kind for item in found], _kind_title),
        _filter(page, "district", [item.district for item in found], _district_title),
        _filter(page, "language", [item.language for item in found], _language_title),
    )
    return tuple(filter_ for filter_ in filters if filter_)


def _filter(
    page: Page, name: str, answers: list[str], title: Callable[[Page, str], str]
) -> FilterView | None:
    values = {value for answer in answers for value in answer.split()}
    if not values or all(values == set(answer.split()) for answer in answers):
        return None
    options = (OptionView(value, title(page, value)) for value in values)
    in_order = sorted(options, key=lambda option: (sort_key(option.title), option.value))
    return FilterView(name, page.strings(f"filter.{name}"), tuple(in_order))


def _kind_title(page: Page, kind: str) -> str:
    return page.strings(f"event.kind.{kind}")


def _district_title(page: Page, place: str) -> str:
    return page.text(page.site.entry("places", place).record.title)


def _language_title(page: Page, language: str) -> str:
    return page.strings(f"filter.language.{language}")
