"""Settings of the site: its address, its repository, the regions of its places."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from site_builder.schema.base import Model, OrganisationId, PlaceId, StoryId, Text
from site_builder.schema.scalars import (
    Decimal,
    FileName,
    Id,
    Integer,
    Line,
    TileUrl,
    Timezone,
    Url,
)

__all__ = ["Country", "Forge", "Region", "Repository", "SearchEngine", "SiteSettings", "Tiles"]


class Country(StrEnum):
    """A country that the site tells of, by its code of ISO 3166-1."""

    KZ = "KZ"
    RU = "RU"


class Region(Model):
    """A region and the box that its points must lie in, in degrees."""

    title: Text
    """Its name."""
    timezone: Timezone
    """What its clocks show: `Europe/Astrakhan`."""
    country: Country
    """The country that it belongs to: `KZ` or `RU`."""
    south: Decimal
    """Smallest latitude."""
    west: Decimal
    """Smallest longitude."""
    north: Decimal
    """Largest latitude."""
    east: Decimal
    """Largest longitude."""

    @model_validator(mode="after")
    def _is_a_box(self) -> Region:
        if self.south >= self.north or self.west >= self.east:
            raise PydanticCustomError("empty-region", "the region's box is empty")
        return self


class Forge(StrEnum):
    """The software of the place where the content is kept; it decides about addresses."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"


class Repository(Model):
    """Where the content is kept: pages link to it, and the web form works on it."""

    forge: Forge
    """`github`, `gitlab` or `forgejo` (Codeberg and others, Gitea too)."""
    url: Url
    """The repository's own page, without a slash at the end."""
    branch: FileName = "main"
    """The branch that the site is built from."""

    @property
    def origin(self) -> str:
        """The address of the server: `https://github.com`."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def path(self) -> str:
        """The repository's name on its server: `owner/name`."""
        return urlsplit(self.url).path.strip("/")

    @model_validator(mode="after")
    def _the_address_names_a_repository(self) -> Repository:
        if "/" not in self.path or self.url.endswith("/") or urlsplit(self.url).query:
            raise PydanticCustomError("bad-repository-url", "owner and name", {"at": "url"})
        return self


class Tiles(Model):
    """The detailed map, from a server of somebody else: fetched only when a visitor asks for it."""

    url: TileUrl
    """The address of a picture, with `{z}`, `{x}` and `{y}` where its zoom level and place go."""
    provider: Line
    """Whose server it is, by the name that visitors know."""
    credit: Text
    """Whom to name on the map."""
    credit_url: Url
    """Where its licence is."""
    max_zoom: Annotated[Integer, Field(ge=1, le=22)] = 19
    """The largest zoom level that the server has."""


class SearchEngine(StrEnum):
    """What searches the site's pages."""

    BUILT_IN = "built-in"
    PAGEFIND = "pagefind"


class SiteSettings(Model):
    """`site.yml`."""

    title: Text
    """The site's name."""
    description: Text
    """One sentence for search engines and previews."""
    url: Url
    """The address that the site is published at, with a slash at the end."""
    repository: Repository | None = None
    """Where the content is kept. Without it there is neither an edit link nor a web form."""
    licence: Text
    """The licence of the texts."""
    licence_url: Url
    """Where to read it."""
    regions: Annotated[dict[Id, Region], Field(min_length=1)]
    """Regions by id."""
    community: StoryId
    """The story that tells about the community."""
    society: OrganisationId
    """The society that the home page presents."""
    mausoleums: list[PlaceId]
    """The places that the home page presents, in order."""

    distances_from: PlaceId | None = None
    """The place that distances and bearings are counted from; it needs a point."""
    distances_from_words: Text | None = None
    """Its name as it stands before a distance: «Астраханнан», «от Астрахани»."""
    tiles: Tiles | None = None
    """The detailed map. Without it pages offer only the site's own base layer."""
    search: SearchEngine = SearchEngine.BUILT_IN
    """What searches the pages: `pagefind` for a site of many hundreds, from which a reader then fetches only a part of the index."""

    @property
    def host(self) -> str:
        """The name of the site's server as networks write it, in ASCII."""
        return (urlsplit(self.url).hostname or "").encode("idna").decode()

    @model_validator(mode="after")
    def _distances_have_words(self) -> SiteSettings:
        if (self.distances_from is None) != (self.distances_from_words is None):
            raise PydanticCustomError(
                "distances-without-words",
                "place and words belong together",
                {"at": "distances_from"},
            )
        return self

    @model_validator(mode="after")
    def _the_address_is_a_folder(self) -> SiteSettings:
        if not self.url.endswith("/") or "?" in self.url or "#" in self.url:
            raise PydanticCustomError(
                "site-url-without-slash", "the address must end with /", {"at": "url"}
            )
        return self
