"""Excel workbooks (ECMA-376 part 1 §18): cells as people read them, with the values that formulas last gave.

An own reader, because currency and percent live in formats that fast readers drop, and because one cell in the far
corner (XFD1048576) must not make a table of 17 thousand million cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from soppa_mailbot.model import Paragraph, Reason
from soppa_mailbot.reading.archive import Package
from soppa_mailbot.reading.base import CannotRead, Limits, Opened
from soppa_mailbot.reading.flow import Budget, Table
from soppa_mailbot.reading.number_format import format_code, show
from soppa_mailbot.reading.safexml import attribute, local, parse_xml, stream_xml

_MAX_STRINGS = 500_000


@dataclass(frozen=True, slots=True)
class _Book:
    strings: tuple[str, ...]
    formats: tuple[str, ...]  # by style index
    date1904: bool


def read(data: bytes, limits: Limits) -> Opened:
    """Every visible sheet as a table; its name goes before it when it says something."""
    package = Package(data, limits)
    workbook = _required(package, "xl/workbook.xml")
    properties = next(workbook.iter("{*}workbookPr"), None)
    date1904 = properties is not None and attribute(properties, "date1904") in ("1", "true")
    book = _Book(_strings(package), _formats(package), date1904)
    targets = _relations(package, "xl/_rels/workbook.xml.rels")
    budget = Budget(limits)
    flow: list[Paragraph] = []
    notes = ["macros"] if "xl/vbaProject.bin" in package.names() else []
    for number, sheet in enumerate(list(workbook.iter("{*}sheet"))[:200]):
        name = attribute(sheet, "name")
        if attribute(sheet, "state", "visible") != "visible":
            notes.append(f"hidden sheet not read: {name}"[:200])
            continue
        content = package.read(targets.get(attribute(sheet, "id"), ""))
        if content is not None:
            flow += _sheet(content, number, book, budget)
    return Opened(flow=tuple(flow), notes=tuple(notes), unread=budget.unread())


def _required(package: Package, name: str) -> Any:
    content = package.read(name)
    if content is None:
        raise CannotRead(Reason.DAMAGED, "the file is damaged: its workbook is not there")
    return parse_xml(content)


def _relations(package: Package, name: str) -> dict[str, str]:
    content = package.read(name)
    if content is None:
        return {}
    out = {}
    for relation in parse_xml(content).iter("{*}Relationship"):
        target = attribute(relation, "Target")
        if attribute(relation, "TargetMode") != "External":
            out[attribute(relation, "Id")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return out


def _strings(package: Package) -> tuple[str, ...]:
    content = package.read("xl/sharedStrings.xml")
    out: list[str] = []
    for item in stream_xml(content, "si") if content else ():
        out.append(_rich_text(item))
        if len(out) >= _MAX_STRINGS:
            break
    return tuple(out)


def _rich_text(item: Any) -> str:
    """Text of a string item: runs, without the phonetic hints of East Asian text."""
    pieces = []
    for element in item.iter():
        if local(element) == "t" and local(element.getparent()) != "rPh":
            pieces.append(element.text or "")
    return "".join(pieces)


def _formats(package: Package) -> tuple[str, ...]:
    content = package.read("xl/styles.xml")
    if content is None:
        return ()
    root = parse_xml(content)
    custom = {int(attribute(f, "numFmtId", "0")): attribute(f, "formatCode") for f in root.iter("{*}numFmt")}
    cells = next(root.iter("{*}cellXfs"), None)
    if cells is None:
        return ()
    return tuple(format_code(_number(attribute(x, "numFmtId", "0")), custom) for x in cells if local(x) == "xf")


def _number(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 9 else 0


def _sheet(content: bytes, number: int, book: _Book, budget: Budget) -> list[Paragraph]:
    table = Table(number, budget)
    for row, column, text in _cells(content, book):
        if not table.add(row, column, text):
            break
    return sorted(table.paragraphs, key=lambda p: p.cell or (0, 0, 0))


def _cells(content: bytes, book: _Book) -> Iterator[tuple[int, int, str]]:
    row, column = 0, -1
    for cell in stream_xml(content, "c"):
        place = re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7})", attribute(cell, "r"))
        if place:
            row, column = int(place[2]) - 1, _column(place[1])
        else:
            column += 1  # references are optional (§18.3.1.4): the next cell
        text = _value(cell, book).strip()
        if text:
            yield row, column, text


def _column(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - 64
    return value - 1


def _value(cell: Any, book: _Book) -> str:
    kind = attribute(cell, "t", "n")
    if kind == "inlineStr":
        return _rich_text(cell)
    raw = next((v.text or "" for v in cell if local(v) == "v"), "")
    if kind == "s":
        return book.strings[int(raw)] if raw.isdigit() and int(raw) < len(book.strings) else ""
    if kind == "b":
        return "TRUE" if raw == "1" else "FALSE" if raw else ""
    if kind in ("str", "e", "d") or not raw:
        return raw
    style = _number(attribute(cell, "s", "0"))
    try:
        return show(float(raw), book.formats[style] if style < len(book.formats) else "General", date1904=book.date1904)
    except (ValueError, OverflowError):
        return raw
