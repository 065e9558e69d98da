"""Renders views to HTML bodies with the templates; everything is escaped but ready-made HTML."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from site_builder.languages import Language
from site_builder.ui_strings import load_strings

__all__ = ["TEMPLATES_DIR", "render_template", "render_view"]

TEMPLATES_DIR = Path(__file__).parent / "templates"
_PARTIALS_DIR = Path(__file__).parent / "theme" / "partials"


@cache
def _environment(language: Language) -> Environment:
    environment = Environment(
        loader=FileSystemLoader([TEMPLATES_DIR, _PARTIALS_DIR]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals["t"] = load_strings(language)
    return environment


def render_view(template: str, view: object, language: Language) -> str:
    """Return the body of a page.

    Args:
        template: The template's name without its ending.
        view: The view; the template knows it as `view`.
        language: The language of the template's own words.
    """
    return render_template(f"{template}.html", language, {"view": view})


def render_template(name: str, language: Language, values: Mapping[str, Any]) -> str:
    """Return a rendered template.

    Raises:
        jinja2.UndefinedError: The template asks for something that is not there.
    """
    return _environment(language).get_template(name).render(values)
