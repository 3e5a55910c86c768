"""Which cell of which table each paragraph of a `.doc` ([MS-DOC] §2.4.3) stands in.

A mark 0x07 ends a cell, and a row; which of the two is told by the formatting of its paragraph.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Sequence

from soppa_mailbot.reading.doc_fields import OPERAND_SIZE, DocParagraph, Word97

Cell = tuple[int, int, int]

_PAPX_TABLE = 13  # pair of FibRgFcLcb97: PlcfBtePapx
_BX = 13  # bytes of a BxPap, §2.9.23
_IN_TABLE, _ROW_END, _DEPTH = 0x2416, 0x2417, 0x6649  # sprmPFInTable, sprmPFTtp, sprmPItap


def in_cells(story: Sequence[DocParagraph], document: Word97) -> list[tuple[DocParagraph, Cell | None]]:
    """The paragraphs with the cell of each, without those that only end a row.

    No cells at all where a table is in another, or the formatting of a cell is not found.
    """
    formats = _formats(document)
    starts = [run[0] for run in formats]
    out: list[tuple[DocParagraph, Cell | None]] = []
    table, row, column, inside = -1, 0, 0, False
    for paragraph in story:
        number = bisect_right(starts, paragraph.end) - 1
        told = formats[number][2] if number >= 0 and paragraph.end < formats[number][1] else {}
        if told.get(_DEPTH, 1) > 1 or (paragraph.ends_cell and not told.get(_IN_TABLE)):
            return [(p, None) for p in story]
        if not told.get(_IN_TABLE):
            inside = False
            out.append((paragraph, None))
            continue
        if not inside:
            table, row, column, inside = table + 1, 0, 0, True
        if told.get(_ROW_END):
            row, column = row + 1, 0
            continue
        out.append((paragraph, (table, row, column)))
        column += paragraph.ends_cell
    return out


def _formats(document: Word97) -> list[tuple[int, int, dict[int, int]]]:
    """First and last offset of paragraphs in the stream, and what their formatting says of tables."""
    plc = document.pair(_PAPX_TABLE)
    count = (len(plc) - 4) // 8
    out: list[tuple[int, int, dict[int, int]]] = []
    for (number,) in struct.iter_unpack("<I", plc[4 * (count + 1) : 4 * (count + 1) + 4 * count]):
        page = document.page(number)
        if len(page) == 512:
            out += _of_page(page)
    return sorted(out, key=lambda run: run[:2])


def _of_page(page: bytes) -> list[tuple[int, int, dict[int, int]]]:
    """The paragraphs of one PapxFkp (§2.9.174)."""
    count = page[511]
    if 4 * (count + 1) + _BX * count > 511:
        return []
    bounds = struct.unpack_from(f"<{count + 1}I", page)
    out = []
    for number in range(count):
        at = 2 * page[4 * (count + 1) + _BX * number]
        size = 2 * page[at] - 1 if at and page[at] else 0
        if at and not size and at + 1 < len(page):  # a longer one says its length in the next byte
            at, size = at + 1, 2 * page[at + 1]
        told = _said(page[at + 3 : at + 1 + size]) if size > 2 else {}  # behind the number of its style
        out.append((bounds[number], bounds[number + 1], told))
    return out


def _said(properties: bytes) -> dict[int, int]:
    out: dict[int, int] = {}
    at = 0
    while at + 2 < len(properties):
        (sprm,) = struct.unpack_from("<H", properties, at)
        at += 2
        size = OPERAND_SIZE.get(sprm >> 13)
        if sprm in (_IN_TABLE, _ROW_END, _DEPTH):
            out[sprm] = int.from_bytes(properties[at : at + (size or 1)], "little")
        if size is None:
            long = sprm == 0xD608  # sprmTDefTable: its length has two bytes, and counts itself but for one
            size = struct.unpack_from("<H", properties, at)[0] + 1 if long and at + 2 <= len(properties) else None
            size = 1 + properties[at] if size is None else size
        at += size
    return out
