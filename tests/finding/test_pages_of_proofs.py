"""Each proof of an order form names the page that it stands on."""

from __future__ import annotations

from soppa_mailbot.finding.papers import find
from soppa_mailbot.model import Document, Kind, Page, Word


def page(number: int, *lines: str) -> Page:
    words = [
        Word(token, (60.0 + 50 * at, 60.0 + 20 * row, 100.0 + 50 * at, 72.0 + 20 * row))
        for row, line in enumerate(lines)
        for at, token in enumerate(line.split())
    ]
    return Page(number, 612, 792, tuple(words))


def test_where_each_proof_stands() -> None:
    cover = page(1, "Quote 5521", "Tern Harbor Learning LLC")
    prices = page(2, "TernTutor annual license 240 $9.50 $2,280.00", "Total: $2,280.00")
    (paper,) = find([Document("a1", "offer.pdf", pages=(cover, prices))], ()).findings
    assert paper.kind == Kind.ORDER_FORM
    pages = {proof.quote: proof.page for proof in paper.evidence}
    assert pages["Quote 5521"] == 1
    assert pages["Total: $2,280.00"] == 2
