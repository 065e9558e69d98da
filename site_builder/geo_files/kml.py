"""KML 2.2 for globes and maps: https://docs.ogc.org/is/12-007r2/12-007r2.html.

Programs take a description for HTML; ours is text, with what could be taken for markup escaped once
more.
"""

from __future__ import annotations

from html import escape
from xml.etree import ElementTree as ET

from site_builder.geo_files.documents import Bilingual, Folder, GeoDocument, Waypoint
from site_builder.geo_files.xml import add_text, xml_bytes
from site_builder.geodesy import decimal_degrees
from site_builder.languages import LANGUAGES
from site_builder.schema.places import PlaceLayer
from site_builder.schema.site import SiteSettings
from site_builder.ui_strings import load_strings

__all__ = ["kml_bytes"]

_KML = "http://www.opengis.net/kml/2.2"
_ATOM = "http://www.w3.org/2005/Atom"
_WAY = "way"
_LINE = "#b0483c"
# The colours of the layers on the site's own maps, `--layer` in `static/map-styles/maps.css`.
_COLOURS = {
    PlaceLayer.MAUSOLEUMS: "#1f7a4d",
    PlaceLayer.MUSEUMS: "#8a5a00",
    PlaceLayer.MONUMENTS: "#6b3fa0",
    PlaceLayer.MOSQUES: "#00697f",
    PlaceLayer.VENUES: "#a8266f",
    PlaceLayer.SETTLEMENTS: "#4d5b61",
    PlaceLayer.CROSSINGS: "#a83a2e",
}


def kml_bytes(document: GeoDocument, settings: SiteSettings) -> bytes:
    """Return a file with a placemark for each place, and a line for the stops of a route."""
    root = ET.Element("kml", {"xmlns": _KML, "xmlns:atom": _ATOM})
    top = ET.SubElement(root, "Document")
    add_text(top, "name", document.title.joined())
    author = ET.SubElement(top, "atom:author")
    add_text(author, "atom:name", Bilingual(settings.title.kk, settings.title.ru).joined())
    add_text(author, "atom:uri", settings.url)
    _page_link(top, document.address)
    licence = Bilingual(*(f"{settings.licence[x]}, {settings.licence_url}" for x in LANGUAGES))
    _describe(top, document.notes.joined("\n\n"), licence.joined())
    top.extend(_style(layer.value, _COLOURS[layer]) for layer in PlaceLayer)
    if len(document.way) > 1:
        top.append(_way_style())
        top.append(_way(document))
    top.extend(_folder(folder) for folder in document.folders)
    return xml_bytes(root)


def _folder(folder: Folder) -> ET.Element:
    element = ET.Element("Folder")
    add_text(element, "name", folder.title.joined())
    element.extend(_placemark(waypoint) for waypoint in folder.waypoints)
    return element


def _placemark(waypoint: Waypoint) -> ET.Element:
    element = ET.Element("Placemark")
    add_text(element, "name", waypoint.title.joined())
    _page_link(element, waypoint.address)
    _describe(element, waypoint.notes.joined("\n\n"), waypoint.address.joined("\n"))
    add_text(element, "styleUrl", f"#{waypoint.place.layer}")
    add_text(ET.SubElement(element, "Point"), "coordinates", _position(waypoint))
    return element


def _way(document: GeoDocument) -> ET.Element:
    element = ET.Element("Placemark")
    add_text(element, "name", document.title.joined())
    straight = Bilingual(*(load_strings(language)("geo.straight") for language in LANGUAGES))
    _describe(element, straight.joined("\n"))
    add_text(element, "styleUrl", f"#{_WAY}")
    line = ET.SubElement(element, "LineString")
    add_text(line, "tessellate", "1")
    add_text(line, "coordinates", " ".join(_position(waypoint) for waypoint in document.way))
    return element


def _position(waypoint: Waypoint) -> str:
    lat, lon = decimal_degrees(waypoint.point)
    return f"{lon},{lat}"


def _page_link(element: ET.Element, address: Bilingual) -> None:
    ET.SubElement(element, "atom:link", rel="related", href=address.kk)


def _describe(element: ET.Element, *paragraphs: str) -> None:
    text = "\n\n".join(filter(None, paragraphs))
    add_text(element, "description", escape(text, quote=False))


def _style(name: str, colour: str) -> ET.Element:
    """Return a style without a picture: that would be fetched from somebody else's server."""
    style = ET.Element("Style", id=name)
    add_text(ET.SubElement(style, "IconStyle"), "color", _kml_colour(colour))
    return style


def _way_style() -> ET.Element:
    style = ET.Element("Style", id=_WAY)
    line = ET.SubElement(style, "LineStyle")
    add_text(line, "color", _kml_colour(_LINE))
    add_text(line, "width", "3")
    return style


def _kml_colour(colour: str) -> str:
    """Return a colour of CSS as KML writes it: opacity, blue, green, red."""
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    return f"ff{blue}{green}{red}"
