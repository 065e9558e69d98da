"""References between records."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.linker import Site, iter_references, link_site
from site_builder.loader import load_content
from site_builder.problems import Problem
from site_builder.schema.base import Model
from site_builder.schema.kinds import KINDS, SETTINGS
from tests.support import MINIMAL, write_content

PLACE = MINIMAL["places/kurmangazy-mausoleum.yml"]
PERSON = """\
title: {kk: Дина, ru: Дина}
summary: {kk: Күйші., ru: Музыкант.}
kind: historical
role: {kk: күйші, ru: музыкант}
sources: [gazette]
"""


def link(content_dir: Path, files: dict[str, str]) -> tuple[Site | None, tuple[Problem, ...]]:
    """Link the smallest content with `files` laid over it."""
    return link_site(load_content(write_content(content_dir, files)))


def test_the_smallest_content_links(content_dir: Path) -> None:
    """All ids lead to records."""
    site, problems = link(content_dir, {})
    assert problems == ()
    assert site is not None
    assert site.entry("places", "kurmangazy-mausoleum").record.title.ru == "Мавзолей Курмангазы"
    assert [entry.id for entry in site.all("organisations")] == ["zholdastyk"]


def test_a_record_knows_who_names_it_once_and_in_order(content_dir: Path) -> None:
    """Twice in one record is once."""
    site, problems = link(
        content_dir,
        {
            "people/dina.yml": PERSON + "buried_at: kurmangazy-mausoleum\n"
            "places: [kurmangazy-mausoleum]\n",
            "people/abai.yml": PERSON + "places: [kurmangazy-mausoleum]\n",
            "places/hall.yml": PLACE + "part_of: kurmangazy-mausoleum\n",
        },
    )
    assert problems == ()
    assert site is not None
    named_by = site.backlinks["places", "kurmangazy-mausoleum"]
    assert [entry.id for entry in named_by] == ["hall", "abai", "dina"]
    assert ("places", "hall") not in site.backlinks


def test_neighbours_are_those_named_and_those_who_name_each_once(content_dir: Path) -> None:
    """Whom the record names comes first."""
    link_to_dina = "people: [{person: dina, role: {kk: шәкірті, ru: ученица}}]\n"
    site, problems = link(
        content_dir,
        {
            "people/abai.yml": PERSON + link_to_dina,
            "people/dina.yml": PERSON + link_to_dina.replace("dina", "kurmangazy"),
            "people/kurmangazy.yml": PERSON + link_to_dina,
        },
    )
    assert problems == ()
    assert site is not None
    found = [entry.id for entry in site.neighbours(site.entry("people", "dina"))]
    assert [id_ for id_ in found if id_ != "gazette"] == ["kurmangazy", "abai"]


def test_references_are_found_at_every_depth(content_dir: Path) -> None:
    """In lists of records in records, and in what may be absent."""
    site, _ = link(
        content_dir,
        {
            "people/dina.yml": PERSON + "born:\n  value: 1861\n  sources: [gazette]\n"
            "  variants: [{value: 1862, sources: [gazette]}]\n"
            "people: [{person: abai, role: {kk: ұстазы, ru: учитель}}]\n",
            "people/abai.yml": PERSON,
        },
    )
    assert site is not None
    found = set(iter_references(site.entry("people", "dina").record))
    assert found == {
        (("sources", 0), "sources", "gazette"),
        (("born", "sources", 0), "sources", "gazette"),
        (("born", "variants", 0, "sources", 0), "sources", "gazette"),
        (("people", 0, "person"), "people", "abai"),
    }


@pytest.mark.parametrize("kind", [*KINDS, SETTINGS], ids=lambda kind: kind.name)
def test_every_field_that_names_a_kind_is_followed(kind: object) -> None:
    """A field called like a kind and typed as a plain id would never be checked."""
    model: type[Model] = kind.model  # type: ignore[attr-defined]
    names = {kind.name for kind in KINDS} | {"place", "person", "holiday", "part_of", "buried_at"}
    for name, field in model.model_fields.items():
        text = f"{field.annotation!r} {field.metadata!r}"
        if name in names:
            assert "Reference(" in text or "Link" in text, name


def test_an_id_that_leads_nowhere_is_reported_with_a_guess(content_dir: Path) -> None:
    """At the id itself."""
    _, (problem,) = link(
        content_dir, {"people/dina.yml": PERSON + "buried_at: kurmangazi-mausoleum\n"}
    )
    assert problem.file == "content/people/dina.yml"
    assert (problem.code, problem.guess) == ("unknown-id", "kurmangazy-mausoleum")
    assert problem.position is not None
    assert (problem.position.line, problem.position.column) == (6, 12)


def test_an_id_of_another_kind_leads_nowhere(content_dir: Path) -> None:
    """Kinds have their own ids."""
    _, (problem,) = link(content_dir, {"people/dina.yml": PERSON + "buried_at: zholdastyk\n"})
    assert problem.code == "unknown-id"


def test_a_record_does_not_name_itself(content_dir: Path) -> None:
    """But may have the id of a record of another kind."""
    _, (problem,) = link(content_dir, {"places/hall.yml": PLACE + "part_of: hall\n"})
    assert problem.code == "self-reference"
    _, problems = link(
        content_dir,
        {"places/hall.yml": PLACE, "people/hall.yml": PERSON + "buried_at: hall\n"},
    )
    assert problems == ()


def test_without_settings_there_is_no_site_but_all_problems(content_dir: Path) -> None:
    """A mistake in site.yml must not hide those of the records."""
    site, problems = link(
        content_dir, {"site.yml": "x: y\n", "people/dina.yml": PERSON + "buried_at: nowhere\n"}
    )
    assert site is None
    assert [problem.code for problem in problems] == ["unknown-id"]


def test_a_record_with_a_mistake_is_not_missing(content_dir: Path) -> None:
    """One wrong letter in a source's row would send editors to mend every page that cites it."""
    _, problems = link(
        content_dir,
        {"sources.yml": MINIMAL["sources.yml"].replace("kind: news", "kind: newz")},
    )
    assert problems == ()
