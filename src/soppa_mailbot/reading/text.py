"""Text files: plain text, CSV, invitations."""

from __future__ import annotations

import csv
import io
from collections import Counter

from soppa_mailbot.model import Reason, Unreadable
from soppa_mailbot.reading.base import CannotRead, Limits, Opened
from soppa_mailbot.reading.charset import decode_text
from soppa_mailbot.reading.flow import ONLY_THE_BEGINNING, Budget, bounded_flow, rows_to_flow

_MAX_BYTES = 10_000_000


def _decoded(data: bytes) -> tuple[str, tuple[Unreadable, ...]]:
    text = decode_text(data[:_MAX_BYTES])
    if text is None:
        raise CannotRead(Reason.DAMAGED, "the file holds no text")
    return text, ONLY_THE_BEGINNING if len(data) > _MAX_BYTES else ()


def read(data: bytes, limits: Limits) -> Opened:
    """A text, line by line."""
    text, cut = _decoded(data)
    flow, unread = bounded_flow(text.replace("\f", "\n"), limits)
    return Opened(flow=flow, unread=unread or cut)


def read_csv(data: bytes, limits: Limits) -> Opened:
    """Rows of cells; the delimiter is the one that parts most lines evenly (RFC 4180 knows only the comma)."""
    text, unread = _decoded(data)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False)
    rows = []
    try:
        for row in reader:
            rows.append([cell.strip() for cell in row])
            if len(rows) >= limits.max_words:
                unread = ONLY_THE_BEGINNING
                break
    except csv.Error:  # a field beyond csv.field_size_limit: what was read so far counts
        unread = ONLY_THE_BEGINNING
    budget = Budget(limits)
    flow = rows_to_flow(rows, 0, budget)
    return Opened(flow=flow, unread=budget.unread() or unread)


def _delimiter(text: str) -> str:
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    best, score = ",", 0
    for candidate in ",;\t|":
        counts = Counter(line.count(candidate) for line in lines if candidate in line)
        if counts:
            _, agreeing = counts.most_common(1)[0]
            if agreeing > score:
                best, score = candidate, agreeing
    return best


def read_calendar(data: bytes, limits: Limits) -> Opened:
    """An invitation or a card (RFC 5545, RFC 6350): its lines unfolded, escapes undone."""
    text, cut = _decoded(data)
    unfolded = text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "")
    words = unfolded.replace("\\n", "\n").replace("\\N", "\n").replace("\\,", ",").replace("\\;", ";")
    flow, unread = bounded_flow(words, limits)
    return Opened(flow=flow, unread=unread or cut)
