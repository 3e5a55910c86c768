"""Files inside a PDF: attachments, portfolios (ISO 32000-1 §7.11.4, §12.3.5), and the data of XFA forms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from soppa_mailbot import lazy_re as re
from soppa_mailbot.model import Field, Part
from soppa_mailbot.reading.base import Limits
from soppa_mailbot.reading.pdf_values import dictionary, items, name_of, stream_bytes, text_of

_MAX_NODES = 10_000  # of the name tree
_MAX_XFA = 20_000_000  # bytes of one packet
_MAX_LEAVES = 5_000
_UNSAFE = re.compile(r"[\x00-\x1f\x7f]")


def embedded_files(pdf: Any, pages: int, limits: Limits) -> tuple[Part, ...]:
    """Attached files by the name tree and by FileAttachment annotations, within the limits of a container."""
    room, parts = limits.max_unpacked, []
    seen: set[tuple[int, int]] = set()
    for specification in _specifications(pdf, pages):
        holder = dictionary(specification.get("/EF"))
        stream = (holder.get("/UF") or holder.get("/F")) if holder is not None else None
        if not isinstance(stream, pikepdf.Stream) or stream.objgen in seen:
            continue
        seen.add(stream.objgen)
        payload = stream_bytes(stream, room)
        name = text_of(specification.get("/UF")) or text_of(specification.get("/F"))
        parts.append(Part(_file_name(name), name_of(stream.get("/Subtype")).casefold(), payload, inline=False))
        room -= len(payload)
        if len(parts) >= limits.max_files or room <= 0:
            break
    return tuple(parts)


def is_portfolio(pdf: Any) -> bool:
    """A PDF whose pages are only the cover of the files in it."""
    return dictionary(pdf.Root.get("/Collection")) is not None


def xfa_data(pdf: Any) -> tuple[Field, ...] | None:
    """What was entered into a dynamic XFA form, leaf by leaf; None where the PDF is none.

    Such a file has no fields and no drawn page ("Please wait..."): only its data packet tells. Static XFA forms keep
    their AcroForm fields, which are read as such.
    """
    form = dictionary(pdf.Root.get("/AcroForm"))
    packets = form.get("/XFA") if form is not None else None
    if packets is None or form is None:
        return None
    if not bool(pdf.Root.get("/NeedsRendering", False)) and items(form.get("/Fields")):
        return None
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(_datasets(packets), parser)
    except (etree.XMLSyntaxError, ValueError):
        return ()
    fields: list[Field] = []
    for leaf in root.iter("*"):
        if len(leaf) or len(fields) >= _MAX_LEAVES:
            continue
        path = [etree.QName(node).localname for node in (*reversed(list(leaf.iterancestors())), leaf)]
        value = (leaf.text or "").strip()
        if "data" in path:
            name = ".".join(path[path.index("data") + 1 :])
            fields.append(Field(name, "text", value, bool(value), label=path[-1]))
    return tuple(fields)


def _datasets(packets: Any) -> bytes:
    if isinstance(packets, pikepdf.Stream):
        return stream_bytes(packets, _MAX_XFA)
    parts = items(packets)
    for name, packet in zip(parts[::2], parts[1::2], strict=False):
        if text_of(name) == "datasets" and isinstance(packet, pikepdf.Stream):
            return stream_bytes(packet, _MAX_XFA)
    return b""


def _specifications(pdf: Any, pages: int) -> Iterator[Any]:
    names = dictionary(pdf.Root.get("/Names"))
    todo = [names.get("/EmbeddedFiles")] if names is not None else []
    visited = 0
    while todo and visited < _MAX_NODES:
        node = dictionary(todo.pop(0))
        visited += 1
        if node is None:
            continue
        for item in items(node.get("/Names"))[1::2]:
            specification = dictionary(item)
            if specification is not None:
                yield specification
        todo += items(node.get("/Kids"))
    for number, page in enumerate(pdf.pages, 1):
        if number > pages:
            return
        for annotation in items(page.obj.get("/Annots"))[:_MAX_NODES]:
            node = dictionary(annotation)
            if node is not None and name_of(node.get("/Subtype")) == "FileAttachment":
                specification = dictionary(node.get("/FS"))
                if specification is not None:
                    yield specification


def _file_name(name: str) -> str:
    return _UNSAFE.sub("", name.replace("\\", "/").rpartition("/")[2]).strip()[:200] or "attached file"
