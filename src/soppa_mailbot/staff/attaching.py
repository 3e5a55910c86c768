"""A mail that stands by itself is put into a submission by a person, and is judged as part of it from then on."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete
from sqlalchemy.orm import Session

from soppa_mailbot import codec
from soppa_mailbot.errors import UsageError
from soppa_mailbot.handling import rereading
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.judging.decisions import as_attached
from soppa_mailbot.model import Findings, Verdict
from soppa_mailbot.staff import parting, people
from soppa_mailbot.staff.people import Outcome, Person
from soppa_mailbot.store import decisions, events, evidence, messages, submissions
from soppa_mailbot.store.evidence import ATTACHED
from soppa_mailbot.store.tables import MessageRow, SubmissionMessageRow


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mail that may be attached, read as an answer to one of ours."""

    mail: int
    before: str  # its findings as they were kept
    found: Findings


def candidate(bot: Bot, name: str, number: int) -> Candidate:
    """The mail that a person named by number or Message-ID. Slow; changes nothing.

    Raises UsageError when there is none, when it was not read, or when it counts in a submission already.
    """
    with bot.store.reading() as session:
        decisions.get(session, number)
        row = _free(session, name)
    return Candidate(row.id, row.findings or "", rereading.examined(bot, row, ATTACHED))


def foreseen(session: Session, bot: Bot, number: int, mail: Candidate) -> Outcome:
    """What attaching leads to; nothing is changed."""
    found = [(b.row.id, b.found) for b in evidence.of_submission(session, number)]
    history = [one for _, one in sorted([*found, (mail.mail, as_attached(mail.found))], key=lambda pair: pair[0])]
    outcome = people.foreseen(session, bot, number, history)
    if outcome is not None:
        return outcome
    submission = decisions.get(session, number)
    verdict = codec.load(Verdict, submission.verdict)
    return Outcome(number, verdict, verdict, submission.state)


def attach(session: Session, bot: Bot, number: int, mail: Candidate, by: Person) -> Outcome:
    """The mail belongs to the submission from now on. Raises UsageError."""
    submission, now = decisions.get(session, number), bot.clock()
    row = _free(session, str(mail.mail))
    if (row.findings or "") != mail.before:
        raise UsageError(f"mail {row.id} was changed while it was read again; run attach once more")
    ignored = mail.found.ignored
    row.findings, row.counts = codec.dump(mail.found), True
    # where it was only shown, it counted for nothing
    session.execute(delete(SubmissionMessageRow).where(SubmissionMessageRow.message_pk == row.id))
    submissions.link(session, number, row.id, ATTACHED)
    if not ignored:  # nobody reads what is sent to a machine
        added = [b for b in evidence.of_submission(session, number) if b.row.id == row.id]
        submissions.add_addresses(session, number, parting.writers(added, bot.core.district.domains))
    data = {"mail": row.id, "was": row.disposition}
    events.record(session, "attached", now=now, who=by.who, why=by.why, submission=number, message=row.id, data=data)
    outcome = people.settle(session, bot, submission, by)
    reason = f"put here by {by.who}: {by.why}"
    messages.finish(row, "processed", now=row.done or now, disposition=outcome.after.disposition, reason=reason)
    return outcome


def _free(session: Session, name: str) -> MessageRow:
    row = messages.named(session, name)
    if row is None:
        raise UsageError(f"there is no mail {name}; the digest shows the numbers of mails that nobody answered")
    if row.state != "processed":
        raise UsageError(
            f"mail {row.id} was not read ({row.state}: {row.reason or 'it waits for the next run'}); "
            "a failed one is tried again when it is moved back into the inbox"
        )
    if row.counts:
        raise UsageError(
            f"mail {row.id} counts in submission {submissions.find_of(session, row.id)} already; "
            "use split and merge to take it to another"
        )
    return row
