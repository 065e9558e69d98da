"""Open data: files that agree with the schemas beside them, tables that are no programs."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from site_builder.build import BuildOptions, build_site
from site_builder.linker import Site
from site_builder.open_data.files import open_data
from site_builder.urls import BASEMAP, OPEN_DATA_FILES, OPEN_DATA_KINDS, open_data_path
from tests.feeds.content import HOSTILE, event_file, full_site, site_of
from tests.support import FULL_CONTENT, TODAY

HERE = Path(__file__).parent
PLACE = """\
title: {kk: '=1+1', ru: '@SUM(A1)'}
summary: {kk: "-2 градус, \\"суық\\"", ru: 'Обычный; текст'}
kind: museum
region: astrakhan
located_in: {kk: Ауыл, ru: Село}
phone: "+7 8512 00-00-00"
point: {lat: 46.5, lon: 48.25, precision: exact, sources: [gazette], checked: 2026-11-22}
sources: [gazette]
"""


def files(site: Site, today: dt.date = TODAY) -> dict[str, bytes]:
    """Return all files by name."""
    return {asset.path.removeprefix("api/"): asset.data for asset in open_data(site, today)}


def read_json(site: Site, name: str) -> Any:
    return json.loads(files(site)[name])


def item(site: Site, kind: str, id_: str) -> Any:
    return next(found for found in read_json(site, f"{kind}.json")["items"] if found["id"] == id_)


def read_csv(site: Site, kind: str) -> list[dict[str, str]]:
    """Return the rows of a table as a program reads them that knows RFC 4180 and nothing of us."""
    data = files(site)[f"{kind}.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


@pytest.fixture(scope="module")
def full() -> Site:
    return full_site()


@pytest.mark.parametrize("file", OPEN_DATA_FILES, ids=lambda file: file.name)
def test_the_files_of_every_field(file: Any, full: Site, request: pytest.FixtureRequest) -> None:
    data = files(full)[file.name]
    golden = HERE / "golden" / file.name
    if request.config.getoption("--update-golden"):
        golden.write_bytes(data)
    assert data == golden.read_bytes()


def test_the_list_of_files_is_complete() -> None:
    result = build_site(FULL_CONTENT, BuildOptions(TODAY))
    made = {path for path in result.paths if path.startswith("api/")}
    assert made == {BASEMAP, *(open_data_path(file.name) for file in OPEN_DATA_FILES)}


@pytest.mark.parametrize("kind", OPEN_DATA_KINDS)
def test_the_data_agree_with_their_own_schema(kind: str, full: Site) -> None:
    schema, data = read_json(full, f"{kind}.schema.json"), read_json(full, f"{kind}.json")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    validator.validate(data)
    assert schema["$id"] == data["$schema"] == f"https://full.example/sub/api/{kind}.schema.json"
    assert [found["id"] for found in data["items"]] == [entry.id for entry in full.all(kind)]
    # The schema holds the data in both directions: nothing less, nothing more, nothing else.
    first = data["items"][0]
    for wrong in (
        {key: value for key, value in first.items() if key != "title"},
        first | {"extra": 1},
        first | {"modified": "22.11.2026"},
        first | {"title": {"kk": "Той"}},
    ):
        assert not validator.is_valid(data | {"items": [wrong]})


def test_every_field_of_a_schema_says_what_it_is(full: Site) -> None:
    for kind in OPEN_DATA_KINDS:
        schema = read_json(full, f"{kind}.schema.json")
        for model in (schema, *schema["$defs"].values()):
            assert model["description"]
            for name, field in model.get("properties", {}).items():
                # A reference says it where it leads to.
                assert "description" in field or "$ref" in field, name


def test_an_event_tells_moments_with_their_offsets(full: Site) -> None:
    club = item(full, "events", "monthly-club")
    assert (club["timezone"], club["start_time"]) == ("Asia/Oral", "11:00")
    assert (club["starts_at"], club["ends_at"]) == ("2026-11-28T11:00:00+05:00", None)
    weekly = item(full, "events", "weekly-class")
    assert weekly["ends_at"] == "2026-11-24T20:00:00+04:00"
    assert weekly["repeats"]["weekdays"] == ["tuesday", "thursday"]
    assert weekly["repeats"]["moved"][0]["to"] == "2026-12-18"
    moved = item(full, "events", "moved-event")
    assert moved["moved_from"] == {"start": "2027-01-13", "start_time": "18:00"}
    assert [change["day"] for change in moved["changes"]] == ["2026-11-20"]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2027", ("2027", "year", "2027-01-01", "2027-12-31")),
        ("2027-02", ("2027-02", "month", "2027-02-01", "2027-02-28")),
        ("2027-02-03", ("2027-02-03", "day", "2027-02-03", "2027-02-03")),
        ("2027~", ("2027~", "year", "2027-01-01", "2027-12-31")),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(
    start: str, expected: tuple[str, ...], tmp_path: Path
) -> None:
    text = event_file().replace("2027-03-21", start).replace("start_time: 18:30\n", "")
    event = item(site_of(tmp_path, {"a": text}), "events", "a")
    names = ("edtf", "precision", "earliest", "latest")
    assert event["start"] == dict(zip(names, expected, strict=True))
    assert event["starts_at"] is None


def test_a_holiday_tells_how_certain_each_of_its_dates_is(full: Site) -> None:
    dates = item(full, "holidays", "full-holiday")["dates"]
    assert [
        (date["first"], date["last"], date["state"], date["margin_days"]) for date in dates
    ] == [
        ("2024-06-16", "2024-06-18", "calculated", 1),
        ("2025-06-06", "2025-06-08", "held", 0),
        ("2026-05-27", "2026-05-29", "calculated", 1),
        ("2027-05-17", "2027-05-19", "announced", 0),
        ("2028-05-05", "2028-05-07", "calculated", 1),
        ("2029-04-24", "2029-04-26", "calculated", 1),
        ("2030-04-13", "2030-04-15", "calculated", 1),
        ("2031-04-02", "2031-04-04", "calculated", 1),
    ]
    assert item(full, "holidays", "full-holiday")["russia"]["day_off"] is False
    changed = item(full, "holidays", "changed")["dates"]
    assert [date["first"] for date in changed[:3]] == ["2024-08-30", "2025-08-30", "2027-03-15"]
    assert {date["state"] for date in changed} == {"by-rule"}
    assert item(full, "holidays", "undated")["dates"] == []


def test_a_point_tells_how_exact_it_is(full: Site) -> None:
    point = item(full, "places", "full-place")["point"]
    assert (point["lat"], point["lon"]) == (46.27541, 48.50625)
    assert (point["precision"], point["radius_km"]) == ("approximate", 0.5)
    assert (point["checked"], [source["id"] for source in point["sources"]]) == (
        "2026-11-21",
        ["first"],
    )


def test_tables_say_the_same_as_the_items(full: Site) -> None:
    for kind in ("events", "places"):
        rows, items = read_csv(full, kind), read_json(full, f"{kind}.json")["items"]
        for row, found in zip(rows, items, strict=True):
            for name in ("id", "kind", "modified"):
                assert row[name] == found[name]
            for language in ("kk", "ru"):
                for name in ("title", "summary", "url"):
                    assert row[f"{name}_{language}"] == found[name][language]
    event = next(row for row in read_csv(full, "events") if row["id"] == "full-event")
    assert (event["start"], event["end"]) == ("2027-03-21", "2027-03-22")
    assert event["starts_at"] == "2027-03-21T18:30:00+04:00"
    assert (event["organisers"], event["venue_ru"]) == ("full-organisation", "Большой зал")
    rows = read_csv(full, "holidays")
    dates = [
        (found["id"], date["first"], date["last"], date["state"], str(date["margin_days"]))
        for found in read_json(full, "holidays.json")["items"]
        for date in found["dates"]
    ]
    names = ("id", "first", "last", "state", "margin_days")
    assert [tuple(row[name] for name in names) for row in rows] == dates
    ait = next(row for row in rows if row["id"] == "full-holiday")
    assert (ait["day_off_kazakhstan"], ait["day_off_russia"]) == ("true", "false")


def test_a_spreadsheet_takes_no_text_for_a_formula(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"a": event_file(HOSTILE)}, {"places/museum.yml": PLACE})
    event = read_csv(site, "events")[0]
    assert event["title_kk"] == f"'{HOSTILE}"
    assert item(site, "events", "a")["title"]["kk"] == HOSTILE
    museum = next(row for row in read_csv(site, "places") if row["id"] == "museum")
    assert museum["title_kk"] == "'=1+1"
    assert museum["title_ru"] == "'@SUM(A1)"
    assert museum["summary_kk"] == '\'-2 градус, "суық"'
    assert museum["summary_ru"] == "Обычный; текст"
    assert museum["phone"] == "'+7 8512 00-00-00"
    assert item(site, "places", "museum")["phone"] == "+7 8512 00-00-00"
    assert (museum["lat"], museum["lon"]) == ("46.5", "48.25")


def test_numbers_below_zero_stay_numbers(tmp_path: Path) -> None:
    west = PLACE.replace("lon: 48.25", "lon: -48.25")
    settings = "west: -50.0"
    site = site_of(tmp_path, {}, {"places/museum.yml": west}, ("west: 44.9", settings))
    museum = next(row for row in read_csv(site, "places") if row["id"] == "museum")
    assert museum["lon"] == "-48.25"


TYPES = {
    "string": str,
    "integer": int,
    "number": float,
    "date": dt.date.fromisoformat,
    "datetime": dt.datetime.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
}


def test_the_data_package_describes_every_file(full: Site) -> None:
    package, made = read_json(full, "datapackage.json"), files(full)
    assert package["licenses"] == [
        {"path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC BY 4.0"}
    ]
    assert {"title": "Второй источник"} in package["sources"]
    described = {resource["path"] for resource in package["resources"]}
    assert described == {
        f"{kind}.{ending}" for kind in OPEN_DATA_KINDS for ending in ("csv", "json")
    }
    assert described <= set(made)
    names = [resource["name"] for resource in package["resources"]]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", OPEN_DATA_KINDS)
def test_a_table_agrees_with_its_schema(kind: str, full: Site) -> None:
    package = read_json(full, "datapackage.json")
    resource = next(found for found in package["resources"] if found["name"] == kind)
    fields, rows = resource["schema"]["fields"], read_csv(full, kind)
    assert list(rows[0]) == [field["name"] for field in fields]
    for row in rows:
        for field in fields:
            if row[field["name"]]:
                TYPES[field["type"]](row[field["name"]])
    keys = [tuple(row[name] for name in resource["schema"]["primaryKey"]) for row in rows]
    assert len(set(keys)) == len(keys)
    assert all(all(key) for key in keys)


def test_every_address_of_a_page_is_in_the_site(full: Site) -> None:
    paths = set(build_site(FULL_CONTENT, BuildOptions(TODAY)).paths)
    for kind in OPEN_DATA_KINDS:
        for found in read_json(full, f"{kind}.json")["items"]:
            urls = [found["url"][language] for language in ("kk", "ru")]
            assert {url.removeprefix(full.settings.url) for url in urls} <= paths
