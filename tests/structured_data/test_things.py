"""What search engines are told about places, people and organisations."""

from __future__ import annotations

import pytest

from site_builder.schema.places import PlaceKind
from tests.structured_data.conftest import Describe
from tests.support import MINIMAL

SIGHT = ["LandmarksOrHistoricalBuildings", "TouristAttraction"]
TYPES = {
    "mausoleum": SIGHT,
    "grave": SIGHT,
    "monument": SIGHT,
    "museum": "Museum",
    "centre": "CivicStructure",
    "mosque": "Mosque",
    "venue": "EventVenue",
    "consulate": "GovernmentBuilding",
    "district": "AdministrativeArea",
    "village": "Place",
    "town": "City",
    "border": "Place",
}
DISPUTED = "{value: 1818, sources: [gazette], variants: [{value: 1823, sources: [gazette]}]}"


def _place(kind: str, text: str = "") -> str:
    return f"kind: {kind}\nregion: astrakhan\nlocated_in: {{kk: Облыс, ru: Область}}\n{text}"


def _file(kind: str, title: str, text: str = "") -> str:
    names = f"title: {{kk: {title}, ru: {title}}}\nsummary: {{kk: Орын., ru: Место.}}\n"
    return f"{names}sources: [gazette]\n{_place(kind, text)}"


@pytest.mark.parametrize("kind", PlaceKind)
def test_what_a_place_is(describe: Describe, kind: str) -> None:
    place = describe("places", _place(kind))
    assert place
    assert place["@type"] == TYPES[kind]


def test_names_in_both_languages_and_in_latin_letters(describe: Describe) -> None:
    place = describe("places", _place("grave"), language="kk")
    assert place
    assert (place["name"], place["alternateName"]) == ("Той", ["Праздник", "Toi"])
    place = describe("places", _place("grave", "latin: Toy\n"))
    assert place
    assert (place["name"], place["alternateName"]) == ("Праздник", ["Той", "Toy"])


def test_an_exact_point_and_an_area_around_one(describe: Describe) -> None:
    point = "lat: 46.3, lon: 48.6, sources: [gazette], checked: 2026-11-20"
    place = describe("places", _place("grave", f"point: {{{point}, precision: exact}}\n"))
    assert place
    middle = {"@type": "GeoCoordinates", "latitude": 46.3, "longitude": 48.6}
    assert place["geo"] == middle
    assert place["hasMap"] == f"{place['url']}#map"
    area = f"point: {{{point}, precision: approximate, radius_km: 2.5}}\n"
    place = describe("places", _place("grave", area))
    assert place
    assert place["geo"] == {"@type": "GeoCircle", "geoMidpoint": middle, "geoRadius": 2500}
    place = describe("places", _place("grave"))
    assert place
    assert not place.keys() & {"geo", "hasMap"}


def test_the_address_names_the_settlement_around(describe: Describe) -> None:
    others = {
        "places/centre.yml": _file("centre", "Орталық", "part_of: village\n"),
        "places/village.yml": _file("village", "Ауыл", "part_of: district\n"),
        "places/district.yml": _file("district", "Аудан"),
    }
    text = _place("museum", "part_of: centre\naddress: {kk: Көше 1, ru: Улица 1}\n")
    place = describe("places", text, others=others)
    assert place
    assert place["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "Улица 1",
        "addressLocality": "Ауыл",
        "addressRegion": "Астраханская область",
        "addressCountry": "RU",
    }
    assert place["containedInPlace"]["name"] == "Орталық"


def test_places_that_stand_in_each_other_have_no_settlement(describe: Describe) -> None:
    others = {"places/centre.yml": _file("centre", "Орталық", "part_of: toy\n")}
    place = describe("places", _place("museum", "part_of: centre\n"), others=others)
    assert place
    assert "addressLocality" not in place["address"]


PERSON = "kind: historical\nrole: {kk: күйші, ru: кюйши}\n"


def test_dates_of_a_life_as_exact_as_they_are_known(describe: Describe) -> None:
    claims = (
        "born: {value: 1861-05, sources: [gazette]}\ndied: {value: 1955-01-31, sources: [gazette]}"
    )
    person = describe("people", PERSON + claims)
    assert person
    assert (person["birthDate"], person["deathDate"]) == ("1861-05", "1955-01-31")
    assert person["hasOccupation"]["name"] == "кюйши"


@pytest.mark.parametrize(
    "claim",
    [
        DISPUTED,
        "{value: 1818~, sources: [gazette]}",
        "{value: 1818, sources: [gazette], confidence: low}",
    ],
    ids=["disputed", "about", "weak"],
)
def test_a_date_that_is_not_certain_is_not_told(describe: Describe, claim: str) -> None:
    person = describe("people", f"{PERSON}born: {claim}\n")
    assert person
    assert "birthDate" not in person
    organisation = describe("organisations", f"founded: {claim}\n")
    assert organisation
    assert "foundingDate" not in organisation


def test_of_public_people_the_post_is_told(describe: Describe) -> None:
    person = describe("people", "kind: public\nrole: {kk: төраға, ru: председатель}\n")
    assert person
    assert person["jobTitle"] == "председатель"
    assert person.keys() <= {
        "@type",
        "@id",
        "name",
        "alternateName",
        "url",
        "description",
        "jobTitle",
    }


def test_the_society_is_told_from_other_organisations(describe: Describe) -> None:
    text = "website: https://example.org/\nphone: +7 8512 11-11-11\n"
    other = describe("organisations", text)
    assert other
    assert other["@type"] == "Organization"
    assert (other["sameAs"], other["telephone"]) == ("https://example.org/", "+7 8512 11-11-11")
    settings = MINIMAL["site.yml"].replace("society: zholdastyk", "society: toy")
    society = describe("organisations", text, others={"site.yml": settings})
    assert society
    assert society["@type"] == "NGO"


def test_the_address_of_an_organisation_is_a_house_of_its_place(describe: Describe) -> None:
    others = {"places/town.yml": _file("town", "Қала", "address: {kk: Көше 1, ru: Улица 1}\n")}
    address = "address: {kk: Көше 2, ru: Улица 2}\n"
    organisation = describe("organisations", f"place: town\n{address}", others=others)
    assert organisation
    assert organisation["address"]["streetAddress"] == "Улица 2"
    assert organisation["address"]["addressLocality"] == "Қала"
    organisation = describe("organisations", address)
    assert organisation
    assert organisation["address"] == "Улица 2"


def test_a_story_says_when_it_was_published_and_checked(describe: Describe) -> None:
    story = describe("stories", "kind: history\npublished: 2026-11-20\nchecked: 2026-11-21\n")
    assert story
    assert story["headline"] == "Праздник"
    assert (story["datePublished"], story["dateModified"]) == ("2026-11-20", "2026-11-21")
    assert story["inLanguage"] == "ru"


def test_a_route_names_its_stops_in_order(describe: Describe) -> None:
    others = {"places/town.yml": _file("town", "Қала")}
    stops = "stops: [{place: town, sources: [gazette]}, {place: kurmangazy-mausoleum, sources: [gazette]}]\n"
    trip = describe("routes", stops, others=others)
    assert trip
    items = trip["itinerary"]["itemListElement"]
    assert [(item["position"], item["name"]) for item in items] == [
        (1, "Қала"),
        (2, "Мавзолей Курмангазы"),
    ]
    assert items[0]["item"] == {"@id": "https://site.example/ru/places/town/#place"}
