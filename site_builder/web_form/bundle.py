"""The form's program and fonts, from the npm packages that the set-up installed.

Sveltia CMS asks other hosts for its fonts and its words; here all of it lies beside the page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from site_builder.outputs import OutputAsset
from site_builder.urls import WEB_FORM

__all__ = ["WebFormError", "vendor_path", "vendored_files"]

MODULES = Path(__file__).parents[2] / "node_modules"
"""Where npm puts packages."""
_STYLE = Path(__file__).parent / "form.css"

_CMS = "@sveltia/cms"
_ICONS = "@fontsource-variable/material-symbols-outlined"
_LETTERS = "@fontsource-variable/source-sans-3"
_SCRIPT = "dist/sveltia-cms.js"
_LOCALES = ("en-US", "ru")
_CDN = "https://cdn.jsdelivr.net/fontsource/fonts"
_ALL_LOCALES = (
    "ar,bg,ca,cs,da,de,el,en-CA,en-GB,en-US,es-CO,fa,fi,fr,hr,it,ja,ko,nl,pl,pt-BR,pt-PT,ru,sv,tr,"
    "uk,vi,zh-CN,zh-TW"
)


class WebFormError(OSError):
    """The packages of the form are not there, or are not those that the site knows."""


def vendor_path(modules: Path, name: str) -> str:
    """Return the path of a vendored file from the form's page.

    Args:
        modules: The folder with npm's packages.
        name: The file: `dist/sveltia-cms.js`.

    Raises:
        WebFormError: The package is not there.
    """
    version = json.loads(_read(modules, f"{_CMS}/package.json"))["version"]
    # Sveltia puts its version behind the address that it was told to load from.
    return f"vendor@{version}/{name}"


def vendored_files(modules: Path) -> Iterator[OutputAsset]:
    """Yield the program, its words and its fonts.

    Args:
        modules: The folder with npm's packages.

    Raises:
        WebFormError: A package is not there, or its program is not the one that we know.
    """
    home = f"{WEB_FORM}{vendor_path(modules, '')}"
    script = _read(modules, f"{_CMS}/{_SCRIPT}").decode()
    yield OutputAsset(f"{home}{_SCRIPT}", _at_home(script, vendor_path(modules, "fonts")).encode())
    # It asks hourly which version is the newest; our answer is that it is.
    manifest = _read(modules, f"{_CMS}/package.json")
    yield OutputAsset(f"{WEB_FORM}vendor/package.json", manifest)
    for locale in _LOCALES:
        yield OutputAsset(f"{home}locales/{locale}.json", _words(modules, locale))
    yield OutputAsset(f"{home}form.css", _STYLE.read_bytes())
    for name, file in _files().items():
        yield OutputAsset(f"{home}{name}", _read(modules, file))


def _files() -> Mapping[str, str]:
    """Return the files that are copied as they are: name → file of a package."""
    letters = ("latin", "cyrillic", "cyrillic-ext")
    return {
        "fonts/icons.woff2": f"{_ICONS}/files/material-symbols-outlined-latin-wght-normal.woff2",
        "fonts/icons.LICENSE.txt": f"{_ICONS}/LICENSE",
        **{
            f"fonts/{name}.woff2": f"{_LETTERS}/files/source-sans-3-{name}-wght-normal.woff2"
            for name in letters
        },
        "fonts/letters.LICENSE.txt": f"{_LETTERS}/LICENSE",
        "LICENSE.txt": f"{_CMS}/LICENSE.txt",
    }


def _at_home(script: str, fonts: str) -> str:
    """Return the program, asking no other host, and only for the words that lie here."""
    for old, new in _replacements(fonts).items():
        if script.count(old) != 1:
            message = f"the web form's program has changed: «{old}» is not there once"
            raise WebFormError(message)
        script = script.replace(old, new)
    return script


def _replacements(fonts: str) -> Mapping[str, str]:
    return {
        "`https://unpkg.com/@sveltia/cms`": "`vendor`",
        f"url({_CDN}/source-sans-3:vf@5.3.0/latin-wght-normal.woff2)": f"url({fonts}/latin.woff2)",
        f"url({_CDN}/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2)": (
            f"url({fonts}/icons.woff2)"
        ),
        f"url({_CDN}/noto-mono@5.3.0/latin-400-normal.woff2)\n      format('woff2')": (
            "local('monospace')"
        ),
        f"`{_ALL_LOCALES}`": f"`{','.join(_LOCALES)}`",
        # Who reads neither of the two reads Kazakh, and rather Russian than English beside it.
        "jQ.includes(e)?e:AQ}": "jQ.includes(e)?e:`ru`}",
        "\n//# sourceMappingURL=sveltia-cms.js.map": "",
    }


def _words(modules: Path, locale: str) -> bytes:
    return _read(modules, f"{_CMS}/locales/{locale}.json")


def _read(modules: Path, name: str) -> bytes:
    try:
        return (modules / name).read_bytes()
    except FileNotFoundError as error:
        message = f"the web form needs {modules / name}: run `make setup`"
        raise WebFormError(message) from error
