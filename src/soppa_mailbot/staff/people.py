"""What follows from a person's decision: the verdict judged anew, the state, the answer. All in one transaction.

The running bot may work on the same store meanwhile: whoever writes holds the store's one write transaction, reads in
it what it decides on, and changes only what is still as it was. An answer that a decision leads to is never sent by
itself: it waits, and its release is a second word of the person's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from soppa_mailbot import codec, wording
from soppa_mailbot.core import day_in
from soppa_mailbot.errors import UsageError
from soppa_mailbot.handling import keeping
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.judging import conversation
from soppa_mailbot.judging.decisions import as_from_vendor, override_of
from soppa_mailbot.judging.judge import WITHDRAWS
from soppa_mailbot.model import Decision, Disposition, Findings, Kind, Override, Reclassified, Reply, Verdict
from soppa_mailbot.store import decisions, events, evidence, outbox, standing, submissions
from soppa_mailbot.store.evidence import Brought
from soppa_mailbot.store.tables import MessageRow, SubmissionRow

_LEFT_ALONE = conversation.OVER_STATES  # their state is a person's; only `reopen` changes it
TO_STAFF = (
    "You sent a vendor's papers to the procurement mailbox. Nothing was sent to the vendor. "
    "This is what the vendor would be told about them:"
)


@dataclass(frozen=True, slots=True)
class Person:
    """Who decides, and why."""

    who: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a decision led to."""

    submission: int
    before: Verdict
    after: Verdict
    state: str
    held: str = ""  # Message-ID of the new answer that waits for its release
    unanswered: str = ""  # why there is no new answer


@dataclass(frozen=True, slots=True)
class Saying:
    """A person's words on an item, as they were typed."""

    item: str
    status: str
    value: str = ""
    detail: str = ""


def override(session: Session, bot: Bot, number: int, saying: Saying, by: Person) -> Outcome:
    """An item is what a person says. Raises UsageError."""
    submission = decisions.get(session, number)
    now = bot.clock()
    kept = tuple(d for d in standing.of_submission(session, number) if not _is_about(d, saying.item))
    judged = _far_as_can_be(bot, submissions.history(session, number), kept)
    decision = override_of(
        saying.item,
        saying.status,
        value=saying.value,
        detail=saying.detail,
        judged=next((i for i in judged.items if i.item == saying.item), None) if judged is not None else None,
        district=bot.core.district,
        who=by.who,
        why=by.why,
        at=now,
    )
    standing.override(session, number, decision)
    data: dict[str, object] = {"item": saying.item, "status": saying.status, "value": list(decision.value)}
    return _after(session, bot, submission, by, "override", data)


def take_back(session: Session, bot: Bot, number: int, item: str, by: Person) -> Outcome:
    """An item is as judged again. Raises UsageError when no person had decided it."""
    submission = decisions.get(session, number)
    if not standing.end_override(session, number, item, bot.clock()):
        raise UsageError(f"submission {number}: no person has decided {item}; there is nothing to take back")
    return _after(session, bot, submission, by, "override", {"item": item, "status": "auto"})


def reclassify(session: Session, bot: Bot, number: int, file: str, kind: Kind, by: Person) -> Outcome:
    """A file is what a person says. `file`: its name, or `MAIL:NAME` where several have it. Raises UsageError."""
    submission = decisions.get(session, number)
    row, found, document = evidence.file_named(session, number, file)
    name = next(p.filename for p in found.papers if p.document == document)
    decision = Reclassified(found.message_id, found.sent, document, name, kind, by.who, by.why, bot.clock())
    standing.reclassify(session, number, row.id, decision)
    return _after(session, bot, submission, by, "reclassified", {"file": name, "mail": row.id, "kind": kind})


def close(session: Session, number: int, by: Person, now: datetime) -> int:
    """A submission is over; mail that comes later is for a person. How many held answers that withdrew.

    Where its vendor withdrew it the person confirms that: it is `withdrawn`, else `closed`.
    """
    submission = decisions.get(session, number)
    reasons = codec.load(Verdict, submission.verdict).reasons if submission.verdict else ()
    state = "withdrawn" if WITHDRAWS in reasons else "closed"
    open_states = [state for state in decisions.BY_A_PERSON if state not in conversation.OVER_STATES]
    decisions.set_state(session, number, state, who=by.who, why=by.why, now=now, only_from=open_states)
    dropped = decisions.withdraw(session, number, why=f"the submission was {state}", now=now, who=by.who)
    if dropped:
        submission.answered = ""  # nobody got it: `reopen` writes it anew
    return dropped


def reopen(session: Session, bot: Bot, number: int, by: Person) -> Outcome:
    """A submission that was over goes on: the state that its papers lead to, and the answer that the vendor has not
    had. Raises UsageError.

    So does one that waits for this decision: new mail came into it after it was closed, or the vendor asked something
    and has been answered.
    """
    submission = decisions.get(session, number)
    over = [*conversation.OVER_STATES, "stale"]
    if submission.doubt.startswith(conversation.WRITES_AGAIN):
        over.append("review")
        submission.doubt = ""
    elif any(reason.startswith(conversation.ASKS) for reason in codec.load(Verdict, submission.verdict).reasons):
        over.append("review")
    session.flush()
    after = keeping.judged(session, bot, submission)
    disposition = after.disposition if after is not None else Disposition(submission.disposition)
    state = conversation.state_for(disposition, "")
    decisions.set_state(session, number, state, who=by.who, why=by.why, now=bot.clock(), only_from=over)
    if after is None:
        verdict = codec.load(Verdict, submission.verdict)
        return Outcome(number, verdict, verdict, state)
    return settle(session, bot, submission, by)


def rejudge(session: Session, bot: Bot, number: int, by: Person) -> Outcome | None:
    """The submission is judged by today's register and forms. None when that changes nothing."""
    submission = decisions.get(session, number)
    before, after = codec.load(Verdict, submission.verdict), keeping.judged(session, bot, submission)
    if after is None or not _differs(before, after):
        return None
    return _after(session, bot, submission, by, "rejudged", {}, keeps_doubt=True)


def foreseen(session: Session, bot: Bot, number: int, history: Sequence[Findings] | None = None) -> Outcome | None:
    """What `rejudge` would lead to; nothing is changed. `history`: what the originals say when they are read again."""
    submission = decisions.get(session, number)
    before = codec.load(Verdict, submission.verdict)
    if history is None:
        after = keeping.judged(session, bot, submission)
    else:
        decided, unfilled = standing.of_submission(session, number), keeping.in_vain(session, bot, history)
        verdict = bot.core.judge(history, decided, unfilled) if history else None
        after = keeping.with_doubt(verdict, submission.doubt) if verdict is not None else None
    if after is None or not _differs(before, after):
        return None
    return Outcome(number, before, after, _state(submission, after))


def let_count(session: Session, bot: Bot, number: int, by: Person) -> Outcome | None:
    """What staff sent into a vendor's conversation counts from now on; the answer to the vendor waits.

    None where no such mail waits for a look. Raises UsageError.
    """
    submission = decisions.get(session, number)
    if not _unseen(session, number):
        return None
    return _after(session, bot, submission, by, "let_count", {})


def _unseen(session: Session, number: int) -> list[Brought]:
    """Mails of staff in a vendor's conversation, since the vendor wrote last, that nobody has let count."""
    brought = evidence.of_submission(session, number)
    latest = max((n for n, b in enumerate(brought) if not b.found.from_district), default=-1)
    return [b for b in brought[latest + 1 :] if latest >= 0 and not b.found.let_count]


def answer_to_staff(session: Session, bot: Bot, number: int) -> Reply:
    """What `release_to_staff` would send; nothing is changed. Raises UsageError as it does."""
    return _to_staff(session, bot, number)[1]


def release_to_staff(session: Session, bot: Bot, number: int, by: Person) -> str:
    """The answer to papers that staff handed in goes to that staff member, never to the vendor. Their address.

    The submission stays `review`. Raises UsageError when it is none such, or a person must decide something first.
    """
    row, reply, key = _to_staff(session, bot, number)
    submission = decisions.get(session, number)
    sent = outbox.add(session, keeping.reply_row(bot, row.id, number, reply, ""))
    submission.answered = key
    data = {"reply": sent.message_id, "to": reply.to.email}
    events.record(session, "released", now=bot.clock(), who=by.who, why=by.why, submission=number, data=data)
    return reply.to.email


def _to_staff(session: Session, bot: Bot, number: int) -> tuple[MessageRow, Reply, str]:
    """The mail that is answered, the answer, and the key of its verdict."""
    submission = decisions.get(session, number)
    forwards = [(b.row, b.found) for b in evidence.of_submission(session, number) if b.found.from_district]
    if not forwards or submission.state != "review":
        raise UsageError(f"submission {number}: no answer waits for a person; `show {number}` tells what was done")
    row, found = forwards[-1]
    judged = _far_as_can_be(bot, submissions.history(session, number), standing.of_submission(session, number))
    verdict = judged if judged is not None else codec.load(Verdict, submission.verdict)
    key = keeping.verdict_key(verdict)
    if submission.answered == key:
        raise UsageError(f"submission {number}: the same answer was released to {found.sender.email} before")
    reply = _composed(session, bot, submission, row, verdict, found)
    if not isinstance(reply, Reply):
        raise UsageError(
            f"submission {number}: nothing can be answered yet ({reply}); override what is unclear, then release"
        )
    text = f"{TO_STAFF}\n\n{reply.text}"
    # whatever Reply-To says: never behind the staff member's back
    return row, replace(reply, to=found.sender, text=text, html=wording.as_html(text)), key


def settle(session: Session, bot: Bot, submission: SubmissionRow, by: Person) -> Outcome:
    """The verdict, the state and the answer of a submission after its evidence or a decision changed."""
    now = bot.clock()
    session.flush()
    before = codec.load(Verdict, submission.verdict) if submission.verdict else None
    after = keeping.judged(session, bot, submission)
    if after is None:
        raise UsageError(f"submission {submission.id}: nothing in it could be judged; nothing was done")
    keeping.keep(submission, after, now, state=_state(submission, after))
    keeping.withdraw_overtaken(session, submission, after, now)
    held, why = _answer(session, bot, submission, after, by)
    return Outcome(submission.id, before or after, after, submission.state, held, why)


def _after(
    session: Session,
    bot: Bot,
    submission: SubmissionRow,
    by: Person,
    what: str,
    data: dict[str, object],
    *,
    keeps_doubt: bool = False,
) -> Outcome:
    if not keeps_doubt:  # a person has looked
        submission.doubt = ""
        for brought in _unseen(session, submission.id):
            brought.link.how = evidence.ATTACHED
    events.record(session, what, now=bot.clock(), who=by.who, why=by.why, submission=submission.id, data=data)
    return settle(session, bot, submission, by)


def _state(submission: SubmissionRow, verdict: Verdict) -> str:
    return submission.state if submission.state in _LEFT_ALONE else keeping.state_of(verdict)


def _differs(before: Verdict, after: Verdict) -> bool:
    from soppa_mailbot.judging.difference import difference

    return bool(difference(before, after))


def _answer(session: Session, bot: Bot, submission: SubmissionRow, verdict: Verdict, by: Person) -> tuple[str, str]:
    """Message-ID of the answer that now waits, or why there is none."""
    if submission.state not in ("waiting_vendor", "waiting_district"):
        return "", f"the submission is {submission.state}"
    key = keeping.verdict_key(verdict)
    if submission.answered == key:
        return "", "the vendor has this answer already"
    brought = evidence.of_submission(session, submission.id)
    theirs = [b for b in brought if not b.found.from_district] or brought  # who speaks for the vendor is answered
    newest = next((b for b in reversed(theirs) if not b.found.no_reply), theirs[-1])
    row, found = newest.row, newest.found
    if found.no_reply:
        return "", found.no_reply
    reply = _composed(session, bot, submission, row, verdict, found)
    if not isinstance(reply, Reply):
        return "", reply
    added = outbox.add(session, keeping.reply_row(bot, row.id, submission.id, reply, f"after a decision of {by.who}"))
    submission.answered = key
    return added.message_id, ""


def _composed(
    session: Session, bot: Bot, submission: SubmissionRow, row: MessageRow, verdict: Verdict, found: Findings
) -> Reply | str:
    """The answer to a mail that was judged before, or why there is none."""
    message = bot.core.parse(bot.store.files.read(row.raw))
    reply = bot.core.compose(
        verdict,
        message,
        today=day_in(bot.core.district, bot.clock()),
        token=f"SOPPA-{submission.token}",
        earlier=keeping.brought_earlier(session, submission.id, found),
    )
    return reply if isinstance(reply, Reply) else reply.reason


def _far_as_can_be(bot: Bot, history: Sequence[Findings], kept: Sequence[Decision]) -> Verdict | None:
    """The verdict, with the items even where the District's own staff handed the papers in."""
    return bot.core.judge(as_from_vendor(history), kept) if history else None


def _is_about(decision: Decision, item: str) -> bool:
    return isinstance(decision, Override) and decision.item == item
