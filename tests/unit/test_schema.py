"""Rules inside one record, and the list of kinds."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from site_builder.languages import Language
from site_builder.schema.base import Model, Text
from site_builder.schema.events import Event
from site_builder.schema.holidays import Holiday
from site_builder.schema.kinds import FOLDERS, KINDS, TABLES
from site_builder.schema.parts import Point
from site_builder.schema.site import Region

TEXT = {"kk": "Той", "ru": "Той"}
PAGE = {"title": TEXT, "summary": TEXT, "sources": ["gazette"]}
EVENT = {**PAGE, "kind": "concert", "status": "planned", "scope": "astrakhan"}
POINT = {"lat": "46.2", "lon": "48.5", "sources": ["gazette"], "checked": "2026-11-22"}
BOX = {
    "title": TEXT,
    "timezone": "Europe/Astrakhan",
    "country": "RU",
    "south": "45",
    "west": "44",
    "north": "48",
    "east": "49",
}


def codes(model: type[Model], data: dict[str, Any]) -> list[str]:
    """Return the codes of all refusals, none if the record is right."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        return [details["type"] for details in error.errors()]
    return []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"start": "2027-03-21"}, []),
        ({"start": "2027-03-21", "end": "2027-03-21"}, []),
        ({"start": "2027-03-21", "end": "2027-03"}, []),
        ({"start": "2027", "end": "2027-03"}, []),
        ({"start": "2027-03-21", "end": "2027-03-20"}, ["end-before-start"]),
        ({"start": "2027-03-21", "end": "2027-02"}, ["end-before-start"]),
        ({"start": "2027", "end": "2026-12-31"}, ["end-before-start"]),
        ({"start": "2027-03-21", "start_time": "18:30", "end_time": "20:00"}, []),
        (
            {"start": "2027-03-21", "start_time": "18:30", "end_time": "18:30"},
            ["end-before-start"],
        ),
        (
            {
                "start": "2027-03-21",
                "end": "2027-03-22",
                "start_time": "18:30",
                "end_time": "02:00",
            },
            [],
        ),
        ({"start": "2027-03", "start_time": "18:30"}, ["time-without-day"]),
        ({"start": "2027-03", "end_time": "18:30"}, ["time-without-day"]),
    ],
)
def test_times_of_an_event(fields: dict[str, str], expected: list[str]) -> None:
    """The end comes after the start, an hour needs a day."""
    assert codes(Event, {**EVENT, **fields}) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"precision": "exact"}, []),
        ({"precision": "approximate", "radius_km": "2.5"}, []),
        ({"precision": "approximate"}, ["radius-and-precision"]),
        ({"precision": "exact", "radius_km": "2.5"}, ["radius-and-precision"]),
    ],
)
def test_an_area_has_a_radius_and_a_point_has_none(
    fields: dict[str, str], expected: list[str]
) -> None:
    """A circle without a size cannot be drawn."""
    assert codes(Point, {**POINT, **fields}) == expected


@pytest.mark.parametrize("radius", ["0", "-1"])
def test_a_radius_is_more_than_nothing(radius: str) -> None:
    """As a distance is."""
    assert codes(Point, {**POINT, "precision": "approximate", "radius_km": radius})


def test_a_listed_holiday_needs_dates() -> None:
    """Without them it would never come."""
    assert codes(Holiday, {**PAGE, "group": "folk", "rule": {"type": "listed"}}) == [
        "holiday-without-dates"
    ]
    assert (
        codes(Holiday, {**PAGE, "group": "folk", "rule": {"type": "fixed", "day": "03-22"}}) == []
    )


@pytest.mark.parametrize(("field", "value"), [("south", "48"), ("west", "49"), ("north", "-1")])
def test_a_region_is_a_box(field: str, value: str) -> None:
    """Nothing could lie in it."""
    assert codes(Region, BOX) == []
    assert codes(Region, {**BOX, field: value}) == ["empty-region"]


def test_a_text_gives_its_languages() -> None:
    """Each its own."""
    text = Text(kk="а", ru="б")
    assert (text[Language.KK], text[Language.RU]) == ("а", "б")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_all_models_refuse_unknown_fields_and_changes(kind: Any) -> None:
    """A misspelt field must not vanish; a record is the same wherever it is used."""
    assert kind.model.model_config["extra"] == "forbid"
    assert kind.model.model_config["frozen"]


def test_every_kind_has_one_place() -> None:
    """A folder or a table."""
    assert set(FOLDERS) | set(TABLES) == {kind.name for kind in KINDS}
    assert not set(FOLDERS) & set(TABLES)
    assert set(TABLES) == {"glossary", "sources", "media"}
