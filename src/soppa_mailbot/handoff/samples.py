"""Made-up packets that go through every branch of the hand-off's templates: for `check`, tests and pictures."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from soppa_mailbot import samples
from soppa_mailbot.handoff.board import board_of
from soppa_mailbot.handoff.packet import Case, Packet, Step, packet_of
from soppa_mailbot.handoff.papers import Paper
from soppa_mailbot.model import Disposition, Evidence, Item, ItemVerdict, Status, Track, Verdict

_FILES = {Item.ORDER_FORM: "Quote Q-1182.pdf", Item.RFI_FORM: "questionnaire.docx", Item.SOPPA_FORM: "rider signed.pdf"}


def packets() -> list[tuple[str, Packet]]:
    """Samples by what they show."""
    papers = tuple(
        Paper(name, (kind,), size)
        for name, kind, size in (
            ("Quote Q-1182.pdf", "order_form", 188_000),
            ("questionnaire.docx", "rfi_form", 96_500),
            ("rider signed.pdf", "soppa_form", 3_400_000),
        )
    )
    district, now = samples.district(), samples.NOW
    new = packet_of(_new_operator(), district, papers, office="Risk Management", enclosed=True, now=now)
    updated = packet_of(_updated(), district, papers, office="General Counsel", enclosed=False, now=now)
    on_file = packet_of(_on_file(), district, papers[:1], office="IT", enclosed=True, now=now)
    bare = packet_of(_bare(), district, (), office="IT", enclosed=True, now=now)
    return [("all five", new), ("changed since, too large", updated), ("on file", on_file), ("nothing known", bare)]


def _verdict() -> Verdict:
    return samples.verdict(
        Disposition.COMPLETE,
        (
            _item(Item.ORDER_FORM, "Fernwood Fractions, grades 3-5\t240 licenses\t$11.50\t$2,760.00", 1),
            _item(Item.RFI_FORM, "Where is student data hosted?: Ohio, United States", 2),
            _item(Item.SOPPA_FORM, "Signature of the operator: Amara Delacroix", 6),
            replace(
                _item(Item.LOCATIONS, "Buildings: Harbor Street Elementary; Kestrel Middle School", 1),
                source="questionnaire.docx",
                value=("Harbor Street Elementary", "Kestrel Middle School"),
            ),
            ItemVerdict(
                Item.DEADLINE,
                Status.RECEIVED,
                "body",
                value=("2027-01-15",),
                evidence=(Evidence("body", "we would need the signed paperwork back by January 15, 2027"),),
                decided="Kim Ortega",
            ),
        ),
    )


def _item(item: Item, quote: str, page: int) -> ItemVerdict:
    file = _FILES.get(item, "questionnaire.docx")
    return ItemVerdict(item, Status.RECEIVED, file, evidence=(Evidence(file, quote, page),))


def _steps(count: int) -> tuple[Step, ...]:
    told = (
        "Fernwood Learning wrote: Fernwood Fractions for Juniper Flats",
        "Asked for what was missing",
        "Fernwood Learning wrote: Re: Fernwood Fractions, the signed rider",
        "Asked for what was missing",
        "Reminded of what was missing",
        "Fernwood Learning wrote: one last page",
        "Kim Ortega decided the deadline: confirmed by phone",
        "Complete",
        "Told the vendor that everything is there",
    )
    return tuple(Step(samples.NOW - timedelta(days=count - n), told[n % len(told)]) for n in range(count))


def _new_operator() -> Case:
    board = board_of(Decimal(2760), Decimal(25000), (), samples.TODAY)
    return Case(12, "SOPPA-4M7QX2", _verdict(), _steps(9), board)


def _updated() -> Case:
    changes = ("deadline: received (2027-01-08) -> received (2027-01-15)",)
    meetings = (samples.TODAY + timedelta(days=13), samples.TODAY - timedelta(days=2))
    board = board_of(Decimal("27600.50"), Decimal(25000), meetings, samples.TODAY)
    return Case(12, "SOPPA-4M7QX2", _verdict(), _steps(14), board, changes, samples.NOW - timedelta(days=6))


def _on_file() -> Case:
    spared = {item: ItemVerdict(item, Status.NOT_REQUIRED) for item in (Item.RFI_FORM, Item.SOPPA_FORM)}
    base = _verdict()
    verdict = replace(
        base,
        track=Track.EXISTING_AGREEMENT,
        disposition=Disposition.ON_FILE,
        product=samples.CODE,
        agreement=samples.agreement(),
        items=tuple(spared.get(item.item, item) for item in base.items),
    )
    return Case(7, "SOPPA-9KD3TW", verdict, _steps(3), board_of(None, Decimal(25000), (), samples.TODAY))


def _bare() -> Case:
    verdict = samples.verdict(
        Disposition.REVIEW,
        (
            ItemVerdict(Item.ORDER_FORM, Status.RECEIVED, "body"),
            ItemVerdict(Item.RFI_FORM, Status.RECEIVED, "form.docx"),
            ItemVerdict(Item.SOPPA_FORM, Status.EXEMPT, "form.docx", "sells no student data"),
            samples.missing(Item.LOCATIONS),
            ItemVerdict(Item.DEADLINE, Status.UNCLEAR, "body", value=("soon",)),
        ),
        product="",
        agreement=samples.agreement("expired", expires=samples.TODAY - timedelta(days=99)),
    )
    return Case(3, "SOPPA-2HV8BN", verdict, _steps(1), board_of(None, None, (), samples.TODAY))
