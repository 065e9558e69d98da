"""The graphs of all pages, of the real content and of the content that uses every field."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.build import BuildOptions, BuildResult, build_site
from tests.structured_data.vocabulary import faults
from tests.support import FULL_CONTENT, ROOT, TODAY

Node = dict[str, Any]
MOST_BYTES = 1024
EVENTS = {"Event", "MusicEvent", "ExhibitionEvent", "SportsEvent"}


@pytest.fixture(scope="module", params=[FULL_CONTENT, ROOT / "content"], ids=["full", "real"])
def result(request: pytest.FixtureRequest) -> BuildResult:
    """Build one of the contents."""
    return build_site(request.param, BuildOptions(TODAY))


@pytest.fixture(scope="module")
def graphs(result: BuildResult) -> dict[str, list[Node]]:
    """Return the nodes of each page by its address."""
    url = result.site.settings.url
    found = {}
    for page in result.pages:
        data = json.loads(page.structured_data)
        assert data.keys() == {"@context", "@graph"}
        assert data["@context"] == "https://schema.org"
        found[f"{url}{page.path}"] = data["@graph"]
    return found


@pytest.fixture(scope="module")
def index(graphs: dict[str, list[Node]]) -> dict[str, Node]:
    """Return all nodes by their ids."""
    return {node["@id"]: node for nodes in graphs.values() for node in nodes}


def _inner(value: Any) -> Iterator[Node]:
    """Yield all nodes and references below a value."""
    if isinstance(value, list):
        for item in value:
            yield from _inner(item)
    elif isinstance(value, dict):
        yield value
        yield from _inner(list(value.values()))


def _one(nodes: list[Node], type_: str) -> Node:
    (node,) = (node for node in nodes if node["@type"] == type_)
    return node


def test_schema_org_knows_and_allows_all_of_it(
    graphs: dict[str, list[Node]], index: dict[str, Node]
) -> None:
    found = [
        f"{address}: {fault}"
        for address, nodes in graphs.items()
        for node in nodes
        for fault in faults(node, index)
    ]
    assert not found


def test_every_id_is_described_on_the_page_that_it_names(
    graphs: dict[str, list[Node]],
) -> None:
    for address, nodes in graphs.items():
        for node in _inner(nodes):
            if "@id" in node:
                home = graphs[node["@id"].partition("#")[0]]
                described = next(other for other in home if other["@id"] == node["@id"])
                assert node.get("@type", described["@type"]) == described["@type"], address
                # The site itself is named in the language of the page.
                names = (None, described.get("name"), described.get("alternateName"))
                assert node.get("name") in names, address


def test_a_page_describes_itself_once_and_at_most_one_thing(
    graphs: dict[str, list[Node]],
) -> None:
    for address, nodes in graphs.items():
        ids = [node["@id"] for node in nodes]
        assert len(ids) == len(set(ids))
        assert ids[0] == address
        page, rest = nodes[0], nodes[1:]
        things = [n for n in rest if n["@type"] not in ("BreadcrumbList", "WebSite")]
        assert [page[name]["@id"] for name in ("mainEntity",) if name in page] == [
            thing["@id"] for thing in things
        ]


def test_every_record_but_events_and_holidays_is_described(
    result: BuildResult, graphs: dict[str, list[Node]]
) -> None:
    url = result.site.settings.url
    for page in result.pages:
        if page.source_file and page.kind not in ("events", "holidays"):
            assert "mainEntity" in graphs[f"{url}{page.path}"][0]


def test_breadcrumbs_are_those_that_the_page_shows(
    result: BuildResult, graphs: dict[str, list[Node]]
) -> None:
    url = result.site.settings.url
    for page in result.pages:
        nodes = graphs[f"{url}{page.path}"]
        if page.path in ("", "kk/", "ru/"):
            assert "breadcrumb" not in nodes[0]
            continue
        items = _one(nodes, "BreadcrumbList")["itemListElement"]
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))
        links = LexborHTMLParser(page.body).css("nav.breadcrumbs a")
        names = [link.text(strip=True) for link in links]
        assert [item["name"] for item in items] == [*names, page.title]
        assert items[0]["item"] == {"@id": f"{url}{page.language}/"}
        assert items[-1]["item"] == {"@id": f"{url}{page.path}"}


def test_addresses_of_the_site_lead_to_pages_and_files(
    result: BuildResult, graphs: dict[str, list[Node]]
) -> None:
    url = result.site.settings.url
    paths = set(result.paths)
    bodies = {page.path: page.body for page in result.pages}
    for nodes in graphs.values():
        for node in _inner(nodes):
            for value in (node.get("url"), node.get("image"), node.get("hasMap")):
                if value and value.startswith(url):
                    path, _, anchor = value.removeprefix(url).partition("#")
                    assert path in paths
                    assert not anchor or f'id="{anchor}"' in bodies[path]


def test_events_have_what_google_requires(graphs: dict[str, list[Node]]) -> None:
    events = [n for nodes in graphs.values() for n in nodes if str(n["@type"]) in EVENTS]
    assert events
    for event in events:
        assert event["name"]
        assert len(event["startDate"]) in (len("2027-03-21"), len("2027-03-21T18:30:00+04:00"))
        location = event["location"]
        # A holiday of both countries is in two places.
        for place in location if isinstance(location, list) else [location]:
            assert place["name"]
            assert place["address"]
        assert event["eventStatus"]


def test_a_page_speaks_its_language(result: BuildResult, graphs: dict[str, list[Node]]) -> None:
    url = result.site.settings.url
    for page in result.pages:
        described = graphs[f"{url}{page.path}"][0]
        assert described["inLanguage"] == (page.language if page.path else ["kk", "ru"])
        assert described["name"] == page.title


def test_the_site_is_described_where_it_begins(graphs: dict[str, list[Node]]) -> None:
    pages = {address for address, nodes in graphs.items() for n in nodes if n["@type"] == "WebSite"}
    root = min(graphs, key=len)
    assert pages == {root, f"{root}kk/", f"{root}ru/"}


def test_graphs_are_light(result: BuildResult) -> None:
    for page in result.pages:
        assert len(gzip.compress(page.structured_data.encode(), 6)) <= MOST_BYTES, page.path
