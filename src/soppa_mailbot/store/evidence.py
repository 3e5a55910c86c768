"""What the mails of a submission brought: the findings of each, as far as people let them count in it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from soppa_mailbot import codec
from soppa_mailbot.errors import UsageError
from soppa_mailbot.judging.decisions import as_attached
from soppa_mailbot.model import Findings, Selection
from soppa_mailbot.store.tables import MessageRow, SubmissionMessageRow

ATTACHED = "attached"  # how: a person put the mail into the submission


@dataclass(frozen=True, slots=True)
class Brought:
    """A mail that counts in a submission. `found` is what its files that count there say."""

    row: MessageRow
    link: SubmissionMessageRow
    found: Findings


def of_submission(session: Session, submission: int) -> list[Brought]:
    """The evidence of a submission so far, oldest mail first."""
    query = (
        select(MessageRow, SubmissionMessageRow)
        .join(SubmissionMessageRow, SubmissionMessageRow.message_pk == MessageRow.id)
        .where(SubmissionMessageRow.submission_id == submission, MessageRow.counts)
        .order_by(MessageRow.id)
    )
    rows = [(row, link, found(row, link)) for row, link in session.execute(query)]
    return [Brought(row, link, read) for row, link, read in rows if read is not None]


def found(row: MessageRow, link: SubmissionMessageRow) -> Findings | None:
    """What a mail says in this submission; None before it was read."""
    text = stored(row, link)
    if not text:
        return None
    read = codec.load(Findings, text)
    return as_attached(read) if link.how == ATTACHED else read


def stored(row: MessageRow, link: SubmissionMessageRow) -> str:
    """The findings as they are kept, to see whether they are still the same."""
    return link.findings or row.findings or ""


def keep(row: MessageRow, link: SubmissionMessageRow, read: Findings) -> None:
    """A mail was read again: by all its files, or by those that count in this submission."""
    if link.selection:
        link.findings = codec.dump(read)
    else:
        row.findings = codec.dump(read)


def selection(link: SubmissionMessageRow) -> Selection | None:
    """Which of a mail's files count; None: all."""
    return codec.load(Selection, link.selection) if link.selection else None


def select_files(link: SubmissionMessageRow, chosen: Selection | None, read: Findings | None) -> None:
    """These files count from now on, and `read` is what they say; None: all of them, and what the mail says."""
    link.selection = codec.dump(chosen) if chosen is not None else ""
    link.findings = codec.dump(read) if chosen is not None and read is not None else None


def file_named(session: Session, number: int, file: str) -> tuple[MessageRow, Findings, str]:
    """The mail, its findings and the Document.id of a file that a person named. Raises UsageError."""
    mail, _, name = file.rpartition(":") if file.partition(":")[0].isdecimal() else ("", "", file)
    rows = [(brought.row, brought.found) for brought in of_submission(session, number)]
    fitting = [
        (row, found, document)
        for row, found in rows
        if not mail or row.id == int(mail)
        for document in dict.fromkeys(p.document for p in found.papers if name in (p.filename, p.document))
    ]
    if not fitting:
        known = ", ".join(dict.fromkeys(p.filename for _, found in rows for p in found.papers)) or "none"
        raise UsageError(f"submission {number} has no file {file!r}; it has: {known}")
    if len(fitting) > 1:
        same_mail = len({row.id for row, _, _ in fitting}) < len(fitting)
        several = ", ".join(f"{row.id}:{document if same_mail else name}" for row, _, document in fitting)
        raise UsageError(f"submission {number} has several files {name!r}; say which: {several}")
    return fitting[0]
