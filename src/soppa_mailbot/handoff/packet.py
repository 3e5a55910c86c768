"""What a packet says, as plain values that the templates and the PDF put into words. Pure.

Everything here that came by mail has been through `wording`, so that whoever shows it need not think of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from soppa_mailbot import wording
from soppa_mailbot.answering.letter import AgreementLine, agreement_line
from soppa_mailbot.handoff.board import Board
from soppa_mailbot.handoff.papers import Paper
from soppa_mailbot.judging.decisions import GOOD
from soppa_mailbot.judging.judge import WITHDRAWS
from soppa_mailbot.model import Disposition, District, Evidence, Item, ItemVerdict, Status, Verdict

QUOTES = 2  # places shown of one item
QUOTE_LENGTH = 110  # characters
PRINTED_PAPERS = 14
OWN_FORM = "the District's form"  # begins a quote that is the program's own word, and none of the paper
MANY_SCHOOLS = 6  # beyond them the list takes the page's whole width
STEPS = 9  # dates shown; a longer history keeps its first and its latest


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened, for the list of dates."""

    moment: datetime  # aware
    what: str  # "Fernwood Learning wrote: Quote for Fernwood Fractions"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands."""

    source: str  # a file's name, "the mail"
    page: int  # 0: not on a page
    quote: str


@dataclass(frozen=True, slots=True)
class PacketItem:
    item: str  # Item
    name: str  # "Order form", or the form's title
    status: str  # Status
    value: str  # places or date
    places: tuple[Place, ...]
    decided: str  # the person who decided it, "" when it is as judged


@dataclass(frozen=True, slots=True)
class PacketStep:
    day: date | None
    clock: str  # "9:30 AM"
    what: str
    skipped: int = 0  # steps left out here; then nothing else is said


@dataclass(frozen=True, slots=True)
class Packet:
    """All that a template of the hand-off can show."""

    office: str  # whom it is for: handoff.recipients.name
    district: str
    address: str  # the procurement mailbox
    number: int  # of the submission, for `show`
    token: str  # "SOPPA-4M7QX2"
    vendor: str
    email: str
    product: str
    schools: tuple[str, ...]
    deadline: date | None
    days: int  # from today to the deadline; meaningless without one
    board: Board
    withdrawn: bool  # by the vendor
    lacking: bool  # some item is not there, not finished or unclear, or none was judged
    complete: bool  # nothing more is asked of the vendor
    on_file: bool  # an agreement is active: no forms were asked for
    agreement: AgreementLine | None
    items: tuple[PacketItem, ...]
    steps: tuple[PacketStep, ...]
    papers: tuple[Paper, ...]  # of this office's selection
    enclosed: bool  # the papers are in the ZIP; False: they are too large to send, and only listed
    size: str  # of the papers: "3.4 MB"
    changes: tuple[str, ...]  # since the packet before this one; () for the first
    replaces: date | None  # the day of the packet before this one
    today: date
    zoom: float = 1.0  # in which the HTML cover sheet fits on one printed page

    @property
    def printed_papers(self) -> int:
        """How many papers are named on a printed page; the mail and the screen name all."""
        return PRINTED_PAPERS

    @property
    def many_schools(self) -> bool:
        """Whether the list of schools needs the page's whole width."""
        return len(self.schools) > MANY_SCHOOLS

    @property
    def subject_line(self) -> str:
        return f"{self.product or 'Product not named'}, {self.vendor}"


@dataclass(frozen=True, slots=True)
class Case:
    """What a packet is made of."""

    number: int
    token: str
    verdict: Verdict
    steps: tuple[Step, ...]
    board: Board
    changes: tuple[str, ...] = ()
    replaces: datetime | None = None


def packet_of(
    case: Case, district: District, papers: Sequence[Paper], *, office: str, enclosed: bool, now: datetime
) -> Packet:
    """The packet for one office at `now`."""
    zone = ZoneInfo(district.timezone)
    verdict, today = case.verdict, now.astimezone(zone).date()
    deadline, places = verdict.item(Item.DEADLINE), verdict.item(Item.LOCATIONS)
    due = date.fromisoformat(deadline.value[0]) if _given(deadline) and deadline is not None else None
    return Packet(
        office=office,
        district=district.name,
        address=district.address,
        number=case.number,
        token=case.token,
        vendor=wording.clean(verdict.vendor_name, 80) or wording.clean(verdict.vendor_email, 80),
        email=wording.clean(verdict.vendor_email, 100),
        product=wording.clean(verdict.product, 80),
        schools=tuple(wording.clean(v, 80) for v in places.value) if _given(places) and places is not None else (),
        deadline=due,
        days=(due - today).days if due else 0,
        board=case.board,
        withdrawn=WITHDRAWS in verdict.reasons,
        lacking=not verdict.items or any(item.status not in GOOD for item in verdict.items),
        complete=verdict.disposition in (Disposition.COMPLETE, Disposition.ON_FILE),
        on_file=verdict.agreement is not None and verdict.agreement.status == "active",
        agreement=agreement_line(verdict),
        items=tuple(_item(item, district) for item in verdict.items),
        steps=_shown([_step(step, zone) for step in sorted(case.steps, key=lambda s: s.moment)]),
        papers=tuple(papers),
        enclosed=enclosed,
        size=size_of(sum(paper.size for paper in papers)),
        changes=tuple(_change(change) for change in case.changes),
        replaces=case.replaces.astimezone(zone).date() if case.replaces else None,
        today=today,
    )


def size_of(count: int) -> str:
    """`812 KB`, `3.4 MB`"""
    return f"{count / 1e6:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1000))} KB"


def _given(item: ItemVerdict | None) -> bool:
    return item is not None and item.status == Status.RECEIVED and bool(item.value)


def _change(line: str) -> str:
    """A line of `difference`, as people would say it."""
    name, colon, rest = line.partition(": ")
    return wording.american_dates(wording.clean(name.replace("_", " ") + colon + rest.replace(" -> ", ", now "), 160))


def _item(item: ItemVerdict, district: District) -> PacketItem:
    names = {
        Item.ORDER_FORM: "Order form",
        Item.RFI_FORM: wording.clean(district.form("rfi").title, 70),
        Item.SOPPA_FORM: wording.clean(district.form("soppa").title, 70),
        Item.LOCATIONS: "Schools or departments",
        Item.DEADLINE: "Deadline",
    }
    value = wording.listing([wording.american_dates(wording.clean(v, 60)) for v in item.value], 6)
    told = item.item is not Item.ORDER_FORM  # by which words an order form was known says nothing to an office
    places = tuple(dict.fromkeys(_place(e, quoted=told) for e in item.evidence))[:QUOTES]
    if not places and item.source:
        places = (Place(_source(item.source), 0, ""),)
    return PacketItem(
        item.item.value, names[item.item], item.status.value, value, places, wording.clean(item.decided, 60)
    )


def _place(evidence: Evidence, *, quoted: bool) -> Place:
    quote = wording.clean(evidence.quote, QUOTE_LENGTH) if quoted and not evidence.quote.startswith(OWN_FORM) else ""
    return Place(_source(evidence.source), evidence.page, quote)


def _source(source: str) -> str:
    return {"body": "the mail", "subject": "the mail's subject"}.get(source) or wording.file_name(source, 50)


def _step(step: Step, zone: ZoneInfo) -> PacketStep:
    local = step.moment.astimezone(zone)
    clock = f"{local.hour % 12 or 12}:{local.minute:02d} {'AM' if local.hour < 12 else 'PM'}"
    return PacketStep(local.date(), clock, wording.clean(step.what, 120))


def _shown(steps: Sequence[PacketStep]) -> tuple[PacketStep, ...]:
    """At most `STEPS`: how it began, and how it came to its end."""
    if len(steps) <= STEPS:
        return tuple(steps)
    return (*steps[:3], PacketStep(None, "", "", len(steps) - STEPS + 1), *steps[4 - STEPS :])
