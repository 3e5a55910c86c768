"""The staff's work list: rows of the store -> Digest (what stands where, counted) -> a mail's subject, text and HTML.

Pure: the moment and the rows are passed in. Everything that came by mail goes through `wording`, since a digest is read
in mail programs and in terminals alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from soppa_mailbot import wording
from soppa_mailbot.answering.templates import Templates
from soppa_mailbot.digests.digest_entries import (
    Entry,
    Frame,
    Inquiry,
    Trouble,
    entry_of,
    held_entries,
    inquiry_of,
    trouble_of,
    urgency,
)
from soppa_mailbot.digests.digest_rows import (
    ChangedPacket,
    Decided,
    DigestRow,
    Expiring,
    FailureRow,
    Health,
    InquiryRow,
)
from soppa_mailbot.digests.month import Month
from soppa_mailbot.model import District
from soppa_mailbot.post.wire import Enclosed

_OVER = ("closed", "withdrawn", "stale")
PICTURE = "month@soppa-mailbot"  # Content-ID


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
    frame = Frame(zone, now.astimezone(zone).date(), district.address, next_meeting)
    health = health or Health()
    entries = [(row, entry_of(row, frame)) for row in rows if row.state not in _OVER or _waits_held(row)]

    def in_state(state: str) -> tuple[Entry, ...]:
        return tuple(sorted((e for row, e in entries if row.state == state), key=urgency))

    return Digest(
        district=district.name,
        address=district.address,
        today=frame.today,
        clock=frame.clock(now),
        since=frame.day(since),
        at_risk=tuple(sorted((e for row, e in entries if e.risk and row.state not in _OVER), key=urgency)),
        for_district=in_state("waiting_district"),
        to_decide=in_state("review"),
        held=tuple(sorted((e for row, entry in entries for e in held_entries(row, entry, frame)), key=urgency)),
        with_vendors=tuple(e for e in in_state("waiting_vendor") if not e.held),
        failed=tuple(trouble_of(f, frame) for f in failures),
        inquiries=tuple(inquiry_of(i, frame) for i in inquiries[:shown_inquiries]),
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


def _moment(moment: datetime | None, frame: Frame) -> str:
    day = frame.day(moment)
    return f"{wording.american(day)}, {frame.clock(moment)}" if moment and day else ""
