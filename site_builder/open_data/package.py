"""The description of all files for machines: a Data Package (datapackage.org, version 2.0)."""

from __future__ import annotations

from typing import Any

from site_builder.languages import LANGUAGES
from site_builder.linker import Site
from site_builder.open_data.tables import TABLES, Table
from site_builder.ui_strings import load_strings
from site_builder.urls import OPEN_DATA_KINDS

__all__ = ["data_package"]

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def data_package(site: Site) -> dict[str, Any]:
    """Return the content of `datapackage.json`: one description in both languages."""
    settings = site.settings
    licences = dict.fromkeys(settings.licence[language] for language in LANGUAGES)
    return {
        "$schema": _PROFILE,
        "name": settings.host,
        "title": " · ".join(settings.title[language] for language in LANGUAGES),
        "description": "\n\n".join(
            f"{strings('data.title')}. {strings('data.csv_note')}"
            for strings in map(load_strings, LANGUAGES)
        ),
        "homepage": settings.url,
        "licenses": [{"path": settings.licence_url, "title": " · ".join(licences)}],
        "sources": _sources(site),
        "resources": [
            resource
            for kind in OPEN_DATA_KINDS
            for resource in (_table_resource(kind, TABLES[kind]), _json_resource(kind))
        ],
    }


def _sources(site: Site) -> list[dict[str, str]]:
    """Return the sources that the records of these kinds name."""
    used = sorted(
        {
            id_
            for kind in OPEN_DATA_KINDS
            for entry in site.all(kind)
            for target, id_ in site.links.get((kind, entry.id), ())
            if target == "sources"
        }
    )
    records = [site.entry("sources", id_).record for id_ in used]
    return [
        {"title": record.title} | ({"path": record.url} if record.url else {}) for record in records
    ]


def _table_resource(kind: str, table: Table) -> dict[str, Any]:
    fields = [{"name": column.name, "type": column.type} for column in table.columns]
    return {
        "name": kind,
        "type": "table",
        **_file(kind, "csv", "text/csv"),
        "schema": {"fields": fields, "primaryKey": list(table.key)},
    }


def _json_resource(kind: str) -> dict[str, Any]:
    return {"name": f"{kind}-json", **_file(kind, "json", "application/json")}


def _file(kind: str, format_: str, media_type: str) -> dict[str, Any]:
    return {
        "path": f"{kind}.{format_}",
        "title": " · ".join(load_strings(language)(f"kind.{kind}") for language in LANGUAGES),
        "format": format_,
        "mediatype": media_type,
        "encoding": "utf-8",
    }
