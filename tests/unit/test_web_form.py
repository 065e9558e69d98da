"""The web form: every field has its widget, the configuration is one that both programs read, nothing comes from elsewhere."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from site_builder.fields import (
    ChoiceValue,
    Field,
    ListValue,
    ObjectValue,
    ReferenceValue,
    ScalarValue,
    TextValue,
    VariantsValue,
    describe,
)
from site_builder.linker import Site
from site_builder.schema.base import Model
from site_builder.schema.kinds import FOLDERS, TABLES
from site_builder.schema.scalars import ScalarKind
from site_builder.schema.site import Forge, Repository
from site_builder.web_form.bundle import MODULES, WebFormError, vendored_files
from site_builder.web_form.config import api_origin, form_config, write_config
from site_builder.web_form.files import web_form
from tests.support import MINIMAL, read_site
from tests.unit.pages import full_site

CMS = MODULES / "@sveltia/cms"
HOSTED = Repository(forge=Forge.GITHUB, url="https://github.com/owner/name")

# What Decap reads, by its own schemas of version 3.16, and what only Sveltia does.
DECAP_ROOT = {
    *{"backend", "site_url", "logo_url", "media_folder", "public_folder", "slug", "editor"},
    "collections",
}
SVELTIA_ROOT = {"app_title", "output"}
DECAP_COLLECTION = {
    *{"name", "label", "folder", "extension", "format", "create", "delete", "identifier_field"},
    *{"slug", "summary", "preview_path", "fields"},
}
DECAP_WIDGETS = {
    "string": {"pattern"},
    "text": set(),
    "number": {"value_type", "min", "max"},
    "select": {"options", "multiple", "min"},
    "relation": {
        *{"collection", "value_field", "display_fields", "search_fields", "multiple", "min"},
    },
    "list": {"fields", "field", "summary", "collapsed", "min"},
    "object": {"fields", "types", "collapsed"},
}
EVERY_WIDGET = {"name", "label", "widget", "hint", "required"}
# A model's sort of value → what the form may show for it.
WIDGETS: dict[type, set[str]] = {
    ScalarValue: {"string", "number", "select"},
    ChoiceValue: {"select"},
    ReferenceValue: {"relation", "select"},
    TextValue: {"object"},
    ObjectValue: {"object"},
    VariantsValue: {"object"},
    ListValue: {"list", "select", "relation"},
}


def _config(site: Site, repository: Repository) -> dict[str, Any]:
    """Return the configuration as the form reads it."""
    text = write_config(form_config(site, repository, "logo.svg"))
    config: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return config


@pytest.fixture(scope="module")
def config() -> dict[str, Any]:
    return _config(full_site(), HOSTED)


def _pairs(model: type[Model], widgets: list[dict[str, Any]]) -> Iterator[tuple[Field, Any]]:
    """Yield each field of a model and of what it consists of with its widget."""
    fields = [
        field for field in describe(model) if field.name != "type" or "type" in _names(widgets)
    ]
    for field, widget in zip(fields, widgets, strict=True):
        yield field, widget
        match field.value:
            case ObjectValue(inner) | ListValue(ObjectValue(inner)):
                yield from _pairs(inner, widget["fields"])
            case VariantsValue(models):
                assert set(_names(widget["types"])) == set(models)
                for kind in widget["types"]:
                    yield from _pairs(models[kind["name"]], kind["fields"])


def _names(widgets: list[dict[str, Any]]) -> list[str]:
    return [widget["name"] for widget in widgets]


def _all_pairs(config: dict[str, Any]) -> Iterator[tuple[Field, Any]]:
    for collection in config["collections"]:
        yield from _pairs(FOLDERS[collection["name"]].model, collection["fields"])


def _widgets(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, dict):
        if "widget" in found:
            yield found
        found = list(found.values())
    if isinstance(found, list):
        for inner in found:
            yield from _widgets(inner)


def test_every_field_of_every_kind_has_its_widget(config: dict[str, Any]) -> None:
    assert _names(config["collections"]) == list(FOLDERS)
    for field, widget in _all_pairs(config):
        assert widget["name"] == field.name
        assert widget["required"] == field.is_required
        assert widget["widget"] in WIDGETS[type(field.value)]


def _faults(schema: dict[str, Any], part: str, data: Any) -> list[str]:
    validator = Draft7Validator({**schema, "$ref": f"#/definitions/{part}"})
    return [f"{error.json_path}: {data}" for error in validator.iter_errors(data)]


def test_sveltia_accepts_the_configuration(config: dict[str, Any]) -> None:
    schema = json.loads((CMS / "schema" / "sveltia-cms.json").read_text("utf-8"))
    inner = [{"name": "inner", "widget": "string"}]
    shells = [{**collection, "fields": inner} for collection in config["collections"]]
    faults = _faults(schema, "CmsConfig", {**config, "collections": shells})
    # A widget at a time, without what is in it: the schema tries each of its kinds for each.
    kinds = {
        json.dumps({**widget, "hint": "", **({"fields": inner} if "fields" in widget else {})})
        for widget in _widgets(config)
    }
    for widget in sorted(kinds):
        faults += _faults(schema, "Field", json.loads(widget))
    assert faults == []


def test_decap_knows_the_words_of_the_configuration(config: dict[str, Any]) -> None:
    assert set(config) == DECAP_ROOT | SVELTIA_ROOT
    for collection in config["collections"]:
        assert set(collection) <= DECAP_COLLECTION
        for widget in _widgets(collection["fields"]):
            assert set(widget) <= EVERY_WIDGET | DECAP_WIDGETS[widget["widget"]]


def test_labels_stand_in_both_languages(config: dict[str, Any]) -> None:
    events = next(found for found in config["collections"] if found["name"] == "events")
    assert events["label"] == "События · Іс-шаралар"
    assert _names(events["fields"][0]["fields"]) == ["kk", "ru"]
    assert [field["label"] for field in events["fields"][0]["fields"]] == ["Қазақша", "Русский"]


def test_dates_and_times_stay_as_they_are_written(config: dict[str, Any]) -> None:
    kinds = {ScalarKind.DATE, ScalarKind.APPROXIMATE_DATE, ScalarKind.TIME, ScalarKind.MONTH_DAY}
    dates = [
        widget
        for field, widget in _all_pairs(config)
        if isinstance(field.value, ScalarValue) and field.value.scalar.kind in kinds
    ]
    assert {widget["widget"] for widget in dates} == {"string"}
    assert all(widget["pattern"][1].startswith("Например: ") for widget in dates)


def test_a_question_may_stay_without_an_answer(config: dict[str, Any]) -> None:
    answers = [
        [option["value"] for option in widget["options"]]
        for field, widget in _all_pairs(config)
        if isinstance(field.value, ScalarValue) and field.value.scalar.kind is ScalarKind.BOOLEAN
    ]
    assert answers
    assert all(values == [True, False] for values in answers)


def test_variants_are_saved_in_the_order_of_their_fields(config: dict[str, Any]) -> None:
    """A save goes through the fields of all variants, each name once, where it first stands."""
    for field, widget in _all_pairs(config):
        if isinstance(field.value, VariantsValue):
            names = [name for kind in widget["types"] for name in _names(kind["fields"])]
            order = list(dict.fromkeys(names))
            for kind in widget["types"]:
                places = [order.index(name) for name in _names(kind["fields"])]
                assert places == sorted(places)


def test_sources_are_chosen_by_name(config: dict[str, Any]) -> None:
    pairs = [pair for pair in _all_pairs(config) if pair[0].name == "sources"]
    assert pairs
    for _, widget in pairs:
        assert [option["value"] for option in widget["options"]] == ["first", "second"]
        assert "https://github.com/owner/name/edit/main/content/sources.yml" in widget["hint"]


@pytest.mark.parametrize(
    ("forge", "url", "backend", "origin"),
    [
        ("github", "https://github.com/a/b", {"name": "github"}, "https://api.github.com"),
        (
            "github",
            "https://git.example/a/b",
            {"name": "github", "api_root": "https://git.example/api/v3"},
            "https://git.example",
        ),
        (
            "gitlab",
            "https://gitlab.com/a/b",
            {
                "name": "gitlab",
                "api_root": "https://gitlab.com/api/v4",
                "base_url": "https://gitlab.com",
            },
            "https://gitlab.com",
        ),
        (
            "forgejo",
            "https://codeberg.org/a/b",
            {
                "name": "gitea",
                "api_root": "https://codeberg.org/api/v1",
                "base_url": "https://codeberg.org",
            },
            "https://codeberg.org",
        ),
    ],
)
def test_the_form_works_on_the_repository(
    forge: str, url: str, backend: dict[str, str], origin: str
) -> None:
    repository = Repository(forge=Forge(forge), url=url)
    where = {"repo": "a/b", "branch": "main", "auth_methods": ["token"]}
    config = form_config(full_site(), repository, "logo.svg")
    assert config["backend"] == {**backend, **where}
    assert api_origin(repository) == origin


def test_the_page_lets_nothing_in_but_the_repository() -> None:
    files = {asset.path: asset.data for asset in web_form(full_site(), "assets/x")}
    html = files["admin/index.html"].decode()
    assert "default-src 'none'" in html
    assert "connect-src 'self' https://git.example blob: data:" in html
    assert '<meta name="robots" content="noindex, nofollow">' in html
    assert {path.partition("/")[0] for path in files} == {"admin"}


def test_without_a_repository_there_is_no_form(content_dir: Path) -> None:
    assert list(web_form(read_site(content_dir, MINIMAL), "assets/x")) == []


def test_tables_are_not_edited_in_the_form(config: dict[str, Any]) -> None:
    assert not set(_names(config["collections"])) & set(TABLES)


# The program


def test_the_program_asks_no_other_host_for_its_parts() -> None:
    files = {asset.path: asset.data for asset in vendored_files(MODULES)}
    script = next(data for path, data in files.items() if path.endswith("/sveltia-cms.js")).decode()
    home = "vendor@0.221.1"
    assert "cdn.jsdelivr.net" not in script
    assert "unpkg.com/@sveltia/cms" not in script
    assert "sourceMappingURL" not in script
    for name in ("fonts/latin.woff2", "fonts/icons.woff2"):
        assert f"url({home}/{name})" in script
        assert f"admin/{home}/{name}" in files
    locales = {path for path in files if "/locales/" in path}
    assert locales == {f"admin/{home}/locales/{name}.json" for name in ("en-US", "ru")}
    assert "=`en-US,ru`.split(`,`)" in script


def test_packages_that_are_not_there_are_asked_for(tmp_path: Path) -> None:
    with pytest.raises(WebFormError, match="run `make setup`"):
        list(vendored_files(tmp_path))


def test_another_program_is_refused(tmp_path: Path) -> None:
    copy = tmp_path / "@sveltia" / "cms"
    shutil.copytree(CMS, copy, ignore=shutil.ignore_patterns("*.map", "types", "npm"))
    script = copy / "dist" / "sveltia-cms.js"
    script.write_text(
        script.read_text("utf-8").replace("noto-mono@5.3.0", "noto-mono@6.0.0"), "utf-8"
    )
    with pytest.raises(WebFormError, match=r"has changed: .*noto-mono@5\.3\.0"):
        list(vendored_files(tmp_path))
