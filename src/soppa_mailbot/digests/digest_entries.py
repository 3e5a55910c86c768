"""The entries of the staff's work list: one row of the store each, worded. Pure.

Everything that came by mail goes through `wording`, since a digest is read in mail programs and in terminals alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

from soppa_mailbot import wording
from soppa_mailbot.digests.digest_rows import DigestRow, FailureRow, InquiryRow, StaffNote
from soppa_mailbot.model import Status

RISK_DAYS = 28  # a deadline nearer than the District's reviews usually take

_SHOWN_TEXT = 700  # characters of an answer that a person changed
_SHOWN_NOTES = 3  # of one submission


@dataclass(frozen=True, slots=True)
class Note:
    """A note of staff, worded."""

    who: str
    when: date | None
    words: str
    unclear: bool = False  # no clear order: nothing was done


@dataclass(frozen=True, slots=True)
class Answer:
    """A mail that waits for a person, worded."""

    kind: str  # missing | complete | on_file | reminder | closing
    to: str
    why: str  # it waits
    written: date | None
    edited: bool
    text: str  # its beginning, where a person changed it
    number: str  # of the submission, for the command line
    release: str = ""  # "[RELEASE-...]"
    send_link: str = ""  # mailto: with everything filled in
    discard_link: str = ""

    @property
    def forged(self) -> bool:
        """The mail that it answers may not be from whom it says."""
        return "forged" in self.why or "not authenticated" in self.why


@dataclass(frozen=True, slots=True)
class Entry:
    """A row, worded."""

    product: str
    vendor: str
    email: str
    token: str
    schools: str
    deadline: date | None
    days: int  # to the deadline, from today; meaningless without one
    risk: bool
    turn: str  # whose turn it is: district | vendor | person
    since: date | None
    waited: int  # days since then
    there: tuple[str, ...]  # item keys
    missing: tuple[str, ...]
    unfinished: tuple[tuple[str, str], ...]  # item key, what is left
    unclear: tuple[tuple[str, str], ...]
    on_file: bool
    reasons: tuple[str, ...]
    new: bool
    held: bool
    undelivered: bool
    bounced: tuple[str, ...] = ()
    board: date | None = None  # the Board's next meeting, where it comes after the deadline
    answer: Answer | None = None  # in the section of held answers: the one that the entry is about
    notes: tuple[Note, ...] = ()  # the latest, oldest first
    unread: date | None = None  # the day of a mail of theirs that lies in the failed folder


@dataclass(frozen=True, slots=True)
class Trouble:
    kind: str  # message | reply
    who: str
    subject: str
    why: str
    when: date | None
    token: str


@dataclass(frozen=True, slots=True)
class Inquiry:
    sender: str
    email: str
    subject: str
    when: date | None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """What every entry is worded against: the district's day, its mailbox, the Board's next meeting."""

    zone: ZoneInfo
    today: date
    address: str = ""  # the procurement mailbox
    meeting: date | None = None  # of the Board, the next

    def day(self, moment: datetime | None) -> date | None:
        return moment.astimezone(self.zone).date() if moment else None

    def clock(self, moment: datetime) -> str:
        local = moment.astimezone(self.zone)
        return f"{local.hour % 12 or 12}:{local.minute:02d} {'AM' if local.hour < 12 else 'PM'}"


def entry_of(row: DigestRow, frame: Frame) -> Entry:
    """A submission's entry."""
    since = frame.day(row.since or row.last_message)
    days = (row.deadline - frame.today).days if row.deadline else 0
    board = frame.meeting if row.deadline is not None and frame.meeting and row.deadline < frame.meeting else None
    parts = {status: [i for i in row.items if i.status == status] for status in Status}
    return Entry(
        product=wording.clean(row.product, 80),
        vendor=wording.clean(row.vendor, 80) or wording.clean(row.email, 80),
        email=wording.clean(row.email, 120),
        token=wording.clean(row.token, 60).strip("[]"),
        schools=wording.listing([wording.clean(s, 60) for s in row.schools], 4),
        deadline=row.deadline,
        days=days,
        risk=row.deadline is not None and (days < RISK_DAYS or board is not None),
        turn={"waiting_district": "district", "waiting_vendor": "vendor", "stale": "vendor"}.get(row.state, "person"),
        since=since,
        waited=max(0, (frame.today - since).days) if since else 0,
        there=tuple(i.item.value for i in (*parts[Status.RECEIVED], *parts[Status.EXEMPT])),
        missing=tuple(i.item.value for i in parts[Status.MISSING]),
        unfinished=tuple((i.item.value, _prose(i.detail, 140)) for i in parts[Status.INCOMPLETE]),
        unclear=tuple((i.item.value, _prose(i.detail, 140)) for i in parts[Status.UNCLEAR]),
        on_file=row.disposition == "on_file",
        reasons=tuple(r for reason in row.reasons if (r := _prose(reason, 240))),
        new=row.new,
        held=bool(row.held),
        undelivered=row.reply == "failed",
        bounced=tuple(wording.clean(address, 120) for address in row.bounced),
        board=board,
        notes=tuple(_note(note, frame) for note in row.notes[-_SHOWN_NOTES:]),
        unread=frame.day(row.unread),
    )


def held_entries(row: DigestRow, entry: Entry, frame: Frame) -> Iterator[Entry]:
    """An entry for each answer that waits, with the notes that are about it or about none that still waits."""
    waiting = {one.message_id for one in row.held}
    for one in row.held:
        notes = [note for note in row.notes if note.reply == one.message_id or note.reply not in waiting]
        answer = Answer(
            kind=one.kind,
            to=wording.clean(one.to, 160),
            why=_prose(one.why, 240),
            written=frame.day(one.written),
            edited=one.edited,
            text=wording.clean(one.text, _SHOWN_TEXT),
            number=row.id if row.id.isdecimal() else "",
            release=one.release,
            send_link=_mailto(frame.address, one.release, "send"),
            discard_link=_mailto(frame.address, one.release, "discard"),
        )
        yield replace(entry, answer=answer, notes=tuple(_note(note, frame) for note in notes[-_SHOWN_NOTES:]))


def _note(note: StaffNote, frame: Frame) -> Note:
    words = wording.sentence(wording.clean(note.words, 300))
    return Note(wording.clean(note.who, 80), frame.day(note.when), words, note.unclear)


def _mailto(address: str, subject: str, body: str) -> str:
    """A link that opens a mail with everything filled in (RFC 6068)."""
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject)}&body={body}" if subject else ""


def _prose(text: str, limit: int) -> str:
    return wording.american_dates(wording.clean(text, limit)).rstrip(".")


def urgency(entry: Entry) -> tuple[date, date, str]:
    """Nearest deadline first, then the longest wait."""
    return (entry.deadline or date.max, entry.since or date.max, entry.vendor)


def trouble_of(row: FailureRow, frame: Frame) -> Trouble:
    """The entry of what did not get through."""
    return Trouble(
        kind=row.kind,
        who=wording.clean(row.who, 120),
        subject=wording.clean(row.subject, 100),
        why=wording.sentence(wording.clean(row.why, 240)),
        when=frame.day(row.when),
        token=wording.clean(row.token, 60).strip("[]"),
    )


def inquiry_of(row: InquiryRow, frame: Frame) -> Inquiry:
    """The entry of a person's mail that is no submission."""
    return Inquiry(
        sender=wording.clean(row.sender, 60) if row.sender != row.email else "",
        email=wording.clean(row.email, 100),
        subject=wording.clean(row.subject, 100),
        when=frame.day(row.when),
        number=row.number,
    )
