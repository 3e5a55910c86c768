"""The papers among the five items, one by one, over all that a conversation brought. Pure.

Of two copies of a form the fuller counts; the schools and the date are for `judge_answers`. A wrong `received` is
worse than a wrong `missing`: whatever is not certain is `unclear` or stays `missing`, with a sentence that says why.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from soppa_mailbot.finding.papers import pages_text
from soppa_mailbot.finding.papers_beside import BESIDE
from soppa_mailbot.forms.completeness import NO_PAGE, NOT_SUBJECT, concluded, lost_places
from soppa_mailbot.forms.naming.naming import names_of
from soppa_mailbot.judging import at_odds, exemptions
from soppa_mailbot.judging.judge_unread import unless_unread
from soppa_mailbot.judging.later_pages import Copy, Sent, copies
from soppa_mailbot.model import (
    Blank,
    Evidence,
    Findings,
    Form,
    Item,
    ItemVerdict,
    Kind,
    PaperFinding,
    PlaceReading,
    Status,
)

# Below this mean OCR confidence a scanned order form is for a person to read.
_DOUBTFUL_PAPER = 0.45
_NAMED_PLACES_AT_MOST = 12

History = Sequence[Findings]  # oldest first; only messages that contribute


def order_form(history: History) -> ItemVerdict:
    """The newest order form; without one, what came in its place."""
    orders = newest_orders(history)
    if orders:
        best = max(orders, key=lambda p: (not p.doubt, p.document != "body", p.confidence))
        if best.confidence < _DOUBTFUL_PAPER:
            why = "the scan is too poor to be read for certain"
            return ItemVerdict(Item.ORDER_FORM, Status.UNCLEAR, best.filename, why, evidence=best.evidence)
        if best.doubt:
            return ItemVerdict(Item.ORDER_FORM, Status.UNCLEAR, best.filename, best.doubt, evidence=best.evidence)
        received = ItemVerdict(Item.ORDER_FORM, Status.RECEIVED, best.filename, evidence=best.evidence)
        brought = max(number for number, findings in enumerate(history) if best in findings.papers)
        return _unless_taken_back(received, history[brought : brought + 1], history[brought + 1 :])
    return _absent(Item.ORDER_FORM, history)


def newest_orders(history: History) -> tuple[PaperFinding, ...]:
    """The order forms of the newest message that brought any."""
    for findings in reversed(history):
        if orders := tuple(p for p in findings.papers if p.kind == Kind.ORDER_FORM):
            return orders
    return ()


def rfi_form(history: History, blanks: Sequence[Blank] = ()) -> ItemVerdict:
    copy = best_copy(history, "rfi", blanks)
    if copy is None:
        return _absent(Item.RFI_FORM, history)
    given = _judged(Item.RFI_FORM, copy, history)
    soppa = best_copy(history, "soppa", blanks) if given.status == Status.RECEIVED else None
    if soppa is not None and soppa.form.status == "complete" and (both := at_odds.between(copy.form, soppa.form)):
        return replace(given, status=Status.UNCLEAR, detail=both)
    return given


def soppa_form(history: History, blanks: Sequence[Blank] = ()) -> ItemVerdict:
    """The signed SOPPA form, or the RFI form's word that SOPPA does not apply. A sentence in the mail is not enough."""
    copy = best_copy(history, "soppa", blanks)
    given = _judged(Item.SOPPA_FORM, copy, history) if copy else None
    if given is not None and copy is not None and given.status == Status.RECEIVED:
        return _unless_ridden(given, history[min(layer.sent.mail for layer in copy.layers) :])
    answering = _answering(history, blanks)
    rfi = answering.form if answering is not None else None
    if rfi is not None and rfi.subject_to_soppa is False:
        source = ", ".join(rfi.filenames)
        if both := next((d for d in rfi.doubts if d.endswith(NOT_SUBJECT)), ""):
            return ItemVerdict(
                item=Item.SOPPA_FORM, status=Status.UNCLEAR, source=source, detail=f"the RFI form: {both}"
            )
        asked = [r for r in rfi.readings if r.place.role == "subject_to_soppa"]
        proof = tuple(_proof(r, source) for r in asked if r.state != "empty")[:2]
        doubtful = any(r.state == "doubtful" for r in asked)
        if doubtful:
            why = "whether SOPPA applies could not be read for certain on the RFI form"
            return ItemVerdict(Item.SOPPA_FORM, Status.UNCLEAR, source, why, evidence=proof)
        if doubt := exemptions.doubted(rfi):
            return ItemVerdict(Item.SOPPA_FORM, Status.UNCLEAR, source, doubt, evidence=proof)
        if copy is not None and (listed := exemptions.lists_student_data(copy.form)):
            both = f"the RFI form says that SOPPA does not apply, and the SOPPA form lists “{listed[:60]}”"
            named = ", ".join(dict.fromkeys((*rfi.filenames, *copy.form.filenames)))
            return ItemVerdict(Item.SOPPA_FORM, Status.UNCLEAR, named, both, evidence=proof)
        if answering is not None and (against := _against_exemption(answering, history, blanks)):
            return ItemVerdict(Item.SOPPA_FORM, Status.UNCLEAR, source, against, evidence=proof)
        reason = rfi.answer("soppa_reason")
        return ItemVerdict(Item.SOPPA_FORM, Status.EXEMPT, source, reason[:200], evidence=proof)
    if given is not None:
        return given
    absent = _absent(Item.SOPPA_FORM, history)
    if not absent.detail and any(f.claims_exempt for f in history):
        note = "that SOPPA does not apply must be confirmed on the RFI form; the mail alone is not enough"
        return ItemVerdict(Item.SOPPA_FORM, Status.MISSING, detail=note)
    return absent


def _unless_ridden(received: ItemVerdict, since: History) -> ItemVerdict:
    """The form as it stands, unless a paper beside it, or one that came later, takes terms of it back."""
    rider = next(
        (p for findings in since for p in findings.papers if p.kind == Kind.OTHER and p.detail in BESIDE), None
    )
    if rider is None:
        over = next((p for findings in since for p in findings.papers if p.over_form), None)
        if over is None:
            return received
        why = f'signed under exceptions: {over.filename} says "{over.over_form}"'
        return replace(received, status=Status.UNCLEAR, detail=why)
    quote = next((f': "{e.quote}"' for e in rider.evidence), "")
    where = "" if rider.filename == received.source else f"{rider.filename} holds "
    why = f"{BESIDE[rider.detail]}: {where}{rider.detail}{quote}"
    return replace(received, status=Status.UNCLEAR, detail=why, evidence=(*rider.evidence, *received.evidence))


def best_copy(history: History, key: str, blanks: Sequence[Blank] = ()) -> Copy | None:
    """The copy that counts: a complete one before a fuller one before a poorer one; among equals the newest.

    Pages that came later count in the copy that they belong to (`later_pages`).
    """
    rank = {"complete": 3, "doubtful": 2, "incomplete": 1, "blank": 0}
    ranked = sorted(
        enumerate(_copies(history, key, blanks)),
        key=lambda pair: (rank.get(pair[1].form.status, 0), _fullness(pair[1].form), pair[0]),
    )
    return ranked[-1][1] if ranked else None


def _answering(history: History, blanks: Sequence[Blank]) -> Copy | None:
    """The newest copy of the RFI form that answers whether SOPPA applies: a later answer replaces an earlier one."""
    answered = [
        c for c in _copies(history, "rfi", blanks) if c.form.subject_to_soppa is not None and c.form.status != "blank"
    ]
    return answered[-1] if answered else None


def _against_exemption(answering: Copy, history: History, blanks: Sequence[Blank]) -> str:
    """What of its own mail, or of a later one, speaks against a copy of the RFI form that says SOPPA does not apply."""
    mails = {layer.sent.mail for layer in answering.layers}
    beside = [c for c in _copies(history, "rfi", blanks) if mails & {layer.sent.mail for layer in c.layers}]
    if any(c.form.subject_to_soppa and c.form.status != "blank" for c in beside):
        return "one copy of the RFI form says that SOPPA does not apply, and another that it does"
    said = next((f.against_exempt for f in history[min(mails) :] if f.against_exempt), "")
    return f"the RFI form says that SOPPA does not apply, and the mail: “{said.rstrip('.')}”" if said else ""


def _copies(history: History, key: str, blanks: Sequence[Blank]) -> tuple[Copy, ...]:
    sent = [
        Sent(
            number, form, findings.sender.email, findings.vendor_name, findings.product.names, _strange(findings, form)
        )
        for number, findings in enumerate(history)
        for form in findings.forms
        if form.form == key
    ]
    return copies(sent, blanks)


def _strange(findings: Findings, form: Form) -> int:
    """Pages in a form's files that are none of its pages and nothing else we know, and files that tell nothing."""
    others = [p for p in findings.papers if p.kind in (Kind.OTHER, Kind.UNREADABLE)]
    inside = sum(max(len(p.pages), 1) for p in others if p.document in form.documents)
    beside = [p for p in others if p.document not in form.documents]
    return inside + sum(p.kind == Kind.UNREADABLE or not p.detail for p in beside)


def _fullness(form: Form) -> float:
    """In tenths, so that a later copy with a single answer less still counts as the newer statement."""
    return round(form.filled_share, 1) - (0.05 if form.unsigned else 0.0)


def _judged(item: Item, copy: Copy, history: History) -> ItemVerdict:
    """How the copy stands; what it lacks may lie in a file of its mail, or of a later one, that was not read whole."""
    since = max(layer.sent.mail for layer in copy.layers)
    bringing = [history[layer.sent.mail] for layer in copy.layers]
    judged = _unless_taken_back(_on_its_own(item, copy), bringing, history[since + 1 :])
    if not copy.form.missing_pages:
        return unless_unread(
            judged, history, since=since, what="a fuller copy", said=f"{judged.source}: {judged.detail}"
        )
    lost = copy.form.missing_pages
    pages = f"page{'s' if len(lost) > 1 else ''} {pages_text(lost)} of the form"
    here = _without_lost_pages(copy.form)
    said = what_is_left(here) if here.open or here.unsigned or here.contradictory else ""
    told = unless_unread(judged, history, since=since, what=pages, said=said)
    return judged if told == judged else replace(told, open=here.open, unsigned=here.unsigned)


def _without_lost_pages(form: Form) -> Form:
    """The form as if it had only the pages that came."""
    kept = tuple(r for r in form.readings if r.why != NO_PAGE and r.place.page not in form.missing_pages)
    return concluded(replace(form, readings=kept, missing_pages=()))


def _left_open(form: Form) -> tuple[str, ...]:
    """What is empty on the pages that came: of the others nobody knows whether they were filled in."""
    return _without_lost_pages(form).open if form.missing_pages or lost_places(form) else form.open


def _unless_taken_back(verdict: ItemVerdict, bringing: History, later: History) -> ItemVerdict:
    """For a person, where a mail that brought the paper, or one that came later, says that it does not count."""
    told = [
        *(words for f in bringing for words in f.takes_back),
        *(words for f in later for words in f.takes_back_earlier),
    ]
    said = next((words for item, words in told if item == verdict.item), "")
    if not said or verdict.status != Status.RECEIVED:
        return verdict
    return replace(verdict, status=Status.UNCLEAR, detail=f"the mail says: “{said.rstrip('.')}”")


def _on_its_own(item: Item, copy: Copy) -> ItemVerdict:
    form = copy.form
    source = ", ".join(dict.fromkeys(form.filenames))
    names = names_of(form.readings)
    proof = tuple(_proof(r, source) for r in form.readings if _decided(r, form, names))[:12]
    if form.status == "complete" and not form.unsigned and not form.open and not form.missing_pages:
        signed = tuple(_proof(r, source) for r in form.readings if r.place.role == "signature" and r.state == "filled")
        spared = [r for r in form.readings if r.place.unsure and not r.place.required and r.state == "empty"]
        told = "; ".join(dict.fromkeys(f"“{names[r.place.id]}” is empty and not asked for" for r in spared))
        if no_day := at_odds.no_such_day(form):
            why = f"the day beside the signature, “{no_day}”, does not exist"
            return ItemVerdict(item, Status.UNCLEAR, source, why, evidence=signed[:2])
        proof = (*signed[:2], *_put_together(copy), *(_proof(r, source) for r in spared[:3]))
        return ItemVerdict(item, Status.RECEIVED, source, told[:300], evidence=proof)
    if form.status == "blank":
        return ItemVerdict(
            item,
            Status.INCOMPLETE,
            source,
            "sent back blank",
            evidence=proof[:3],
            open=form.open,
            unsigned=form.unsigned,
        )
    if form.status == "doubtful":
        unsure = [*form.doubtful, *form.doubts]
        why = "could not be read for certain" + (": " + "; ".join(unsure[:6]) if unsure else "")
        return ItemVerdict(item, Status.UNCLEAR, source, why, evidence=proof, open=form.open, unsigned=form.unsigned)
    left = _left_open(form)
    return ItemVerdict(
        item, Status.INCOMPLETE, source, what_is_left(form), evidence=proof, open=left, unsigned=form.unsigned
    )


def _put_together(copy: Copy) -> tuple[Evidence, ...]:
    """Which pages were taken from which sending, when they came apart."""
    if len(copy.layers) == 1:
        return ()
    rule = "pages of one copy that came apart"
    return tuple(
        Evidence(", ".join(dict.fromkeys(one.form.filenames)), f"form page {pages_text(sorted(one.pages))}", rule=rule)
        for one in copy.layers
    )


def what_is_left(form: Form) -> str:
    """Fit for a vendor: "not filled in: Data hosting location; not signed; page 6 is not there"."""
    told = []
    if left := _left_open(form):
        shown = ", ".join(left[:_NAMED_PLACES_AT_MOST])
        more = len(left) - _NAMED_PLACES_AT_MOST
        told.append(f"not filled in: {shown}" + (f" and {more} more" if more > 0 else ""))
    told += form.contradictory
    if form.unsigned:
        told.append("not signed")
    if form.missing_pages:
        verb = "is" if len(form.missing_pages) == 1 else "are"
        told.append(f"page{'s' if verb == 'are' else ''} {pages_text(form.missing_pages)} {verb} not there")
    elif lost := lost_places(form):
        told.append(f"the part of the form with “{lost[0].group_label or lost[0].label}” is not there")
    return "; ".join(told) or "not finished"


def _decided(reading: PlaceReading, form: Form, names: Mapping[str, str]) -> bool:
    """Whether this place is among those that keep the form from being complete."""
    place = reading.place
    if reading.state == "filled":
        return place.kind == "check" and any(f"“{place.group_label}" in said for said in form.contradictory)
    if place.role == "signature" and form.unsigned:
        return True
    return reading.state == "doubtful" or bool({names[place.id], place.label, place.group_label} & set(form.open))


def _proof(reading: PlaceReading, source: str) -> Evidence:
    label = reading.place.label or reading.place.group_label or reading.place.id
    quote = f"{label}: {reading.value}" if reading.value else f"{label}: {reading.state}"
    return Evidence(source, quote[:200], reading.page, reading.why or ", ".join(reading.how))


def _absent(item: Item, history: History) -> ItemVerdict:
    """Missing; or unclear, where a file was not read whole."""
    return unless_unread(_missing(item, history), history)


def _missing(item: Item, history: History) -> ItemVerdict:
    """Missing; and if something came in its place, which file and what is the matter with it."""
    for findings in reversed(history):
        meant = [p for p in findings.papers if p.topic == item and p.kind in (Kind.UNREADABLE, Kind.OTHER)]
        if not meant and (only := _only_guess(item, findings)):
            meant = [only]
        if meant:
            paper = next((p for p in meant if p.kind == Kind.UNREADABLE), meant[0])
            return ItemVerdict(item, Status.MISSING, "", _instead(paper), evidence=paper.evidence[:3])
    if any(item in f.claims_attached for f in history):
        return ItemVerdict(item, Status.MISSING, detail="named in the mail, but not attached")
    return ItemVerdict(item, Status.MISSING)


def _only_guess(item: Item, findings: Findings) -> PaperFinding | None:
    """An unreadable file without a telling name is the paper that the mail says is attached, if only one is wanting."""
    nameless = [p for p in findings.papers if p.kind == Kind.UNREADABLE and not p.topic]
    there = {p.topic for p in findings.papers if p.kind != Kind.OTHER}
    wanting = [i for i in findings.claims_attached if i not in there]
    return nameless[0] if len(nameless) == 1 and wanting == [item] else None


def _instead(paper: PaperFinding) -> str:
    if paper.kind == Kind.UNREADABLE:
        verbal = re.match(r"(?:needs|is|has|was|could|cannot|can't|took|does|did|holds|contains)\b", paper.detail)
        return f"{paper.filename} {'' if verbal else 'could not be opened: '}{paper.detail}"
    looks = "looks like" if paper.detail.startswith(("a ", "an ", "the ")) else "is"
    return f"{paper.filename} {looks} {paper.detail or 'another paper'}"
