"""What automatic mail tells of the mail that we sent: it came back, or nobody is there to read it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.judging.conversation import Join
from soppa_mailbot.model import Message
from soppa_mailbot.post.bounces import read_bounce
from soppa_mailbot.post.out_of_office import absence
from soppa_mailbot.store import events, outbox, submissions
from soppa_mailbot.store.follow_ups import AWAY


def note(session: Session, bot: Bot, message: Message, join: Join) -> None:
    """Keep what an automatic mail tells. `join`: where the mail belongs by its thread or token."""
    now = bot.clock()
    if not _bounce(session, message, now):
        _absence(session, bot, message, join, now)


def _bounce(session: Session, message: Message, now: datetime) -> bool:
    """Our answer came back: the vendor has not heard of us, so the same answer may go to another address."""
    bounce = read_bounce(message)
    if bounce is None:
        return False
    rows = outbox.by_message_ids(session, bounce.message_ids)
    if not rows and bounce.recipients:
        latest = outbox.latest_to(session, bounce.recipients)
        rows = [latest] if latest is not None else []
    for reply in rows:
        reply.bounced = True
        reply.last_error = f"came back: {message.subject}"[:500]
        if reply.submission_id is None:
            continue
        submission = submissions.get(session, reply.submission_id)
        submission.answered = ""
        submissions.mark_bounced(session, submission.id, {reply.to_key, *bounce.recipients}, now)
        events.record(
            session,
            "bounced",
            now=now,
            why=f"{reply.to_email} did not take our answer",
            submission=submission.id,
            data={"reply": reply.message_id},
        )
    return True


def _absence(session: Session, bot: Bot, message: Message, join: Join, now: datetime) -> None:
    """Nobody is there: no day counts towards a reminder until they are back, in whatever they have open with us."""
    today = bot.calendar.day(now)
    found = absence(message, today)
    if found is None:
        return
    sender = message.sender.email
    theirs = [c.id for c in submissions.open_of_sender(session, sender) if sender.casefold() in c.emails]
    back = found.back or bot.calendar.after(today, bot.reminders.away_business_days)
    told = f"{sender} is away until {back}" + ("" if found.back else " (our guess: no day of return is named)")
    for submission in [join.submission] if join.submission is not None else theirs:
        data = {"from": today.isoformat(), "back": back.isoformat()}
        events.record(session, AWAY, now=now, why=told, submission=submission, data=data)
