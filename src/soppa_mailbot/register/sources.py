"""A file of agreements as rows of cells: CSV, XLSX (or XLS, ODS), or the tables of a web page.

The file is an administrator's own, not a vendor's, but may be large or odd: bounded, and every failure is a UsageError.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from soppa_mailbot.errors import UsageError
from soppa_mailbot.lists import decoded

MAX_BYTES = 50_000_000
MAX_ROWS = 20_000
_MAX_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    link: str = ""  # its first http(s) target


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One table of the file."""

    name: str  # for people: "sheet Agreements", "table 2"
    rows: tuple[Row, ...]
    numbers: tuple[int, ...]  # each row's number in the file, from 1
    serials: bool = False  # a day may stand in it as a bare number, as spreadsheets count them


def read(path: Path) -> tuple[Source, ...]:
    """Every table in the file. Raises UsageError when it cannot be read as any."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from error
    if len(data) > MAX_BYTES:
        raise UsageError(f"{path} is larger than {MAX_BYTES // 1_000_000} MB: that is no register")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = decoded(data).encode()
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return _sheets(path, data)
    if start.startswith(b"<") or path.suffix.casefold() in (".html", ".htm"):
        return _web_page(path, data)
    return (_csv(path, data),)


def _csv(path: Path, data: bytes) -> Source:
    text = decoded(data)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows, numbers = [], []
    try:
        for cells in reader:
            rows.append(tuple(_cell(c) for c in cells))
            numbers.append(reader.line_num)
            if len(rows) > MAX_ROWS:
                raise UsageError(f"{path} has more than {MAX_ROWS} rows: that is no register")
    except csv.Error as error:
        raise UsageError(f"{path} row {reader.line_num}: not valid CSV: {error}") from error
    return Source(path.name, tuple(rows), tuple(numbers))


def _sheets(path: Path, data: bytes) -> tuple[Source, ...]:
    from python_calamine import CalamineError, CalamineWorkbook

    serials = not _counts_from_1904(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        found = []
        for name in book.sheet_names[:20]:
            sheet = book.get_sheet_by_name(name)
            rows = [
                [_cell(_plain(value)) for value in row]
                for row in sheet.to_python(skip_empty_area=False, nrows=MAX_ROWS)
            ]
            _spread(rows, sheet.merged_cell_ranges or ())
            cells = tuple(map(tuple, rows))
            found.append(Source(f"sheet {name}", cells, tuple(range(1, len(cells) + 1)), serials))
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError) as error:
        raise UsageError(f"{path} is no workbook that can be read ({error}); save it as XLSX or CSV") from error
    return tuple(found)


def _counts_from_1904(data: bytes) -> bool:
    """Workbooks of old Macs count days from another one (ECMA-376 part 1, 18.17.4.1)."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open("xl/workbook.xml") as book:
            start = book.read(100_000)
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, RuntimeError, NotImplementedError, zlib.error):
        return False
    return re.search(rb"date1904\s*=\s*[\"'](?:1|true)", start) is not None


def _spread(rows: list[list[Cell]], ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """A merged cell stands in each place that it spans, as a reader sees it."""
    for (top, left), (bottom, right) in ranges:
        for number in range(top, min(bottom + 1, len(rows), top + MAX_ROWS)):
            row = rows[number]
            row[left : right + 1] = [rows[top][left]] * len(row[left : right + 1])


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _web_page(path: Path, data: bytes) -> tuple[Source, ...]:
    from lxml import etree, html

    try:
        parser = html.HTMLParser(encoding=_encoding(data), huge_tree=False, no_network=True)
        root = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise UsageError(f"{path} cannot be read as a web page: {error}") from error
    found = []
    for number, table in enumerate(root.iter("table"), 1):
        rows = _grid(_own_rows(table))
        found.append(Source(f"table {number}", rows, tuple(range(1, len(rows) + 1))))
    if not found:
        raise UsageError(f"{path} holds no table; save the page that shows the agreements, or export them as CSV")
    return tuple(found)


def _encoding(data: bytes) -> str:
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _own_rows(table) -> list:  # type: ignore[no-untyped-def,type-arg]
    """Its rows, but not those of a table within it."""
    return [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]


def _grid(rows: list) -> tuple[Row, ...]:  # type: ignore[type-arg]
    """Each cell in every row and column that it spans (HTML, "Forming a table"): a span ends with its row group."""
    found: list[Row] = []
    group = None
    hanging: dict[int, tuple[Cell, int]] = {}  # column -> the cell from above, and for how many rows more
    for row in rows[:MAX_ROWS]:
        if row.getparent() is not group:
            group, hanging = row.getparent(), {}
        cells: dict[int, Cell] = {column: cell for column, (cell, _) in hanging.items()}
        below = {column: (cell, left - 1) for column, (cell, left) in hanging.items() if left > 1}
        column = 0
        for element in row:
            if element.tag not in ("td", "th"):
                continue
            while column in cells:
                column += 1
            cell, down = _content(element), _span(element, "rowspan", MAX_ROWS)
            for place in range(column, min(column + _span(element, "colspan", 50), _MAX_COLUMNS)):
                cells.setdefault(place, cell)
                if down > 1 and cells[place] is cell:
                    below[place] = (cell, down - 1)
        hanging = below
        found.append(tuple(cells.get(place, Cell("")) for place in range(max(cells, default=-1) + 1)))
    return tuple(found)


def _span(element, name: str, most: int) -> int:  # type: ignore[no-untyped-def]
    """How far a cell reaches; rowspan 0 is all rows to the end of their group."""
    said = element.get(name, "1").strip()
    if not (said.isascii() and said.isdecimal()):
        return 1
    return min(int(said[:9]), most) or (most if name == "rowspan" else 1)


def _content(element) -> Cell:  # type: ignore[no-untyped-def]
    for line in element.iter("br"):
        line.tail = " " + (line.tail or "")
    links = [a.get("href", "").strip() for a in element.iter("a")]
    link = next((href for href in links if href.lower().startswith(("http://", "https://"))), "")
    return Cell(" ".join(element.text_content().split()), link)


def _cell(text: str) -> Cell:
    text = " ".join(text.replace("\x00", "").split())
    return Cell(text, text if text.lower().startswith(("http://", "https://")) else "")
