"""Excel workbooks (ECMA-376 part 1 §18): cells as people read them, with the values that formulas last gave.

An own reader, because currency and percent live in formats that fast readers drop, and because one cell in the far
corner (XFD1048576) must not make a table of 17 thousand million cells.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from posixpath import normpath
from typing import Any

from soppa_mailbot.model import Paragraph, Reason, Run
from soppa_mailbot.reading.archive import Package
from soppa_mailbot.reading.base import CannotRead, Limits, Opened
from soppa_mailbot.reading.flow import Budget, Table, comments_of
from soppa_mailbot.reading.number_format import format_code, show
from soppa_mailbot.reading.safexml import attribute, local, parse_xml, stream_xml
from soppa_mailbot.reading.xlsx_unseen import comments, hidden_columns, is_hidden, is_struck, struck_styles

_MAX_STRINGS = 500_000
_MAX_NAME = 80  # characters of a sheet's name
_MAX_PICTURES = 500  # of a sheet
_MAX_MERGED = 5_000  # areas of a sheet
_MAX_LOOKED = 10_000_000  # areas looked at for a sheet's empty cells: many in many rows are no form
_WHITE, _PALE, _TINT = 0xF4, 0xA0, 0x10  # of 255: of a light colour's channels, of its darkest one, between them


@dataclass(frozen=True, slots=True)
class _Book:
    strings: tuple[str, ...]
    formats: tuple[str, ...]  # by style index
    open: frozenset[int]  # styles of framed, light cells: where such a cell is empty it may be written into
    struck: frozenset[int]  # styles of letters with a line through them
    date1904: bool


def read(data: bytes, limits: Limits) -> Opened:
    """Every visible sheet as a table; hidden rows and columns and struck cells are left out."""
    package = Package(data, limits)
    workbook = _required(package, "xl/workbook.xml")
    properties = next(workbook.iter("{*}workbookPr"), None)
    date1904 = properties is not None and attribute(properties, "date1904") in ("1", "true")
    styles = package.read("xl/styles.xml")
    root = parse_xml(styles) if styles is not None else None
    book = _Book(_strings(package), _formats(root), _open_styles(root), struck_styles(root), date1904)
    targets = _relations(package, "xl/_rels/workbook.xml.rels")
    budget = Budget(limits)
    flow: list[Paragraph] = []
    names: list[str] = []
    said: list[str] = []
    notes = ["macros"] if "xl/vbaProject.bin" in package.names() else []
    for number, sheet in enumerate(list(workbook.iter("{*}sheet"))[:200]):
        name = attribute(sheet, "name")
        names.append(name[:_MAX_NAME])
        if attribute(sheet, "state", "visible") != "visible":
            notes.append(f"hidden sheet not read: {name}"[:200])
            continue
        part = targets.get(attribute(sheet, "id"), "")
        content = package.read(part)
        if content is not None:
            flow += _with_pictures(_sheet(content, number, book, budget), number, _pictures(package, part))
            said += comments(package, part)
    return Opened(
        flow=tuple(flow),
        notes=tuple(notes),
        comments=comments_of(said),
        sheets=tuple(names),
        unread=budget.unread(),
    )


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
    """Text of a string item: runs, without struck ones and the phonetic hints of East Asian text."""
    pieces = []
    for element in item.iter():
        if local(element) == "t" and local(parent := element.getparent()) != "rPh" and not _is_struck_run(parent):
            pieces.append(element.text or "")
    return "".join(pieces)


def _is_struck_run(run: Any) -> bool:
    return any(local(item) == "rPr" and is_struck(item) for item in run)


def _formats(root: Any) -> tuple[str, ...]:
    if root is None:
        return ()
    custom = {int(attribute(f, "numFmtId", "0")): attribute(f, "formatCode") for f in root.iter("{*}numFmt")}
    cells = next(root.iter("{*}cellXfs"), None)
    if cells is None:
        return ()
    return tuple(format_code(_number(attribute(x, "numFmtId", "0")), custom) for x in cells if local(x) == "xf")


def _number(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 9 else 0


def _sheet(content: bytes, number: int, book: _Book, budget: Budget) -> list[Paragraph]:
    table = Table(number, budget)
    merged = _merged_areas(content)
    at, here, looked = -1, list[_Merged](), 0
    for row, column, text in _cells(content, book):
        if not text and merged:
            if looked > _MAX_LOOKED:
                continue
            if row != at:
                at, here = row, [area for area in merged if area.top <= row <= area.bottom]
                looked += len(merged)
            looked += len(here)
            if any(area.hides(row, column) for area in here):
                continue
        if not table.add(row, column, text):
            break
    return sorted(table.paragraphs, key=lambda p: p.cell or (0, 0, 0))


def _pictures(package: Package, sheet: str) -> set[tuple[int, int]]:
    """(row, column) of the cells in which a sheet's pictures begin: a signature that was put in (§20.5.2)."""
    folder, _, name = sheet.rpartition("/")
    content = package.read(f"{folder}/_rels/{name}.rels")
    relations = parse_xml(content).iter("{*}Relationship") if content is not None else ()
    drawings = [attribute(r, "Target") for r in relations if attribute(r, "Type").endswith("/drawing")]
    out: set[tuple[int, int]] = set()
    for target in drawings[:1]:
        drawing = package.read(normpath(target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"))
        for anchor in parse_xml(drawing) if drawing is not None else ():
            start = next(anchor.iter("{*}from"), None)
            if start is None or next(anchor.iter("{*}pic"), None) is None or len(out) >= _MAX_PICTURES:
                continue
            at = {local(item): _number((item.text or "").strip()) for item in start}
            out.add((at.get("row", 0), at.get("col", 0)))
    return out


def _with_pictures(flow: Sequence[Paragraph], number: int, pictures: Collection[tuple[int, int]]) -> list[Paragraph]:
    """The cells of a sheet, with one for each picture; an empty cell that has one is empty no more."""
    there = {(number, row, column) for row, column in pictures}
    kept = [p for p in flow if p.part != "empty" or p.cell not in there]
    kept += [Paragraph((Run("", image=True),), cell=cell) for cell in there]
    return sorted(kept, key=lambda p: p.cell or (0, 0, 0))


def _cells(content: bytes, book: _Book) -> Iterator[tuple[int, int, str]]:
    row, column = 0, -1
    hidden = hidden_columns(content)
    for cell in stream_xml(content, "c"):
        place = re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7})", attribute(cell, "r"))
        if place:
            row, column = int(place[2]) - 1, _column(place[1])
        else:
            column += 1  # references are optional (§18.3.1.4): the next cell
        if column in hidden or is_hidden(cell.getparent()):
            continue
        style = _number(attribute(cell, "s", "0"))
        text = "" if style in book.struck else _value(cell, book).strip()
        if text or style in book.open:
            yield row, column, text


def _merged_areas(content: bytes) -> list[_Merged]:
    """§18.3.1.55"""
    out = []
    for area in islice(stream_xml(content, "mergeCell"), _MAX_MERGED):
        ends = re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})", attribute(area, "ref"))
        if ends:
            out.append(_Merged(int(ends[2]) - 1, _column(ends[1]), int(ends[4]) - 1, _column(ends[3])))
    return out


@dataclass(frozen=True, slots=True)
class _Merged:
    """One area of merged cells."""

    top: int
    left: int
    bottom: int
    right: int

    def hides(self, row: int, column: int) -> bool:
        """Whether a cell is one of the area's, and not its first."""
        inside = self.top <= row <= self.bottom and self.left <= column <= self.right
        return inside and (row, column) != (self.top, self.left)


def _open_styles(root: Any) -> frozenset[int]:
    """The styles (by index in cellXfs) of cells with a frame and a light ground or none (§18.8.4, §18.8.20)."""
    cells = next(root.iter("{*}cellXfs"), None) if root is not None else None
    if cells is None:
        return frozenset()
    framed = [_is_framed(b) for b in next(root.iter("{*}borders"), ()) if local(b) == "border"]
    light = [_is_light(f) for f in next(root.iter("{*}fills"), ()) if local(f) == "fill"]
    out = set()
    for index, style in enumerate(x for x in cells if local(x) == "xf"):
        border, fill = _number(attribute(style, "borderId", "0")), _number(attribute(style, "fillId", "0"))
        if border < len(framed) and framed[border] and (fill >= len(light) or light[fill]):
            out.add(index)
    return frozenset(out)


def _is_framed(border: Any) -> bool:
    drawn = {local(side) for side in border if attribute(side, "style", "none") != "none"}
    return "bottom" in drawn and bool(drawn & {"left", "right", "top", "start", "end"})


def _is_light(fill: Any) -> bool:
    """No ground, white, or a pale colour; grey cells and those of the workbook's theme are nobody's to fill."""
    pattern = next((p for p in fill if local(p) == "patternFill"), None)
    if pattern is None:
        return False
    if attribute(pattern, "patternType", "none") == "none":
        return True
    colour = next((c for c in pattern if local(c) == "fgColor"), None)
    if attribute(pattern, "patternType") != "solid" or colour is None:
        return False
    if attribute(colour, "theme") == "0" and not attribute(colour, "tint"):
        return True
    rgb = attribute(colour, "rgb")[-6:]
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", rgb):
        return False
    red, green, blue = (int(rgb[at : at + 2], 16) for at in (0, 2, 4))
    return min(red, green, blue) >= _WHITE or (max(red, green, blue) >= _WHITE and _tinted(red, green, blue))


def _tinted(*channels: int) -> bool:
    return max(channels) - min(channels) >= _TINT and min(channels) >= _PALE


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
