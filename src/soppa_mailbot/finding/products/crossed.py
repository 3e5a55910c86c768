"""Papers of one mail that are for two products: an RFI form beside another product's SOPPA form, forms beside another
product's order.

Names of papers differ in many honest ways: an order lists a module, a form answers with the company's name, an article
is called by its code. So two names are two products only where both are spelt as names and belong to one family
("Planet Math", "Planet Writing"), or where the mail names the one and never the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.names import (
    clearly_different,
    is_company_word,
    is_content_word,
    occurs,
    product_key,
    same_company,
    tokens,
)
from soppa_mailbot.finding.common.subjects import SUBJECTS
from soppa_mailbot.finding.products.line_items_named import quoted_lines
from soppa_mailbot.model import Evidence, PaperFinding

Named = tuple[str, Evidence]
# what an order calls a part of the product, and a form what it is a part of
_PART = re.compile(
    r"\b(?:modules?|add-?ons?|components?|courses?|suite|bundle|family|all|products|programs|apps)\b", re.IGNORECASE
)


def crossed_forms(rfi: Sequence[Named], soppa: Sequence[Named]) -> tuple[str, ...]:
    """An RFI form for one product beside a SOPPA form for another (an answer may list several: then any may agree)."""
    for left, left_proof in rfi:
        for right, right_proof in soppa:
            listed = occurs(left, right_proof.quote) or occurs(right, left_proof.quote)
            if not listed and clearly_different(left, right) and clearly_different(left_proof.quote, right_proof.quote):
                return (left, right)
    return ()


def crossed_order(
    typed: Sequence[Named], photographed: Sequence[Named], papers: Sequence[PaperFinding], mail: str, vendor: str
) -> tuple[str, ...]:
    """The product of a form and the one of the order beside it, where these are two."""
    orders = [paper for paper in papers if paper.products]
    if not orders:
        return ()
    for name, proof in (*typed, *photographed):
        sure = (name, proof) in typed
        if all(_another(name, proof.quote, order, mail, vendor, sure=sure) for order in orders):
            return (name, orders[0].products[0])
    return ()


def _another(name: str, answer: str, order: PaperFinding, mail: str, vendor: str, *, sure: bool) -> bool:
    """Whether the order is for another product than the form; what OCR read (not `sure`) must be a known word."""
    lines = quoted_lines(order)
    if same_company(answer, vendor) or any(_PART.search(said) for said in (answer, *lines)):
        return False
    return all(_two(name, answer, sold, lines, mail, sure=sure) for sold in order.products)


def _two(name: str, answer: str, sold: str, lines: Sequence[str], mail: str, *, sure: bool) -> bool:
    listed = occurs(sold, answer) or any(occurs(name, line) for line in lines)
    if listed or not clearly_different(name, sold):
        return False
    own, other = _own_words(name, (sold, *lines)), _own_words(sold, (name, answer))
    if not own or not other or not (sure or own <= SUBJECTS):
        return False
    if product_key(name)[:1] == product_key(sold)[:1]:
        return True
    return occurs(sold, mail) and not any(occurs(word, mail) for word in own)


def _own_words(name: str, others: Iterable[str]) -> frozenset[str]:
    """The telling words of a name, written with a capital, that the others lack."""
    there = {word for other in others for word in tokens(other)}
    written = [word for word in name.split() if word[:1].isupper() or word[:1].isdigit()]
    telling = {low for word in written if not is_company_word(word) for low in product_key(word)}
    return frozenset(low for low in telling - there if not is_content_word(low))
