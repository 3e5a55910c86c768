"""Is this paper an order form? From what it says and how it is laid out, with reasons.

An order form (quote, proposal, estimate, statement of work) names what is bought and its price or quantity, and comes
from the seller before the purchase. An invoice asks for money, a purchase order comes from the buyer, a price list has
prices for everybody, a brochure has none (contract §4, Forms).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.bounded import PAPER, bounded
from soppa_mailbot.finding.common.names import clean_product, occurs
from soppa_mailbot.finding.common.paper_kind import PaperKind
from soppa_mailbot.finding.orders.opinion import Opinion, evidence, total_of
from soppa_mailbot.finding.orders.order_by_build import made_out
from soppa_mailbot.finding.orders.order_empty import DETAIL, nothing_ordered
from soppa_mailbot.finding.orders.order_in_mail import assess_mail, with_columns
from soppa_mailbot.finding.orders.order_prose import counted_items, names_product, priced_sentence, prose_products
from soppa_mailbot.finding.orders.paper_words import ARTICLES, KINDS
from soppa_mailbot.finding.orders.paper_words_priced import FULFILLED, INVOICE, ORDER, PRICE_LIST, PURCHASE_ORDER
from soppa_mailbot.finding.orders.paper_words_unpriced import AGREEMENT, CERTIFICATE, EVENT, FORM, REQUEST
from soppa_mailbot.finding.products.line_items import Table, counted, loose_rows, tables
from soppa_mailbot.finding.products.line_items_named import labelled_products, software_names
from soppa_mailbot.finding.products.line_items_rows import MONEY, LineItem
from soppa_mailbot.finding.products.makers import line_with_maker
from soppa_mailbot.model import Evidence

# Votes. A title that stands alone outweighs any two phrases; a paper needs more than one phrase to be called anything.
_TITLE, _LABEL, _TABLE, _FILENAME, _DISTRICT_ON_TOP = 8.0, 3.0, 3.0, 1.5, 2.0
_PHRASES_AT_MOST = 6.0
_ENOUGH = 4.5
_HEAD_LINES, _FAR_LINES = 14, 40  # where titles stand; below _HEAD_LINES they weigh half

_RE = re.compile(r"^(?:re|subject|regarding|concerning)\s*:\s*(?=\S)", re.IGNORECASE)
_LABEL_WORD = re.compile(r"(?:#|\bno\.?\b|\bnumber\b|\bid\b|\bdate\b)", re.IGNORECASE)
_LEGAL_NAME = re.compile(
    r"^([A-Z0-9][^.;:]{1,50}?,?\s(?:Inc|LLC|L\.L\.C|Ltd|Corp|Corporation|Company|Co|GmbH|LLP|PBC|"
    r"Incorporated|Limited)\b\.?)(?:$|[,.\s|(])"
)
_SELLER = re.compile(
    r"^\W*(?:licensor|provider|vendor|seller|company|supplier|operator|from|publisher|reseller|"
    r"remit to)\s*[:\t]\s*([^\t\n,(]{2,60})",
    re.IGNORECASE | re.MULTILINE,
)
_GENERIC_PARTY = re.compile(
    r"(?:the )?(?:company|provider|vendor|licensor|customer|signature|name|title|supplier)s?", re.IGNORECASE
)
_PARTY = re.compile(
    r"\b(?:between|by)\s+([A-Z][^(\n]{2,60}?)\s*\(\s*(?:the\s+)?[\"“](?:licensor|provider|vendor|company|"
    r"contractor|supplier)",
    re.IGNORECASE,
)
_TITLED_PRODUCT = re.compile(
    r"^\W*(?:quote|quotation|proposal|estimate|order form|statement of work|order)\s*(?:for|"
    r"[-–—:])\s*([A-Z][^\t\n]{2,80})$",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class _Votes:
    kind: PaperKind
    title: float
    total: float
    reasons: tuple[Evidence, ...]


def assess(
    text: str,
    *,
    district_names: Sequence[str] = (),
    filename: str = "",
    body: bool = False,
    source: str = "",
    page: int = 0,
) -> Opinion:
    """What this paper is. `body`: it is a mail's own words, which are an order form only when they say so."""
    text = with_columns(bounded(text, PAPER)) if body else _unspaced(bounded(text, PAPER))
    source = source or filename or ("body" if body else "")
    found = tables(text)
    # a narrow table may have tabs between some of its cells only
    items = tuple(i for t in found for i in t.items) or loose_rows(text) or loose_rows(text.replace("\t", " "))
    if body:
        return assess_mail(text, items, source)
    items = items or counted_items(text)
    votes = [_votes(kind, text, filename, source, page) for kind in KINDS]
    votes = [_adjusted(v, votes, text, items, district_names) for v in votes]
    best = max(votes, key=lambda v: v.total)
    order = next(v for v in votes if v.kind is ORDER)
    if order.title < _TITLE:
        # a number of an order or of a quote stands on invoices too; a paper that calls itself nothing else is none
        invoice = [v for v in votes if v.kind is INVOICE and v.title >= _LABEL]
        rivals = [v for v in votes if v.kind in (PURCHASE_ORDER, EVENT, REQUEST) and v.title >= _TITLE] + invoice
        if best is order and rivals:
            best = max(rivals, key=lambda v: v.total)
            return Opinion(best.kind.kind, best.total, best.reasons, detail=ARTICLES[best.kind.kind])
    weak = best is not order or best.total < _ENOUGH
    if weak and _gives_way(best, votes) and not FULFILLED.search(text) and made_out(text, items, district_names):
        return _order(text, found, items, order, district_names, source, page)
    if best.total < _ENOUGH:
        return Opinion("other", best.total, best.reasons, detail="")
    if best.kind is not ORDER:
        return Opinion(best.kind.kind, best.total, best.reasons, detail=ARTICLES[best.kind.kind])
    return _order(text, found, items, order, district_names, source, page)


def _unspaced(text: str) -> str:
    """With titles whose letters stand apart as words: "I N V O I C E"."""
    return _SPACED.sub(lambda m: m[0].replace(" ", ""), text)


_SPACED = re.compile(r"(?<!\S)(?:[A-Z] ){3,20}[A-Z](?!\S)")


def _gives_way(best: _Votes, votes: Sequence[_Votes]) -> bool:
    """Whether no title and no wording of a bill, of the buyer's or of an event stands against an order form."""
    titled = any(v.title >= _TITLE for v in votes if v.kind not in (ORDER, PRICE_LIST))
    told = best.kind in (INVOICE, PURCHASE_ORDER, EVENT, REQUEST, CERTIFICATE) and best.total >= _ENOUGH
    return not titled and not told


def _votes(kind: PaperKind, text: str, filename: str, source: str, page: int) -> _Votes:
    title, reasons = _titled(kind, text, source, page)
    total = title
    for weight, pattern in kind.phrases:
        hits = list(pattern.finditer(text))[:3]
        if hits:
            total += weight * (1 + 0.25 * (len(hits) - 1))
            reasons.append(evidence(source, page, _line_at(text, hits[0].start()), f"{kind.kind} wording"))
    total = title + min(total - title, _PHRASES_AT_MOST)
    if filename and kind.filename and kind.filename.search(re.sub(r"[_\-.]+", " ", filename)) and total > 0:
        total += _FILENAME
        reasons.append(evidence(source, 0, filename, f"{kind.kind} by its file name"))
    return _Votes(kind, title, total, tuple(reasons))


def _titled(kind: PaperKind, text: str, source: str, page: int) -> tuple[float, list[Evidence]]:
    """The best title or label near the top: alone on its line (or in its cell), it is a title."""
    best, reason = 0.0, None
    lines = [line for line in text.splitlines() if line.strip()][:_FAR_LINES]
    for number, line in enumerate(lines):
        factor = 1.0 if number < _HEAD_LINES else 0.5
        for cell in _title_places(line):
            weight = 0.0
            if 0 < len(cell) <= 110 and len(cell.split()) <= 14 and kind.title.match(cell):
                weight = _LABEL if _LABEL_WORD.search(cell) and kind is not EVENT else _TITLE
                if _is_rather(kind, cell):
                    weight = 0.0
                if cell.endswith(".") and len(cell.split()) > 6:  # a sentence that begins like a title
                    weight = 0.0
            elif kind.labels and kind.labels.search(cell):
                weight = _LABEL
            if weight * factor > best:
                best, reason = weight * factor, evidence(source, page, cell, f"{kind.kind} title")
    return best, [reason] if reason else []


def _is_rather(kind: PaperKind, cell: str) -> bool:
    """Whether a title that this kind could claim belongs to another: a booth's order form, a request for quotes."""
    if kind in (FORM, INVOICE):  # "Pro forma / Quote"
        return ORDER.title.match(cell) is not None
    return kind is ORDER and any(other.title.match(cell) for other in (EVENT, REQUEST))


def _title_places(line: str) -> list[str]:
    """Where a title may stand: a cell, the whole line, or what follows "Re:" or the company's name ("Acme - Quote")."""
    cells = [_RE.sub("", c.strip()) for c in line.split("\t")]
    pieces = [piece.strip() for piece in re.split(r"\s[-–—|•]\s|(?<=[\w.]):\s(?=[A-Z])", line)[1:]]
    return [*cells, *([" ".join(cells)] if len(cells) == 2 else []), *pieces]


def _adjusted(
    vote: _Votes, votes: Sequence[_Votes], text: str, items: Sequence[LineItem], district_names: Sequence[str]
) -> _Votes:
    """What the layout adds: a table of line items speaks for an order form, the District's letterhead for its PO."""
    extra = 0.0
    if vote.kind is ORDER and any(i.quantity or i.price for i in items):
        extra += _TABLE
    if vote.kind is ORDER and not vote.title and not items:
        extra -= 2.0  # phrases alone, without a title or a table, make no order form
    if FULFILLED.search(text):
        extra += {ORDER.kind: -_TITLE, INVOICE.kind: _LABEL}.get(vote.kind.kind, 0.0)
    if vote.kind is PURCHASE_ORDER and vote.title:
        top = "\n".join(line for line in text.splitlines() if line.strip())[:200]
        extra += _DISTRICT_ON_TOP if any(occurs(name, top) for name in district_names) else 0.0
    if vote.kind in (AGREEMENT, FORM) and not vote.title:
        extra -= 2.0
    return _Votes(vote.kind, vote.title, vote.total + extra, vote.reasons)


def _order(
    text: str,
    found: Sequence[Table],
    items: Sequence[LineItem],
    vote: _Votes,
    district_names: Sequence[str],
    source: str,
    page: int,
) -> Opinion:
    vendor = _vendor(text, district_names)
    products = (
        software_names(items, vendor)
        or labelled_products(text)
        or _titled_products(text, district_names)
        or prose_products(text, district_names)
    )
    total = total_of(text)
    prices = any(i.price for i in items) or (MONEY.search(text) is not None)
    quantity = any(i.quantity for i in items) or counted(text)
    reasons = vote.reasons + tuple(
        evidence(source, page, item.line, "line item with quantity or price")
        for item in items[:3]
        if item.quantity or item.price
    )
    if not items and (sold := line_with_maker(text)):  # its price is on another line of a skewed scan
        reasons += (evidence(source, page, sold, "line item with its maker"),)
    if not prices and not quantity:
        return Opinion("other", vote.total, reasons, detail="no order form: it names no price and no quantity")
    if nothing_ordered(text, found):
        return Opinion("other", vote.total, reasons, detail=DETAIL)
    if not quantity and not total and sum(i.price for i in items) > 1:
        return Opinion(PRICE_LIST.kind, vote.total, reasons, detail=ARTICLES[PRICE_LIST.kind])
    priced = total or priced_sentence(text)
    if not items and not products and not (priced and quantity):
        return Opinion(
            "other", vote.total, reasons, detail="no order form: it does not name what is bought and for how much"
        )
    return Opinion("order_form", vote.total, reasons, products, vendor, prices, quantity, total)


def _titled_products(text: str, district_names: Sequence[str]) -> tuple[str, ...]:
    """The product in a title: "Proposal: Planet Atlas for Birch Lake Schools"."""
    head = "\n".join([line for line in text.splitlines() if line.strip()][:_FAR_LINES])
    names = (clean_product(re.split(r"\s(?:for|to|by|from)\s", m.group(1))[0]) for m in _TITLED_PRODUCT.finditer(head))
    return tuple(n for n in names if names_product(n, district_names) and not any(c.isdigit() for c in n))[:1]


def _vendor(text: str, district_names: Sequence[str]) -> str:
    """Who sells: named as a party, beside a label, or the first company with a legal form near the top."""
    party = _PARTY.search(text)
    candidates = [party.group(1)] if party else []
    candidates += [m.group(1) for m in _SELLER.finditer(text[:4000])]
    for line in [line for line in text.splitlines() if line.strip()][:30]:
        candidates += [m.group(1) for cell in line.split("\t") if (m := _LEGAL_NAME.match(cell.strip()))]
    for name in candidates:
        cleaned = " ".join(name.split()).strip(" ,;:-")
        sentence = len(cleaned.split()) > 7 or _GENERIC_PARTY.fullmatch(cleaned)
        if (
            re.search(r"[A-Za-z]{2}", cleaned)
            and not sentence
            and not any(occurs(d, cleaned) or occurs(cleaned, d) for d in district_names)
        ):
            return cleaned
    return ""


def _line_at(text: str, offset: int) -> str:
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset + 1)
    return text[start : end if end > 0 else len(text)]
