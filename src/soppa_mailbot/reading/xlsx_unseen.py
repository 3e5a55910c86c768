"""What of a sheet nobody reads as its content: struck cells, hidden rows and columns, and the comments beside cells.

Text with a line through it is deleted for whoever reads it, as in Word. Source: ECMA-376 part 1 §18.3.1.13 (col),
§18.3.1.73 (row), §18.4.10 (strike), §18.7 (comments).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from posixpath import normpath
from typing import Any

from soppa_mailbot.reading.archive import Package
from soppa_mailbot.reading.safexml import attribute, local, parse_xml, stream_xml

_MAX_COLUMNS = 16_384
_MAX_COMMENTS = 400  # of a sheet
_OFF = ("0", "false", "none")
# Excel keeps a conversation once more for older programs, behind words of its own
_THREAD, _SAYS = "[threaded comment]", "comment:"


def struck_styles(root: Any) -> frozenset[int]:
    """The styles (by index in cellXfs) whose letters have a line through them."""
    cells = next(root.iter("{*}cellXfs"), None) if root is not None else None
    if cells is None:
        return frozenset()
    fonts = [is_struck(f) for f in next(root.iter("{*}fonts"), ()) if local(f) == "font"]
    struck = set()
    for index, style in enumerate(x for x in cells if local(x) == "xf"):
        font = attribute(style, "fontId", "0")
        if font.isdigit() and int(font) < len(fonts) and fonts[int(font)]:
            struck.add(index)
    return frozenset(struck)


def is_struck(properties: Any) -> bool:
    """Of a font, or of a run's properties."""
    return any(local(item) == "strike" and attribute(item, "val", "1") not in _OFF for item in properties)


def is_hidden(element: Any) -> bool:
    return element is not None and attribute(element, "hidden", "0") not in _OFF


def hidden_columns(content: bytes) -> frozenset[int]:
    out: set[int] = set()
    for element in stream_xml(content, "col", "row"):
        if local(element) == "row":  # columns stand before the first row
            break
        first, last = (attribute(element, name) for name in ("min", "max"))
        if is_hidden(element) and first.isdigit() and last.isdigit():
            out.update(range(int(first) - 1, min(int(last), _MAX_COLUMNS)))
    return frozenset(out)


def comments(package: Package, sheet: str) -> Iterator[str]:
    """What is noted beside a sheet's cells."""
    folder, _, name = sheet.rpartition("/")
    content = package.read(f"{folder}/_rels/{name}.rels")
    for relation in parse_xml(content).iter("{*}Relationship") if content is not None else ():
        target = attribute(relation, "Target")
        if not attribute(relation, "Type").endswith("/comments"):
            continue
        part = package.read(normpath(target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"))
        for comment in islice(stream_xml(part, "comment"), _MAX_COMMENTS) if part is not None else ():
            text = "".join(t.text or "" for t in comment.iter("{*}t"))
            if text.casefold().startswith(_THREAD):
                text = text[text.casefold().rfind(_SAYS) + len(_SAYS) :]
            yield text
