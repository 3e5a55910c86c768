"""A staff member's mail carried out: the held answer that its code names is released, discarded, or noted on."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from soppa_mailbot.errors import UsageError
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.model import Disposition, Message
from soppa_mailbot.post import release_token, staff_words
from soppa_mailbot.post.release_token import Held
from soppa_mailbot.post.staff_mail import Wish
from soppa_mailbot.store import decisions, events, messages
from soppa_mailbot.store.secret import secret_key
from soppa_mailbot.store.tables import MessageRow, ReplyRow

REFUSED = "release_refused"  # event: a staff mail that did not count, with the reason


def bound_to(row: ReplyRow) -> Held:
    """What a release code of this answer stands for."""
    words = "\n".join((row.to_email, row.subject, row.text, row.html))
    return Held(row.id, row.submission_id or 0, row.message_id, words)


def carry_out(session: Session, bot: Bot, row: MessageRow, message: Message, wish: Wish) -> None:
    """Do what a staff mail asks for, or keep why it was not done; the mail itself is never judged or answered."""
    now, who = bot.clock(), message.sender.email.casefold()
    reply = session.get(ReplyRow, wish.token.reply) if wish.token is not None else None
    refused = wish.refused or _not_good(bot, wish, reply)
    submission = reply.submission_id if reply is not None and not wish.refused else None
    if not refused and reply is not None:
        refused = _done(session, reply, wish, who, now=now)
    if refused:
        told = f"not done, {refused}"
        events.record(
            session, REFUSED, now=now, who=who, why=refused, submission=submission, message=row.id,
            data={"what": wish.what},
        )  # fmt: skip
    else:
        told = {staff_words.SEND: "an answer was released", staff_words.DISCARD: "an answer was discarded"}.get(
            wish.what, "a note was kept"
        )
    messages.finish(row, "processed", now=now, disposition=Disposition.IGNORED, reason=f"staff mail: {told}")


def _not_good(bot: Bot, wish: Wish, reply: ReplyRow | None) -> str:
    if wish.token is None or reply is None:
        return "the release code names no answer of ours"
    key = secret_key(bot.store.files)
    return release_token.holds(key, wish.token, bound_to(reply), bot.calendar.day(bot.clock()))


def _done(session: Session, reply: ReplyRow, wish: Wish, who: str, *, now: datetime) -> str:
    """Why it could not be done, "" when it was."""
    try:
        if wish.what == staff_words.SEND:
            decisions.release(session, reply.message_id, who=who, why="by mail", now=now)
        elif wish.what == staff_words.DISCARD:
            decisions.discard(session, reply.message_id, who=who, why="by mail", now=now)
        else:
            data: dict[str, object] = {"reply": reply.message_id}
            if staff_words.sounds_like_order(wish.words):
                data["unclear"] = True
            events.record(
                session, events.NOTE, now=now, who=who, why=wish.words, submission=reply.submission_id, data=data
            )  # fmt: skip
    except UsageError:
        return f"the answer no longer waits: it is {reply.state}"
    return ""
