"""What each attached paper is: pages of the District's forms, an order form, something else, or unreadable.

A file may hold several papers one after another. Pages that were recognised as a District form are that form; each run
of pages between them is judged by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.names import occurs
from soppa_mailbot.finding.orders import offer_marked
from soppa_mailbot.finding.orders.no_offer import Ruling
from soppa_mailbot.finding.orders.opinion import Opinion
from soppa_mailbot.finding.orders.order_form import assess
from soppa_mailbot.finding.orders.totals import total_in_dollars
from soppa_mailbot.finding.papers_beside import beside, over_form
from soppa_mailbot.finding.products.line_items import tables
from soppa_mailbot.forms.common.thresholds_scan import SURE_WORD
from soppa_mailbot.model import Document, Evidence, FormPart, Item, Kind, PaperFinding, Reason, Unreadable, flow_text

_FORM_KINDS = {"rfi": Kind.RFI_FORM, "soppa": Kind.SOPPA_FORM}
_TOPIC_OF_KIND = {
    "invoice": Item.ORDER_FORM,
    "purchase_order": Item.ORDER_FORM,
    "price_list": Item.ORDER_FORM,
    "brochure": Item.ORDER_FORM,
    "request": Item.ORDER_FORM,
    "agreement": Item.SOPPA_FORM,
    "privacy_policy": Item.SOPPA_FORM,
    "form": Item.RFI_FORM,
}
_TOPIC_OF_NAME: tuple[tuple[Item, re.Pattern[str]], ...] = (
    (
        Item.SOPPA_FORM,
        re.compile(r"soppa|ndpa|\bdpa\b|addendum|data ?privacy|student ?privacy|privacy ?agreement", re.IGNORECASE),
    ),
    (
        Item.RFI_FORM,
        re.compile(r"\brfi\b|request ?for ?info|vendor ?(?:preliminary|info|form|questionnaire)", re.IGNORECASE),
    ),
    (
        Item.ORDER_FORM,
        re.compile(
            r"\b(?:order|quote|quotation|estimate|est|proposal|sow|qte|q)\b|order ?form|orderform", re.IGNORECASE
        ),
    ),
)
_OTHER_DISTRICT = re.compile(
    r"\b((?:[A-Z][\w.'-]+\s){1,4}(?:C(?:ommunity )?\s?U(?:nit)?\s?S(?:chool)?\s?D(?:istrict)?|CUSD|CCSD|"
    r"CHSD|USD|ISD|SD|ESD|School District|Public Schools|"
    r"School Corporation|Unified School District|Independent School District|"
    r"Schools)(?:\s(?:No\.?\s?)?[U\d][\w-]*)?)"
)
_NDPA = re.compile(
    r"national data privacy agreement|\b(?:IL|Illinois)[- ]?NDPA\b|\bNDPA\b|"
    r"student data privacy consortium|\bSDPC\b|learning technology center",
    re.IGNORECASE,
)
_EXHIBIT_E = re.compile(r"exhibit\s*[\"“”']?\s*e\b|general offer of (?:privacy )?terms", re.IGNORECASE)
_SOPPA = re.compile(r"\bSOPPA\b|student online personal protection act", re.IGNORECASE)
_STATE_DPA = re.compile(
    r"education law (?:§\s?)?2-?d|\bCOPPA\b|\bSOPIPA\b|\b(?:state of|commonwealth of) (?!illinois)[A-Z]\w+",
    re.IGNORECASE,
)
_MOST_PAGES = 120  # looked at one by one for where an order form begins: all that is read of a long file
_LOW_CONFIDENCE = 0.45  # mean OCR confidence of a page below which its words prove nothing

REASONS = {
    Reason.ENCRYPTED: "needs a password",
    Reason.DAMAGED: "is damaged and does not open",
    Reason.EMPTY: "is empty (0 bytes)",
    Reason.UNSUPPORTED: "is in a format that we cannot read",
    Reason.TOO_LARGE: "is too large to read",
    Reason.NO_TEXT: "has no text that we can read",
    Reason.TIMED_OUT: "took too long to read",
}


@dataclass(frozen=True, slots=True)
class OrderText:
    """The words of an order form, to be searched for places and dates."""

    source: str
    text: str
    page: int
    doubted: frozenset[str] = frozenset()  # of a scan's words those with a digit that OCR is not sure of
    marked: Ruling | None = None  # what was put on it or beside it that speaks against it
    sheets: tuple[tuple[str, str], ...] = ()  # of a workbook those with rows of an order: name, words


@dataclass(frozen=True, slots=True)
class Papers:
    findings: tuple[PaperFinding, ...]
    orders: tuple[OrderText, ...]


def find(documents: Sequence[Document], parts: Sequence[FormPart], *, district_names: Sequence[str] = ()) -> Papers:
    """Each document's papers in order. Decorations and covering mails give none."""
    findings: list[PaperFinding] = []
    orders: list[OrderText] = []
    for document in documents:
        if document.decoration or document.covering:
            continue
        mine = [p for p in parts if p.document == document.id]
        unread = "; ".join(dict.fromkeys(left.detail for left in document.unread))
        found = [replace(f, unread=unread) for f in _of_document(document, mine, district_names)]
        findings += found
        for paper in found:
            if paper.kind == Kind.ORDER_FORM:
                text, first = _text(document, paper.pages), min(paper.pages, default=0)
                marked = offer_marked.ruling(document, paper.pages)
                doubted, sheets = _doubted(document, paper.pages), _sheets(document)
                orders.append(OrderText(document.filename, text, first, doubted, marked, sheets))
    return Papers(tuple(findings), tuple(orders))


def _of_document(document: Document, parts: Sequence[FormPart], district_names: Sequence[str]) -> list[PaperFinding]:
    if document.unreadable is not None and not parts:
        return [_unreadable(document, document.unreadable)]
    forms = [_form(document, part) for part in _merged(parts)]
    if not document.pages:
        return forms or [_judged(document, (), district_names)]
    taken = {page for part in parts for page in part.pages}
    rest = [p.number for p in document.pages if p.number not in taken]
    if not forms:
        return _whole(document, district_names)
    others = [_judged(document, run, district_names) for run in _runs(rest) if _text(document, run).strip()]
    return sorted((*forms, *others), key=lambda f: min(f.pages, default=0))


def _whole(document: Document, district_names: Sequence[str]) -> list[PaperFinding]:
    """A file without a District form: one paper; or an order form behind a letter or between other papers."""
    whole = _judged(document, (), district_names)
    if whole.kind == Kind.ORDER_FORM or len(document.pages) < 2:
        return [whole]
    seen = [p.number for p in document.pages[:_MOST_PAGES] if p.words]
    pages = [(_judged(document, (number,), district_names), number) for number in seen]
    starts = [number for paper, number in pages if paper.kind == Kind.ORDER_FORM]
    if not starts:
        return [whole]
    ends = [number for paper, number in pages if number > starts[-1] and paper.kind == Kind.OTHER and paper.detail]
    run = tuple(range(starts[0], ends[0] if ends else document.pages[-1].number + 1))
    order = _judged(document, run, district_names)
    return [order if order.kind == Kind.ORDER_FORM else _judged(document, (starts[0],), district_names)]


def _merged(parts: Sequence[FormPart]) -> list[FormPart]:
    """Parts of one form, page after page, as one run (a form may be recognised in pieces)."""
    out: list[FormPart] = []
    for part in sorted(parts, key=lambda p: min(p.pages, default=0)):
        if out and out[-1].form == part.form:
            last = out[-1]
            out[-1] = replace(
                last,
                pages=tuple(sorted({*last.pages, *part.pages})),
                blank_pages=last.blank_pages + part.blank_pages,
                confidence=min(last.confidence, part.confidence),
            )
        else:
            out.append(part)
    return out


def _form(document: Document, part: FormPart) -> PaperFinding:
    kind = _FORM_KINDS.get(part.form, Kind.OTHER)
    rule = f"{part.confidence:.0%} of the blank's own words found again ({part.how})"
    proof = Evidence(
        document.filename,
        f"the District's form, pages {pages_text(part.pages) or 'all'}",
        min(part.pages, default=0),
        rule,
    )
    return PaperFinding(
        document.id,
        document.filename,
        document.container,
        kind,
        part.pages,
        topic=str(kind),
        evidence=(proof,),
        confidence=part.confidence,
    )


def _judged(document: Document, pages: tuple[int, ...], district_names: Sequence[str]) -> PaperFinding:
    other = PaperFinding(document.id, document.filename, document.container, Kind.OTHER, pages)
    if _is_calendar(document):
        return replace(other, detail="a calendar invitation")
    text = _text(document, pages)
    opinion = assess(text, district_names=district_names, filename=document.filename, page=min(pages, default=0))
    kind = Kind.ORDER_FORM if opinion.is_order_form else Kind.OTHER
    if kind == Kind.OTHER and _is_web_page(document):  # a favourite of phishers: its name proves nothing
        return replace(other, detail="a web page")
    what, quote = beside(text, document.filename) if kind == Kind.OTHER else ("", "")
    if what:
        proof = _placed(Evidence(document.filename, quote, min(pages, default=0), "exceptions"), document, pages)
        return replace(other, detail=what, topic=str(Item.SOPPA_FORM), evidence=(proof,))
    topic = str(Item.ORDER_FORM) if opinion.is_order_form else _topic(opinion, document.filename)
    return replace(
        other,
        kind=kind,
        detail=_detail(opinion, text, topic, district_names),
        topic=topic,
        evidence=tuple(_placed(reason, document, pages) for reason in opinion.reasons),
        products=opinion.products,
        vendor=opinion.vendor,
        total=total_in_dollars(text) if opinion.is_order_form else "",
        over_form=over_form(text) if opinion.is_order_form else "",
        confidence=_confidence(document, pages),
    )


def _placed(reason: Evidence, document: Document, pages: tuple[int, ...]) -> Evidence:
    """With the page that its words stand on, where it has pages."""
    quote = " ".join(reason.quote.split())
    if not quote or quote == document.filename:
        return reason
    for page in document.pages:
        if (not pages or page.number in pages) and quote in " ".join(page.text().split()):
            return replace(reason, page=page.number)
    return reason


def _detail(opinion: Opinion, text: str, topic: str, district_names: Sequence[str]) -> str:
    """What a vendor is told that it is instead of the paper asked for."""
    if opinion.is_order_form:
        return ""
    if opinion.kind == "agreement":
        return _agreement_detail(text, district_names)
    if opinion.kind == "form":
        other = _other_district(text, district_names)
        return f"the form of another district ({other})" if other else "a form, but not the District's"
    if opinion.detail or not topic:
        return opinion.detail
    return {
        Item.ORDER_FORM: "not an order form for this purchase",
        Item.RFI_FORM: "not the District's form",
        Item.SOPPA_FORM: "not the District's SOPPA form",
    }[Item(topic)]


def _agreement_detail(text: str, district_names: Sequence[str]) -> str:
    if _NDPA.search(text) or (_EXHIBIT_E.search(text) and not _SOPPA.search(text[:400])):
        exhibit = bool(_EXHIBIT_E.search(text[:1500]))
        return (
            "the Exhibit E (General Offer of Terms) of the Illinois National Data Privacy Agreement"
            if exhibit
            else ("the Illinois National Data Privacy Agreement (IL-NDPA)")
        )
    other = _other_district(text, district_names)
    if other:
        return f"the agreement of another district ({other})"
    if _SOPPA.search(text):
        return "a SOPPA agreement, but not the District's current form"
    return (
        "another state's data privacy agreement"
        if _STATE_DPA.search(text)
        else "a data privacy agreement, but not the District's SOPPA form"
    )


def _other_district(text: str, district_names: Sequence[str]) -> str:
    """Another district's name near the top, where ours is not."""
    head = text[:2500]
    if any(occurs(name, head) for name in district_names):
        return ""
    names = (m.group(1) for line in head.splitlines() for m in _OTHER_DISTRICT.finditer(line))
    return next((" ".join(n.split()) for n in names if not re.match(r"(?:The|This|Your|Our|If|When|Each)\b", n)), "")


def _unreadable(document: Document, why: Unreadable) -> PaperFinding:
    if _is_calendar(document):
        return PaperFinding(
            document.id, document.filename, document.container, Kind.OTHER, detail="a calendar invitation"
        )
    detail = why.detail or REASONS.get(why.reason, str(why.reason))
    return PaperFinding(
        document.id,
        document.filename,
        document.container,
        Kind.UNREADABLE,
        detail=detail,
        topic=topic_of_name(document.filename),
    )


def _topic(opinion: Opinion, filename: str) -> str:
    """Which item the sender probably meant it to be: the name says it, else its kind."""
    named = topic_of_name(filename)
    if opinion.kind in ("certificate", "event"):
        return named if named and opinion.kind == "event" else ""
    return named or str(_TOPIC_OF_KIND.get(opinion.kind, ""))


def topic_of_name(filename: str) -> str:
    """The item that a file's name speaks of, "" if none: "SOPPA addendum signed.pdf" -> soppa_form."""
    spoken = re.sub(r"[_\-.]+|(?<=[a-z])(?=[A-Z])", " ", filename.rpartition("/")[2])
    return next((str(item) for item, pattern in _TOPIC_OF_NAME if pattern.search(spoken)), "")


def _is_calendar(document: Document) -> bool:
    return document.content_type.startswith("text/calendar") or document.filename.casefold().endswith(
        (".ics", ".vcs", ".ical")
    )


def _is_web_page(document: Document) -> bool:
    name = document.filename.casefold()
    return document.content_type.startswith("text/html") or name.endswith((".htm", ".html", ".shtml", ".xhtml", ".svg"))


def _confidence(document: Document, pages: tuple[int, ...]) -> float:
    scanned = [p.confidence for p in document.pages if p.origin == "ocr" and (not pages or p.number in pages)]
    return min(scanned, default=1.0) if scanned and max(scanned) < _LOW_CONFIDENCE else 1.0


def _doubted(document: Document, pages: tuple[int, ...]) -> frozenset[str]:
    scanned = [p for p in document.pages if p.origin == "ocr" and (not pages or p.number in pages)]
    unsure = (w.text for p in scanned for w in p.words if w.confidence < SURE_WORD)
    return frozenset(words for words in unsure if any(c.isdigit() for c in words))


def _text(document: Document, pages: tuple[int, ...]) -> str:
    """The words of some pages (all: ()), with the values of fields, which are not page text (ISO 32000-1 §12.7)."""
    if not document.pages:
        return document.text()
    text = "\n\n".join(p.text() for p in document.pages if not pages or p.number in pages)
    shown = [f for f in document.fields if f.filled and f.value and (not pages or f.page in (0, *pages))]
    values = [
        f"{f.label or f.name}\t{f.value}" for f in shown if f.kind in ("text", "choice", "date") and f.value not in text
    ]
    return "\n".join([text, *values])


def _sheets(document: Document) -> tuple[tuple[str, str], ...]:
    texts = (
        flow_text(tuple(p for p in document.flow if p.cell and p.cell[0] == at)) for at in range(len(document.sheets))
    )
    ordering = ((name, text) for name, text in zip(document.sheets, texts, strict=True) if text)
    return tuple((name, text) for name, text in ordering if any(i.price for t in tables(text) for i in t.items))


def _runs(pages: Sequence[int]) -> list[tuple[int, ...]]:
    """Neighbouring page numbers together: 1 2 5 6 -> (1, 2), (5, 6)."""
    keyed = groupby(enumerate(pages), key=lambda pair: pair[1] - pair[0])
    return [tuple(number for _, number in group) for _, group in keyed]


def pages_text(pages: Sequence[int]) -> str:
    """Page numbers as people write them: (1, 2, 3, 7) -> "1-3, 7"."""
    runs = _runs(sorted(set(pages)))
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}-{r[-1]}" for r in runs)
