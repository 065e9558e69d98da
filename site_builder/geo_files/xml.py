"""What GPX and KML have in common: both are XML, and text is text."""

from __future__ import annotations

from xml.etree import ElementTree as ET

__all__ = ["add_text", "xml_bytes"]


def add_text(parent: ET.Element, name: str, text: str) -> None:
    """Add a child that holds a text; none without a text."""
    if text:
        ET.SubElement(parent, name).text = text


def xml_bytes(root: ET.Element) -> bytes:
    """Return a document, the same bytes in every build."""
    ET.indent(root)
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"
