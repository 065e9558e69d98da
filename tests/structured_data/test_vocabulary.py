"""The judge of the graphs refuses what schema.org does not allow."""

from __future__ import annotations

from typing import Any

import pytest

from tests.structured_data.vocabulary import faults

PLACE = {"@type": "Place", "@id": "https://site.example/#place", "name": "Ауыл"}
EVENT = {"@type": "Event", "startDate": "2027-03-21", "location": {"@id": PLACE["@id"]}}
INDEX = {PLACE["@id"]: PLACE}


def test_a_good_node_has_no_faults() -> None:
    assert not list(faults(EVENT, INDEX))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"@type": "Feast"}, "Feast: ['Feast']"),
        ({"@type": []}, ": ['no type']"),
        ({"@id": "https://site.example/#a place"}, "Event: the id"),
        ({"when": "2027"}, "Event.when: no such property"),
        ({"geo": PLACE}, "Event.geo: not of ['Event']"),
        ({"startDate": "21.03.2027"}, "Event.startDate: 21.03.2027 is none of"),
        ({"startDate": "2027-02-30"}, "Event.startDate: 2027-02-30 is none of"),
        ({"startDate": "2027-03-21T18:30:00"}, "Event.startDate: 2027-03-21T18:30:00 is none of"),
        ({"organizer": PLACE}, "is none of ['Organization', 'Person']"),
        ({"organizer": {"@id": PLACE["@id"]}}, "is none of ['Organization', 'Person']"),
        ({"location": {"@id": "https://site.example/#nowhere"}}, "Event.location: "),
        ({"eventStatus": "EventCancelled"}, "Event.eventStatus: EventCancelled is none of"),
        ({"eventStatus": "https://schema.org/Monday"}, "Event.eventStatus: "),
        ({"image": "picture.png"}, "Event.image: picture.png is none of"),
        ({"name": ""}, "Event.name:  is none of"),
        ({"location": {**PLACE, "name": 7}}, "Event.location.name: 7 is none of"),
    ],
)
def test_faults_are_found(change: dict[str, Any], fault: str) -> None:
    found = list(faults({**EVENT, **change}, INDEX))
    assert any(fault in line for line in found), found
