"""Queries about submissions: their evidence, who writes in them, and what a person is shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from soppa_mailbot.judging.conversation import OPEN_STATES, Candidate, organisation
from soppa_mailbot.model import Findings
from soppa_mailbot.store import evidence
from soppa_mailbot.store.messages import storable
from soppa_mailbot.store.tables import SubmissionAddressRow, SubmissionMessageRow, SubmissionRow


def add(session: Session, row: SubmissionRow) -> SubmissionRow:
    session.add(row)
    session.flush()
    return row


def get(session: Session, submission: int) -> SubmissionRow:
    return session.get_one(SubmissionRow, submission)


def find_of(session: Session, message_pk: int) -> int | None:
    """The submission that a mail belongs to; the first of several."""
    query = select(func.min(SubmissionMessageRow.submission_id)).where(SubmissionMessageRow.message_pk == message_pk)
    return session.scalar(query)


def link(session: Session, submission: int, message_pk: int, how: str) -> None:
    """A mail belongs to a submission from now on."""
    session.add(SubmissionMessageRow(submission_id=submission, message_pk=message_pk, how=how))
    session.flush()


def add_addresses(session: Session, submission: int, emails: Iterable[str]) -> None:
    """Remember who writes in a submission: what a later mail is matched by."""
    for email in sorted({storable(e.casefold()) for e in emails if "@" in e}):
        row = session.get(SubmissionAddressRow, (submission, email))
        if row is None:
            session.add(SubmissionAddressRow(submission_id=submission, email=email, domain=organisation(email)))
        else:
            row.bounced = None  # it writes, so it lives
    session.flush()


def mark_bounced(session: Session, submission: int, emails: Collection[str], now: datetime) -> None:
    """These addresses did not take our mail."""
    session.execute(
        update(SubmissionAddressRow)
        .where(SubmissionAddressRow.submission_id == submission, SubmissionAddressRow.email.in_(list(emails)))
        .values(bounced=now)
    )


def history(session: Session, submission: int) -> tuple[Findings, ...]:
    """The evidence of a submission so far, oldest mail first."""
    return tuple(brought.found for brought in evidence.of_submission(session, submission))


def by_tokens(session: Session, tokens: Collection[str]) -> list[Candidate]:
    """The submissions with these tokens, whatever their state; one that was merged leads to where it went."""
    if not tokens:
        return []
    rows = list(session.scalars(select(SubmissionRow).where(SubmissionRow.token.in_(list(tokens)))))
    found = [row if row.merged_into is None else get(session, row.merged_into) for row in rows]
    return _candidates(session, dict.fromkeys(found))


def open_of_sender(session: Session, email: str) -> list[Candidate]:
    """Open submissions in which the sender's organisation writes; with a mailbox provider, the very address."""
    domain = organisation(email)
    column, value = SubmissionAddressRow.email, email.casefold()
    condition = SubmissionAddressRow.domain == domain if domain else column == value
    query = (
        select(SubmissionRow)
        .where(
            SubmissionRow.id.in_(select(SubmissionAddressRow.submission_id).where(condition)),
            SubmissionRow.state.in_(OPEN_STATES),
        )
        .order_by(SubmissionRow.id)
    )
    return _candidates(session, session.scalars(query))


def known_sender(session: Session, email: str, before: int) -> bool:
    """Whether the sender's organisation wrote in an earlier submission than `before`."""
    domain = organisation(email)
    mine = SubmissionAddressRow.domain == domain if domain else SubmissionAddressRow.email == email.casefold()
    query = select(SubmissionAddressRow.submission_id).where(mine, SubmissionAddressRow.submission_id < before)
    return session.scalar(query.limit(1)) is not None


def _candidates(session: Session, rows: Iterable[SubmissionRow]) -> list[Candidate]:
    found = list(rows)
    if not found:
        return []
    query = select(SubmissionAddressRow.submission_id, SubmissionAddressRow.email).where(
        SubmissionAddressRow.submission_id.in_([row.id for row in found])
    )
    emails: dict[int, set[str]] = {}
    for submission, email in session.execute(query):
        emails.setdefault(submission, set()).add(email)
    return [Candidate(row.id, row.state, row.product, frozenset(emails.get(row.id, ()))) for row in found]
