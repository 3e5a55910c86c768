"""The list of submissions as people see it on a terminal."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from rich.cells import cell_len

from soppa_mailbot.commands.submissions_table import table_lines
from soppa_mailbot.model import Disposition, Item, ItemVerdict, Status, Track, Verdict
from soppa_mailbot.store.views import SubmissionView

NOW = datetime(2026, 9, 8, 14, 0, tzinfo=UTC)
ITEMS = (
    ItemVerdict(Item.ORDER_FORM, Status.RECEIVED),
    ItemVerdict(Item.RFI_FORM, Status.INCOMPLETE),
    ItemVerdict(Item.SOPPA_FORM, Status.EXEMPT),
    ItemVerdict(Item.LOCATIONS, Status.MISSING),
    ItemVerdict(Item.DEADLINE, Status.RECEIVED, value=("2027-01-15",)),
)


def view(vendor: str, product: str, items: tuple[ItemVerdict, ...] = ITEMS, number: int = 7) -> SubmissionView:
    verdict = Verdict(Track.NEW_OPERATOR, Disposition.INCOMPLETE, vendor, "", product, None, items, ())
    return SubmissionView(
        id=number,
        token="ABCDEF",
        state="waiting_vendor",
        verdict=verdict,
        vendor=vendor,
        product=product,
        deadline=None,
        created=NOW,
        updated=NOW,
        since=NOW,
        messages=(),
        replies=(),
        bounced=(),
    )


def test_a_row_says_what_is_there() -> None:
    title, empty, headings, rule, first, second = table_lines([view("Acme Learning", "AcmeMath")], 80)
    assert title == "1 submission" and empty == "" and set(rule) == {"─"}
    assert first.split() == ["7", "Acme", "Learning", "waiting", "vendor", "yes", "part", "exempt", "no", "2027-01-15"]
    assert second.strip() == "AcmeMath" and second.index("AcmeMath") == first.index("Acme") == headings.index("vendor")
    assert first.index("2027") == headings.index("deadline")


def test_what_cannot_be_judged_is_no_answer() -> None:
    (row,) = table_lines([view("Acme", "", ())], 80)[4:]
    assert row.split() == ["7", "Acme", "waiting", "vendor", "?", "?", "?", "?", "?"]
    assert table_lines([], 80)[0] == "0 submissions"


@pytest.mark.parametrize("width", [80, 70])
@pytest.mark.parametrize("name", ["Planetarium " * 6, "x" * 90, "株式会社アクメ学習ソフトウェア数学読解科学"])
def test_long_names_are_folded_and_the_deadline_stays_whole(name: str, width: int) -> None:
    lines = table_lines([view(name, name, number=12345)], width)
    assert all(cell_len(line) <= width for line in lines)
    assert sum("2027-01-15" in line for line in lines) == 1
    assert sum(line.strip() != "" for line in lines[4:]) >= 2


def test_a_name_cannot_write_over_the_screen() -> None:
    text = "\n".join(table_lines([view("Ac\x1b[2Jme\r\n\u202eevil", "[red]Math[/red]")], 80))
    assert "\x1b" not in text and "\u202e" not in text and "\r" not in text
    assert "Ac[2Jme evil" in text and "[red]Math[/red]" in text
