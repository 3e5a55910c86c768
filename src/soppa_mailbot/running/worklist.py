"""The store's views as the digest's rows. Reads, and decides nothing."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from email.utils import parseaddr
from functools import partial

from sqlalchemy.orm import Session

from soppa_mailbot.business_days import Calendar
from soppa_mailbot.digests.digest import Digest, build
from soppa_mailbot.digests.digest_rows import (
    ChangedPacket,
    Decided,
    DigestRow,
    Expiring,
    FailureRow,
    Health,
    HeldRow,
    InquiryRow,
    ItemState,
    StaffNote,
)
from soppa_mailbot.digests.health import Facts, Refusal, next_meeting
from soppa_mailbot.digests.health import notes as health_notes
from soppa_mailbot.digests.month import DAYS, month_of
from soppa_mailbot.digests.shares import Share, rows_for
from soppa_mailbot.handling import breaker
from soppa_mailbot.judging.judge import WITHDRAWS
from soppa_mailbot.judging.left_empty import left_empty
from soppa_mailbot.judging.left_empty_told import sentences
from soppa_mailbot.model import Disposition, District, Item, Status
from soppa_mailbot.post import release_token
from soppa_mailbot.post.staff_mail import Staff
from soppa_mailbot.register.ending import ending, first_of_the_week
from soppa_mailbot.running import defects, pipeline
from soppa_mailbot.staff.releasing import REFUSED, bound_to
from soppa_mailbot.store import copies, events, failed, handoffs, messages, month, outbox, views
from soppa_mailbot.store.database import Store
from soppa_mailbot.store.secret import secret_key
from soppa_mailbot.store.tables import EventRow, ReplyRow
from soppa_mailbot.store.views import MessageView, ReplyView, SubmissionView

OPEN = ("waiting_vendor", "waiting_district", "review")
DECIDED_DAYS = 30  # over which the figure of answers released unchanged is taken
FIRST_LOOK_BACK = timedelta(days=7)  # the first digest tells of the last week
LONGEST_LOOK_BACK = timedelta(days=31)  # where none was sent for long, as where none is ever sent but printed
_SAYS_NOTHING_MORE = (Status.RECEIVED, Status.EXEMPT, Status.NOT_REQUIRED)


@dataclass(frozen=True, slots=True)
class Frame:
    """What the district's configuration says to the digest."""

    calendar: Calendar = field(default_factory=Calendar)
    silence_days: int = 3  # business days without any mail
    staff: Staff = field(default_factory=Staff)
    token_days: int = 7  # for which a release code is good
    meetings: tuple[date, ...] = ()  # of the Board
    shares: tuple[Share, ...] = ()  # who gets a list of their own schools


def digest_of(
    store: Store, district: District, now: datetime, notes: tuple[str, ...] = (), frame: Frame | None = None
) -> Digest:
    """The digest at `now`: all that is open, and what happened since the last one."""
    return digests_of(store, district, now, notes, replace(frame or Frame(), shares=()))[0]


def digests_of(
    store: Store, district: District, now: datetime, notes: tuple[str, ...] = (), frame: Frame | None = None
) -> tuple[Digest, ...]:
    """The whole digest, and after it one for each of `frame.shares` with what is for them."""
    frame = frame or Frame()
    with store.reading() as session:
        last = events.last_digest(session)
        since = max(last.slot, now - LONGEST_LOOK_BACK) if last is not None else None
        start = since or now - FIRST_LOOK_BACK
        mails = views.messages_since(session, start)
        held = outbox.held(session)
        waiting = _waiting(held, _release_codes(store, held, now, frame))
        found = views.submissions(
            session, states=OPEN, since=start, ids=[r.submission_id for r in held if r.submission_id], texts=False
        )
        numbers = [view.id for view in found]
        noted, unread = events.notes(session, numbers), failed.unread(session, numbers)
        weekly = _is_weekly(frame.calendar, now, since)
        told = (
            *notes,
            *health_notes(_facts(session, start, held), now, frame.calendar, frame.silence_days),
            *(_left_empty(session, district, now) if weekly else ()),
        )
        rows = [_row(view, since, waiting[view.id], noted[view.id], unread.get(view.id)) for view in found]
        made = partial(
            build,
            since=since,
            now=now,
            district=district,
            failures=_failures(mails, views.failed_deliveries(session, start)),
            inquiries=[_inquiry(mail) for mail in mails if _is(mail, Disposition.INQUIRY)],
            ignored=sum(_is(mail, Disposition.IGNORED) for mail in mails),
            health=_health(session, told),
            next_meeting=next_meeting(frame.meetings, frame.calendar.day(now)),
            decided=_decided(session, now),
            month=month_of(month.passed(session, now - timedelta(days=DAYS)), month.waiting(session)),
            expiring=_expiring(district, frame.calendar.day(now)) if weekly else (),
        )
        changed = _changed(session, start, frame.calendar)
    whole = made(rows, changed=changed)
    return whole, *_parts(made, rows, changed, [share.spelled(district.schools) for share in frame.shares])


def _parts(
    made: Callable[..., Digest], rows: Sequence[DigestRow], changed: Sequence[ChangedPacket], everybody: Sequence[Share]
) -> Iterator[Digest]:
    for share in everybody:
        theirs = rows_for(rows, share, everybody)
        hidden = {row.id for row in rows} - {row.id for row in theirs}
        told = [packet for packet in changed if packet.id not in hidden]
        yield made(theirs, changed=told, scope=share.schools)


def _is_weekly(calendar: Calendar, now: datetime, since: datetime | None) -> bool:
    """Whether this digest tells what is told once a week."""
    return first_of_the_week(calendar.day(now), calendar.day(since) if since is not None else None)


def _expiring(district: District, today: date) -> list[Expiring]:
    found = ending(district.register, today)
    return [Expiring(e.agreement.operator, e.agreement.product, e.expires, e.days) for e in found]


def _left_empty(session: Session, district: District, now: datetime) -> list[str]:
    return sentences(left_empty(copies.known(session, district.blanks, now), district.blanks))


def _changed(session: Session, start: datetime, calendar: Calendar) -> list[ChangedPacket]:
    found = handoffs.changed_since(session, start)
    return [
        ChangedPacket(
            str(c.submission), c.product, c.vendor, c.token, calendar.day(c.handed), withdrawn=WITHDRAWS in c.reasons
        )
        for c in found
    ]


def _decided(session: Session, now: datetime) -> Decided:
    """What became of the answers that waited, by the events of the last weeks."""
    counted = events.held_decided_since(session, now - timedelta(days=DECIDED_DAYS))
    return Decided(DECIDED_DAYS, counted["unchanged"], counted["edited"], counted["discarded"])


def _release_codes(store: Store, held: list[ReplyRow], now: datetime, frame: Frame) -> dict[str, str]:
    """A code for each held answer, by its Message-ID; none where no mail could be believed."""
    if not held or not frame.staff.may_write:
        return {}
    key = secret_key(store.files)
    expires = frame.calendar.day(now) + timedelta(days=frame.token_days)
    return {row.message_id: release_token.make(key, bound_to(row), expires) for row in held}


def _waiting(held: Sequence[ReplyRow], codes: Mapping[str, str]) -> defaultdict[int, list[HeldRow]]:
    """What waits in each submission."""
    found: defaultdict[int, list[HeldRow]] = defaultdict(list)
    for row in held:
        found[row.submission_id or 0].append(
            HeldRow(
                message_id=row.message_id,
                kind=row.template,
                to=f"{row.to_name} <{row.to_email}>" if row.to_name else row.to_email,
                why=row.held,
                written=row.created,
                text=row.text if row.edited else "",
                edited=row.edited,
                release=codes.get(row.message_id, ""),
            )
        )
    return found


def _is(mail: MessageView, disposition: Disposition) -> bool:
    return mail.state == "processed" and mail.disposition == disposition


def _row(
    view: SubmissionView,
    since: datetime | None,
    held: Sequence[HeldRow],
    noted: Sequence[EventRow],
    unread: datetime | None,
) -> DigestRow:
    verdict = view.verdict
    locations = verdict.item(Item.LOCATIONS)
    replies = [reply for reply in view.replies if not reply.discarded]
    newest = next((r for r in reversed(replies) if r.state == "held"), None)
    newest = newest or (replies[-1] if replies else None)
    return DigestRow(
        id=str(view.id),
        state=view.state,
        vendor=view.vendor,
        email=verdict.vendor_email,
        product=view.product,
        disposition=verdict.disposition,
        schools=locations.value if locations is not None and locations.status == Status.RECEIVED else (),
        deadline=view.deadline,
        items=tuple(
            ItemState(i.item, i.status, "" if i.status in _SAYS_NOTHING_MORE else i.detail) for i in verdict.items
        ),
        since=view.since,
        last_message=view.updated,
        reasons=verdict.reasons,
        new=since is None or view.created > since,
        reply=newest.state if newest is not None else "",
        held=tuple(held),
        token=view.token,
        bounced=view.bounced,
        notes=tuple(_note(event) for event in noted),
        unread=unread,
    )


def _note(event: EventRow) -> StaffNote:
    told = json.loads(event.data)
    return StaffNote(event.who, event.at, event.why, bool(told.get("unclear")), told.get("reply", ""))


def _failures(mails: tuple[MessageView, ...], replies: tuple[ReplyView, ...]) -> list[FailureRow]:
    return [
        *(FailureRow("message", m.sender, m.subject, m.reason, m.received) for m in mails if m.state == "failed"),
        *(FailureRow("reply", r.to, r.subject, r.error, r.created) for r in replies),
    ]


def _inquiry(mail: MessageView) -> InquiryRow:
    name, email = parseaddr(mail.sender)
    return InquiryRow(name or email, email, mail.subject, mail.received, mail.id)


def _facts(session: Session, since: datetime, held: list[ReplyRow]) -> Facts:
    def at(name: str) -> datetime | None:
        mark = events.mark(session, name)
        return mark.at if mark is not None else None

    unread = events.mark(session, pipeline.UNREAD_SINCE)
    broken, restart = events.mark(session, events.BROKEN), events.mark(session, events.RESTART)
    refusals = [e for e in events.since(session, since) if e.what == REFUSED]
    return Facts(
        last_mail=messages.latest(session),
        refused_since=at(pipeline.REFUSED_SINCE),
        unread_since=unread.at if unread is not None else None,
        unread_why=unread.value if unread is not None else "",
        breaker_since=at(breaker.TRIPPED),
        breaker_held=sum(row.held == breaker.HOLDS for row in held),
        defect_since=at(defects.STOPPED),
        refusals=tuple(Refusal(e.who, e.why) for e in refusals),
        broken_since=broken.at if broken is not None else None,
        broken_why=broken.value if broken is not None else "",
        restart_why=restart.value if restart is not None else "",
    )


def _health(session: Session, notes: tuple[str, ...]) -> Health:
    poll = events.mark(session, pipeline.POLLED)
    return Health(
        last_poll=poll.at if poll is not None else None,
        unread=len(messages.waiting(session)),
        queued=outbox.waiting(session),
        notes=notes,
    )
