"""CSV that a spreadsheet opens without taking a vendor's words for a formula. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # OWASP, CSV Injection
_WIDE = {"＝": "=", "＋": "+", "－": "-", "＠": "@"}  # some spreadsheets take full-width signs for the plain ones


def cell(value: object) -> str:
    """What stands in the cell: an apostrophe before whatever a spreadsheet could take for a formula."""
    text = "" if value is None else str(value).replace("\x00", "")
    start = text.lstrip(" \u00a0\ufeff")[:1]
    risky = text.startswith(_FORMULA) or _WIDE.get(start, start) in _FORMULA
    return "'" + text if risky else text


def csv_text(heading: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """RFC 4180, every cell through `cell`."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([cell(name) for name in heading])
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue()


def for_excel(text: str) -> bytes:
    """UTF-8 with the mark without which Excel takes it for the Windows code page."""
    return ("\ufeff" + text).encode("utf-8", "replace")
