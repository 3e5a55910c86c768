"""The staff's work list: rows of the store -> Digest (what stands where, counted) -> a mail's subject, text and HTML.

Pure: the moment and the rows are passed in. Everything that came by mail goes through `wording`, since a digest is read
in mail programs and in terminals alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

from soppa_mailbot import wording
from soppa_mailbot.digest_rows import (
    ChangedPacket,
    Decided,
    DigestRow,
    Expiring,
    FailureRow,
    Health,
    InquiryRow,
    StaffNote,
)
from soppa_mailbot.model import District, Status
from soppa_mailbot.month import Month
from soppa_mailbot.templates import Templates
from soppa_mailbot.wire import Enclosed

RISK_DAYS = 28  # a deadline nearer than the District's reviews usually take

_OVER = ("closed", "withdrawn", "stale")
_SHOWN_TEXT = 700  # characters of an answer that a person changed
_SHOWN_NOTES = 3  # of one submission
PICTURE = "month@soppa-mailbot"  # Content-ID


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
class Digest:
    """All that the digest's templates can show."""

    district: str
    address: str
    today: date
    clock: str  # "7:00 AM", the District's time
    since: date | None  # of the last digest
    at_risk: tuple[Entry, ...]  # nearest deadline first
    for_district: tuple[Entry, ...]
    to_decide: tuple[Entry, ...]
    held: tuple[Entry, ...]  # one for each answer, with its `answer`
    with_vendors: tuple[Entry, ...]  # but for those whose answer is held: they have not heard of us yet
    failed: tuple[Trouble, ...]
    inquiries: tuple[Inquiry, ...]
    more_inquiries: int  # beyond those shown
    ignored: int
    new: int  # submissions first seen since the last digest
    stale: int  # vendors who have not answered for long
    notes: tuple[str, ...]
    last_poll: str  # "November 3, 2026, 6:58 AM"; "" unknown
    unread: int
    queued: int
    next_meeting: date | None = None  # of the Board
    decided: Decided | None = None  # None: no held answer was decided lately
    month: Month | None = None  # None: nothing was begun or completed lately
    expiring: tuple[Expiring, ...] = ()  # once a week, nearest end first
    changed: tuple[ChangedPacket, ...] = ()  # since their packets went out
    rows: tuple[DigestRow, ...] = ()  # all that is open, for the table
    scope: tuple[str, ...] = ()  # the schools and departments that it is about; () all

    @property
    def picture(self) -> str:
        """Where the picture of the month is, as HTML names it (RFC 2392)."""
        return f"cid:{PICTURE}"

    @property
    def release_by_mail(self) -> bool:
        """Some held answer can be released by mail."""
        return any(entry.answer is not None and entry.answer.release for entry in self.held)

    @property
    def waiting(self) -> int:
        """How many submissions wait for someone at the District."""
        everything = (*self.for_district, *self.to_decide, *self.held)
        return len({(entry.token, entry.vendor, entry.product) for entry in everything})

    @property
    def quiet(self) -> bool:
        """Nobody has anything to do."""
        waits = self.for_district or self.to_decide or self.held or self.with_vendors
        return not (waits or self.failed or self.notes or self.changed or self.expiring)


@dataclass(frozen=True, slots=True)
class DigestMail:
    subject: str
    text: str
    html: str
    files: tuple[Enclosed, ...] = ()  # `digest_files`


@dataclass(frozen=True, slots=True)
class _Frame:
    zone: ZoneInfo
    today: date
    address: str = ""  # the procurement mailbox
    meeting: date | None = None  # of the Board, the next

    def day(self, moment: datetime | None) -> date | None:
        return moment.astimezone(self.zone).date() if moment else None

    def clock(self, moment: datetime) -> str:
        local = moment.astimezone(self.zone)
        return f"{local.hour % 12 or 12}:{local.minute:02d} {'AM' if local.hour < 12 else 'PM'}"


def build(
    rows: Sequence[DigestRow],
    *,
    since: datetime | None,
    now: datetime,
    district: District,
    failures: Sequence[FailureRow] = (),
    inquiries: Sequence[InquiryRow] = (),
    ignored: int = 0,
    health: Health | None = None,
    shown_inquiries: int = 10,
    next_meeting: date | None = None,
    decided: Decided | None = None,
    month: Month | None = None,
    expiring: Sequence[Expiring] = (),
    changed: Sequence[ChangedPacket] = (),
    scope: Sequence[str] = (),
) -> Digest:
    """The work list at `now`. `since` is when the last digest was made (None: never); `failures`, `inquiries` and
    `ignored` are those of the time between. `next_meeting` is the Board's: a deadline before it is at risk."""
    zone = ZoneInfo(district.timezone)
    frame = _Frame(zone, now.astimezone(zone).date(), district.address, next_meeting)
    health = health or Health()
    entries = [(row, _entry(row, frame)) for row in rows if row.state not in _OVER or _waits_held(row)]

    def in_state(state: str) -> tuple[Entry, ...]:
        return tuple(sorted((e for row, e in entries if row.state == state), key=_urgency))

    return Digest(
        district=district.name,
        address=district.address,
        today=frame.today,
        clock=frame.clock(now),
        since=frame.day(since),
        at_risk=tuple(sorted((e for row, e in entries if e.risk and row.state not in _OVER), key=_urgency)),
        for_district=in_state("waiting_district"),
        to_decide=in_state("review"),
        held=tuple(sorted((e for row, entry in entries for e in _held(row, entry, frame)), key=_urgency)),
        with_vendors=tuple(e for e in in_state("waiting_vendor") if not e.held),
        failed=tuple(_trouble(f, frame) for f in failures),
        inquiries=tuple(_inquiry(i, frame) for i in inquiries[:shown_inquiries]),
        more_inquiries=max(0, len(inquiries) - shown_inquiries),
        ignored=ignored,
        new=sum(row.new for row in rows),
        stale=sum(row.state == "stale" for row in rows),
        notes=tuple(said for note in health.notes if (said := wording.sentence(wording.clean(note, 300)))),
        last_poll=_moment(health.last_poll, frame),
        unread=health.unread,
        queued=health.queued,
        next_meeting=next_meeting,
        decided=decided if decided is not None and decided.total else None,
        month=month,
        expiring=tuple(
            replace(e, operator=wording.clean(e.operator, 80), product=wording.clean(e.product, 80)) for e in expiring
        ),
        changed=tuple(
            replace(c, product=wording.clean(c.product, 80), vendor=wording.clean(c.vendor, 80)) for c in changed
        ),
        rows=tuple(row for row in rows if row.state not in _OVER),
        scope=tuple(wording.clean(name, 80) for name in scope),
    )


def _waits_held(row: DigestRow) -> bool:
    """The closing mail of what was just closed as stale may wait for its release."""
    return row.state == "stale" and bool(row.held)


def render(digest: Digest, templates: Templates) -> DigestMail:
    """Raises TemplateError."""
    return DigestMail(
        subject=wording.clean(templates.render("digest/subject.txt", digest=digest), 160),
        text=wording.tidy(templates.render("digest/body.txt", digest=digest)),
        html=templates.render("digest/body.html", digest=digest).strip() + "\n",
    )


def _entry(row: DigestRow, frame: _Frame) -> Entry:
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


def _held(row: DigestRow, entry: Entry, frame: _Frame) -> Iterator[Entry]:
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


def _note(note: StaffNote, frame: _Frame) -> Note:
    words = wording.sentence(wording.clean(note.words, 300))
    return Note(wording.clean(note.who, 80), frame.day(note.when), words, note.unclear)


def _mailto(address: str, subject: str, body: str) -> str:
    """A link that opens a mail with everything filled in (RFC 6068)."""
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject)}&body={body}" if subject else ""


def _prose(text: str, limit: int) -> str:
    return wording.american_dates(wording.clean(text, limit)).rstrip(".")


def _urgency(entry: Entry) -> tuple[date, date, str]:
    """Nearest deadline first, then the longest wait."""
    return (entry.deadline or date.max, entry.since or date.max, entry.vendor)


def _trouble(row: FailureRow, frame: _Frame) -> Trouble:
    return Trouble(
        kind=row.kind,
        who=wording.clean(row.who, 120),
        subject=wording.clean(row.subject, 100),
        why=wording.sentence(wording.clean(row.why, 240)),
        when=frame.day(row.when),
        token=wording.clean(row.token, 60).strip("[]"),
    )


def _inquiry(row: InquiryRow, frame: _Frame) -> Inquiry:
    return Inquiry(
        sender=wording.clean(row.sender, 60) if row.sender != row.email else "",
        email=wording.clean(row.email, 100),
        subject=wording.clean(row.subject, 100),
        when=frame.day(row.when),
        number=row.number,
    )


def _moment(moment: datetime | None, frame: _Frame) -> str:
    day = frame.day(moment)
    return f"{wording.american(day)}, {frame.clock(moment)}" if moment and day else ""
