"""The store's views as the digest's rows. Reads, and decides nothing."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.utils import parseaddr

from sqlalchemy.orm import Session

from soppa_mailbot.digest import Digest, DigestRow, FailureRow, Health, InquiryRow, ItemState, build
from soppa_mailbot.model import Disposition, District, Item, Status
from soppa_mailbot.store import events, messages, outbox, views
from soppa_mailbot.store.database import Store
from soppa_mailbot.store.views import MessageView, ReplyView, SubmissionView

OPEN = ("waiting_vendor", "waiting_district", "review")
FIRST_LOOK_BACK = timedelta(days=7)  # the first digest tells of the last week
_SAYS_NOTHING_MORE = (Status.RECEIVED, Status.EXEMPT, Status.NOT_REQUIRED)


def digest_of(store: Store, district: District, now: datetime, notes: tuple[str, ...] = ()) -> Digest:
    """The digest at `now`: all that is open, and what happened since the last one."""
    with store.reading() as session:
        last = events.last_digest(session)
        since = last.slot if last is not None else None
        start = since or now - FIRST_LOOK_BACK
        mails = views.messages_since(session, start)
        return build(
            [_row(view, since) for view in views.submissions(session, states=OPEN, since=start)],
            since=since,
            now=now,
            district=district,
            failures=_failures(mails, views.failed_deliveries(session, start)),
            inquiries=[_inquiry(mail) for mail in mails if _is(mail, Disposition.INQUIRY)],
            ignored=sum(_is(mail, Disposition.IGNORED) for mail in mails),
            health=_health(session, notes),
        )


def _is(mail: MessageView, disposition: Disposition) -> bool:
    return mail.state == "processed" and mail.disposition == disposition


def _row(view: SubmissionView, since: datetime | None) -> DigestRow:
    verdict = view.verdict
    locations = verdict.item(Item.LOCATIONS)
    newest = view.replies[-1] if view.replies else None
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
        reasons=(*verdict.reasons, *(f"our answer to {address} came back" for address in view.bounced)),
        new=since is None or view.created > since,
        reply=newest.state if newest is not None else "",
        token=view.token,
    )


def _failures(mails: tuple[MessageView, ...], replies: tuple[ReplyView, ...]) -> list[FailureRow]:
    return [
        *(FailureRow("message", m.sender, m.subject, m.reason, m.received) for m in mails if m.state == "failed"),
        *(FailureRow("reply", r.to, r.subject, r.error, r.created) for r in replies),
    ]


def _inquiry(mail: MessageView) -> InquiryRow:
    name, email = parseaddr(mail.sender)
    return InquiryRow(name or email, email, mail.subject, mail.received)


def _health(session: Session, notes: tuple[str, ...]) -> Health:
    poll = events.mark(session, "polled")
    refused = events.mark(session, "login_refused")
    told = [*notes]
    if refused is not None:
        told.append(
            f"the mailbox has refused the login since {refused.at:%B} {refused.at.day}; the administrator must act"
        )
    return Health(
        last_poll=poll.at if poll is not None else None,
        unread=len(messages.waiting(session)),
        queued=outbox.waiting(session),
        notes=tuple(told),
    )
