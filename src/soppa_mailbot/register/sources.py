"""A file of agreements as rows of cells: CSV, XLSX (or XLS, ODS), or the tables of a web page.

The file is an administrator's own, not a vendor's, but may be large or odd: bounded, and every failure is a UsageError.
"""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from soppa_mailbot.errors import UsageError
from soppa_mailbot.lists import decoded

MAX_BYTES = 50_000_000
MAX_ROWS = 20_000


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


def read(path: Path) -> tuple[Source, ...]:
    """Every table in the file. Raises UsageError when it cannot be read as any."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from error
    if len(data) > MAX_BYTES:
        raise UsageError(f"{path} is larger than {MAX_BYTES // 1_000_000} MB: that is no register")
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

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        found = []
        for name in book.sheet_names[:20]:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=MAX_ROWS)
            cells = tuple(tuple(_cell(_plain(value)) for value in row) for row in rows)
            found.append(Source(f"sheet {name}", cells, tuple(range(1, len(cells) + 1))))
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError) as error:
        raise UsageError(f"{path} is no workbook that can be read ({error}); save it as XLSX or CSV") from error
    return tuple(found)


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
        rows = tuple(
            tuple(cell for element in row if element.tag in ("td", "th") for cell in _cells(element))
            for row in _own_rows(table)
        )
        found.append(Source(f"table {number}", rows[:MAX_ROWS], tuple(range(1, len(rows) + 1))[:MAX_ROWS]))
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


def _cells(element) -> list[Cell]:  # type: ignore[no-untyped-def]
    """The cell, repeated over the columns that it spans."""
    for line in element.iter("br"):
        line.tail = " " + (line.tail or "")
    links = [a.get("href", "").strip() for a in element.iter("a")]
    link = next((href for href in links if href.lower().startswith(("http://", "https://"))), "")
    cell = Cell(" ".join(element.text_content().split()), link)
    span = element.get("colspan", "1")
    return [cell] * (min(int(span), 50) if span.isdecimal() and int(span) > 0 else 1)


def _cell(text: str) -> Cell:
    text = " ".join(text.replace("\x00", "").split())
    return Cell(text, text if text.lower().startswith(("http://", "https://")) else "")
