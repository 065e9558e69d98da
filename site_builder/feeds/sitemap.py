"""Sitemaps: one a language, with the pairs of languages, and an index of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from site_builder.languages import LANGUAGES
from site_builder.outputs import OutputAsset, OutputPage

__all__ = ["sitemaps"]

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def sitemaps(pages: Iterable[OutputPage], site_url: str) -> Iterator[OutputAsset]:
    """Yield the sitemap of each language and their index.

    Args:
        pages: The pages; those without a path of a language (the language choice) are left out.
        site_url: The address of the site, with a slash at the end.
    """
    pages = tuple(pages)
    index = ET.Element("sitemapindex", xmlns=_SITEMAP)
    for language in LANGUAGES:
        path = f"{language}/sitemap.xml"
        urls = ET.Element("urlset", {"xmlns": _SITEMAP, "xmlns:xhtml": _XHTML})
        for page in pages:
            if page.path.startswith(f"{language}/"):
                urls.append(_url(page, site_url))
        yield _asset(path, urls)
        entry = ET.SubElement(index, "sitemap")
        ET.SubElement(entry, "loc").text = f"{site_url}{path}"
    yield _asset("sitemap.xml", index)


def _url(page: OutputPage, site_url: str) -> ET.Element:
    url = ET.Element("url")
    ET.SubElement(url, "loc").text = f"{site_url}{page.path}"
    if page.updated:
        ET.SubElement(url, "lastmod").text = page.updated
    pair = {page.language: page.path, page.language.other: page.alternate}
    for language in LANGUAGES:
        if pair[language]:
            href = f"{site_url}{pair[language]}"
            ET.SubElement(url, "xhtml:link", rel="alternate", hreflang=language, href=href)
    return url


def _asset(path: str, root: ET.Element) -> OutputAsset:
    ET.indent(root)
    data = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return OutputAsset(path, data + b"\n")
