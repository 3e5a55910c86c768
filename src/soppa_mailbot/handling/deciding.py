"""What follows from one mail that was read: where it belongs, the new verdict, the answer. All in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from soppa_mailbot import codec
from soppa_mailbot.answering import holding
from soppa_mailbot.core import day_in, sent_at
from soppa_mailbot.finding.mails import asks
from soppa_mailbot.handling import arrival, breaker, keeping, notices
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.judging import conversation
from soppa_mailbot.judging.conversation import NOWHERE, Join
from soppa_mailbot.mail.manners import History, reply_address
from soppa_mailbot.model import Decision, Disposition, Findings, Message, Reply, Status, Verdict
from soppa_mailbot.store import events, messages, outbox, standing, submissions
from soppa_mailbot.store.tables import MessageRow, SubmissionRow

_WINDOW = timedelta(days=1)  # of the caps
_OPEN = (Status.MISSING, Status.INCOMPLETE, Status.UNCLEAR)


@dataclass(frozen=True, slots=True)
class Case:
    """One mail after reading, before deciding."""

    message: Message
    found: Findings
    alone: Verdict  # judged by itself


def decide(session: Session, bot: Bot, row: MessageRow, case: Case) -> None:
    """Everything that follows from one mail, in the transaction at hand."""
    now, found = bot.clock(), case.found
    arrival.note(session, case.message, automatic=found.ignored, now=now)
    join = by_thread(session, bot, case.message)
    if join is NOWHERE and found.takes_back_earlier:  # it opens nothing, but may be about what is open
        join = conversation.by_product(found, submissions.open_of_sender(session, found.sender.email))
    if found.ignored:
        notices.note(session, bot, case.message, join)
    elif join.submission is not None:
        outbox.withdraw_follow_ups(session, join.submission)
    if not _contributes(session, found, join) or (join is NOWHERE and not _opens(case)):
        if join.submission is not None:
            submissions.link(session, join.submission, row.id, join.how)
            if not found.ignored and not found.from_district:
                open_again(session, join.submission, now)
                if found.intent != "thanks" or "?" in case.message.own_words:
                    _asked(session, join.submission, asks.question(case.message.own_words), now)
        disposition = case.alone.disposition
        if disposition not in (Disposition.IGNORED, Disposition.INQUIRY):
            disposition = Disposition.INQUIRY
        reason = "; ".join(case.alone.reasons) or found.no_reply
        messages.finish(row, "processed", now=now, disposition=disposition, reason=reason)
        events.record(session, str(disposition), now=now, why=reason, submission=join.submission, message=row.id)
        return
    if join is NOWHERE:
        join = conversation.by_product(found, submissions.open_of_sender(session, found.sender.email))
    submission, verdict = _judge_into(session, bot, row, case, join)
    reason = _answer(session, bot, row, case, submission, verdict)
    if submission.state == "waiting_vendor" and not submission.answered:
        _hand_over(submission, verdict, f"no answer went out: {reason}", now)
    elif not found.from_district:
        _asked(session, submission.id, asks.wants_a_paper(case.message.own_words), now)
    messages.finish(row, "processed", now=now, disposition=verdict.disposition, reason=reason)
    events.record(
        session,
        "judged",
        now=now,
        why="; ".join(verdict.reasons),
        submission=submission.id,
        message=row.id,
        data={
            "disposition": verdict.disposition,
            "state": submission.state,
            "how": join.how or "started",
            "unanswered": reason,
            "open": [item.item for item in verdict.items if item.status in _OPEN],
        },
    )


def open_again(session: Session, number: int, now: datetime) -> None:
    """A vendor who says anything at all after a closing is back; a person's own `closed` stays."""
    submission = submissions.get(session, number)
    if submission.state == "stale":
        submission.state, submission.since, submission.updated = "waiting_vendor", now, now
        data = {"from": "stale", "to": "waiting_vendor"}
        events.record(session, "state", now=now, why="the vendor wrote again", submission=number, data=data)


def _contributes(session: Session, found: Findings, join: Join) -> bool:
    """What is complete is not opened again by a school or a day that nobody asked for and no word explains."""
    if found.takes_back_earlier and join.submission is not None:
        return True
    if not conversation.contributes(found):
        return False
    if join.submission is None or not conversation.only_names(found):
        return True
    done = (Disposition.COMPLETE, Disposition.ON_FILE)
    return submissions.get(session, join.submission).disposition not in done


def _asked(session: Session, number: int, question: str, now: datetime) -> None:
    """A vendor who asks us something waits for the District: a person answers, and nobody is reminded until then."""
    submission = submissions.get(session, number)
    if not question or submission.state != "waiting_vendor":
        return
    why = f"{conversation.ASKS}“{question}”"
    _hand_over(submission, codec.load(Verdict, submission.verdict), why, now)
    data = {"from": "waiting_vendor", "to": "review"}
    events.record(session, "state", now=now, why=why, submission=number, data=data)


def _opens(case: Case) -> bool:
    return conversation.starts(case.found, case.alone) or case.found.intent == "withdrawal"


def by_thread(session: Session, bot: Bot, message: Message) -> Join:
    """Where the thread or the token says that a mail belongs; known before it is read."""
    join = conversation.by_thread(message, messages.owners(session, conversation.thread_ids(message)))
    if join is not NOWHERE:
        return join
    named = submissions.by_tokens(session, conversation.tokens(message.subject))
    return conversation.by_token(message, named, own_domains=bot.core.district.domains)


def _judge_into(session: Session, bot: Bot, row: MessageRow, case: Case, join: Join) -> tuple[SubmissionRow, Verdict]:
    """The submission with this mail's evidence in it, and its new verdict."""
    now = bot.clock()
    row.counts = True
    history: tuple[Findings, ...] = (case.found,)
    decided: Sequence[Decision] = ()
    if join.submission is None:
        submission = submissions.add(
            session,
            SubmissionRow(
                token=bot.token(),
                state="",
                disposition="",
                verdict="",
                answered="",
                created=now,
                updated=now,
                since=now,
                doubt=join.doubt,
            ),
        )
    else:
        submission = submissions.get(session, join.submission)
        if submission.state in conversation.OVER_STATES:
            submission.doubt = _writes_again(session, bot, submission)
        history = (*submissions.history(session, submission.id), case.found)
        decided = standing.of_submission(session, submission.id)
    judged = bot.core.judge(history, decided, keeping.in_vain(session, bot, history))
    verdict = keeping.with_doubt(judged, submission.doubt)
    submissions.link(session, submission.id, row.id, join.how or "started")
    domains = bot.core.district.domains
    writers = [
        e for e in (case.found.sender.email, case.found.vendor_email) if e.rpartition("@")[2].casefold() not in domains
    ]
    submissions.add_addresses(session, submission.id, writers)
    keeping.keep(submission, verdict, now, state=conversation.state_for(verdict.disposition, submission.state))
    keeping.withdraw_overtaken(session, submission, verdict, now)
    session.flush()
    return submission, verdict


def _writes_again(session: Session, bot: Bot, submission: SubmissionRow) -> str:
    """What a person is told who must decide whether it goes on."""
    ended = next((e for e in reversed(events.of_submission(session, submission.id)) if e.what == "state"), None)
    by = f" by {ended.who} on {bot.calendar.day(ended.at)}" if ended is not None else ""
    why = f" ({ended.why})" if ended is not None and ended.why else ""
    number = submission.id
    return (
        f"{conversation.WRITES_AGAIN} {submission.state}{by}{why}: `soppa-mailbot reopen {number}` lets it go on, "
        f"`close {number}` ends it again"
    )


def _hand_over(submission: SubmissionRow, verdict: Verdict, reason: str, now: datetime) -> None:
    """The vendor does not know that we wait: a person must tell them, or decide what else to do."""
    submission.state, submission.since = "review", now
    submission.verdict = codec.dump(replace(verdict, reasons=(*verdict.reasons, reason)))


def _answer(
    session: Session, bot: Bot, row: MessageRow, case: Case, submission: SubmissionRow, verdict: Verdict
) -> str:
    """Put the answer into the outbox. Why none goes out by itself, "" when one does."""
    message, found = case.message, case.found
    if found.no_reply:
        return found.no_reply
    if submission.state == "review":
        return "a person decides: " + "; ".join(verdict.reasons)
    key = keeping.verdict_key(verdict)
    if submission.answered == key and not _may_repeat(session, bot, submission, verdict):
        return "nothing has changed since the last answer"
    today = day_in(bot.core.district, sent_at(message, row.received))
    earlier = keeping.brought_earlier(session, submission.id, found)
    reply = bot.core.compose(verdict, message, today=today, token=f"SOPPA-{submission.token}", earlier=earlier)
    if not isinstance(reply, Reply):
        return reply.reason
    held = holding.held_because(
        message,
        submissions.history(session, submission.id),
        verdict,
        bot.replies,
        bot.core.district,
        history=_history(session, bot, message, submission.id),
        known_sender=submissions.known_sender(session, found.sender.email, submission.id)
        or outbox.let_go(session, submission.id),
    )
    held = held or breaker.held_because(session, bot)
    outbox.add(session, keeping.reply_row(bot, row.id, submission.id, reply, held))
    submission.answered = key
    return f"held: {held}" if held else ""


def _may_repeat(session: Session, bot: Bot, submission: SubmissionRow, verdict: Verdict) -> bool:
    """Whether the same list of what is missing was last mailed so long ago that it may be told again."""
    if verdict.disposition is not Disposition.INCOMPLETE:
        return False
    last = outbox.latest_of(session, submission.id)
    wait = timedelta(days=bot.replies.repeat_after_days)
    return last is not None and last.state == "sent" and last.created <= bot.clock() - wait


def _history(session: Session, bot: Bot, message: Message, submission: int | None) -> History:
    """Answers of the last day, as the caps count them."""
    to = reply_address(message, frozenset(bot.core.district.domains)) or message.sender
    return History(*outbox.count_since(session, bot.clock() - _WINDOW, email=to.email, submission=submission))
