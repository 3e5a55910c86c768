"""The tables. `migrations/` builds them; a test holds the two against each other.

Times are UTC. Nothing is ever deleted, so every query that runs at each poll has an index that stays small: partial
indexes hold only what still waits.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Text,
    UniqueConstraint,
    false,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

# conditions of the partial indexes; a query that shall use one must say the very same words, not bound parameters
NEW = text("state = 'new'")
UNSENT = text("state IN ('queued', 'sending')")
HELD = text("state = 'held'")
HANDING = text("NOT handed")
MERGED = text("merged_into IS NOT NULL")
EMPTY = text("''")


class UtcDateTime(TypeDecorator[datetime]):
    """Aware in, aware UTC out: SQLite forgets the zone, PostgreSQL answers in the session's."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without zone cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    type_annotation_map = {datetime: UtcDateTime(), str: Text(), date: Date()}  # noqa: RUF012  (SQLAlchemy's own way)


class MessageRow(Base):
    """One mail as it lay in the mailbox. Its raw bytes are in the file store under `raw`."""

    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("mailbox", "uidvalidity", "uid", name="uq_messages_uid"),
        Index("ix_messages_message_id", "message_id"),
        Index("ix_messages_fingerprint", "fingerprint"),
        Index("ix_messages_done", "done"),
        Index("ix_messages_new", "id", sqlite_where=text("state = 'new'"), postgresql_where=text("state = 'new'")),
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    mailbox: Mapped[str]  # user@host/folder
    uidvalidity: Mapped[int] = mapped_column(BigInteger)
    uid: Mapped[int] = mapped_column(BigInteger)
    message_id: Mapped[str] = mapped_column(default="")  # with angle brackets, "" if absent
    fingerprint: Mapped[str] = mapped_column(String(64))  # of what the sender wrote: `fingerprint.fingerprint`
    raw: Mapped[str] = mapped_column(String(64))  # SHA-256 of the stored bytes
    size: Mapped[int] = mapped_column(BigInteger)  # bytes in the mailbox (the stored ones are fewer when too large)
    received: Mapped[datetime]  # when the IMAP server got it (INTERNALDATE)
    stored: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(16), default="new")  # new | processed | failed
    attempts: Mapped[int] = mapped_column(default=0)  # begun; more than one means that the process died
    done: Mapped[datetime | None] = mapped_column(default=None)
    duplicate_of: Mapped[int | None] = mapped_column(ForeignKey("messages.id"), default=None)
    sender: Mapped[str] = mapped_column(default="")  # address
    subject: Mapped[str] = mapped_column(default="")
    findings: Mapped[str | None] = mapped_column(default=None)  # codec.dump(Findings)
    counts: Mapped[bool] = mapped_column(Boolean, default=False)  # belongs to the evidence of its submission
    disposition: Mapped[str] = mapped_column(String(16), default="")  # of this mail; "" until processed
    reason: Mapped[str] = mapped_column(default="")  # why it failed, or why nothing was answered


class SubmissionRow(Base):
    """One conversation about one purchase."""

    __tablename__ = "submissions"
    __table_args__ = (
        Index("ix_submissions_state", "state", "since"),
        Index("ix_submissions_updated", "updated"),
        Index("ix_submissions_merged", "merged_into", sqlite_where=MERGED, postgresql_where=MERGED),
        Index(
            "ix_submissions_handing", "state", "disposition", "since", sqlite_where=HANDING, postgresql_where=HANDING
        ),
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    token: Mapped[str] = mapped_column(String(16), unique=True)  # of the subject's [SOPPA-token]
    state: Mapped[str] = mapped_column(String(20))
    disposition: Mapped[str] = mapped_column(String(16))
    verdict: Mapped[str]  # codec.dump(Verdict)
    answered: Mapped[str] = mapped_column(String(64), default="")  # digest of the verdict that was last answered
    vendor: Mapped[str] = mapped_column(default="")
    product: Mapped[str] = mapped_column(default="")
    deadline: Mapped[date | None] = mapped_column(default=None)
    created: Mapped[datetime]
    updated: Mapped[datetime]  # last change of verdict or state
    since: Mapped[datetime]  # in this state since
    doubt: Mapped[str] = mapped_column(default="", server_default=text("''"))  # what else a person must decide
    merged_into: Mapped[int | None] = mapped_column(default=None)  # the submission that a person merged this one into
    handed: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())  # a packet went out for it


class SubmissionMessageRow(Base):
    """A message belongs to at most one submission; to several only where a person parted its files among them."""

    __tablename__ = "submission_messages"
    __table_args__ = (
        PrimaryKeyConstraint("message_pk", "submission_id", name="pk_submission_messages"),
        Index("ix_submission_messages_submission", "submission_id"),
    )

    message_pk: Mapped[int] = mapped_column(ForeignKey("messages.id"))
    submission_id: Mapped[int] = mapped_column(ForeignKey("submissions.id"))
    how: Mapped[str] = mapped_column(String(16))  # started | thread | token | product | bounce | copy | attached
    selection: Mapped[str] = mapped_column(default="", server_default=EMPTY)  # codec.dump(Selection); "": all files
    findings: Mapped[str | None] = mapped_column(default=None)  # with a selection: codec.dump(Findings) of it alone


class SubmissionAddressRow(Base):
    """An address that wrote in a submission, or was written to."""

    __tablename__ = "submission_addresses"
    __table_args__ = (
        Index("ix_submission_addresses_email", "email"),
        Index("ix_submission_addresses_domain", "domain"),
    )

    submission_id: Mapped[int] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    email: Mapped[str] = mapped_column(primary_key=True)  # casefolded
    domain: Mapped[str]
    bounced: Mapped[datetime | None] = mapped_column(default=None)


class ReplyRow(Base):
    """The outbox: a mail of ours, from the moment that it was decided. Kept after it was sent."""

    __tablename__ = "replies"
    __table_args__ = (
        Index("ix_replies_submission", "submission_id"),
        Index("ix_replies_key", "to_key", "created"),
        Index("ix_replies_domain", "to_domain", "created"),
        Index("ix_replies_settled", "settled"),
        Index("ix_replies_due", "next_attempt", sqlite_where=UNSENT, postgresql_where=UNSENT),
        Index("ix_replies_created", "created"),
        Index("ix_replies_held", "id", sqlite_where=HELD, postgresql_where=HELD),
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    submission_id: Mapped[int | None] = mapped_column(ForeignKey("submissions.id"), default=None)
    answers: Mapped[int | None] = mapped_column(ForeignKey("messages.id"), default=None)
    message_id: Mapped[str] = mapped_column(unique=True)  # ours, fixed before the first attempt
    in_reply_to: Mapped[str] = mapped_column(default="")
    references: Mapped[str] = mapped_column("refs", default="")  # Message-IDs, parted by blanks
    template: Mapped[str] = mapped_column(String(32))  # missing | complete | on_file | digest ...
    to_name: Mapped[str] = mapped_column(default="")
    to_email: Mapped[str]  # as it is written to
    to_key: Mapped[str] = mapped_column(default="")  # casefolded, to look it up
    to_domain: Mapped[str] = mapped_column(default="")
    subject: Mapped[str]
    text: Mapped[str]
    html: Mapped[str]
    state: Mapped[str] = mapped_column(String(16))  # held | queued | sending | sent | failed | discarded | superseded
    held: Mapped[str] = mapped_column(default="")  # why it waits for a person; stays when it was released
    created: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    next_attempt: Mapped[datetime]
    claimed_by: Mapped[str] = mapped_column(default="")  # host, while sending
    claimed_at: Mapped[datetime | None] = mapped_column(default=None)
    settled: Mapped[datetime | None] = mapped_column(default=None)  # sent, or given up
    last_error: Mapped[str] = mapped_column(default="")
    ambiguous: Mapped[bool] = mapped_column(Boolean, default=False)  # an attempt may have reached the vendor
    bounced: Mapped[bool] = mapped_column(Boolean, default=False)
    edited: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())  # by a person, while held
    files: Mapped[str] = mapped_column(default="", server_default=EMPTY)  # codec.dump(tuple[Enclosure, ...])


class DecisionRow(Base):
    """What a person decided about an item or a file. It holds until `ended`: until the next one about the same."""

    __tablename__ = "decisions"
    __table_args__ = (Index("ix_decisions_submission", "submission_id"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submissions.id"))
    kind: Mapped[str] = mapped_column(String(16))  # override | reclassify
    subject: Mapped[str]  # the item, or the file's Document.id within its mail
    message_pk: Mapped[int | None] = mapped_column(ForeignKey("messages.id"), default=None)  # reclassify: whose file
    decision: Mapped[str]  # codec.dump(Override) or codec.dump(Reclassified)
    at: Mapped[datetime]
    ended: Mapped[datetime | None] = mapped_column(default=None)


class FollowUpRow(Base):
    """A mail to a vendor who did not answer: which answer of ours it follows. No step is ever written twice."""

    __tablename__ = "follow_ups"
    __table_args__ = (UniqueConstraint("submission_id", "answer_id", "kind", "step", name="uq_follow_ups_step"),)

    reply_id: Mapped[int] = mapped_column(ForeignKey("replies.id"), primary_key=True)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submissions.id"))
    answer_id: Mapped[int] = mapped_column(ForeignKey("replies.id"))
    kind: Mapped[str] = mapped_column(String(16))  # reminder | closing
    step: Mapped[int]  # of the reminders, from 1; 0 for the closing


class HandoffRow(Base):
    """A packet that went to the District's own offices: what it said, so that none gets the same one twice."""

    __tablename__ = "handoffs"
    __table_args__ = (
        UniqueConstraint("submission_id", "recipient", "verdict", name="uq_handoffs_packet"),
        Index("ix_handoffs_changed", "changed"),
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submissions.id"))
    recipient: Mapped[str]  # handoff.recipients.name
    verdict: Mapped[str] = mapped_column(String(64))  # keeping.verdict_key
    said: Mapped[str]  # codec.dump(Verdict): later ones are held against it
    file: Mapped[str] = mapped_column(String(64))  # of the file store: the ZIP, or the cover sheet past the size limit
    name: Mapped[str]  # of that file, as it was sent
    created: Mapped[datetime]
    who: Mapped[str]
    changed: Mapped[datetime | None] = mapped_column(default=None)  # noted that the submission says something else now


class EventRow(Base):
    """What happened: who, when, what, why. Append only."""

    __tablename__ = "events"
    __table_args__ = (Index("ix_events_submission", "submission_id"), Index("ix_events_at", "at"))

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[datetime]
    who: Mapped[str]  # "bot", or a person's name
    what: Mapped[str] = mapped_column(String(32))
    why: Mapped[str] = mapped_column(default="")
    submission_id: Mapped[int | None] = mapped_column(ForeignKey("submissions.id"), default=None)
    message_pk: Mapped[int | None] = mapped_column(ForeignKey("messages.id"), default=None)
    data: Mapped[str] = mapped_column(default="{}")  # JSON object


class DigestRow(Base):
    """Digests that were put into the outbox. `slot` is the moment of the schedule, so none goes out twice."""

    __tablename__ = "digests"

    slot: Mapped[datetime] = mapped_column(primary_key=True)
    created: Mapped[datetime]
    recipients: Mapped[int] = mapped_column(default=0)  # 0: nothing was sent, the schedule only began here


class PastCopyRow(Base):
    """What an operator left empty in a form, of mail from before the program ran (`study`); the fullest copy."""

    __tablename__ = "past_copies"

    blank: Mapped[str] = mapped_column(String(64), primary_key=True)  # Blank.id
    operator: Mapped[str] = mapped_column(primary_key=True)  # domain of the vendor's address
    share: Mapped[int]  # of its places, filled, in thousandths
    empty: Mapped[str]  # JSON list of places that must be filled, by `naming.key_of`
    filled: Mapped[str]  # of the same
    several: Mapped[str] = mapped_column(server_default=text("'[]'"))  # questions with more than one box checked
    checked: Mapped[str] = mapped_column(server_default=text("'[]'"))  # boxes, by Place.id
    stored: Mapped[datetime]


class MarkRow(Base):
    """Small facts between runs, by name."""

    __tablename__ = "marks"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    at: Mapped[datetime]
    value: Mapped[str] = mapped_column(default="")
