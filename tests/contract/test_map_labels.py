"""Towns are called on the map as on their own pages."""

from __future__ import annotations

import pytest

from site_builder.languages import LANGUAGES, Language
from site_builder.loader import load_content
from site_builder.maps.labels import base_labels
from site_builder.ui_strings import load_strings
from tests.support import ROOT


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_those_of_the_pages(language: Language) -> None:
    places = load_content(ROOT / "content").entries["places"]
    titles = {id_: entry.record.title[language] for id_, entry in places.items()}
    labels = {
        label["id"]: label["text"] for label in base_labels(load_strings(language)) if "id" in label
    }
    common = titles.keys() & labels.keys()
    assert len(common) >= 10
    assert {id_: labels[id_] for id_ in common} == {id_: titles[id_] for id_ in common}
