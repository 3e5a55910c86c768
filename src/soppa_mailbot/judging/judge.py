"""Findings of a conversation -> Verdict (contract §2 and §4). Pure: the same findings always give the same verdict."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from soppa_mailbot.finding.common.names import clearly_different, distinct, same_company, same_product
from soppa_mailbot.finding.mails.against_agreement import takes_other_data
from soppa_mailbot.finding.papers import pages_text
from soppa_mailbot.finding.products import agreement
from soppa_mailbot.finding.products.crossed_mails import crossed_mails
from soppa_mailbot.finding.products.line_items_named import quoted_lines
from soppa_mailbot.finding.unread_answers import NOT_READ
from soppa_mailbot.judging import judge_answers, judge_items, judge_names, staff_papers
from soppa_mailbot.judging.decisions import GOOD, overridden, reread, unread_forms
from soppa_mailbot.judging.left_empty_doubted import doubted
from soppa_mailbot.judging.left_empty_told import Seen
from soppa_mailbot.model import (
    AgreementMatch,
    AttachmentVerdict,
    Blank,
    Decision,
    Disposition,
    District,
    Findings,
    Item,
    ItemVerdict,
    Kind,
    Override,
    PaperFinding,
    Status,
    Track,
    Verdict,
)

# Contract §4: about four weeks are usual; the reply warns of less.
USUAL_DAYS = 28
WITHDRAWS = "The vendor withdraws the submission."  # reason of a verdict
_PAPERS = frozenset({Kind.ORDER_FORM, Kind.RFI_FORM, Kind.SOPPA_FORM})
_CONTRIBUTES = frozenset({"submission", "how_to_submit"})


def contributes(findings: Findings) -> bool:
    """Whether a message brings something to a submission; thanks, questions and automatic mail bring nothing."""
    return not findings.ignored and findings.intent in _CONTRIBUTES


def _useful(history: Sequence[Findings]) -> list[Findings]:
    """What brings something, and what takes back a paper that was brought."""
    useful: list[Findings] = []
    for findings in history:
        if contributes(findings) or (useful and findings.takes_back_earlier):
            useful.append(findings)
    return useful


def judge(
    history: Sequence[Findings],
    district: District,
    decisions: Sequence[Decision] = (),
    in_vain: Sequence[Seen] = (),
) -> Verdict:
    """The verdict on a conversation so far, oldest message first; one message for `triage`.

    `decisions` are what people said about its files and items: their word counts, and evidence that speaks against it
    makes the verdict `review`. `in_vain` are the places that operators leave empty: nobody is asked for them, a person
    decides. Messages that bring nothing (a thank-you, an out-of-office) leave the submission as it
    was; alone they are an inquiry or ignored. Raises ValueError for an empty history.
    """
    if not history:
        raise ValueError("nothing to judge: the history holds no message")
    history = doubted(reread(history, decisions), in_vain)
    newest = history[-1]
    useful = _useful(history)
    withdrawn = _withdrawn(history)
    if not useful and (not withdrawn or newest.ignored):
        return _no_submission(newest)
    if newest.from_district and len(useful) == 1 and useful[0] is newest and not staff_papers.brings_papers(newest):
        return _no_submission(newest)
    match = _agreement(useful, district)
    track = Track.EXISTING_AGREEMENT if match and match.status == "active" else Track.NEW_OPERATOR
    items, objections = overridden(unread_forms(_items(useful, track, district.blanks), decisions), decisions)
    namesake = _doubted_operator(useful, district) if match is None else ""
    reasons = (*_review_reasons(useful, items, match, withdrawn, namesake), *objections)
    by_staff = staff_papers.HANDED_IN in reasons
    unjudged = (by_staff and not any(isinstance(d, Override) for d in decisions)) or len(_products(useful)) > 1
    speaker = next((f for f in reversed(useful or history) if not f.from_district), newest)
    return Verdict(
        track=track,
        disposition=_disposition(track, items, bool(reasons)),
        vendor_name=judge_names.vendor_name(useful, newest.vendor_name),
        vendor_email=speaker.vendor_email or speaker.sender.email,
        product="; ".join(_products(useful)),
        agreement=match,
        items=() if unjudged or not useful else items,
        attachments=attachments_of(newest.papers),
        reasons=reasons,
        warnings=_warnings(useful, items, match, _day(newest, district)),
        cloud_links=tuple(dict.fromkeys(link for f in useful for link in f.cloud_links)),
    )


def _no_submission(newest: Findings) -> Verdict:
    disposition = Disposition.IGNORED if newest.ignored else Disposition.INQUIRY
    why = newest.no_reply if newest.ignored else _INQUIRIES.get(newest.intent, "a question or remark, no submission")
    if not newest.ignored and newest.from_district:
        why = "from the District's own staff, without a vendor's papers"
    return Verdict(
        Track.NONE,
        disposition,
        newest.vendor_name,
        newest.vendor_email or newest.sender.email,
        "; ".join(newest.product.names),
        None,
        (),
        attachments_of(newest.papers),
        reasons=(why,) if why else (),
    )


_INQUIRIES = {"thanks": "a thank-you, nothing is submitted", "withdrawal": "withdraws what is not known here"}


def _withdrawn(history: Sequence[Findings]) -> bool:
    """A withdrawal stands until the vendor sends papers again."""
    state = False
    for findings in history:
        if findings.intent == "withdrawal" and not findings.ignored:
            state = True
        elif contributes(findings) and staff_papers.brings_papers(findings):
            state = False
    return state


def _day(findings: Findings, district: District) -> date:
    return findings.sent.astimezone(ZoneInfo(district.timezone)).date()


# --- product and agreement ----


def _products(history: Sequence[Findings]) -> tuple[str, ...]:
    """The submission's product; two when one message's papers, or those of two messages, are for different ones."""
    for findings in history:
        if len(findings.product.names) > 1:
            return findings.product.names
    names = distinct(n for f in history for n in f.product.names)
    by_orders = distinct(p.products[0] for f in history for p in f.papers if p.kind == Kind.ORDER_FORM and p.products)
    if any(clearly_different(a, b) for i, a in enumerate(by_orders) for b in by_orders[i + 1 :]):
        return by_orders
    return crossed_mails(history, judge_names.vendor_name(history)) or names[:1]


def _agreement(history: Sequence[Findings], district: District, *, trusting: bool = False) -> AgreementMatch | None:
    """`trusting`: what a vendor says of itself does not part it from the register's operator."""
    products = _products(history)
    stated = [f.answer("operator") for h in history for f in h.forms if f.status != "blank" and f.answer("operator")]
    sellers = (
        [h.vendor_name for h in history]
        + [p.vendor for h in history for p in h.papers if p.kind == Kind.ORDER_FORM]
        + stated
    )
    newest = history[-1] if history else None
    if newest is None:
        return None
    address = newest.vendor_email or newest.sender.email
    maker = _said_maker(history, products)
    if trusting and any(same_company(maker, s) for s in sellers if s):
        maker = ""
    return agreement.match(
        products,
        sellers=tuple(dict.fromkeys(s for s in sellers if s)),
        domain=address.rpartition("@")[2],
        register=district.register,
        day=_day(newest, district),
        stated_operator=stated[-1] if stated else maker,
        lines=[line for h in history for p in h.papers if p.kind == Kind.ORDER_FORM for line in quoted_lines(p)],
        apart=any(h.product.apart for h in history if set(h.product.names) & set(products)),
        trusting=trusting,
    )


def _doubted_operator(history: Sequence[Findings], district: District) -> str:
    """The operator of an active agreement that only the seller's name and words part from the purchase; "" if none.

    Another firm's product of the same name, or the operator under a new name: forms that name the operator tell.
    """
    if any(f.answer("operator") for h in history for f in h.forms if f.status != "blank"):
        return ""
    doubted = _agreement(history, district, trusting=True)
    return doubted.agreement.operator if doubted and doubted.status == "active" else ""


def _said_maker(history: Sequence[Findings], products: Sequence[str]) -> str:
    """Who makes the product by the newest mail that says so."""
    return next(
        (h.product.maker for h in reversed(history) if h.product.maker and set(h.product.names) & set(products)), ""
    )


def _also_bought(history: Sequence[Findings], match: AgreementMatch | None) -> tuple[str, ...]:
    """Software on the order form beside the product that the agreement's row names."""
    if match is None or match.status != "active" or not match.agreement.product:
        return ()
    extra = [n for f in history for p in f.papers if p.kind == Kind.ORDER_FORM for n in p.products[1:]]
    return tuple(n for n in distinct(extra) if not same_product(n, match.agreement.product))


def _against_agreement(history: Sequence[Findings], match: AgreementMatch | None) -> list[str]:
    """What the mails and the order forms say against an active agreement."""
    if match is None or match.status != "active":
        return []
    said = dict.fromkeys(f.against_agreement for f in history if f.against_agreement)
    lines = [line for f in history for p in f.papers if p.kind == Kind.ORDER_FORM for line in quoted_lines(p)]
    product = match.agreement.product
    more = dict.fromkeys(line[:120] for line in lines if product and takes_other_data(line, product))
    return [
        *(f"Whether the agreement on file covers this: “{words.rstrip('.')}”." for words in said),
        *(f"Whether the agreement on file covers what the order form lists: “{line}”." for line in more),
    ]


# --- items and disposition ----


def _items(history: Sequence[Findings], track: Track, blanks: Sequence[Blank]) -> tuple[ItemVerdict, ...]:
    spared = track == Track.EXISTING_AGREEMENT
    if all(f.intent == "how_to_submit" for f in history):
        forms = (Item.RFI_FORM, Item.SOPPA_FORM) if spared else ()
        return tuple(ItemVerdict(i, Status.NOT_REQUIRED if i in forms else Status.MISSING) for i in Item)
    return (
        judge_items.order_form(history),
        ItemVerdict(Item.RFI_FORM, Status.NOT_REQUIRED) if spared else judge_items.rfi_form(history, blanks),
        ItemVerdict(Item.SOPPA_FORM, Status.NOT_REQUIRED) if spared else judge_items.soppa_form(history, blanks),
        judge_answers.locations(history),
        judge_answers.deadline(history),
    )


def _disposition(track: Track, items: Sequence[ItemVerdict], review: bool) -> Disposition:
    if review:
        return Disposition.REVIEW
    if all(item.status in GOOD for item in items):
        return Disposition.ON_FILE if track == Track.EXISTING_AGREEMENT else Disposition.COMPLETE
    return Disposition.INCOMPLETE


def _review_reasons(
    history: Sequence[Findings],
    items: Sequence[ItemVerdict],
    match: AgreementMatch | None,
    withdrawn: bool,
    namesake: str,
) -> tuple[str, ...]:
    """Why a person must decide, in whole sentences."""
    reasons = []
    if withdrawn:
        reasons.append(WITHDRAWS)
    reasons += staff_papers.reasons(history)
    products = _products(history)
    if len(products) > 1:
        reasons.append(f"Papers of more than one product: {', '.join(products)}.")
    if namesake:
        reasons.append(f"Whether this is the product of {namesake} on the register: the seller goes by another name.")
    if also := _also_bought(history, match):
        reasons.append(f"The order form also lists {', '.join(also)}, which the agreement does not name.")
    reasons += _against_agreement(history, match)
    for item in items:
        if item.status == Status.UNCLEAR and item.item in (Item.ORDER_FORM, Item.RFI_FORM, Item.SOPPA_FORM):
            reasons.append(f"{item.source or item.item}: {item.detail}.")
        for proof in item.evidence if item.status == Status.UNCLEAR else ():
            if proof.rule == NOT_READ:  # it is there: a person reads it, and the vendor is not asked again
                reasons.append(f"{proof.source}: the answer to “{proof.quote}” could not be read for certain.")
    return tuple(reasons)


def _warnings(
    history: Sequence[Findings], items: Sequence[ItemVerdict], match: AgreementMatch | None, day: date
) -> tuple[str, ...]:
    warnings = []
    due = next((i for i in items if i.item == Item.DEADLINE and i.status == Status.RECEIVED and i.value), None)
    if due is not None and (date.fromisoformat(due.value[0]) - day).days < USUAL_DAYS:
        warnings.append("deadline_soon")
    if any(f.claims_agreement for f in history) and (match is None or match.status != "active"):
        warnings.append("claims_agreement")
    soppa = next((i for i in items if i.item == Item.SOPPA_FORM), None)
    if any(f.claims_exempt for f in history) and soppa is not None and soppa.status == Status.MISSING:
        warnings.append("claims_exempt")
    return tuple(warnings)


# --- attachments ----


def attachments_of(papers: Sequence[PaperFinding]) -> tuple[AttachmentVerdict, ...]:
    """One line a file; a file that holds several of the papers is a bundle with its parts."""
    files: dict[str, list[PaperFinding]] = {}
    for paper in papers:
        if paper.document != "body":
            files.setdefault(paper.document, []).append(paper)
    return tuple(_attachment(found) for found in files.values())


def _attachment(found: Sequence[PaperFinding]) -> AttachmentVerdict:
    first = found[0]
    kinds = tuple(dict.fromkeys(p.kind for p in found if p.kind in _PAPERS))
    if len(kinds) > 1:
        parts = tuple((pages_text(p.pages), p.kind) for p in found)
        return AttachmentVerdict(first.filename, Kind.BUNDLE, first.container, first.unread, parts)
    if kinds:
        paper = next(p for p in found if p.kind == kinds[0])
        return _plain(paper)
    return _plain(first)


def _plain(paper: PaperFinding) -> AttachmentVerdict:
    # what a file is not ("not the District's form") is nobody's to say before all of it was read
    unsaid = paper.kind == Kind.OTHER and bool(paper.unread)
    detail = "; ".join(told for told in ("" if unsaid else paper.detail, paper.unread) if told)
    return AttachmentVerdict(paper.filename, paper.kind, paper.container, detail)
