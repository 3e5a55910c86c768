"""Old and binary Excel files (XLS, XLSB), through calamine."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

from soppa_mailbot.model import Paragraph, Reason
from soppa_mailbot.reading.base import CannotRead, Limits, Opened
from soppa_mailbot.reading.flow import Budget, rows_to_flow
from soppa_mailbot.reading.number_format import show_date, show_general


def read(data: bytes, limits: Limits) -> Opened:
    """Every visible sheet as a table; values as people read them."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except CalamineError as error:
        words = str(error)
        if "assword" in words:
            raise CannotRead(Reason.ENCRYPTED, "the file needs a password") from error
        raise CannotRead(Reason.DAMAGED, "the file is damaged or cut off") from error
    budget = Budget(limits)
    flow: list[Paragraph] = []
    notes: list[str] = []
    for number, meta in enumerate(book.sheets_metadata[:200]):
        if meta.visible != SheetVisibleEnum.Visible:
            notes.append(f"hidden sheet not read: {meta.name}"[:200])
            continue
        try:
            sheet = book.get_sheet_by_index(number)
            flow += rows_to_flow(_rows(sheet), number, budget)
        except (CalamineError, ValueError, IndexError):
            notes.append(f"sheet could not be read: {meta.name}"[:200])
    names = tuple(meta.name[:80] for meta in book.sheets_metadata[:200])
    return Opened(flow=tuple(flow), notes=tuple(notes), sheets=names, unread=budget.unread())


def _rows(sheet: Any) -> Iterator[list[str]]:
    for row in sheet.iter_rows():
        yield [_shown(value) for value in row]


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return show_general(float(value))
    if isinstance(value, dt.datetime):
        return show_date(value, timed=value.time() != dt.time())
    if isinstance(value, dt.date):
        return show_date(dt.datetime.combine(value, dt.time()), timed=False)
    return str(value).strip()
