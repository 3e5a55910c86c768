"""All open submissions as a table, for whoever would rather sort and filter. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from soppa_mailbot import wording
from soppa_mailbot.digests.digest_rows import DigestRow
from soppa_mailbot.model import Item
from soppa_mailbot.safe_csv import csv_text, for_excel

_STATES = {
    "waiting_vendor": "waits for the vendor",
    "waiting_district": "waits for the District",
    "review": "a person must decide",
}
_HEADING = (
    "Submission", "Token", "State", "Since", "Days", "Product", "Vendor", "Address", "Schools", "Deadline",
    "Days to deadline", "Order form", "RFI form", "SOPPA form", "Schools or departments", "Deadline given",
    "What is left", "Why a person must decide", "Answer",
)  # fmt: skip


def table_of(rows: Sequence[DigestRow], now: datetime, zone: ZoneInfo) -> bytes:
    """A CSV file; `zone` is the district's. Longest wait first."""
    today = now.astimezone(zone).date()
    ordered = sorted(rows, key=lambda row: (row.since or now, row.id))
    return for_excel(csv_text(_HEADING, [_line(row, today, zone) for row in ordered]))


def _line(row: DigestRow, today: date, zone: ZoneInfo) -> tuple[object, ...]:
    since = row.since.astimezone(zone).date() if row.since else None
    status = {item.item: item.status.value.replace("_", " ") for item in row.items}
    left = "; ".join(f"{i.item.value.replace('_', ' ')}: {i.detail}" for i in row.items if i.detail)
    return (
        row.id,
        row.token,
        _STATES.get(row.state, row.state),
        since or "",
        (today - since).days if since else "",
        *(wording.clean(words, 200) for words in (row.product, row.vendor, row.email)),
        wording.clean("; ".join(row.schools), 1000),
        row.deadline or "",
        (row.deadline - today).days if row.deadline else "",
        *(status.get(item, "") for item in Item),
        wording.clean(left, 1000),
        wording.clean("; ".join(row.reasons), 1000),
        row.reply,
    )
