"""XML from strangers: no entity is expanded, no DTD or file is loaded, depth and text stay within libxml2's limits."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from soppa_mailbot.model import Reason
from soppa_mailbot.reading.base import CannotRead

_SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


def parse_xml(data: bytes) -> Any:
    """The root element. Raises CannotRead(damaged)."""
    parser = etree.XMLParser(remove_comments=True, remove_pis=True, **_SAFE)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CannotRead(Reason.DAMAGED, "the file is damaged") from error
    if root is None:
        raise CannotRead(Reason.DAMAGED, "the file is damaged")
    return root


def stream_xml(data: bytes, *names: str) -> Iterator[Any]:
    """Elements of these local names as they end, forgotten afterwards: memory stays flat however long the file is."""
    tags = [f"{{*}}{name}" for name in names]
    try:
        for _, element in etree.iterparse(BytesIO(data), events=("end",), tag=tags, remove_comments=True, **_SAFE):
            yield element
            element.clear()
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
    except etree.XMLSyntaxError as error:
        raise CannotRead(Reason.DAMAGED, "the file is damaged") from error


def local(element: Any) -> str:
    """The element's name without its namespace; "" for what is no element (an unexpanded entity)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str, default: str = "") -> str:
    """An attribute by its local name, whatever its namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return default
