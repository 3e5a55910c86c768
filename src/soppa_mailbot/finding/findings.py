"""All finders over one message -> its Findings. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding import offers, papers
from soppa_mailbot.finding.common.names import domain_matches, same_product
from soppa_mailbot.finding.deadlines import deadline
from soppa_mailbot.finding.deadlines.day_in_subject import day_in_subject, speaks_against
from soppa_mailbot.finding.form_signers import with_strange_signers
from soppa_mailbot.finding.locations import bearing, places
from soppa_mailbot.finding.locations.places_in_subject import SHORT, named_in_subject
from soppa_mailbot.finding.locations.places_index import Index, index_of
from soppa_mailbot.finding.locations.places_mentions import is_a_school
from soppa_mailbot.finding.mails import claims, intent
from soppa_mailbot.finding.mails.afterthoughts import afterthoughts
from soppa_mailbot.finding.mails.against_agreement import against_agreement
from soppa_mailbot.finding.mails.against_exempt import against_exempt
from soppa_mailbot.finding.mails.cover_letters import cover_letters
from soppa_mailbot.finding.mails.strayed import strayed
from soppa_mailbot.finding.mails.taken_back import taken_back
from soppa_mailbot.finding.mails.taken_back_later import taken_back_later
from soppa_mailbot.finding.orders.order_form import assess
from soppa_mailbot.finding.orders.other_goods import are_other_goods
from soppa_mailbot.finding.orders.totals import total_in_dollars
from soppa_mailbot.finding.papers import OrderText, Papers
from soppa_mailbot.finding.products import product
from soppa_mailbot.finding.products.form_operators import with_strange_operators
from soppa_mailbot.finding.products.software_names import software_names, whole_names
from soppa_mailbot.finding.products.vendor import vendor_name
from soppa_mailbot.finding.unread_answers import unread_day, unread_places
from soppa_mailbot.forms.absent_pages import told_beside
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.mail.forwarded import answered_between, colleagues_words
from soppa_mailbot.mail.numbered import answered_by_number
from soppa_mailbot.model import (
    Address,
    DeadlineFinding,
    District,
    Document,
    Findings,
    Form,
    FormPart,
    Item,
    Kind,
    LocationsFinding,
    Message,
    PaperFinding,
    Status,
)


def findings(
    message: Message,
    documents: Sequence[Document],
    parts: Sequence[FormPart],
    district: District,
    *,
    received: datetime,
    ignored: str,
    withheld: str = "",
    answering: bool = False,
) -> Findings:
    """What one message brought.

    `received` is when it came in, used where it has no usable Date. `ignored` says why nobody waits for an answer, ""
    if somebody does; `withheld` why an answer must wait all the same. `answering`: it answers one of our mails.
    """
    sent = message.date or received
    day = sent.astimezone(ZoneInfo(district.timezone)).date()
    names = district_names(district)
    schools = tuple(name for s in district.schools if s.kind == "school" for name in (s.name, *s.aliases))
    read = offers.set_aside(papers.find(documents, parts, district_names=names), day, names, schools)
    covering = "\n\n".join(d.text() for d in documents if d.covering)
    found = _without_schools(
        (*read.findings, *_in_the_mail(message.own_words, covering, names, read)), index_of(district.schools)
    )
    strange = {p.document for p in read.findings if p.kind in (Kind.OTHER, Kind.UNREADABLE)}
    forms = assemble(told_beside(parts, documents, strange), district.blanks)
    sender = message.sender
    inside = any(domain_matches(sender.domain, d) for d in district.domains)
    vendor = vendor_name(
        message,
        found,
        forms,
        names,
        inside=inside,
        register=district.register,
        texts=(covering, *(order.text for order in read.orders)),
    )
    told = "\n".join((message.subject, message.own_words, message.signature, covering, *(o.text for o in read.orders)))
    forms = with_strange_operators(forms, told, sender.domain)
    forms = with_strange_signers(forms, told, sender.domain, names)
    letters = cover_letters(message.own_words, documents, read.findings)
    words = _Words(message, covering, forms, read.orders, letters)
    bought = product.find(
        found,
        forms,
        subject=message.subject,
        body=message.own_words or covering,
        register=district.register,
        not_names=(*names, *(s.name for s in district.schools), sender.name),
        domain="" if inside else sender.domain,
        vendor=vendor,
        places=tuple(name for s in district.schools for name in (s.name, *s.aliases)),
    )
    sold = [*(name for paper in found for name in paper.products), *bought.names]
    software = software_names(sold, district.register, district.schools, vendor)
    whole = whole_names(sold, district.register, district.schools)
    locations = _locations(words, district, names, vendor, sender, software=software, answering=answering, whole=whole)
    deadlines = _deadlines(words, day, district, answering)
    links = claims.cloud_links(message.links, message.own_words)
    orders = [order.text for order in read.orders]
    own = "\n\n".join(t for t in (message.own_words or covering, afterthoughts(message.signature)) if t)
    purpose = intent.intent_of(
        message.own_words,
        message.subject,
        found,
        form_found=bool(forms),
        place_found=_said(locations),
        place_only_named=all(bearing.only_named(found) for kind, found in locations if kind == "body"),
        place_named=_received_in_mail(locations) and _received_in_mail(deadlines),
        known_product=any(same_product(name, row.product) for name in bought.names for row in district.register),
        date_found=_said(deadlines),
        cloud_links=links,
        answering=answering,
        calendar="text/calendar" in message.content_types,
        other_goods=are_other_goods(
            sold, (message.subject, message.own_words, covering, *orders), f"{vendor} {sender.domain}"
        ),
        seller=vendor,
    )
    return Findings(
        message_id=message.message_id,
        sent=sent,
        sender=sender,
        vendor_name=vendor,
        subject=message.subject,
        intent="automatic" if ignored else purpose,
        no_reply=ignored or withheld,
        ignored=bool(ignored),
        from_district=inside,
        papers=found,
        forms=forms,
        locations=locations,
        deadlines=deadlines,
        product=bought,
        claims_agreement=claims.claims_agreement(message.own_words),
        claims_exempt=claims.claims_exempt(message.own_words),
        claims_attached=claims.claims_attached(message.own_words),
        takes_back=(*taken_back(own), *_of_no_vendor(message, inside, names)),
        takes_back_earlier=() if ignored or inside or purpose == "withdrawal" else taken_back_later(own),
        against_agreement=against_agreement(
            message.own_words or covering,
            message.subject,
            [order.text for order in read.orders],
            bought.names[0] if bought.names else "",
            district.register,
        ),
        against_exempt=against_exempt(message.own_words or covering),
        cloud_links=links,
        doubts=_doubts(message, sent, received),
        vendor_email=_vendor_address(message, district, inside).email,
    )


def _of_no_vendor(message: Message, inside: bool, names: Sequence[str]) -> tuple[tuple[Item, str], ...]:
    """Every paper, where the sender is nobody who may submit it; staff's own mail is looked at anyway."""
    shown = "" if inside else strayed(message.own_words, message.signature, message.subject, names)
    return tuple((item, shown) for item in (Item.ORDER_FORM, Item.RFI_FORM, Item.SOPPA_FORM)) if shown else ()


def district_names(district: District) -> tuple[str, ...]:
    """The District's names, and "Harlow Public Schools" where it is "Harlow Public Schools, School District No. 5"."""
    given = (district.name, *district.aliases)
    bare = (_KIND_AND_NUMBER.sub("", name) for name in given)
    return tuple(dict.fromkeys((*given, *(name for name in bare if name.casefold().endswith(" schools")))))


_KIND_AND_NUMBER = re.compile(r"[ ,]+(?:(?:School )?District )?(?:No\.? ?|# ?)?\d{1,3}(?:-\w+)?$", re.IGNORECASE)
_SUBJECT_PARTS = re.compile(r"\s[-–—|/]\s|[:;]\s")
_IN_BRACKETS = re.compile(r"\((?P<end>[^()]{2,120})\)\s*$")
_AT_END = re.compile(r".*(?:\s[-–—|@]\s|[:;]\s|\s(?:for|at)\s(?:the\s)?)(?P<end>.{2,120})$", re.IGNORECASE)
# a mail that says all in its subject
_SEE_SUBJECT = re.compile(r"(?:please |pls )?see (?:the |my )?subject(?: line)?[ .!:]{0,3}", re.IGNORECASE)
_ANSWERS = re.compile(r"\s{0,9}(?:re|aw|sv|fwd?|wg)\s{0,3}:", re.IGNORECASE)  # a subject that may be another's


class _Words:
    """The texts that are searched for places and dates, by where they come from."""

    def __init__(
        self,
        message: Message,
        covering: str,
        forms: Sequence[Form],
        orders: Sequence[OrderText],
        letters: Sequence[tuple[str, str]] = (),
    ) -> None:
        self.subject = message.subject
        said = message.own_words.strip()
        untold = not said or _SEE_SUBJECT.fullmatch(said) is not None
        self.body = message.subject if untold and not _ANSWERS.match(message.subject) else message.own_words
        answered = answered_between(message.text) or answered_by_number(message.own_words, message.quoted)
        self.covering = "\n\n".join(t for t in (answered, covering) if t)
        self.below = colleagues_words(message)
        self.forms = tuple(f for f in forms if f.form == "rfi" and f.status != "blank")
        self.orders = tuple(orders)
        self.letters = tuple(letters)

    def answers(self, role: str) -> list[tuple[str, str]]:
        """(file name, answer) of every completed copy of the RFI form, the fuller copy first."""
        ranked = sorted(self.forms, key=lambda f: -f.filled_share)
        return [(", ".join(f.filenames), f.answer(role)) for f in ranked if f.answer(role).strip()]


def _without_schools(papers: Sequence[PaperFinding], schools: Index) -> tuple[PaperFinding, ...]:
    """The papers without the rows that name a school in place of a product: "Kennedy HS  150 seats  $8.00"."""
    return tuple(
        replace(paper, products=tuple(name for name in paper.products if not is_a_school(name, schools)))
        if paper.products
        else paper
        for paper in papers
    )


def _in_the_mail(own: str, covering: str, names: Sequence[str], read: Papers) -> list[PaperFinding]:
    """An order form that stands in the mail itself, or in a mail that it carries."""
    if any(p.kind == Kind.ORDER_FORM for p in read.findings):
        return []
    for text in (own, covering):
        opinion = assess(text, district_names=names, body=True, source="body") if text.strip() else None
        if opinion is not None and opinion.is_order_form:
            return [
                PaperFinding(
                    "body",
                    "body",
                    "",
                    Kind.ORDER_FORM,
                    topic=str(Item.ORDER_FORM),
                    evidence=opinion.reasons,
                    products=opinion.products,
                    vendor=opinion.vendor,
                    total=total_in_dollars(text),
                )
            ]
    return []


def _locations(
    words: _Words,
    district: District,
    names: tuple[str, ...],
    vendor: str,
    sender: Address,
    *,
    software: tuple[str, ...],
    answering: bool,
    whole: tuple[str, ...] = (),
) -> tuple[tuple[str, LocationsFinding], ...]:
    vendors = tuple(v for v in (vendor, sender.name) if v)

    def look(
        text: str, source: str, *, labelled: bool = False, page: int = 0, loosely: bool = False, told: bool = False
    ) -> LocationsFinding:
        return places.find(
            text,
            district.schools,
            source=source,
            labelled=labelled,
            page=page,
            district_names=names,
            vendor_names=vendors,
            product_names=(*software, *whole) if loosely else software,
            loosely=loosely,
            told_there=told,
        )

    def answered(text: str) -> LocationsFinding:
        return look(text, "body", labelled=True)

    own = bearing.with_bearing(words.body, look(words.body, "body"), answered, answering=answering)
    out = [("body", own)]
    if not _told(out[0][1].status) and words.covering.strip():
        out = [("body", look(words.covering, "body"))]
    out += [("rfi_form", look(answer, source, labelled=True)) for source, answer in words.answers("schools")]
    told_there = claims.places_told_in_paper(words.body)
    out += [("order_form", look(o.text, o.source, page=o.page, told=told_there)) for o in words.orders]
    if any(kind == "rfi_form" and finding.status is Status.RECEIVED for kind, finding in out):
        # the form names the users, and the mail who asked for it
        out = [(kind, finding) for kind, finding in out if kind != "body" or not places.only_asked(finding)]
    told = [(kind, finding) for kind, finding in out if _told(finding.status)]
    if not told and words.below:
        told = [("body", found)] if _told((found := look(words.below, "body")).status) else []
    if not told:
        told = [("body", found) for name, text in words.letters if _told((found := look(text, name)).status)]
    if not answering and told and all(places.only_doubted(finding) for _, finding in told):
        # "Sparrow Debate - Kickapoo Creek", where "a coach at Kickapoo Creek asked us" is all that the mail says
        end = _SUBJECT_PARTS.split(words.subject)[-1]
        headed = look(end, "subject", labelled=True) if end != words.subject and len(end.split()) <= SHORT else None
        if headed is not None and headed.status is Status.RECEIVED:
            # "Kestrel Typing - Birchwood & KMS", where the mail says that KMS backed out
            gone = {n for _, f in told if places.only_denied(f) for w in f.value for n in answered(w).value}
            stays = tuple(name for name in headed.value if name not in gone)
            told = [("body", replace(headed, value=stays))] if stays else told
    if not answering and all(places.only_doubted(finding) for _, finding in told):
        passing = look(words.body, "body", loosely=True)
        if passing.status is Status.RECEIVED or (not told and _told(passing.status)):
            told = [("body", passing)]
    if not told and claims.places_told_in_subject(words.body) and not _ANSWERS.match(words.subject):
        # "Kestrel Typing quote (Birchwood + KMS)", of which the mail says "The schools are in the subject line"
        end = _IN_BRACKETS.search(words.subject) or _AT_END.match(words.subject)
        headed = look(end["end"], "subject", labelled=True) if end else LocationsFinding(Status.MISSING)
        told = [("body", headed)] if _told(headed.status) else []
    if not told and not answering and (named := named_in_subject(words.subject, district.schools, look)):
        told = [("body", named)]
    in_ink = None if told else unread_places(words.forms)
    return (("rfi_form", in_ink),) if in_ink else tuple(told)


def _deadlines(
    words: _Words, day: date, district: District, answering: bool
) -> tuple[tuple[str, DeadlineFinding], ...]:
    names = frozenset(w for s in district.schools for name in (s.name, *s.aliases) for w in name.casefold().split())
    own = district_names(district)
    out = [
        (
            "body",
            deadline.find(words.body, day, source="body", answering=answering, names=names, district_names=own),
        )
    ]
    if not _told(out[0][1].status) and words.covering.strip():
        out = [("body", deadline.find(words.covering, day, source="body", district_names=own))]
    out += [
        ("rfi_form", deadline.find(answer, day, source=source, labelled=True))
        for source, answer in words.answers("deadline")
    ]
    out += [("order_form", _order_day(order, day)) for order in words.orders]
    told = [(kind, finding) for kind, finding in out if _told(finding.status)]
    # "the adoption is on the agenda of the Board meeting of January 26", where the form says when approval is needed
    told = [t for t in told if not t[1].by_board] or told
    subject = None if _ANSWERS.match(words.subject) else day_in_subject(words.subject, day, own)
    named = {f.value for _, f in told if f.status is Status.RECEIVED}
    if not answering and subject and named and speaks_against(subject, words.subject, words.body, named, day):
        told = [*told, ("body", subject)]
    if not told and words.below:
        told = [("body", found)] if _told((found := deadline.find(words.below, day, source="body")).status) else []
    if not told:
        read = ((name, deadline.find(text, day, source=name)) for name, text in words.letters)
        told = [("body", found) for _, found in read if _told(found.status)]
    if not told and subject:
        told = [("body", subject)]
    in_ink = unread_day(words.forms, day, told)
    return (*told, ("rfi_form", in_ink)) if in_ink else tuple(told)


def _order_day(order: OrderText, day: date) -> DeadlineFinding:
    """The day that an order form names; unclear where its digits are read from a scan with doubt."""
    found = deadline.find(order.text, day, source=order.source, page=order.page)
    if found.status != Status.RECEIVED or not order.doubted & set(found.words.split()):
        return found
    return replace(found, status=Status.UNCLEAR, value=None, detail=f"read with doubt: “{found.words}”")


def _told(status: Status) -> bool:
    return status in (Status.RECEIVED, Status.UNCLEAR)


def _received_in_mail(found: Sequence[tuple[str, LocationsFinding | DeadlineFinding]]) -> bool:
    return any(kind == "body" and finding.status is Status.RECEIVED for kind, finding in found)


def _said(found: Sequence[tuple[str, LocationsFinding | DeadlineFinding]]) -> bool:
    """Whether the mail's own words name a place or a day that is one of the answers."""
    return any(kind == "body" and _told(f.status) and f.bearing != bearing.PASSING for kind, f in found)


def _vendor_address(message: Message, district: District, inside: bool) -> Address:
    """The sender; or the vendor whose mail a member of staff forwards."""
    if inside:
        for address in message.forwarded_from:
            if not any(domain_matches(address.domain, d) for d in district.domains):
                return address
    return message.sender


def _doubts(message: Message, sent: datetime, received: datetime) -> tuple[str, ...]:
    doubts = []
    if message.date is None:
        doubts.append("the mail has no usable Date; the day it was received is taken instead")
    elif abs((sent - received).days) > 365:
        doubts.append(f"the mail's Date ({sent:%Y-%m-%d}) is far from the day it was received ({received:%Y-%m-%d})")
    return tuple(doubts)
