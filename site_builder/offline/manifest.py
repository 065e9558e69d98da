"""The web app manifest: what a phone must know to put the site on its home screen."""

from __future__ import annotations

import json
from typing import Any

from site_builder.languages import LANGUAGES, Language
from site_builder.offline.icons import ICONS
from site_builder.outputs import OutputAsset
from site_builder.schema.site import SiteSettings
from site_builder.urls import WEB_MANIFEST, icon_path

__all__ = ["web_manifest"]

_THEME, _GROUND = "#0c4a5b", "#fffdf8"


def web_manifest(settings: SiteSettings) -> OutputAsset:
    """Return the manifest.

    It has one name for all visitors, so the name is in both languages; it opens the choice of
    language, which remembers the one that was read last.
    """
    manifest: dict[str, Any] = {
        "name": " · ".join(settings.title[language] for language in LANGUAGES),
        "short_name": settings.title[Language.KK],
        "description": " ".join(settings.description[language] for language in LANGUAGES),
        "lang": Language.KK.value,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": _THEME,
        "background_color": _GROUND,
        "icons": [
            {
                "src": icon_path(icon.name),
                "sizes": f"{icon.size}x{icon.size}",
                "type": "image/png",
                "purpose": icon.purpose,
            }
            for icon in ICONS
            if icon.purpose
        ],
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    return OutputAsset(WEB_MANIFEST, f"{text}\n".encode())
