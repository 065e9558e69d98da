"""Makes the configuration of the form: which records there are, what their fields hold, where they are kept.

It keeps to what Sveltia CMS and Decap both read, so that a site may change from one to the other. Decap
passes over the settings that only Sveltia knows: `app_title`, `output`, `auth_methods`, `maxlength`. It has
no object of several `types` and no choice between `true` and `false`: these widgets would need others there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import yaml

from site_builder.languages import LANGUAGES, Language
from site_builder.linker import Site
from site_builder.schema.kinds import FOLDERS, TABLES, Kind
from site_builder.schema.site import Forge, Repository
from site_builder.urls import edit_url, record_path
from site_builder.web_form.widgets import WidgetMaker
from site_builder.web_form.words import in_both

__all__ = ["api_origin", "form_config", "write_config"]

_BACKENDS = {Forge.GITHUB: "github", Forge.GITLAB: "gitlab", Forge.FORGEJO: "gitea"}
_API = {Forge.GITHUB: "/api/v3", Forge.GITLAB: "/api/v4", Forge.FORGEJO: "/api/v1"}
_GITHUB = "https://github.com"
_GITHUB_API = "https://api.github.com"
_DATED = ("events",)


def form_config(site: Site, repository: Repository, logo: str) -> dict[str, Any]:
    """Return the configuration of the form.

    Args:
        site: The linked content: the form offers its sources, pictures and terms by name.
        repository: Where the content is kept.
        logo: The path of the site's logo.
    """
    maker = WidgetMaker(
        {table: _options(site, table) for table in TABLES},
        {table: edit_url(repository, f"content/{table}.yml") for table in TABLES},
    )
    return {
        "backend": _backend(repository),
        "app_title": in_both("form.title"),
        "logo_url": f"{urlsplit(site.settings.url).path}{logo}",
        "site_url": site.settings.url,
        "media_folder": "content/media",
        "public_folder": "/media",
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 60},
        "editor": {"preview": False},
        "output": {
            # Without these a save would write all the fields that nobody has filled in.
            "omit_empty_optional_fields": True,
            "yaml": {"indent_size": 2, "indent_sequences": True, "quote": "none"},
        },
        "collections": [_collection(kind, maker) for kind in FOLDERS.values()],
    }


def write_config(config: Mapping[str, Any]) -> bytes:
    """Return a configuration as the file that the form reads.

    The lists of sources and pictures stand in it once, however many fields offer them.
    """
    text = yaml.dump(config, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return str(text).encode()


def api_origin(repository: Repository) -> str:
    """Return the only other server that the form talks to: `https://api.github.com`."""
    return _GITHUB_API if repository.origin == _GITHUB else repository.origin


def _backend(repository: Repository) -> dict[str, Any]:
    origin, forge = repository.origin, repository.forge
    root = {} if origin == _GITHUB else {"api_root": f"{origin}{_API[forge]}"}
    home = {} if forge is Forge.GITHUB else {"base_url": origin}
    return {
        "name": _BACKENDS[forge],
        "repo": repository.path,
        "branch": repository.branch,
        **root,
        **home,
        # The other way in needs a server that keeps a secret.
        "auth_methods": ["token"],
    }


def _collection(kind: Kind, maker: WidgetMaker) -> dict[str, Any]:
    title = " · ".join(f"{{{{title.{language}}}}}" for language in reversed(LANGUAGES))
    year = "{{start | date('YYYY')}}-" if kind.name in _DATED else ""
    return {
        "name": kind.name,
        "label": in_both(f"kind.{kind.name}"),
        "folder": f"content/{kind.name}",
        "extension": "yml",
        "format": "yaml",
        "create": True,
        # Whatever names the record would lead nowhere.
        "delete": False,
        "identifier_field": "title.ru",
        "slug": f"{year}{{{{title.ru}}}}",
        "summary": title,
        "preview_path": record_path(Language.RU, kind.name, "{{slug}}"),
        "fields": maker.widgets(kind.model),
    }


def _options(site: Site, kind: str) -> list[dict[str, str]]:
    """Return the records of a table, to be chosen by name."""
    options = [{"label": _name(entry.record), "value": entry.id} for entry in site.all(kind)]
    return sorted(options, key=lambda option: option["label"])


def _name(record: Any) -> str:
    """Return what a record of a table is called."""
    for field in ("title", "term", "caption", "alt"):
        if name := getattr(record, field, None):
            return name if isinstance(name, str) else name[Language.RU]
    raise TypeError(type(record))
