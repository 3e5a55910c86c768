"""CSV that a spreadsheet opens without taking a vendor's words for a formula. Pure."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # OWASP, CSV Injection
_WIDE = {"＝": "=", "＋": "+", "－": "-", "＠": "@"}  # some spreadsheets take full-width signs for the plain ones
_UNSEEN = ("Cc", "Cf", "Cn", "Mn", "Zs")  # Unicode's categories of controls, formats, unassigned, marks, blanks


def cell(value: object) -> str:
    """What stands in the cell: an apostrophe before whatever a spreadsheet could take for a formula."""
    text = "" if value is None else str(value).replace("\x00", "")
    # Programs differ in which blanks and controls before a sign they skip: none of them may hide it.
    start = next((c for c in text if not c.isspace() and unicodedata.category(c) not in _UNSEEN), "")
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
