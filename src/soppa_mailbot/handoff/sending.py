"""Packets into the outbox: once for each office and verdict, by themselves or at a person's word.

A packet is made outside any transaction, since that takes seconds, and queued in one, together with the row that says
so. Its Message-ID follows from submission, office, address and verdict: queued twice is refused by the store itself.
"""

from __future__ import annotations

import hashlib
import logging
from datetime import datetime
from email.utils import parseaddr

from sqlalchemy.orm import Session

from soppa_mailbot import codec
from soppa_mailbot.errors import StoreError, TemplateError, UsageError
from soppa_mailbot.handling import keeping
from soppa_mailbot.handling.bot import Bot, Tally
from soppa_mailbot.handling.offices import Offices
from soppa_mailbot.handoff.bundle import COVER
from soppa_mailbot.handoff.making import Made, Material, changes, gather, make
from soppa_mailbot.model import Verdict
from soppa_mailbot.settings.config_handoff import RecipientSection
from soppa_mailbot.store import events, handoffs, outbox, submissions
from soppa_mailbot.store.outbox import Enclosure
from soppa_mailbot.store.tables import HandoffRow, ReplyRow, SubmissionRow

log = logging.getLogger(__name__)

BEGUN = "handoff_begun"  # mark: what was complete before is handed off by hand only
LOOKED = "handoff_looked"  # mark: up to where changed submissions were held against their packets


def begin(bot: Bot) -> tuple[datetime, datetime]:
    """The marks, set at the first run: whatever was complete before there was a hand-off stays where it is."""
    with bot.store.reading() as session:
        begun, looked = events.mark(session, BEGUN), events.mark(session, LOOKED)
    if begun is None or looked is None:
        now = bot.clock()
        if bot.offices is not None and bot.offices.section.recipients:
            with bot.store.writing() as session:
                events.set_mark_once(session, BEGUN, now)
                events.set_mark_once(session, LOOKED, now)
        return now, now
    return begun.at, looked.at


def run(bot: Bot, tally: Tally) -> None:
    """Hand off what became complete, and note what changed after it was. Nothing happens without [handoff]."""
    offices = bot.offices
    if offices is None or not offices.section.recipients:
        return
    begun, looked = begin(bot)
    if offices.section.enabled:
        with bot.store.reading() as session:
            due = handoffs.due(session, offices.section.dispositions, begun)
        for number in due:
            if bot.stopping():
                return
            try:
                hand_off(bot, offices, number, who=events.BOT)
            except (StoreError, TemplateError) as error:
                if error.temporary:
                    raise
                tally.problems.append(f"submission {number} could not be handed off: {error}")
                log.warning("%s", tally.problems[-1])
            bot.checkpoint("handed off")
    with bot.store.reading() as session:
        latest = handoffs.latest_change(session)  # before the look: what comes between is looked at again
        touched = [row.id for row in handoffs.touched(session, looked) if row.updated > looked]
    if latest is not None and latest > looked:  # the mark moves with every change, or the look would grow with age
        with bot.store.writing() as session:
            _note_changes(session, bot, offices, touched)
            events.set_mark(session, LOOKED, latest)


def hand_off(bot: Bot, offices: Offices, number: int, *, who: str, why: str = "") -> tuple[str, ...]:
    """Queue a submission's packets for all offices that have not got this one. Their names.

    Raises UsageError, StoreError, TemplateError.
    """
    material = gather(bot, offices, number)
    made = [(office, make(bot, offices, material, office)) for office in offices.section.recipients]
    kept = [(office, packet, _kept(bot, packet)) for office, packet in made]
    bot.checkpoint("packets made")
    with bot.store.writing() as session:
        submission = submissions.get(session, number)
        if submission.updated != material.updated:
            log.info("submission %s changed while its packet was made; the next run hands it off", number)
            return ()
        done = []
        for office, packet, files in kept:
            if _had(session, number, office, submission, material.key):
                continue
            _queue(session, bot, material, office, packet, files, who)
            done.append(office.name)
        if done:
            data = {"offices": done, "enclosed": all(packet.packet.enclosed for _, packet in made)}
            events.record(session, "handed_off", now=bot.clock(), who=who, why=why, submission=number, data=data)
    return tuple(done)


def _kept(bot: Bot, made: Made) -> tuple[Enclosure, ...]:
    """The packet's files in the file store: the ZIP, or past the size limit the cover sheet."""
    if made.packet.enclosed:
        return (Enclosure(bot.store.files.keep(made.archive), made.name, "application/zip"),)
    name = f"{made.packet.token} {COVER}.pdf"
    return (Enclosure(bot.store.files.keep(made.cover_pdf), name, "application/pdf"),)


def _had(session: Session, number: int, office: RecipientSection, submission: SubmissionRow, key: str) -> bool:
    """Whether this office has a packet that says just this."""
    mine = [row for row in handoffs.of_submission(session, number) if row.recipient == office.name]
    return any(row.verdict == key or not changes(submission, row) for row in mine)


def _queue(
    session: Session,
    bot: Bot,
    material: Material,
    office: RecipientSection,
    made: Made,
    files: tuple[Enclosure, ...],
    who: str,
) -> None:
    now = bot.clock()
    handoffs.add(
        session,
        HandoffRow(
            submission_id=material.case.number,
            recipient=office.name,
            verdict=material.key,
            said=material.said,
            file=files[0].file,
            name=files[0].name,
            created=now,
            who=who,
        ),
    )
    for written in office.to:
        name, email = parseaddr(written)
        row = ReplyRow(  # of no submission: it is no answer, and counts for no cap, reminder or digest row
            message_id=_message_id(bot, material, office, email),
            template="handoff",
            to_name=name or office.name,
            to_email=email,
            subject=made.mail.subject,
            text=made.mail.text,
            html=made.mail.html,
            state="queued",
            created=now,
            next_attempt=now,
        )
        outbox.add(session, outbox.enclose(row, files))


def _message_id(bot: Bot, material: Material, office: RecipientSection, email: str) -> str:
    about = f"{material.case.number} {material.key} {office.name} {email.casefold()}"
    digest = hashlib.sha256(about.encode()).hexdigest()[:24]
    return f"<handoff.{material.case.token.casefold()}.{digest}@{bot.message_id_domain}>"


def _note_changes(session: Session, bot: Bot, offices: Offices, numbers: list[int]) -> None:
    """A submission that says something else than its packet: an event, and a line in the digest. Nothing is sent."""
    for number in numbers:
        submission = submissions.get(session, number)
        packets = handoffs.of_submission(session, number)
        if not packets or packets[-1].changed is not None:
            continue
        verdict = codec.load(Verdict, submission.verdict)
        lines = changes(submission, packets[-1])
        if keeping.verdict_key(verdict) == packets[-1].verdict or not lines:
            continue
        packets[-1].changed = bot.clock()
        events.record(session, "handoff_changed", now=bot.clock(), why="; ".join(lines), submission=number)


def check_sendable(offices: Offices, made: int) -> None:
    """Raises UsageError where `--send` would send nothing."""
    if not offices.section.recipients:
        raise UsageError("handoff.recipients names no office; add one to the configuration, or write it with --out")
    if not made:
        raise UsageError("every office has this packet already; nothing was sent")
