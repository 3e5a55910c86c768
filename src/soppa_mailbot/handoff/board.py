"""Whether the Board must act on an order: said only where its total and the threshold are both known. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from soppa_mailbot import wording
from soppa_mailbot.judging.judge_items import newest_orders
from soppa_mailbot.model import Findings


@dataclass(frozen=True, slots=True)
class Board:
    """`must_act` None: not determined, and `why` says what is wanting."""

    must_act: bool | None
    why: str  # a sentence
    meeting: date | None = None  # the next one, where the Board must act


def order_total(history: Sequence[Findings]) -> Decimal | None:
    """What the order form that counts comes to; None without one, or where its papers do not say the same."""
    totals = {paper.total for paper in newest_orders(history)}
    return Decimal(totals.pop()) if len(totals) == 1 and "" not in totals else None


def board_of(total: Decimal | None, threshold: Decimal | None, meetings: Sequence[date], today: date) -> Board:
    """`threshold`: orders of this many dollars or more are for the Board."""
    if threshold is None:
        return Board(None, "No threshold is set (handoff.board_threshold).")
    if total is None:
        return Board(None, f"No single order total could be read; the threshold is {dollars(threshold)}.")
    if total < threshold:
        return Board(False, f"The order comes to {dollars(total)}, less than the threshold of {dollars(threshold)}.")
    upcoming = sorted(day for day in meetings if day >= today)
    told = f"The order comes to {dollars(total)}; from {dollars(threshold)} on the Board acts."
    if upcoming:
        told += f" Its next meeting is on {wording.american(upcoming[0])}."
    return Board(True, told, upcoming[0] if upcoming else None)


def dollars(amount: Decimal) -> str:
    """`$25,000`, `$980.50`"""
    return f"${amount:,.0f}" if amount == amount.to_integral() else f"${amount:,.2f}"
