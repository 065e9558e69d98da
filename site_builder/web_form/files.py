"""The files of the form: its page, its configuration, its program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from site_builder.languages import LANGUAGES, Language
from site_builder.linker import Site
from site_builder.outputs import OutputAsset
from site_builder.rendering import render_template
from site_builder.ui_strings import load_strings
from site_builder.urls import WEB_FORM, file_path, relative_url
from site_builder.web_form.bundle import MODULES, vendor_path, vendored_files
from site_builder.web_form.config import api_origin, form_config, write_config
from site_builder.web_form.words import in_both

__all__ = ["web_form"]

_CONFIG = "config.yml"


def web_form(site: Site, assets_folder: str, modules: Path = MODULES) -> Iterator[OutputAsset]:
    """Yield the files of the form; none where the settings name no repository.

    Args:
        site: The linked content.
        assets_folder: The path of the folder of styles and scripts, for the page's icon.
        modules: The folder with npm's packages.

    Raises:
        WebFormError: The packages of the form are not there.
    """
    repository = site.settings.repository
    if repository is None:
        return
    icon = f"{assets_folder}/favicon.svg"
    values = {
        "title": in_both("form.title"),
        "words": {language.value: load_strings(language) for language in LANGUAGES},
        "api": api_origin(repository),
        "icon": relative_url(WEB_FORM, icon),
        "config": _CONFIG,
        "script": vendor_path(modules, "dist/sveltia-cms.js"),
        "style": vendor_path(modules, "form.css"),
    }
    html = render_template("web_form.html", Language.RU, values)
    yield OutputAsset(file_path(WEB_FORM), html.encode())
    config = form_config(site, repository, icon)
    yield OutputAsset(f"{WEB_FORM}{_CONFIG}", write_config(config))
    yield from vendored_files(modules)
