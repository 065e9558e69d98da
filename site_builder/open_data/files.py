"""The files of the open data: items with their JSON Schemas, tables, and the data package."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from site_builder.linker import Site
from site_builder.open_data.items import event_item, holiday_item, place_item
from site_builder.open_data.models import EventSet, HolidaySet, Licence, PlaceSet
from site_builder.open_data.package import data_package
from site_builder.open_data.tables import TABLES
from site_builder.outputs import OutputAsset
from site_builder.urls import OPEN_DATA_KINDS, open_data_path

__all__ = ["open_data"]

_SCHEMA = "https://json-schema.org/draft/2020-12/schema"


def open_data(site: Site, today: dt.date) -> Iterator[OutputAsset]:
    """Yield the files named in `OPEN_DATA_FILES`.

    Args:
        site: The linked content.
        today: The day around which the dates of holidays lie.
    """
    for kind in OPEN_DATA_KINDS:
        schema_url = f"{site.settings.url}{open_data_path(f'{kind}.schema.json')}"
        data = _data_set(site, kind, schema_url, today)
        yield _json(f"{kind}.json", data.model_dump(mode="json", by_alias=True))
        schema = type(data).model_json_schema(mode="serialization")
        yield _json(f"{kind}.schema.json", {"$schema": _SCHEMA, "$id": schema_url, **schema})
        yield OutputAsset(open_data_path(f"{kind}.csv"), TABLES[kind].csv(data.items))
    yield _json("datapackage.json", data_package(site))


def _data_set(
    site: Site, kind: str, schema_url: str, today: dt.date
) -> EventSet | PlaceSet | HolidaySet:
    settings, entries = site.settings, site.all(kind)
    licence = Licence(name=settings.licence, url=settings.licence_url)
    match kind:
        case "events":
            events = [event_item(site, entry) for entry in entries]
            return EventSet(schema_url=schema_url, licence=licence, items=events)
        case "places":
            places = [place_item(site, entry) for entry in entries]
            return PlaceSet(schema_url=schema_url, licence=licence, items=places)
        case _:
            holidays = [holiday_item(site, entry, today) for entry in entries]
            return HolidaySet(schema_url=schema_url, licence=licence, items=holidays)


def _json(name: str, data: Any) -> OutputAsset:
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return OutputAsset(open_data_path(name), f"{text}\n".encode())
