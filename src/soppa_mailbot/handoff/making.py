"""One submission, from the store to the packet for one office. Reads, and changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from soppa_mailbot import codec
from soppa_mailbot.core import day_in
from soppa_mailbot.handling import keeping
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.handling.offices import Offices
from soppa_mailbot.handoff.board import board_of, order_total
from soppa_mailbot.handoff.bundle import file_name, zipped
from soppa_mailbot.handoff.letters import PacketMail, cover_of, letter_of
from soppa_mailbot.handoff.packet import Case, Packet, packet_of
from soppa_mailbot.handoff.papers import Brought, papers_of, shown_to_stand
from soppa_mailbot.handoff.steps import steps_of
from soppa_mailbot.judging.decisions import reread
from soppa_mailbot.judging.difference import difference
from soppa_mailbot.model import Verdict
from soppa_mailbot.settings.config_handoff import RecipientSection
from soppa_mailbot.store import decisions, evidence, handoffs, standing
from soppa_mailbot.store.tables import HandoffRow, SubmissionRow


@dataclass(frozen=True, slots=True)
class Material:
    """All of a submission that any office's packet is made of."""

    case: Case
    key: str  # of the verdict
    said: str  # codec.dump of the verdict as it is kept
    updated: datetime  # of the submission: what changes later is not in here
    mails: tuple[Brought, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A packet, ready to be sent or written."""

    packet: Packet
    mail: PacketMail
    cover_pdf: bytes
    archive: bytes  # the ZIP with cover sheet and papers
    name: str  # of the ZIP


def gather(bot: Bot, offices: Offices, number: int) -> Material:
    """Raises UsageError when there is no such submission, StoreError when an original is gone."""
    with bot.store.reading() as session:
        submission = decisions.get(session, number)
        verdict = codec.load(Verdict, submission.verdict)
        before = handoffs.of_submission(session, number)
        mails = _mails(bot, session, number)
        district = bot.core.district
        today = day_in(district, bot.clock())
        changed = changes(submission, before[-1]) if before else ()
        total = order_total([mail.found for mail in mails])
        case = Case(
            number=number,
            token=f"SOPPA-{submission.token}",
            verdict=shown_to_stand(verdict, mails, district.blanks),
            steps=steps_of(
                handoffs.mails(session, number),
                handoffs.answers(session, number),
                handoffs.decided(session, number),
                submission.since if submission.state == handoffs.COMPLETE else None,
            ),
            board=board_of(total, offices.section.board_threshold, offices.meetings, today),
            changes=changed,
            replaces=before[-1].created if changed else None,  # the same packet once more replaces none
        )
        return Material(case, keeping.verdict_key(verdict), submission.verdict, submission.updated, mails)


def changes(submission: SubmissionRow, packet: HandoffRow) -> tuple[str, ...]:
    """What the submission says now that its packet did not, one line each."""
    return difference(codec.load(Verdict, packet.said), codec.load(Verdict, submission.verdict))


def make(bot: Bot, offices: Offices, material: Material, office: RecipientSection) -> Made:
    """The packet for one office. Raises TemplateError."""
    district, now = bot.core.district, bot.clock()
    papers = papers_of(material.case.verdict, material.mails, office.items, district.blanks)

    def packet(enclosed: bool) -> Packet:
        return packet_of(material.case, district, papers, office=office.name, enclosed=enclosed, now=now)

    made = packet(True)
    cover = cover_of(made, offices.templates)
    archive = zipped(cover.pdf, cover.html, papers)
    if len(archive) > offices.section.max_mb * 1e6:
        made = packet(False)
        cover = cover_of(made, offices.templates)
    mail = letter_of(made, office.template, offices.templates)
    return Made(made, mail, cover.pdf, archive, file_name(made.token, made.product, ".zip"))


def _mails(bot: Bot, session: Session, number: int) -> tuple[Brought, ...]:
    """The mails that count, as people had them read."""
    brought = [b for b in evidence.of_submission(session, number) if b.row.duplicate_of is None]
    found = reread([b.found for b in brought], standing.of_submission(session, number))
    raws = [bot.store.files.read(b.row.raw) for b in brought]
    return tuple(Brought(raw, bot.core.parse(raw), one) for raw, one in zip(raws, found, strict=True))
