"""GPX 1.1 for navigators: https://www.topografix.com/GPX/1/1/.

`<name>` is Kazakh, `<cmt>` is Russian: navigators show the name in lists and the rest when asked.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from site_builder.geo_files.documents import Bilingual, GeoDocument, Waypoint
from site_builder.geo_files.xml import add_text, xml_bytes
from site_builder.geodesy import decimal_degrees
from site_builder.languages import LANGUAGES
from site_builder.schema.site import SiteSettings

__all__ = ["gpx_bytes"]

_GPX = "http://www.topografix.com/GPX/1/1"


def gpx_bytes(document: GeoDocument, settings: SiteSettings) -> bytes:
    """Return a file with a waypoint for each place and a route for the stops of a route."""
    root = ET.Element("gpx", xmlns=_GPX, version="1.1", creator="site-builder")
    root.append(_metadata(document, settings))
    root.extend(_waypoint(waypoint, settings) for waypoint in document.waypoints)
    if document.way:
        root.append(_route(document, settings))
    return xml_bytes(root)


def _metadata(document: GeoDocument, settings: SiteSettings) -> ET.Element:
    owner = Bilingual(settings.title.kk, settings.title.ru)
    metadata = ET.Element("metadata")
    add_text(metadata, "name", document.title.joined())
    add_text(metadata, "desc", document.notes.joined("\n\n"))
    author = ET.SubElement(metadata, "author")
    add_text(author, "name", owner.joined())
    ET.SubElement(author, "link", href=settings.url)
    rights = ET.SubElement(metadata, "copyright", author=owner.joined())
    add_text(rights, "license", settings.licence_url)
    _links(metadata, document.address, settings)
    return metadata


def _waypoint(waypoint: Waypoint, settings: SiteSettings) -> ET.Element:
    element = _point("wpt", waypoint)
    add_text(element, "desc", waypoint.notes.joined("\n\n"))
    _links(element, waypoint.address, settings)
    add_text(element, "sym", waypoint.place.layer)
    # OsmAnd and others group points by it.
    add_text(element, "type", waypoint.layer.joined())
    return element


def _route(document: GeoDocument, settings: SiteSettings) -> ET.Element:
    route = ET.Element("rte")
    _names(route, document.title)
    add_text(route, "desc", document.notes.joined("\n\n"))
    _links(route, document.address, settings)
    route.extend(_point("rtept", waypoint) for waypoint in document.way)
    return route


def _point(name: str, waypoint: Waypoint) -> ET.Element:
    lat, lon = decimal_degrees(waypoint.point)
    element = ET.Element(name, lat=lat, lon=lon)
    _names(element, waypoint.title)
    return element


def _names(element: ET.Element, title: Bilingual) -> None:
    add_text(element, "name", title.kk)
    add_text(element, "cmt", title.ru)


def _links(element: ET.Element, address: Bilingual, settings: SiteSettings) -> None:
    for language in LANGUAGES:
        link = ET.SubElement(element, "link", href=address[language])
        add_text(link, "text", settings.title[language])
        add_text(link, "type", "text/html")
