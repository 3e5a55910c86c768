"""Reminders to vendors who do not answer, and the closing of what stays unanswered: once a day, as part of a pass.

What is due is for `reminders`; here it is written into the outbox, each step in a transaction of its own with the fact
that it was written. Killed anywhere, the next pass writes what is left, and the store refuses a step twice.
"""

from __future__ import annotations

import logging
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from soppa_mailbot import codec
from soppa_mailbot.answering import reminders
from soppa_mailbot.answering.compose import Asked
from soppa_mailbot.answering.reminders import CLOSING, Due, Rules
from soppa_mailbot.handling import breaker, keeping
from soppa_mailbot.handling.bot import Bot, Tally
from soppa_mailbot.model import Address, Reply, Verdict
from soppa_mailbot.store import events, follow_ups, outbox, submissions
from soppa_mailbot.store.follow_ups import Candidate
from soppa_mailbot.store.tables import FollowUpRow, MarkRow, SubmissionRow

log = logging.getLogger(__name__)

DONE = "follow_ups"  # mark: the last time that all of a day's follow-ups were written
_MORNING = 7  # o'clock: nobody is written to at night by a daemon; a nightly cron job is
_A_DAY = timedelta(hours=23)


def run(bot: Bot, tally: Tally) -> None:
    """Write what is due today. The caller has just read the mailbox: what a vendor sent meanwhile is known."""
    if not bot.reminders.enabled:
        return
    now = bot.clock()
    today = bot.calendar.day(now)
    with bot.store.reading() as session:
        if not _is_time(events.mark(session, DONE), bot, now):
            return
        found = follow_ups.waiting(session, bot.calendar)
    for candidate in found:
        if reminders.due(candidate.waiting, today, _rules(bot), bot.calendar) is None:
            continue
        if bot.stopping() or not _write(bot, candidate.submission, today, tally):
            return  # the rest is written by the next pass
        bot.checkpoint("followed up")
    with bot.store.writing() as session:
        events.set_mark(session, DONE, now)


def _is_time(last: MarkRow | None, bot: Bot, now: datetime) -> bool:
    if last is None:
        return True
    if bot.calendar.day(last.at) >= bot.calendar.day(now):
        return False
    return bot.calendar.hour(now) >= _MORNING or now - last.at >= _A_DAY


def _rules(bot: Bot) -> Rules:
    section = bot.reminders
    return Rules(section.after_business_days, section.close_after_business_days, section.enabled)


def _write(bot: Bot, submission: int, today: date, tally: Tally) -> bool:
    """One follow-up, decided anew inside the transaction. False when no more may be written for now."""
    with bot.store.writing() as session:
        if not breaker.leaves_room(session, bot):
            return False
        candidates = follow_ups.waiting(session, bot.calendar, submission)
        due = reminders.due(candidates[0].waiting, today, _rules(bot), bot.calendar) if candidates else None
        if due is not None:
            _carry_out(session, bot, candidates[0], due, today)
            tally.followed_up += 1
    return True


def _carry_out(session: Session, bot: Bot, candidate: Candidate, due: Due, today: date) -> None:
    now = bot.clock()
    submission = submissions.get(session, candidate.submission)
    reply = None if due.written else _composed(session, bot, submission, candidate, due, today)
    if reply is not None:
        held = "every answer waits (replies.mode)" if bot.replies.mode == "hold" else ""
        row = outbox.add(session, keeping.reply_row(bot, None, submission.id, reply, held))
        session.add(
            FollowUpRow(
                reply_id=row.id,
                submission_id=submission.id,
                answer_id=candidate.answer,
                kind=due.kind,
                step=due.step,
            )
        )
        data = {"reply": row.message_id, "step": due.step}
        events.record(session, "follow_up", now=now, why=due.kind, submission=submission.id, data=data)
    if due.kind == CLOSING:
        why = f"the vendor has not answered for {bot.reminders.close_after_business_days} business days"
        data = {"from": submission.state, "to": "stale"}
        submission.state, submission.since, submission.updated = "stale", now, now
        submission.answered = ""  # whoever comes back is told anew what is missing
        events.record(session, "state", now=now, why=why, submission=submission.id, data=data)


def _composed(
    session: Session, bot: Bot, submission: SubmissionRow, candidate: Candidate, due: Due, today: date
) -> Reply | None:
    answer = outbox.get(session, candidate.answer)
    asked = Asked(
        Address(answer.to_name, answer.to_email),
        answer.subject,
        answer.message_id,
        tuple(answer.references.split()),
        candidate.waiting.answered or today,
    )
    reply = bot.core.follow_up(
        due.kind,
        codec.load(Verdict, submission.verdict),
        asked,
        today=today,
        token=f"SOPPA-{submission.token}",
        closes_on=_closes_on(bot, due, today),
    )
    if isinstance(reply, Reply):
        return reply
    log.warning("no %s for submission %s: %s", due.kind, submission.id, reply.reason)
    return None


def _closes_on(bot: Bot, due: Due, today: date) -> date | None:
    """For the last reminder: the day on which the submission will be closed."""
    steps = bot.reminders.after_business_days
    if due.kind == CLOSING or due.step != len(steps):
        return None
    return bot.calendar.after(today, bot.reminders.close_after_business_days - steps[-1])
