"""Which of the papers that look like order forms are an offer for this purchase.

What another district gets, what is cancelled, a sample or long over is set aside: it is no order form here, and no
place and no day is read in it. What may be none stays one, with the doubt that sends it to a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from soppa_mailbot.finding.orders import no_offer, offer_customer, offer_dates, offer_states
from soppa_mailbot.finding.orders.no_offer import Ruling
from soppa_mailbot.finding.papers import OrderText, Papers
from soppa_mailbot.model import Evidence, Item, Kind


def set_aside(read: Papers, day: date, district_names: Sequence[str], schools: Sequence[str] = ()) -> Papers:
    """The papers as they count; `orders` and the order forms among `findings` are the same papers in the same order."""
    findings, orders = [], []
    texts = iter(read.orders)
    for paper in read.findings:
        if paper.kind != Kind.ORDER_FORM:
            findings.append(paper)
            continue
        order = next(texts)
        ruled = _ruling(order, day, district_names, schools)
        if ruled is None:
            findings.append(paper)
            orders.append(order)
            continue
        proof = (
            Evidence(paper.filename, ruled.quote[:200], order.page, "what the paper says of itself"),
            *paper.evidence,
        )
        if ruled.sure:
            topic = str(Item.ORDER_FORM)
            findings.append(replace(paper, kind=Kind.OTHER, detail=ruled.detail, topic=topic, evidence=proof, total=""))
        else:
            findings.append(replace(paper, doubt=ruled.detail, evidence=proof))
            orders.append(order)
    return Papers(tuple(findings), tuple(orders))


def _ruling(order: OrderText, day: date, district_names: Sequence[str], schools: Sequence[str]) -> Ruling | None:
    """The surest of what speaks against it."""
    text = order.text
    found = (
        order.marked,
        _of_sheets(order, district_names, schools),
        no_offer.ruling(text),
        offer_states.ruling(text),
        offer_customer.ruling(text, district_names, schools),
        offer_dates.ruling(text, day),
    )
    return next((r for r in found if r and r.sure), next((r for r in found if r), None))


def _of_sheets(order: OrderText, district_names: Sequence[str], schools: Sequence[str]) -> Ruling | None:
    """What speaks against each sheet of a workbook that holds rows of an order: its name, or whom it is for itself."""
    found = [
        no_offer.ruling(name)
        or offer_states.ruling(name)
        or offer_customer.ruling(f"{text}\nCustomer: {name}", district_names, schools)
        for name, text in order.sheets
    ]
    ruled = [r for r in found if r]
    if not ruled or len(ruled) < len(found):  # one of them may be ours
        return None
    return next((r for r in ruled if not r.sure), ruled[0])
