"""What the theme's templates see in place of `config`: the same settings in the page's language.

A view, because MkDocs shares one configuration among all pages: what is changed there for one page
shows on the next. (`copy.copy(config.theme)` shares its variables too.)
"""

from __future__ import annotations

import json
from collections import ChainMap
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import BaseLoader, ChoiceLoader, DictLoader, Environment
from markupsafe import escape

from site_builder.languages import LANGUAGES, Language
from site_builder.schema.site import SiteSettings
from site_builder.ui_strings import load_strings, theme_strings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["language_config", "language_loader"]


def language_config(
    config: MkDocsConfig, language: Language, settings: SiteSettings
) -> ChainMap[str, Any]:
    """Return the configuration as templates see it on pages of `language`."""
    strings = load_strings(language)
    theme = dict(config.theme) | {"language": language.value}
    theme["palette"] = [
        scheme
        | {"toggle": scheme["toggle"] | {"name": strings(f"theme.{scheme['toggle']['name']}")}}
        for scheme in theme["palette"]
    ]
    own = {
        "theme": theme,
        # Escaped here: the theme writes them raw, or through `e`, which leaves `Markup` alone.
        "site_name": escape(settings.title[language]),
        "site_description": escape(settings.description[language]),
        # Not a list: the theme would write a link to the other language's home page on each page.
        # One scope for both languages: the colour scheme that a reader chose holds in both.
        "extra": {**config.extra, "alternate": True, "scope": urlsplit(settings.url).path},
        # The search is the theme's, the index is ours: its plugin would parse every page again.
        "plugins": {"material/search": SimpleNamespace(config=SimpleNamespace(enabled=True))},
    }
    return ChainMap(own, config.data)


def language_loader(environment: Environment) -> BaseLoader:
    """Return a loader that knows the theme's words in both languages.

    Material 9.8.1 has no Kazakh; its Russian is laid under ours.
    """
    loader = environment.loader
    if loader is None:
        message = "the theme's environment has no loader"
        raise TypeError(message)
    theirs, _, _ = loader.get_source(environment, "partials/languages/ru.html")
    partials = {"partials/languages/ru-theme.html": theirs}
    words = {
        lang: json.dumps(dict(theme_strings()[lang]), ensure_ascii=False) for lang in LANGUAGES
    }
    partials["partials/languages/kk.html"] = (
        "{% macro t(key) %}{{ " + words[Language.KK] + ".get(key, '') }}{% endmacro %}"
    )
    partials["partials/languages/ru.html"] = (
        '{% import "partials/languages/ru-theme.html" as theirs %}'
        "{% macro t(key) %}{{ " + words[Language.RU] + ".get(key) or theirs.t(key) }}{% endmacro %}"
    )
    return ChoiceLoader([DictLoader(partials), loader])
